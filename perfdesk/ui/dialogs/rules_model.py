"""All rules as a table: which are in force, how severe they are, what was set otherwise."""

from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from perfdesk.models.review.finding import Group
from perfdesk.models.review.registry import all_rules
from perfdesk.models.review.rule import Rule
from perfdesk.ui.dialogs.rule_settings import RuleSettings
from perfdesk.ui.lists.rows_model import Index, RowsModel
from perfdesk.ui.look import theme
from perfdesk.ui.rule_text import severity_words

_HEADINGS = ("编号", "规则", "方面", "级别", "标准", "改动")


class Column(IntEnum):
    """The columns of the table."""

    ID = 0
    TITLE = 1
    GROUP = 2
    LEVEL = 3
    STANDARD = 4
    CHANGED = 5


class RulesModel(RowsModel[Rule]):
    """The rules that are looked for, by group and id; the first column switches them on and off.

    What is changed here or told by `tell_all` comes as `dataChanged`.
    """

    def __init__(self, settings: RuleSettings, parent: QObject | None = None) -> None:
        super().__init__(_HEADINGS, parent)
        groups = [*Group]
        self._settings = settings
        self._all = sorted(all_rules().values(), key=lambda r: (groups.index(r.group), r.id))
        self._rows = list(self._all)

    def look_for(self, words: str, group: Group | None, *, changed: bool) -> None:
        """Show the rules of a group, or those changed, that have all these words in their texts."""
        wanted = words.casefold().split()
        self.beginResetModel()
        self._rows = [
            rule
            for rule in self._all
            if (group is None or rule.group is group)
            and (not changed or self._settings.is_changed(rule.id))
            and all(word in _searched(rule) for word in wanted)
        ]
        self.endResetModel()

    def at(self, rule_id: str) -> int:
        """Return the row of a rule, -1 where it is not shown."""
        return next((at for at, rule in enumerate(self._rows) if rule.id == rule_id), -1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == Column.ID else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        rule, column = self._rows[index.row()], Column(index.column())
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
        self._settings.switch(self._rows[index.row()].id, on=on)
        self.tell_all()
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
