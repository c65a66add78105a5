"""The window: tree at the left, one page in the middle, what is safe at the bottom."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QSplitter

from perfdesk.io.problem import Problem
from perfdesk.models.sheet import Place
from perfdesk.ui.findings.room import room_left
from perfdesk.ui.frame.bars import Bars
from perfdesk.ui.frame.navigator import Navigator
from perfdesk.ui.frame.status import StatusBar
from perfdesk.ui.frame.whereabouts import place_after
from perfdesk.ui.frame.window_place import WindowPlace
from perfdesk.ui.frame.work_side import WorkSide
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.saver import Saver, SaveState
from perfdesk.ui.session import Session
from perfdesk.ui.settings import Settings
from perfdesk.ui.tree.nodes import ROOT, Key, Kind, nearest_key
from perfdesk.ui.tree.panel import TreePanel

if TYPE_CHECKING:
    from perfdesk.ui.frame.commands import Commands
    from perfdesk.ui.undo_stack import Step

_TREE_PX = 272
_PAGE_PX = 1168
_SLOW_MS = 400
_PATIENCE_SECONDS = 1.0


class MainWindow(QMainWindow):
    """Puts the parts together and lets them hear of one another; no part knows the window.

    What one sees first is made at once. What one can ask for, `commands`, comes with
    `complete`, after the first paint. `troubled(sentence)` may be emitted in any thread.
    """

    appearance_wanted = Signal(str)
    troubled = Signal(str)

    def __init__(
        self, session: Session, inspector: Inspector, saver: Saver, settings: Settings
    ) -> None:
        super().__init__()
        self._session = session
        self.inspector = inspector
        self._saver = saver
        self._settings = settings
        self.setWindowTitle("PerfDesk")
        self.setAcceptDrops(True)
        self.bars = Bars(self)
        self.tree = TreePanel(session, inspector, self)
        self.navigator = Navigator(session, inspector, settings, saver.path, self)
        self.status = StatusBar(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.work = WorkSide(self.navigator, session, self)
        self._slow = QTimer(self)
        self._place = WindowPlace(self, settings)
        self._build()
        self._connect()
        self._restore()

    @cached_property
    def commands(self) -> "Commands":
        """What one can ask the window for, made when it is first needed."""
        from perfdesk.ui.frame.commands import Commands  # late: a fifth of the start

        commands = Commands(self, self._session, self._settings, self._saver.path)
        commands.appearance_wanted.connect(self.appearance_wanted)
        return commands

    def complete(self) -> None:
        """Make the rest, now that the window has been seen, fitting to what it shows."""
        self.work.let_room_go()
        self.commands.documents.refresh()
        self.commands.years.refresh()

    def open_files(self, paths: Sequence[Path]) -> None:
        """Import files, as dropping them on the window does."""
        if paths:
            self.commands.documents.arrivals.bring(list(paths))

    def go_to(self, key: Key) -> None:
        """Show the page of a node and select it in the tree, filtered away or not."""
        if key == ROOT:
            self.tree.view.leave()
            self._show(key)
            self.navigator.setFocus()
        elif not self.tree.view.go_to(key):
            self.tree.clear_filter()
            self.tree.view.go_to(key)

    def go_into(self, key: Key) -> None:
        """Show the page of a node, ready to be written on."""
        self.go_to(key)
        self.navigator.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_place(self, key: Key, place: Place, *, edit: bool = False) -> bool:
        """Show a node's page and a place on it, with `edit` opened to be written in.

        What is being typed elsewhere is taken over first. Tells whether the place is there.
        """
        self.take_over()
        if key != self.navigator.key:
            self.go_to(key)
        page = self.navigator.page()
        return page is not None and page.go_to_place(place, edit=edit)

    def wait_until_saved(self) -> SaveState:
        """Put everything on disk, what is being typed too, and tell how that went."""
        self.take_over()
        self._saver.wait_until_saved(_PATIENCE_SECONDS)
        return self._saver.state

    def take_over(self) -> None:
        """Take over what is being typed anywhere: in the tree, on the page, in a panel."""
        self.tree.view.commit()
        self.navigator.commit()
        self.work.commit()

    def begin_command(self) -> None:
        """Get ready for whatever is asked for: nothing is left half typed, nothing old is said."""
        self.take_over()
        self.status.forget()

    def set_zoom(self, factor: float) -> None:
        """Show the pages `factor` times as large."""
        self.navigator.set_zoom(factor)
        self.status.show_zoom(factor)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.open_files(_dropped(event))
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        from perfdesk.ui.frame.farewell import may_close

        self.take_over()
        busy = self.commands.busy
        if not may_close(self, self._saver, self._session, self._settings, busy=busy):
            event.ignore()
            return
        self.commands.end()
        self._remember()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        from perfdesk.ui.frame.tab_order import beside

        parts = [self.tree, *self.work.parts(), self.status]
        following = beside(parts, self.focusWidget(), forward=forward)
        if following is None:
            return super().focusNextPrevChild(forward)
        reason = Qt.FocusReason
        following.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
        return True

    def _build(self) -> None:
        self._splitter.addWidget(self.tree)
        self._splitter.addWidget(self.work)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setCollapsible(1, False)
        self._splitter.setHandleWidth(1)
        self._splitter.setSizes([_TREE_PX, _PAGE_PX])
        self.setCentralWidget(self._splitter)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        self.tree.view.chosen.connect(self._show)
        self.tree.view.told.connect(self.status.tell)
        self.tree.view.entered_page.connect(self.navigator.setFocus)
        self.navigator.place_changed.connect(self.status.show_place)
        self.navigator.remarked.connect(self.status.show_remarks)
        self.navigator.told.connect(self.status.tell)
        self.navigator.project_chosen.connect(self._open_project)
        self._session.refused.connect(self.status.tell)
        self._session.changed.connect(self._refresh)
        self._session.changed.connect(self.status.forget)
        self._session.changed.connect(lambda *_: self._slow.start(_SLOW_MS))
        self._session.stepped.connect(self._follow)
        self._saver.state_changed.connect(self.status.show_saved)
        self._slow.setSingleShot(True)
        self._slow.timeout.connect(lambda: self.status.show_saved(self._saver.state))
        self.troubled.connect(self.status.warn)

    def _show(self, key: Key) -> None:
        try:
            self.navigator.show_key(key)
        except Problem as problem:  # the disk with the store has gone away
            self.status.warn(str(problem))
        else:
            self._refresh()

    def _refresh(self, *_: object) -> None:
        nearest = nearest_key(self.navigator.key, self._session.outlines)
        if nearest != self.navigator.key:
            self.go_to(nearest)
            return
        self.work.show_document(self.navigator.key.document_id)
        navigator = self.navigator
        self.status.show_sums(navigator.shown_projects(), navigator.shown_quantified())
        self.status.show_unconfirmed(navigator.shown_unconfirmed())
        self.setWindowTitle(f"{self._title()} - PerfDesk" if self._title() else "PerfDesk")

    def _title(self) -> str:
        key = self.navigator.key
        if not key.document_id:
            return f"{key.year} 年度" if key.year else ""
        outline = self._session.outline(key.document_id)
        return f"{outline.department.name} {outline.year} 年度"

    def _follow(self, way: "Step") -> None:
        """Show where an undo or redo took place, where that is not seen already."""
        key = place_after(way, self.navigator.key)
        if key is not None and key != self.navigator.key:
            self.go_to(key)

    def _open_project(self, document_id: str, project_id: str) -> None:
        self.go_into(Key(Kind.PROJECT, document_id, project_id))

    def _restore(self) -> None:
        """Bring back what the window looked like when it was last closed."""
        self._splitter.restoreState(self._settings.state("splitter"))
        shown, height = room_left(self._settings)
        if shown and height:
            self.work.keep_room(height)
        self.set_zoom(self._settings.zoom)
        self.status.show_saved(self._saver.state)

    def _remember(self) -> None:
        self.navigator.remember()
        self._settings.set_state("splitter", self._splitter.saveState())
        self._place.remember()


def _dropped(event: QDropEvent) -> list[Path]:
    """Return the files that are dragged over the window."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
