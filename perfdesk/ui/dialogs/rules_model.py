"""All rules as a table: which are in force, how severe they are, what was set otherwise."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from perfdesk.models.review.finding import Group
from perfdesk.models.review.registry import all_rules
from perfdesk.models.review.rule import Rule
from perfdesk.ui.dialogs.rule_settings import RuleSettings
from perfdesk.ui.look import theme
from perfdesk.ui.rule_text import severity_words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_HEADINGS = ("编号", "规则", "方面", "级别", "标准", "改动")


class Column(IntEnum):
    """The columns of the table."""

    ID = 0
    TITLE = 1
    GROUP = 2
    LEVEL = 3
    STANDARD = 4
    CHANGED = 5


class RulesModel(QAbstractTableModel):
    """The rules that are looked for, by group and id; the first column switches them on and off.

    What is changed here or by `tell` is told as `dataChanged`.
    """

    def __init__(self, settings: RuleSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        groups = [*Group]
        self._settings = settings
        self._all = sorted(all_rules().values(), key=lambda r: (groups.index(r.group), r.id))
        self._rules = list(self._all)

    def look_for(self, words: str, group: Group | None, *, changed: bool) -> None:
        """Show the rules of a group, or those changed, that have all these words in their texts."""
        wanted = words.casefold().split()
        self.beginResetModel()
        self._rules = [
            rule
            for rule in self._all
            if (group is None or rule.group is group)
            and (not changed or self._settings.is_changed(rule.id))
            and all(word in _searched(rule) for word in wanted)
        ]
        self.endResetModel()

    def rule(self, row: int) -> Rule | None:
        """Return the rule of a row, None where there is no such row."""
        return self._rules[row] if 0 <= row < len(self._rules) else None

    def row_of(self, rule_id: str) -> int:
        """Return the row of a rule, -1 where it is not shown."""
        return next((at for at, rule in enumerate(self._rules) if rule.id == rule_id), -1)

    def tell(self) -> None:
        """Tell that the settings are others now."""
        if self._rules:
            last = self.index(len(self._rules) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rules)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return _HEADINGS[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == Column.ID else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        rule, column = self._rules[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(rule, column)
        on, changed = self._settings.is_on(rule.id), self._settings.is_changed(rule.id)
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.ID:
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole:
            soft = not on or column in (Column.GROUP, Column.STANDARD)
            return theme.colour("soft_ink" if soft else "ink")
        if role == Qt.ItemDataRole.FontRole and changed:
            return theme.font(bold=column in (Column.LEVEL, Column.CHANGED))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        self._settings.switch(self._rules[index.row()].id, on=on)
        self.tell()
        return True

    def _text(self, rule: Rule, column: Column) -> str:
        settings = self._settings
        return {
            Column.ID: rule.id,
            Column.TITLE: rule.title,
            Column.GROUP: rule.group.value,
            Column.LEVEL: severity_words(settings.severity(rule.id)),
            Column.STANDARD: severity_words(settings.standard_severity(rule.id)),
            Column.CHANGED: "已改" if settings.is_changed(rule.id) else "",
        }[column]


def _searched(rule: Rule) -> str:
    return f"{rule.id}\n{rule.title}\n{rule.why}\n{rule.source}".casefold()
