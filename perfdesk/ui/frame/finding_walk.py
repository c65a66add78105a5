"""Going about the window by findings: to their cells, and from one to the next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from perfdesk.models.review.finding import cell_field
from perfdesk.models.sheet import Place
from perfdesk.ui.findings.finding_row import FindingRow, Key
from perfdesk.ui.findings.listing import Here
from perfdesk.ui.findings.panel import FindingsPanel
from perfdesk.ui.findings.steps import step
from perfdesk.ui.session import Session
from perfdesk.ui.tree import nodes

if TYPE_CHECKING:
    from perfdesk.ui.frame.main_window import MainWindow


class FindingWalk(QObject):
    """Knows which findings are where one is, and goes to them."""

    told = Signal(str)

    def __init__(self, session: Session, window: "MainWindow", panel: FindingsPanel) -> None:
        super().__init__(panel)
        self._session = session
        self._window = window
        self._navigator = window.navigator
        self._panel = panel
        self._reached: tuple[Key, Place | None] | None = None

    @property
    def here(self) -> Here:
        """Where in the workspace one is."""
        key = self._navigator.key
        part_one = key.kind is nodes.Kind.STATEMENT
        inside = key.kind is nodes.Kind.PROJECT or part_one
        return Here(key.document_id, key.project_id if inside else None)

    def at_cursor(self) -> list[FindingRow]:
        """Return the findings where the cursor is, the one that was gone to first."""
        page, here = self._navigator.page(), self.here
        place = page.current_place() if page and here.project_id is not None else None
        if place is None:
            return []
        rows = self._panel.list.listing.of(here.document_id)
        if self._reached and self._reached[1] == place:
            reached = [row for row in rows if row.key == self._reached[0]]
        else:
            reached = []
        cell = _cell(place)
        return reached + [
            row for row in rows if _cell(row.finding.place) == cell and row not in reached
        ]

    def current(self) -> FindingRow | None:
        """Return the finding one is at: in the panel its current one, else the cursor's."""
        if self._panel.has_focus():
            return self._panel.row
        rows = self.at_cursor()
        listed = self._panel.row if self._panel.isVisible() else None
        if listed in rows:
            return listed
        return next((row for row in rows if not row.answered), rows[0] if rows else None)

    def follow_cursor(self) -> None:
        """Show in the panel what is found where the cursor is."""
        if self._panel.isVisible() and not self._panel.has_focus():
            self._panel.list.pick([row.key for row in self.at_cursor()])

    def go_to(self, row: FindingRow, *, edit: bool = False) -> None:
        """Bring the cell of a finding into view, and with `edit` open it."""
        project_id, place = row.finding.project_id, row.finding.place
        kind = nodes.Kind.PROJECT if project_id else nodes.Kind.STATEMENT
        key = nodes.Key(kind, row.key.document_id, project_id)
        in_panel = self._panel.has_focus()
        if not self._window.go_to_place(key, place, edit=edit):
            self.told.emit("这一处已不在文本中")
            return
        page = self._navigator.page()
        self._reached = row.key, page.current_place() if page else None
        self._panel.list.pick([row.key])
        if not in_panel and not edit:
            self._navigator.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, *, forward: bool) -> None:
        """Go to the next open finding of the document, or to the one before."""
        here = self.here
        if not here.document_id:
            self.told.emit("请先在左侧选择一份文本")
            return
        rows = self._panel.list.listing.of(here.document_id)
        if self._panel.isVisible():
            levels = self._panel.head.choice().levels
            rows = [row for row in rows if row.finding.severity in levels]
        current = self.current()
        page = self._navigator.page()
        place = current.finding.place if current else page.current_place() if page else None
        if place is None and here.project_id:
            place = Place(here.project_id, "")
        document = self._session.document(here.document_id)
        way = step(document, rows, place, current.key if current else None, forward=forward)
        if way is None:
            whole = self._panel.list.listing.is_whole(here.document_id)
            self.told.emit("没有未处理的问题" if whole else "正在审核，请稍后再按一次")
            return
        self.go_to(way.row)
        words = f"{way.row.finding.severity.word}：{way.row.finding.sentence}"
        if way.round:
            words = f"已从{'头' if forward else '末尾'}开始 · {words}"
        self.told.emit(f"{words}（{way.number}/{way.of}）")


def _cell(place: Place) -> Place:
    return Place(place.row_id, cell_field(place.field))
