"""The panel 审核结果 below the page: what was found, explained, mended and answered."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from perfdesk.models.review.answer import Answer
from perfdesk.ui.findings.choice import Reach
from perfdesk.ui.findings.earlier import EarlierReasons
from perfdesk.ui.findings.explained import Explained
from perfdesk.ui.findings.finding_row import FindingRow, Key
from perfdesk.ui.findings.findings_list import FindingsList
from perfdesk.ui.findings.strip import Strip
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.panel import Panel
from perfdesk.ui.session import Session


class FindingsPanel(Panel):
    """Lists findings, and shows what can be done about the current one.

    `chosen` when the current finding is to be gone to, `mend_wanted` and `mend_all_wanted` when
    it, or all of its kind, are to be mended; `rules_wanted` for the rules' own dialog;
    `menu_wanted(point)` for the menu of the current finding.
    """

    chosen = Signal()
    mend_wanted = Signal()
    mend_all_wanted = Signal()
    rules_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(
        self,
        session: Session,
        inspector: Inspector,
        earlier: EarlierReasons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._earlier = earlier
        self.list = FindingsList(session, inspector, self)
        self.head, self.table = self.list.head, self.list.table
        self.strip = Strip(self)
        self.explained = Explained(inspector, session, self)
        self._lay_out()
        self._connect()

    @property
    def row(self) -> FindingRow | None:
        """The current finding of the list."""
        return self.list.row

    def open(self, reach: Reach | None = None) -> None:
        """Show the panel, if wished with another reach; the focus stays where it is."""
        if reach:
            self.head.set_reach(reach)
        self.show()

    def toggle(self) -> None:
        """Show the panel, or close it."""
        if self.isVisible():
            self.close_panel()
        else:
            self.open()

    def explain(self, row: FindingRow) -> None:
        """Show the panel with the rule of a finding explained; where it was, close that."""
        if self.isVisible():
            self.explained.show_row(row)
            self.explained.toggle()
        else:
            self.open()
            self.list.pick([row.key])
            self.explained.show_row(row)
            self.explained.open()

    def enter(self) -> None:
        """Show the panel and go into its list."""
        self.open()
        self.list.enter()

    def commit(self) -> None:
        self.strip.reason.commit()

    def write_reason(self) -> bool:
        """Go to the reason of the current finding; tell whether it can have one."""
        return self.row is not None and self.strip.write_reason()

    def event(self, event: QEvent) -> bool:
        # In here Ctrl+F searches the list; the window's would search the document.
        overriding = event.type() == QEvent.Type.ShortcutOverride
        if overriding and isinstance(event, QKeyEvent) and _searches(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _searches(event):
            self.head.search_list()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self.strip)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setHandleWidth(1)
        parts.addWidget(body)
        parts.addWidget(self.explained)
        parts.setStretchFactor(0, 1)
        parts.setCollapsible(0, False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(parts)
        key = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._escape)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _connect(self) -> None:
        self.list.picked.connect(self._show_current)
        self.head.close_wanted.connect(self.close_panel)
        self.head.rules_wanted.connect(self.rules_wanted)
        self.table.chosen.connect(self.chosen)
        self.table.mend_wanted.connect(self.mend_wanted)
        self.table.menu_wanted.connect(self.menu_wanted)
        self.strip.mend_wanted.connect(self.mend_wanted)
        self.strip.mend_all_wanted.connect(self.mend_all_wanted)
        self.strip.explanation_wanted.connect(self.explained.toggle)
        self.strip.answered.connect(self._answer)
        for part in (self.strip, self.explained):
            part.left.connect(self.enter)
        self._earlier.found.connect(self._offer)

    def _show_current(self) -> None:
        row = self.row
        self.strip.show_row(row, len(self.list.alike(row)) if row and row.finding.fix else 0)
        self.explained.show_row(row)
        self._earlier.ask(row)

    def _answer(self, row: FindingRow, text: str) -> None:
        known = self._session.find_outline(row.key.document_id)
        if known and not self._session.do(row.key.document_id, Answer(row.finding, text)):
            self._show_current()

    def _offer(self, key: Key, year: int, text: str) -> None:
        if self.row and self.row.key == key:
            self.strip.show_offer(year, text)

    def _escape(self) -> None:
        """Close one thing at a time."""
        if self.explained.has_focus():
            self.explained.close_it()
        else:
            self.close_panel()


def _searches(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Find)
