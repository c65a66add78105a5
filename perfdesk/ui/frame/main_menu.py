"""Menus and tool bar of the window: every action, in the order clerks look for it."""

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from perfdesk.ui.actions import Entry, action, fill
from perfdesk.ui.frame.bars import Bars
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


@dataclass(frozen=True, slots=True)
class Parts:
    """Whoever has actions to offer."""

    history: History
    habits: EntryHabits
    documents: DocumentActions
    years: YearActions
    projects: ProjectActions
    review: ReviewActions
    search: SearchActions
    versions: VersionActions
    paper: PrintActions
    window: WindowActions
    zoom: Zoom


class MainMenu:
    """The menu bar and tool bar of a window, made of its parts' actions."""

    def __init__(self, window: QMainWindow, bars: Bars, parts: Parts) -> None:
        self._window = window
        self._edit = bars.edit
        undo, redo = parts.history.undo, parts.history.redo
        documents, projects = parts.documents, parts.projects
        fill(bars.file, [documents.new, parts.years.begin, documents.sample, documents.bring, None])
        fill(bars.file, [*parts.versions.all(), None])
        fill(bars.file, [documents.export, documents.export_text, documents.export_json])
        fill(bars.file, [parts.paper.pdf, None, parts.paper.preview, parts.paper.print, None])
        fill(bars.file, [parts.years.submit, parts.years.open_again, None])
        fill(bars.file, [documents.describe, documents.remove, None, parts.window.quit])
        fill(bars.edit, [undo, redo, None, *parts.search.actions(), None])
        fill(bars.edit, [*parts.habits.all(), None])
        projects.fill_menu(bars.project)
        parts.review.fill_menu(bars.review)
        self._fill_view(bars.view, parts)
        fill(bars.help, [*parts.window.help_actions()])
        groups = (
            [projects.new, documents.bring, documents.export],
            [undo, redo],
            parts.review.tools(),
        )
        bars.fill_tools(groups)

    def offer_page_actions(self, actions: list[QAction]) -> None:
        """Add the actions of a page to the edit menu, when the page is first made."""
        self._edit.addActions(actions)

    def _fill_view(self, menu: QMenu, parts: Parts) -> None:
        zoom = parts.zoom
        # Ctrl++ and Ctrl+- are a row more and a row less in the form, as in a spreadsheet.
        larger = action(self._window, Entry("放大", zoom.larger, "Ctrl+Alt+=", "zoom-in"))
        larger.setShortcuts([QKeySequence("Ctrl+Alt+="), QKeySequence("Ctrl+Alt++")])
        smaller = action(self._window, Entry("缩小", zoom.smaller, "Ctrl+Alt+-", "zoom-out"))
        normal = action(self._window, Entry("实际大小", zoom.reset, "Ctrl+0"))
        appearance = QMenu("外观", menu)
        fill(appearance, [*parts.window.appearances.values()])
        fill(menu, [larger, smaller, normal, None, appearance, None, *parts.window.places()])
