"""Which past a project has: the department's earlier years, and the same project in them."""

from collections.abc import Callable

from perfdesk.models.outline import DocumentOutline
from perfdesk.models.project import Project
from perfdesk.models.years.carry import YearStep
from perfdesk.models.years.identity import same_project
from perfdesk.models.years.take import Taking
from perfdesk.ui.past import past_years
from perfdesk.ui.session import Session


class PastChoice:
    """Looks for the past of the project that a sheet shows, whichever that is now."""

    def __init__(
        self, session: Session, document_id: Callable[[], str], project: Callable[[], Project]
    ) -> None:
        self._session = session
        self._document_id = document_id
        self._project = project

    def years(self) -> list[DocumentOutline]:
        """Return the documents of the department in earlier years, the last one first."""
        return past_years(self._session, self._document_id())

    def usual(self) -> tuple[DocumentOutline, Project] | None:
        """Return the same project in the last year that has it, or None."""
        for outline in self.years():
            if past := self.same_in(outline.id):
                return outline, past
        return None

    def same_in(self, document_id: str) -> Project | None:
        """Return the same project in another document, or None."""
        projects = self._session.document(document_id).projects
        return next((each for each in projects if same_project(each, self._project())), None)

    def taking(self, document_id: str, past: Project) -> Taking:
        """Return what the project can take over from one of another document."""
        here, there = self._here(), self._session.outline(document_id)
        forms = self._session.form(document_id), self._session.form(here.id)
        return Taking(YearStep(there.year, here.year, *forms), self._project(), past)

    def _here(self) -> DocumentOutline:
        return self._session.outline(self._document_id())
