"""The window: tree at the left, one page in the middle, what is safe at the bottom."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QMainWindow, QMenu, QSplitter

from perfdesk.models.document import Document
from perfdesk.ui.actions import fill
from perfdesk.ui.arrivals import Line
from perfdesk.ui.document_actions import DocumentActions
from perfdesk.ui.farewell import may_close
from perfdesk.ui.main_menu import MainMenu, Parts
from perfdesk.ui.navigator import Navigator
from perfdesk.ui.page import Page
from perfdesk.ui.project_actions import ProjectActions
from perfdesk.ui.report_panel import ReportPanel
from perfdesk.ui.saver import Saver
from perfdesk.ui.session import Session
from perfdesk.ui.settings import Settings
from perfdesk.ui.status import StatusBar
from perfdesk.ui.tree.nodes import ROOT, Key, Kind, key_of_difference, nearest_key
from perfdesk.ui.tree.panel import TreePanel
from perfdesk.ui.window_actions import WindowActions
from perfdesk.ui.zoom import Zoom

_TREE_PX = 272
_SIZE = (1440, 900)


class MainWindow(QMainWindow):
    """Puts the parts together and lets them hear of one another; no part knows the window."""

    appearance_wanted = Signal(str)

    def __init__(self, session: Session, saver: Saver, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self._saver = saver
        self._settings = settings
        self.setWindowTitle("PerfDesk")
        self.setAcceptDrops(True)
        self.tree = TreePanel(session, self)
        self.navigator = Navigator(session, settings, self)
        self._report = ReportPanel(self)
        self.status = StatusBar(self)
        self._zoom = Zoom(settings, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._build()
        self.documents = DocumentActions(session, self.navigator, settings, self)
        self.projects = ProjectActions(session, self.tree.view, self)
        places = {"目录": self.tree.view, "页面": self.navigator, "筛选": self.tree.filter}
        self.commands = WindowActions(self, saver.path, places)
        self._menu = MainMenu(
            self, Parts(session, self.documents, self.projects, self.commands, self._zoom)
        )
        self._connect()
        self._restore()

    def open_files(self, paths: Sequence[Path]) -> None:
        """Import files, as dropping them on the window does."""
        if paths:
            self.documents.arrivals.bring(list(paths))

    def go_to(self, key: Key) -> None:
        """Show the page of a node and select it in the tree, filtered away or not."""
        if key == ROOT:
            self._show(key)
        elif not self.tree.view.go_to(key):
            self.tree.clear_filter()
            self.tree.view.go_to(key)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.open_files(_dropped(event))
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.navigator.commit()
        busy = self.documents.arrivals.busy or self.documents.departures.busy
        if not may_close(self, self._saver, self._session, busy=busy):
            event.ignore()
            return
        self._remember()
        event.accept()

    def _build(self) -> None:
        self._splitter.addWidget(self.tree)
        self._splitter.addWidget(self.navigator)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setCollapsible(1, False)
        self._splitter.setHandleWidth(1)
        self._splitter.setSizes([_TREE_PX, _SIZE[0] - _TREE_PX])
        self.setCentralWidget(self._splitter)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._report)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        self.tree.view.chosen.connect(self._show)
        self.tree.view.entered_page.connect(self.navigator.setFocus)
        self.tree.view.customContextMenuRequested.connect(self._offer)
        self.navigator.made.connect(self._take_in)
        self.navigator.place_changed.connect(self.status.show_place)
        self.navigator.told.connect(self.status.tell)
        self.navigator.project_chosen.connect(self._open_project)
        self.navigator.sample_wanted.connect(self.documents.open_sample)
        self.navigator.import_wanted.connect(self.documents.ask_import)
        self.navigator.new_wanted.connect(self.documents.begin)
        self._session.changed.connect(self._refresh)
        self._session.travelled.connect(self._follow)
        self._saver.state_changed.connect(self.status.show_saved)
        self._zoom.changed.connect(self._apply_zoom)
        self.status.zoom_reset.connect(self._zoom.reset)
        for part in (self.documents, self.projects):
            part.wanted.connect(self.go_to)
            part.told.connect(self.status.tell)
        self.documents.arrivals.arrived.connect(self._receive)
        self.documents.departures.written.connect(self.status.offer_file)
        for traffic in (self.documents.arrivals, self.documents.departures):
            traffic.working.connect(self.status.follow)
            traffic.told.connect(self.status.tell)
        self.commands.appearance_wanted.connect(self.appearance_wanted)

    def _show(self, key: Key) -> None:
        self.navigator.show_key(key)
        self._refresh()

    def _refresh(self, *_: object) -> None:
        nearest = nearest_key(self.navigator.key, self._session.outlines)
        if nearest != self.navigator.key:
            self.go_to(nearest)
            return
        self.documents.refresh()
        self.status.show_sums(self.navigator.shown_projects())
        self.setWindowTitle(f"{self._title()} - PerfDesk" if self._title() else "PerfDesk")

    def _title(self) -> str:
        key = self.navigator.key
        if not key.document_id:
            return f"{key.year} 年度" if key.year else ""
        outline = self._session.outline(key.document_id)
        return f"{outline.department.name} {outline.year} 年度"

    def _follow(self, before: Document | None, after: Document | None) -> None:
        """Show where an undo or redo took place."""
        key = key_of_difference(before, after)
        if key is not None and key != self.navigator.key:
            self.go_to(key)

    def _receive(self, documents: list[Document], lines: list[Line]) -> None:
        """Show what has come in, and what is to be said about it."""
        self._report.show_lines(lines)
        if documents:
            first = documents[0]
            self.go_to(Key(Kind.DEPARTMENT, first.id))
            projects = sum(len(each.projects) for each in documents)
            self.status.tell(f"已导入 {len(documents)} 份文本，共 {projects} 个项目")

    def _take_in(self, page: Page) -> None:
        """Bring the actions of a new page into the menu, and Ctrl+wheel to what it scrolls."""
        self._menu.offer_page_actions(page.actions())
        for area in page.findChildren(QAbstractScrollArea):
            area.viewport().installEventFilter(self._zoom)

    def _open_project(self, document_id: str, project_id: str) -> None:
        self.go_to(Key(Kind.PROJECT, document_id, project_id))
        self.navigator.setFocus()

    def _offer(self, position: QPoint) -> None:
        menu = QMenu(self)
        documents = [self.documents.export, self.documents.describe, self.documents.remove]
        fill(menu, [*self.projects.tree_actions(), None, *documents])
        menu.exec(self.tree.view.viewport().mapToGlobal(position))

    def _apply_zoom(self, factor: float) -> None:
        self.navigator.set_zoom(factor)
        self.status.show_zoom(factor)

    def _restore(self) -> None:
        """Bring back what the window looked like when it was last closed."""
        if not self.restoreGeometry(self._settings.state("geometry")):
            self.resize(*_SIZE)
        self._splitter.restoreState(self._settings.state("splitter"))
        self._apply_zoom(self._zoom.factor)
        self.status.show_saved(self._saver.state)
        self.commands.appearances[self._settings.appearance].setChecked(True)

    def _remember(self) -> None:
        self.navigator.remember()
        self._settings.set_state("geometry", self.saveGeometry())
        self._settings.set_state("splitter", self._splitter.saveState())
        self._settings.write()


def _dropped(event: QDropEvent) -> list[Path]:
    """Return the files that are dragged over the window."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
