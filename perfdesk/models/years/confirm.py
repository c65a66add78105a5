"""核对无误: saying of cells that came from last year that they have been looked at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from perfdesk.models.change import with_row
from perfdesk.models.document import Document
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Place

RowT = TypeVar("RowT", Project, Indicator)


@dataclass(frozen=True, slots=True)
class Confirm:
    """Know cells as looked at; places that did not come from last year are no matter."""

    places: frozenset[Place]

    @property
    def label(self) -> str:
        """What undo and redo call it."""
        return "核对无误"

    def apply(self, document: Document) -> Document:
        """Return the document with what is left to be looked at."""
        for project in document.projects:
            confirmed = self._confirmed(project)
            if confirmed is not project:
                document = with_row(document, confirmed)
        return document

    def _confirmed(self, project: Project) -> Project:
        """Return a project with what is left; rows without such a place are shared."""
        rows = tuple(self._left(row) for row in project.indicators)
        if any(new is not old for new, old in zip(rows, project.indicators, strict=True)):
            project = replace(project, indicators=rows)
        return self._left(project)

    def _left(self, row: RowT) -> RowT:
        left = frozenset(f for f in row.carried if Place(row.id, f) not in self.places)
        return row if len(left) == len(row.carried) else replace(row, carried=left)


def carried_places(projects: Iterable[Project]) -> Iterator[Place]:
    """Yield the places of projects that came from last year and were not touched since."""
    for project in projects:
        yield from (Place(project.id, field) for field in sorted(project.carried))
        for row in project.indicators:
            yield from (Place(row.id, field) for field in sorted(row.carried))
