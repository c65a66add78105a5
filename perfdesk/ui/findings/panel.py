"""The panel 审核结果 below the page: what was found, explained, mended and answered."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from perfdesk.models.review.answer import Answer
from perfdesk.ui.findings.choice import Reach
from perfdesk.ui.findings.columns import needless
from perfdesk.ui.findings.earlier import EarlierReasons
from perfdesk.ui.findings.explained import Explained
from perfdesk.ui.findings.finding_row import Column, FindingRow, Key
from perfdesk.ui.findings.findings_model import FindingsModel
from perfdesk.ui.findings.findings_table import FindingsTable
from perfdesk.ui.findings.head import Head
from perfdesk.ui.findings.listing import Here, Listing
from perfdesk.ui.findings.nothing import Nothing
from perfdesk.ui.findings.strip import Strip
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.session import Session

_HEIGHT_PX = 268
_LEAST_PX = 150
_SOON_MS = 60
_AT_REST_MS = 400
_MANY = 5_000
"""Of more findings the list is renewed only while nobody types."""
_MOST_PROJECTS = 300
_SLICE_SECONDS = 0.012


class FindingsPanel(QWidget):
    """Lists what the inspector knows about where one is, and keeps up with it.

    `chosen` when the current finding is to be gone to, `mend_wanted` and `mend_all_wanted` when
    it, or all of its kind, are to be mended; `rules_wanted` for the rules' own dialog;
    `menu_wanted(point)` for the menu of the current finding; `shown_changed` when the panel
    opens or closes, `lost` when the current finding is gone, `left` when one closes it from
    within.
    """

    chosen = Signal()
    mend_wanted = Signal()
    mend_all_wanted = Signal()
    rules_wanted = Signal()
    menu_wanted = Signal(QPoint)
    shown_changed = Signal(bool)
    lost = Signal()
    left = Signal()

    def __init__(
        self,
        session: Session,
        inspector: Inspector,
        earlier: EarlierReasons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._here = Here()
        self._earlier = earlier
        self._height = _HEIGHT_PX
        self.listing = Listing(session, inspector)
        self.head = Head(self)
        self._model = FindingsModel(self)
        self.table = FindingsTable(self._model, self)
        self._nothing = Nothing(self)
        self._middle = QStackedWidget(self)
        self.strip = Strip(self)
        self.explained = Explained(inspector, session, self)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.refresh)
        self._more = QTimer(self, interval=0)
        self._more.timeout.connect(self._make_more)
        self._lay_out()
        self._connect(inspector)
        self.hide()

    @property
    def row(self) -> FindingRow | None:
        """The current finding of the list."""
        return self.table.row

    def open(self, reach: Reach | None = None) -> None:
        """Show the panel, if wished with another reach; the focus stays where it is."""
        if reach:
            self.head.set_reach(reach)
        self.show()

    def enter(self) -> None:
        """Show the panel and go into its list."""
        self.open()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_focus(self) -> bool:
        """Whether one is in the panel."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def follow(self, here: Here) -> None:
        """List what is found where one has gone to."""
        if here != self._here:
            self._here = here
            self.refresh()

    def pick(self, keys: Sequence[Key]) -> None:
        """Make the first of these findings that is listed current, unless another of them is."""
        if not (self.row and self.row.key in keys):
            next((key for key in keys if self.table.pick(key)), None)

    def commit(self) -> None:
        """Take over a reason that is still being written."""
        self.strip.reason.commit()

    def write_reason(self) -> bool:
        """Go to the reason of the current finding; tell whether it can have one."""
        return self.row is not None and self.strip.write_reason()

    def refresh(self) -> None:
        """List what is there now."""
        self._soon.stop()
        if not self.isVisible():
            return
        reach, choice = self.head.chosen_reach(), self.head.choice()
        if reach is Reach.WORKSPACE and not self.listing.make_more(_SLICE_SECONDS):
            self._more.start()
        rows = self.listing.rows(reach, self._here)
        self._soon.setInterval(_AT_REST_MS if len(rows) > _MANY else _SOON_MS)
        shown, counts = choice.sift(rows)
        self.head.show_counts(counts)
        single = reach is Reach.PROJECT and self._here.project_id is not None
        self.head.offer_projects([] if single else _projects(rows))
        self.table.columns.set_needless(needless(shown, reach, single=single))
        current = self.row
        self.table.show_rows(shown)
        self._middle.setCurrentWidget(self.table if shown else self._nothing)
        self._nothing.say(listed=bool(rows), somewhere=bool(self._here.document_id))
        self._show_current()
        if (current and current.key) != (self.row and self.row.key):
            self.lost.emit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, max(_LEAST_PX, super().minimumSizeHint().height()))

    def set_height(self, height: int) -> None:
        """Be so high when the panel is opened."""
        self._height = max(_LEAST_PX, height)

    def last_height(self) -> int:
        """Return how high the panel is, or was when it was closed."""
        return self._height

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._height = self.height()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self.shown_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown_changed.emit(False)

    def event(self, event: QEvent) -> bool:
        # In here Ctrl+F searches the list; the window's would filter the tree.
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
        self._middle.addWidget(self.table)
        self._middle.addWidget(self._nothing)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._middle, 1)
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

    def _connect(self, inspector: Inspector) -> None:
        inspector.changed.connect(self._refresh_soon)
        self._session.changed.connect(self._refresh_soon)
        self.head.changed.connect(self.refresh)
        self.head.close_wanted.connect(self._close)
        self.head.rules_wanted.connect(self.rules_wanted)
        self.head.search.returnPressed.connect(self.enter)
        self.table.picked.connect(self._show_current)
        self.table.chosen.connect(self.chosen)
        self.table.mend_wanted.connect(self.mend_wanted)
        self.table.menu_wanted.connect(self.menu_wanted)
        self._nothing.all_wanted.connect(self.head.show_everything)
        self.strip.mend_wanted.connect(self.mend_wanted)
        self.strip.mend_all_wanted.connect(self.mend_all_wanted)
        self.strip.explanation_wanted.connect(self.explained.toggle)
        self.strip.answered.connect(self._answer)
        for part in (self.strip, self.explained):
            part.left.connect(self.enter)
        self._earlier.found.connect(self._offer)

    def alike(self, row: FindingRow) -> list[FindingRow]:
        """Return the open findings of the same rule in the same document that can be mended."""
        rule = row.finding.rule
        rows = self.listing.of(row.key.document_id)
        return [r for r in rows if r.finding.rule == rule and r.finding.fix and not r.answered]

    def _make_more(self) -> None:
        """Go on with documents that are not listed yet, a little at a time."""
        reached = self.head.chosen_reach() is Reach.WORKSPACE and self.isVisible()
        if not reached or self.listing.make_more(_SLICE_SECONDS):
            self._more.stop()
            self.refresh()

    def _refresh_soon(self, *_: object) -> None:
        if self.isVisible():
            self._soon.start()

    def _show_current(self) -> None:
        row = self.row
        self.strip.show_row(row, len(self.alike(row)) if row and row.finding.fix else 0)
        self.explained.show_row(row)
        self._earlier.ask(row)

    def _answer(self, row: FindingRow, text: str) -> None:
        if self._session.find_outline(row.key.document_id):
            self._session.do(row.key.document_id, Answer(row.finding, text))

    def _offer(self, key: Key, year: int, text: str) -> None:
        if self.row and self.row.key == key:
            self.strip.show_offer(year, text)

    def _escape(self) -> None:
        """Close one thing at a time."""
        if self.explained.has_focus():
            self.explained.close_it()
        else:
            self._close()

    def _close(self) -> None:
        inside = self.has_focus()
        self.commit()
        self.hide()
        if inside:
            self.left.emit()


def _projects(rows: Sequence[FindingRow]) -> list[str]:
    """Return the projects of findings in order; none where there are too many to choose among."""
    if len({row.finding.project_id for row in rows}) > _MOST_PROJECTS:
        return []
    return [*dict.fromkeys(row.text(Column.PROJECT) for row in rows)]


def _searches(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Find)
