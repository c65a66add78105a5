"""The list of the panel with its head: what is found within reach, sifted, kept up."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from perfdesk.ui.findings.choice import Reach
from perfdesk.ui.findings.columns import needless
from perfdesk.ui.findings.finding_row import Column, FindingRow, Key
from perfdesk.ui.findings.findings_model import FindingsModel
from perfdesk.ui.findings.findings_table import FindingsTable
from perfdesk.ui.findings.head import Head
from perfdesk.ui.findings.listing import Here, Listing
from perfdesk.ui.findings.nothing import Nothing
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.session import Session

_SOON_MS = 60
_AT_REST_MS = 400
_MANY = 5_000
"""Of more findings the list is renewed only while nobody types."""
_MOST_PROJECTS = 300
_SLICE_SECONDS = 0.012


class FindingsList(QWidget):
    """Lists what the inspector knows about where one is, while it can be seen.

    `picked` when another finding is current, or the current one says something else; `lost`
    when the one that was current is gone.
    """

    picked = Signal()
    lost = Signal()

    def __init__(
        self, session: Session, inspector: Inspector, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._here = Here()
        self.listing = Listing(session, inspector)
        self.head = Head(self)
        self.table = FindingsTable(FindingsModel(self), self)
        self._nothing = Nothing(self)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.table)
        self._middle.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._middle, 1)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.refresh)
        self._more = QTimer(self, interval=0)
        self._more.timeout.connect(self._make_more)
        inspector.changed.connect(self._refresh_soon)
        session.changed.connect(self._refresh_soon)
        self.head.changed.connect(self.refresh)
        self.head.search.returnPressed.connect(self.enter)
        self.table.picked.connect(self.picked)
        self._nothing.all_wanted.connect(self.head.show_everything)

    @property
    def row(self) -> FindingRow | None:
        """The current finding of the list."""
        return self.table.row

    def enter(self) -> None:
        """Go into the list."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow(self, here: Here) -> None:
        """List what is found where one has gone to."""
        if here != self._here:
            self._here = here
            self.refresh()

    def pick(self, keys: Sequence[Key]) -> None:
        """Make the first of these findings that is listed current, unless another of them is."""
        if not (self.row and self.row.key in keys):
            next((key for key in keys if self.table.pick(key)), None)

    def alike(self, row: FindingRow) -> list[FindingRow]:
        """Return the open findings of the same rule in the same document that can be mended."""
        rule = row.finding.rule
        rows = self.listing.of(row.key.document_id)
        return [r for r in rows if r.finding.rule == rule and r.finding.fix and not r.answered]

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
        self.picked.emit()
        if (current and current.key) != (self.row and self.row.key):
            self.lost.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _make_more(self) -> None:
        """Go on with documents that are not listed yet, a little at a time."""
        reached = self.head.chosen_reach() is Reach.WORKSPACE and self.isVisible()
        if not reached or self.listing.make_more(_SLICE_SECONDS):
            self._more.stop()
            self.refresh()

    def _refresh_soon(self, *_: object) -> None:
        if self.isVisible():
            self._soon.start()


def _projects(rows: Sequence[FindingRow]) -> list[str]:
    """Return the projects of findings in order; none where there are too many to choose among."""
    if len({row.finding.project_id for row in rows}) > _MOST_PROJECTS:
        return []
    return [*dict.fromkeys(row.text(Column.PROJECT) for row in rows)]
