"""All that one can ask the window for: actions, menus, tool bar, files coming and going."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from perfdesk.models.document import Document
from perfdesk.models.review.counts import Counts
from perfdesk.ui.actions import fill, open_at
from perfdesk.ui.frame.arrival_check import ArrivalCheck, found_words
from perfdesk.ui.frame.copied_actions import CopiedActions
from perfdesk.ui.frame.document_actions import DocumentActions
from perfdesk.ui.frame.entry_habits import EntryHabits
from perfdesk.ui.frame.history import History
from perfdesk.ui.frame.main_menu import MainMenu, Parts
from perfdesk.ui.frame.node_menu import NodeMenu
from perfdesk.ui.frame.print_actions import PrintActions
from perfdesk.ui.frame.project_actions import ProjectActions
from perfdesk.ui.frame.report_panel import Line, ReportPanel
from perfdesk.ui.frame.review_actions import ReviewActions
from perfdesk.ui.frame.search_actions import SearchActions
from perfdesk.ui.frame.version_actions import VersionActions
from perfdesk.ui.frame.window_actions import WindowActions
from perfdesk.ui.frame.year_actions import YearActions
from perfdesk.ui.frame.zoom import Zoom
from perfdesk.ui.page import Page
from perfdesk.ui.session import Session
from perfdesk.ui.settings import Settings
from perfdesk.ui.tree.nodes import ROOT, Key, Kind

if TYPE_CHECKING:
    from perfdesk.ui.frame.main_window import MainWindow

_PAGE_LEAST_PX = 200


class Commands(QObject):
    """Fills the bars of a window that is seen already, and answers what is asked there."""

    appearance_wanted = Signal(str)

    def __init__(
        self, window: "MainWindow", session: Session, settings: Settings, store: Path
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._told = ""
        tree, navigator = window.tree, window.navigator
        tree.complete()
        self._report = ReportPanel(window)
        window.work.add_below(self._report)
        # A page on which much stands would push the panels below it out of a small window.
        navigator.setMinimumHeight(_PAGE_LEAST_PX)
        self._arrival_check = ArrivalCheck(window.inspector, self)
        self._zoom = Zoom(settings, self)
        self.documents = DocumentActions(session, navigator, settings, window)
        self.copied = CopiedActions(window, self.documents.arrivals)
        self.years = YearActions(window, session, settings)
        self._projects = ProjectActions(session, tree.view, window, self._listed)
        places: dict[str, tuple[str, QWidget]] = {
            "转到目录": ("Ctrl+1", tree.view),
            "转到页面": ("Ctrl+2", navigator),
            "筛选目录": ("Ctrl+Alt+F", tree.filter),
        }
        self.review = ReviewActions(window, session, settings, store)
        self.search = SearchActions(window, session, settings, store)
        self._findings_gave_way = False
        self.versions = VersionActions(window, session, store)
        self.years.put_aside = self.versions.keep_submitted
        self.paper = PrintActions(window, session, settings)
        actions = WindowActions(window, store, places)
        actions.start_wanted.connect(lambda: window.go_to(ROOT))
        self.review.show_manual = actions.show_manual
        actions.appearances[settings.appearance].setChecked(True)
        actions.appearance_wanted.connect(self.appearance_wanted)
        history = History(session, window)
        history.told.connect(window.status.tell)
        parts = Parts(
            history,
            EntryHabits(window, navigator, settings),
            self.documents,
            self.copied,
            self.years,
            self._projects,
            self.review,
            self.search,
            self.versions,
            self.paper,
            actions,
            self._zoom,
        )
        self._menu = MainMenu(window, window.bars, parts)
        self._node_menu = NodeMenu(parts, tree.view)
        self._connect()
        for page in navigator.pages():
            self._take_in(page)
        self._menu.follow(navigator.page())

    @property
    def busy(self) -> bool:
        """Whether files are being read or written."""
        return self.documents.arrivals.busy or self.documents.departures.busy

    def end(self) -> None:
        """Stop what is being read or written, and remember habits: the window goes."""
        self.search.panel.hide()
        self.search.end()
        self.review.remember()
        self.documents.arrivals.end()
        self.documents.departures.end()

    def _connect(self) -> None:
        documents, status = self.documents, self._window.status
        for part in (documents, self.years, self._projects):
            part.told.connect(status.tell)
        self._projects.wanted.connect(self._window.go_to)
        for made in (self._projects.made, documents.wanted, self.years.wanted):
            made.connect(self._window.go_into)
        documents.past_wanted.connect(self.years.begin_from)
        self.copied.told.connect(status.tell)
        self.review.told.connect(status.tell)
        self.review.report.written.connect(status.offer_file)
        self.review.panel.shown_changed.connect(self._make_room)
        self.search.told.connect(status.tell)
        self.versions.told.connect(status.tell)
        self.paper.told.connect(status.tell)
        self.paper.written.connect(status.offer_file)
        self.versions.troubled.connect(status.warn)
        self.search.panel.shown_changed.connect(self._make_room_for_search)
        documents.may_export = self.review.may_export
        documents.arrivals.arrived.connect(self._receive)
        self._arrival_check.counted.connect(self._tell_found)
        self._report.findings_wanted.connect(self.review.panel.open)
        documents.departures.written.connect(self._hand_over)
        for traffic in (documents.arrivals, documents.departures):
            traffic.working.connect(status.follow)
            traffic.told.connect(status.tell)
        self._zoom.changed.connect(self._window.set_zoom)
        status.zoom_reset.connect(self._zoom.reset)
        self._window.tree.view.customContextMenuRequested.connect(self._offer)
        self._window.work.reopen_wanted.connect(self.years.reopen)
        navigator = self._window.navigator
        navigator.made.connect(self._take_in)
        navigator.shown.connect(lambda: self._menu.follow(navigator.page()))
        navigator.shown.connect(documents.refresh)
        navigator.shown.connect(self.years.refresh)
        navigator.sample_wanted.connect(documents.open_sample)
        navigator.import_wanted.connect(documents.ask_import)
        navigator.new_wanted.connect(documents.begin)
        navigator.next_wanted.connect(self.years.begin_from)
        navigator.copied_wanted.connect(self.copied.take_in)
        self._window.tree.view.paste_wanted.connect(self.copied.take_in)

    def _take_in(self, page: Page) -> None:
        """Make all of a page, and bring Ctrl+wheel to what it scrolls."""
        page.complete()
        page.menu_opening.connect(partial(self._add_to, page))
        if page.lists:
            self._projects.hear_on(page.lists)
            page.place_changed.connect(self._projects.refresh)
        page.scrolls.connect(self._zoom.watch)
        for area in page.findChildren(QAbstractScrollArea):
            self._zoom.watch(area)

    def _make_room(self, findings: bool) -> None:
        """Show one panel below the page at a time."""
        if findings:
            self._report.hide()
            self.search.panel.hide()

    def _make_room_for_search(self, shown: bool) -> None:
        """Let what is searched stand where the findings stood, and those come back after it."""
        findings = self.review.panel
        if shown:
            self._report.hide()
            self._findings_gave_way = findings.isVisible()
            findings.hide()
        elif self._findings_gave_way:
            self._findings_gave_way = False
            findings.open()

    def _show_report(self, lines: list[Line], title: str) -> None:
        self._report.show_lines(lines, title)
        if lines:
            self.search.panel.hide()
            self.review.panel.hide()

    def _hand_over(self, path: Path, lines: list[Line]) -> None:
        """Offer a file that was written, and show what it could not hold."""
        self._show_report(lines, "导出情况")
        self._window.status.offer_file(path)

    def _receive(self, documents: list[Document], lines: list[Line]) -> None:
        """Show what has come in, and what is to be said about it."""
        self._show_report(lines, "导入情况")
        if documents:
            first = Key(Kind.DEPARTMENT, documents[0].id)
            self._window.go_into(first)
            self._window.tree.view.expand_keys({first})
            projects = sum(len(each.projects) for each in documents)
            self._told = f"已导入 {len(documents)} 份文本，共 {projects} 个项目"
            self._window.status.tell(self._told)
            self._arrival_check.watch(documents)

    def _tell_found(self, counts: Counts) -> None:
        """Say what checks find in what has come in, and offer to look at it."""
        found = found_words(counts)
        self._report.offer_findings(found)
        words = f"审核发现{found}，按 F8 查看" if found else "审核没有发现问题"
        self._window.status.tell(f"{self._told}；{words}")

    def _listed(self) -> list[Key]:
        """Return the projects that are selected in a table of them, while that is shown."""
        page = self._window.navigator.page()
        return [Key(Kind.PROJECT, *ids) for ids in page.listed()] if page else []

    def _add_to(self, page: Page, menu: QMenu) -> None:
        """Put into the menu of a place on a page what the window can do there."""
        if page.current_place() is not None:
            self.review.add_to(menu)
        elif self._listed():
            prints = [self.paper.preview, self.paper.print]
            fill(menu, [None, *self._projects.on_rows(), None, *prints])

    def _offer(self, position: QPoint) -> None:
        """Open the menu of a node of the tree, or of the empty ground below all of them."""
        tree = self._window.tree.view
        menu = QMenu(self._window)
        fill(menu, self._node_menu.offers(tree.key_at(position), menu))
        open_at(menu, tree.viewport().mapToGlobal(position))
