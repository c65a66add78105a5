"""审核规则: all rules in one searchable table, each to be switched off or set otherwise."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from perfdesk.io.limit_names import limit_names
from perfdesk.io.problem import Problem
from perfdesk.io.rule_book import own_rules, standard_rules, write_own_rules
from perfdesk.models.form import Form
from perfdesk.models.review.book_flaw import Changes
from perfdesk.models.review.finding import Group
from perfdesk.ui.dialogs.rule_details import RuleDetails
from perfdesk.ui.dialogs.rule_settings import RuleSettings
from perfdesk.ui.dialogs.rules_model import Column, RulesModel
from perfdesk.ui.lists.rows_view import show_as_rows
from perfdesk.ui.look.answer_buttons import AnswerButtons
from perfdesk.ui.look.check_box import CheckBox
from perfdesk.ui.look.combo_box import ComboBox
from perfdesk.ui.look.plain_rows import PlainRows

_SIZE = (1060, 640)
_DETAILS_PX = 400
_MARGINS_PX = (20, 16, 20, 16)
_WIDTHS_PX = {
    Column.ID: 86,
    Column.GROUP: 76,
    Column.LEVEL: 66,
    Column.STANDARD: 66,
    Column.CHANGED: 60,
}


class RulesDialog(QDialog):
    """Lets an office decide by which rules it judges; what is saved holds for all documents."""

    def __init__(self, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("审核规则")
        self.resize(*_SIZE)
        self._settings = RuleSettings(_standard(form), own_rules(), limit_names())
        self._model = RulesModel(self._settings, self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("查找规则：编号或文字")
        self.search.setAccessibleName("查找规则")
        self.search.setClearButtonEnabled(True)
        self.group = ComboBox(self)
        self.group.setAccessibleName("审核方面")
        self.group.addItem("全部方面", None)
        for group in Group:
            self.group.addItem(group.value, group)
        self.changed_only = CheckBox("只看已改的", self)
        self.table = _table(self._model, self)
        self.details = RuleDetails(self._settings, self)
        self.told = QLabel(self)
        self.told.setObjectName("problem")
        self.told.setWordWrap(True)
        self.told.hide()
        self._buttons = AnswerButtons(self, "保存")
        self.save = self._buttons.agree
        self.reset_all = self._buttons.addButton(
            "全部恢复默认", QDialogButtonBox.ButtonRole.ResetRole
        )
        self._lay_out()
        self._connect()
        self._refresh()
        self.table.selectRow(0)
        self.table.setFocus()

    def go_to(self, rule_id: str) -> None:
        """Show a rule."""
        if (row := self._model.at(rule_id)) >= 0:
            self.table.selectRow(row)
            self.table.scrollTo(self._model.index(row, 0))

    def accept(self) -> None:
        try:
            write_own_rules(self._settings.own())
        except Problem as problem:
            self.told.setText(str(problem))
            self.told.show()
        else:
            super().accept()

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.addWidget(self.search, 1)
        filters.addWidget(self.group)
        filters.addWidget(self.changed_only)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 12, 0)
        column.addLayout(filters)
        column.addWidget(self.table, 1)
        right = QWidget(self)
        details = QVBoxLayout(right)
        details.setContentsMargins(12, 0, 0, 0)
        details.addWidget(self.details)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        parts.addWidget(left)
        parts.addWidget(right)
        parts.setStretchFactor(0, 1)
        parts.setSizes([_SIZE[0] - _DETAILS_PX, _DETAILS_PX])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*_MARGINS_PX)
        whole.setSpacing(12)
        whole.addWidget(parts, 1)
        whole.addWidget(self.told)
        whole.addWidget(self._buttons)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._look)
        self.group.currentIndexChanged.connect(self._look)
        self.changed_only.clicked.connect(self._look)
        self.table.selectionModel().currentRowChanged.connect(self._show_current)
        self._model.dataChanged.connect(self._refresh)
        self.details.changed.connect(self._model.tell_all)
        self.reset_all.clicked.connect(self._reset_all)

    def _look(self) -> None:
        rule = self._model.row(self.table.currentIndex().row())
        group: Group | None = self.group.currentData()
        self._model.look_for(self.search.text(), group, changed=self.changed_only.isChecked())
        row = self._model.at(rule.id) if rule else 0
        self.table.selectRow(max(0, row))
        self._show_current()

    def _show_current(self, *_: object) -> None:
        self.details.show_rule(self._model.row(self.table.currentIndex().row()))

    def _refresh(self, *_: object) -> None:
        changed = len(self._settings.own())
        self.reset_all.setEnabled(changed > 0)
        self.changed_only.setText(f"只看已改的（{changed}）")
        self._show_current()

    def _reset_all(self) -> None:
        self._settings.reset_all()
        self.details.show_rule(None)
        self._look()
        self._model.tell_all()


def _standard(form: Form) -> Changes:
    """Return what holds where the office sets nothing: the rule book as the form changes it."""
    standard = standard_rules()
    ids = {*standard, *form.rules}
    return {each: {**standard.get(each, {}), **form.rules.get(each, {})} for each in ids}


def _table(model: RulesModel, parent: QWidget) -> QTableView:
    table = QTableView(parent)
    table.setModel(model)
    table.setObjectName("plain")
    table.setAccessibleName("审核规则")
    table.setItemDelegate(PlainRows(table))
    show_as_rows(table)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    heading = table.horizontalHeader()
    heading.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
    for column, width in _WIDTHS_PX.items():
        table.setColumnWidth(column, width)
    return table
