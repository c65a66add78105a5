"""Menus and tool bar of the window: every action, in the order clerks look for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from perfdesk.ui.actions import Entry, action, fill
from perfdesk.ui.frame.bars import Bars
from perfdesk.ui.frame.copied_actions import CopiedActions
from perfdesk.ui.frame.document_actions import DocumentActions
from perfdesk.ui.frame.entry_habits import EntryHabits
from perfdesk.ui.frame.history import History
from perfdesk.ui.frame.print_actions import PrintActions
from perfdesk.ui.frame.project_actions import ProjectActions
from perfdesk.ui.frame.review_actions import ReviewActions
from perfdesk.ui.frame.search_actions import SearchActions
from perfdesk.ui.frame.version_actions import VersionActions
from perfdesk.ui.frame.window_actions import WindowActions
from perfdesk.ui.frame.year_actions import YearActions
from perfdesk.ui.frame.zoom import Zoom
from perfdesk.ui.look.icons import icon
from perfdesk.ui.page import Page


@dataclass(frozen=True, slots=True)
class Parts:
    """Whoever has actions to offer."""

    history: History
    habits: EntryHabits
    documents: DocumentActions
    copied: CopiedActions
    years: YearActions
    projects: ProjectActions
    review: ReviewActions
    search: SearchActions
    versions: VersionActions
    paper: PrintActions
    window: WindowActions
    zoom: Zoom


class MainMenu:
    """The menu bar and tool bar of a window, made of its parts' actions and the page's."""

    def __init__(self, window: QMainWindow, bars: Bars, parts: Parts) -> None:
        self._bars = bars
        self._parts = parts
        self._page: Page | None = None
        self._appearance = QMenu("外观", bars.view)
        self._finding = QMenu("查找和替换", bars.edit)
        self._finding.setIcon(icon("search"))
        fill(self._finding, parts.search.for_texts())
        self._zooms = self._zoom_actions(window)
        undo, redo = parts.history.undo, parts.history.redo
        documents, projects = parts.documents, parts.projects
        fill(bars.file, [documents.new, parts.years.begin, documents.sample])
        fill(bars.file, [documents.bring, parts.copied.bring, None])
        fill(bars.file, [*parts.versions.all(), None])
        fill(bars.file, [documents.export, documents.export_text, documents.export_json])
        fill(bars.file, [parts.paper.pdf, None, parts.paper.preview, parts.paper.print, None])
        fill(bars.file, [parts.years.submit, parts.years.open_again, None])
        fill(bars.file, [documents.describe, documents.remove, None, parts.window.quit])
        projects.fill_menu(bars.project)
        parts.review.fill_menu(bars.review)
        fill(self._appearance, [*parts.window.appearances.values()])
        fill(bars.help, [*parts.window.help_actions()])
        bars.edit.aboutToShow.connect(self._refresh)
        groups = (
            [projects.new, documents.bring, documents.export],
            [undo, redo],
            parts.review.tools(),
        )
        known = [undo, redo, documents.bring, documents.export]
        bars.tools.fill(groups, parts.years.hand_in, known)
        bars.tools.end_with(parts.search.box)
        self._offer((), (), ())

    def follow(self, page: Page | None) -> None:
        """Offer what can be done on a page, among what can be done everywhere."""
        if page is not None and page is not self._page:
            self._page = page
            self._offer(page.edits(), page.habits(), page.views())

    def _offer(
        self,
        edits: Sequence[QAction | QMenu | None],
        habits: Sequence[QAction],
        views: Sequence[QAction],
    ) -> None:
        parts, edit, view = self._parts, self._bars.edit, self._bars.view
        edit.clear()
        fill(edit, [parts.history.undo, parts.history.redo, None])
        fill(edit, [*edits, None] if edits else [])
        fill(edit, [self._finding, parts.search.jump, None, *parts.habits.all(), *habits])
        view.clear()
        fill(view, [*self._zooms, None])
        fill(view, [*views, None] if views else [])
        fill(view, [*parts.window.places(), None, self._appearance])

    def _refresh(self) -> None:
        if self._page:
            self._page.refresh_actions()

    def _zoom_actions(self, window: QMainWindow) -> Sequence[QAction]:
        zoom = self._parts.zoom
        # Ctrl++ and Ctrl+- are a row more and a row less in the form, as in a spreadsheet.
        larger = action(window, Entry("放大", zoom.larger, "Ctrl+Alt+=", "zoom-in"))
        larger.setShortcuts([QKeySequence("Ctrl+Alt+="), QKeySequence("Ctrl+Alt++")])
        smaller = action(window, Entry("缩小", zoom.smaller, "Ctrl+Alt+-", "zoom-out"))
        return larger, smaller, action(window, Entry("实际大小", zoom.reset, "Ctrl+0"))
