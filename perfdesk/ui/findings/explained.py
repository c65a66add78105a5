"""The place beside the list where a rule is explained; made when it is first wanted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perfdesk.io.rule_book import rule_book
from perfdesk.ui.findings.explanation import WIDTH_PX, Explanation
from perfdesk.ui.findings.finding_row import FindingRow
from perfdesk.ui.focus import focus_is_in
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.rule_text import level_words
from perfdesk.ui.session import Session


class Explained(QWidget):
    """Explains the rule of the current finding while it is open; `left` when one was in it then."""

    left = Signal()

    def __init__(self, inspector: Inspector, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._inspector = inspector
        self._session = session
        self._row: FindingRow | None = None
        self._text: Explanation | None = None
        self.setMinimumWidth(WIDTH_PX)
        self.setMaximumWidth(WIDTH_PX * 2)
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_row(self, row: FindingRow | None) -> None:
        """Explain the rule of another finding, if one is being explained."""
        self._row = row
        if not self.isHidden():
            self._explain()

    def toggle(self) -> None:
        """Open where there is a finding to explain, or close."""
        if self.isHidden():
            self.open()
        else:
            self.close_it()

    def open(self) -> None:
        """Explain the rule of the current finding, where there is one."""
        if self._row:
            self._explain()
            self.show()

    def close_it(self) -> None:
        """Explain nothing any more."""
        inside = self.has_focus()
        self.hide()
        if inside:
            self.left.emit()

    def has_focus(self) -> bool:
        """Whether one is reading in it."""
        return focus_is_in(self)

    def _explain(self) -> None:
        row = self._row
        if row is None:
            return
        if self._text is None:
            self._text = Explanation(self)
            self._text.close_wanted.connect(self.close_it)
            self._place.addWidget(self._text)
        book = self._inspector.book(row.key.document_id)
        standard = rule_book(self._session.form(row.key.document_id), {})
        rule = row.rule
        severities = book.severity(rule.id), standard.severity(rule.id)
        self._text.show_rule(rule, level_words(*severities, own=rule.id in book.own))
