"""One rule beside the table of all: on or off, how severe, its limits, and what it is about."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from perfdesk.models.review.book import Limit
from perfdesk.models.review.finding import Severity
from perfdesk.models.review.rule import Rule
from perfdesk.ui.dialogs.rule_settings import RuleSettings
from perfdesk.ui.look.check_box import CheckBox
from perfdesk.ui.look.combo_box import ComboBox
from perfdesk.ui.rule_text import level_words, rule_html

_MOST = 10_000_000
_STANDARD = "standard"
_OVERRULED = "已为整条规则设定级别，各种情形都按该级别"
_SEVERITIES = {severity.value for severity in Severity}


class RuleDetails(QWidget):
    """Shows and changes the settings of one rule; `changed` when it did."""

    changed = Signal()

    def __init__(self, settings: RuleSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._rule: Rule | None = None
        self._fields: dict[str, QWidget] = {}
        self.on = CheckBox("启用这条规则", self)
        self.level = _severity_box("级别", self)
        self.reset = QPushButton("恢复本条默认", self)
        self.reset.setAutoDefault(False)
        self.text = QTextBrowser(self)
        self.text.setObjectName("field")
        self.text.setAccessibleName("规则说明")
        self.text.document().setDocumentMargin(0)
        first = QHBoxLayout()
        first.addWidget(self.on)
        first.addStretch(1)
        first.addWidget(self.reset)
        self._limits = QFormLayout()
        self._limits.setHorizontalSpacing(12)
        self._limits.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(first)
        column.addLayout(self._limits)
        column.addWidget(self.text, 1)
        self._limits.addRow("级别", self.level)
        self.on.clicked.connect(self._switch)
        self.level.activated.connect(self._choose_level)
        self.reset.clicked.connect(self._reset)

    def show_rule(self, rule: Rule | None) -> None:
        """Show a rule as it is set now."""
        other = rule is not self._rule
        self._rule = rule
        self.setEnabled(rule is not None)
        if rule is None:
            return
        settings = self._settings
        severity, standard = settings.severity(rule.id), settings.standard_severity(rule.id)
        self.on.setChecked(severity is not None)
        self.level.setCurrentIndex(self.level.findData(severity or standard))
        self.level.setEnabled(severity is not None)
        self.reset.setEnabled(settings.is_changed(rule.id))
        own = settings.is_changed(rule.id)
        self.text.setHtml(rule_html(rule, level_words(severity, standard, own=own)))
        if other:
            self._show_limits(rule.id)
        self._rest_overruled(rule.id)

    def _show_limits(self, rule_id: str) -> None:
        while self._limits.rowCount() > 1:
            self._limits.removeRow(1)
        self._fields.clear()
        for name, words, value, standard in self._settings.limits(rule_id):
            field = self._fields[name] = self._limit_field(rule_id, name, value)
            field.setAccessibleName(words)
            field.setProperty(_STANDARD, f"标准：{_worded(standard)}")
            self._limits.addRow(words, field)

    def _rest_overruled(self, rule_id: str) -> None:
        """Let cases rest that the rule's own severity goes before."""
        for name, field in self._fields.items():
            overruled = self._settings.overrules(rule_id, name)
            field.setEnabled(not overruled)
            field.setToolTip(_OVERRULED if overruled else field.property(_STANDARD))

    def _limit_field(self, rule_id: str, name: str, value: Limit) -> QWidget:
        if value in _SEVERITIES:
            box = _severity_box(name, self)
            box.setCurrentIndex(box.findData(Severity(value)))
            box.activated.connect(lambda: self._set(rule_id, name, box.currentData().value))
            return box
        if isinstance(value, str):
            line = QLineEdit(value, self)
            line.editingFinished.connect(lambda: self._set(rule_id, name, line.text().strip()))
            return line
        number = QSpinBox(self)
        number.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        number.setRange(0, _MOST)
        number.setValue(int(value))
        number.valueChanged.connect(lambda now: self._set(rule_id, name, now))
        return number

    def _set(self, rule_id: str, name: str, value: Limit) -> None:
        if value != "":
            self._settings.set_limit(rule_id, name, value)
            self.changed.emit()

    def _switch(self) -> None:
        self._change(lambda rule_id: self._settings.switch(rule_id, on=self.on.isChecked()))

    def _choose_level(self) -> None:
        level: Severity = self.level.currentData()
        self._change(lambda rule_id: self._settings.set_severity(rule_id, level))

    def _reset(self) -> None:
        self._change(self._settings.reset)
        if self._rule:
            self._show_limits(self._rule.id)
            self._rest_overruled(self._rule.id)

    def _change(self, does: Callable[[str], None]) -> None:
        if self._rule:
            does(self._rule.id)
            self.changed.emit()


def _severity_box(name: str, parent: QWidget) -> ComboBox:
    box = ComboBox(parent)
    box.setAccessibleName(name)
    with QSignalBlocker(box):
        for severity in Severity:
            box.addItem(severity.word, severity)
    return box


def _worded(value: Limit) -> str:
    return Severity(value).word if value in _SEVERITIES else str(value)
