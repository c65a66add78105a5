"""The middle of the window: the page that belongs to the chosen node of the tree."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from perfdesk.models.outline import ProjectOutline
from perfdesk.models.years.due import due
from perfdesk.ui.budget_year import next_budget_year
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.page import Page
from perfdesk.ui.session import Session
from perfdesk.ui.settings import Settings
from perfdesk.ui.tree.nodes import ROOT, Key, Kind

if TYPE_CHECKING:
    from perfdesk.ui.overview.page import OverviewPage
    from perfdesk.ui.start.page import StartPage
    from perfdesk.ui.suggesting import Suggesting

_COLUMNS = "columns"
PageT = TypeVar("PageT", bound=Page)


class Navigator(QStackedWidget):
    """Shows one page at a time and makes each kind of page when it is first needed.

    `made(page)` comes once for each page, so that its actions can be taken into the menu,
    `shown` whenever one is shown; the other signals hand on what the pages ask for.
    """

    place_changed = Signal(str)
    remarked = Signal(object)
    told = Signal(str)
    made = Signal(object)
    shown = Signal()
    project_chosen = Signal(str, str)
    sample_wanted = Signal()
    import_wanted = Signal()
    new_wanted = Signal()
    next_wanted = Signal(str, int)
    copied_wanted = Signal()

    def __init__(
        self,
        session: Session,
        inspector: Inspector,
        settings: Settings,
        store: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._inspector = inspector
        self._store = store
        self.setObjectName("desk")
        self.key = ROOT
        self._session = session
        self._settings = settings
        self._zoom = 1.0
        self._suggesting: Suggesting | None = None
        self._shows: dict[Kind, Callable[[Key], Page]] = {
            Kind.ROOT: self._start,
            Kind.YEAR: self._year,
            Kind.DEPARTMENT: self._department,
            Kind.STATEMENT: self._statement,
            Kind.UNIT: self._unit,
            Kind.PROJECT: self._project,
        }

    def show_key(self, key: Key) -> None:
        """Take over what is being typed, then show the page of a node."""
        self.commit()
        self.key = key
        self.place_changed.emit("")
        self.remarked.emit(())
        page = self._shows[key.kind](key)
        page.set_zoom(self._zoom)
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        self.shown.emit()

    def pages(self) -> list[Page]:
        """Return the pages that have been made."""
        widgets = (self.widget(index) for index in range(self.count()))
        return [widget for widget in widgets if isinstance(widget, Page)]

    def page(self) -> Page | None:
        """Return the page that is shown."""
        page = self.currentWidget()
        return page if isinstance(page, Page) else None

    def commit(self) -> None:
        """Take over what is still being typed on the page."""
        if page := self.page():
            page.commit()

    def remember(self) -> None:
        """Keep the pages' habits for the next start: how wide the form's columns are."""
        from perfdesk.ui.form.page import ProjectPage

        if page := self._made(ProjectPage):
            self._settings.set_numbers(_COLUMNS, page.column_widths())

    def suggest_with(self, suggesting: "Suggesting") -> None:
        """Have the pages suggest what could be meant."""
        self._suggesting = suggesting
        for page in self.pages():
            page.suggest_with(suggesting)

    def follow_habits(self) -> None:
        """Let the form's page do as the settings say, now that they were changed."""
        from perfdesk.ui.form.page import ProjectPage

        if page := self._made(ProjectPage):
            page.let_enter_go_right(right=self._settings.enter_goes_right)

    def set_zoom(self, factor: float) -> None:
        """Show the pages `factor` times as large."""
        self._zoom = factor
        if page := self.page():
            page.set_zoom(factor)

    def shown_projects(self) -> tuple[ProjectOutline, ...]:
        """Return the projects that the page is about, for the sums."""
        key = self.key
        if key.kind is Kind.YEAR:
            years = (each for each in self._session.outlines if each.year == key.year)
            return tuple(project for each in years for project in each.projects)
        if not key.document_id:
            return ()
        projects = self._session.outline(key.document_id).projects
        if key.kind is Kind.PROJECT:
            return tuple(each for each in projects if each.id == key.project_id)
        if key.kind is Kind.UNIT:
            return tuple(each for each in projects if each.unit == key.unit)
        return tuple(projects)

    def shown_quantified(self) -> int | None:
        """Return how many indicators of the one project shown have a number, else None."""
        key = self.key
        if key.kind is not Kind.PROJECT:
            return None
        project = self._session.document(key.document_id).project(key.project_id)
        return project.quantified if project else None

    def shown_unconfirmed(self) -> int:
        """Return how much of the form or part one that is shown is still to be looked at."""
        key = self.key
        if key.kind is Kind.STATEMENT:
            return self._session.outline(key.document_id).statement_unconfirmed
        if key.kind is Kind.PROJECT:
            return sum(each.unconfirmed for each in self.shown_projects())
        return 0

    def _start(self, _key: Key) -> Page:
        from perfdesk.ui.start.page import StartPage

        page = self._made(StartPage)
        if page is None:
            page = self._welcome(StartPage(self))
            self._begin_start(page)
        page.offer_years(due(self._session.outlines, next_budget_year()))
        return page

    def _begin_start(self, page: "StartPage") -> None:
        self._session.changed.connect(lambda: self.key == ROOT and self._start(ROOT))
        page.show_store(self._store)
        page.next_wanted.connect(self.next_wanted)
        page.sample_wanted.connect(self.sample_wanted)
        page.import_wanted.connect(self.import_wanted)
        page.new_wanted.connect(self.new_wanted)

    def _year(self, key: Key) -> Page:
        page = self._overview()
        page.show_year(key.year)
        return page

    def _department(self, key: Key) -> Page:
        page = self._overview()
        page.show_department(key.document_id)
        return page

    def _unit(self, key: Key) -> Page:
        page = self._overview()
        if key.unit is not None:
            page.show_unit(key.document_id, key.unit)
        return page

    def _overview(self) -> "OverviewPage":
        from perfdesk.ui.overview.page import OverviewPage

        if page := self._made(OverviewPage):
            return page
        page = self._welcome(OverviewPage(self._session, self._inspector, self))
        page.project_chosen.connect(self.project_chosen)
        page.next_wanted.connect(self.next_wanted)
        return page

    def _statement(self, key: Key) -> Page:
        from perfdesk.ui.statement.page import StatementPage

        page = self._made(StatementPage) or self._welcome(
            StatementPage(self._session, self._inspector, self)
        )
        page.show_statement(key.document_id)
        return page

    def _project(self, key: Key) -> Page:
        from perfdesk.ui.form.page import ProjectPage

        page = self._made(ProjectPage)
        if page is None:
            page = self._welcome(ProjectPage(self._session, self._inspector, self))
            if widths := self._settings.numbers(_COLUMNS):
                page.set_column_widths(widths)
            self.follow_habits()
        page.show_project(key.document_id, key.project_id)
        return page

    def _made(self, kind: type[PageT]) -> PageT | None:
        """Return the page of this kind, where there is one already."""
        return next((page for page in self.pages() if isinstance(page, kind)), None)

    def _welcome(self, page: PageT) -> PageT:
        """Take a new page in."""
        self.addWidget(page)
        page.place_changed.connect(self.place_changed)
        page.remarked.connect(self.remarked)
        page.told.connect(self.told)
        page.copied_wanted.connect(self.copied_wanted)
        if self._suggesting:
            page.suggest_with(self._suggesting)
        self.made.emit(page)
        return page
