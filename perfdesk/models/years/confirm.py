"""核对无误: saying of cells that came from last year that they have been looked at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from perfdesk.models.carried import NOTHING_CARRIED, carried_fields
from perfdesk.models.change import with_row
from perfdesk.models.document import Document
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import OVERALL, Place
from perfdesk.models.statement import Safeguard, Statement, SubGoal

RowT = TypeVar("RowT", Project, Indicator, SubGoal, Safeguard)


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
        statement = self._confirmed_statement(document.statement)
        if statement is not document.statement:
            document = replace(document, statement=statement)
        for project in document.projects:
            confirmed = self._confirmed(project)
            if confirmed is not project:
                document = with_row(document, confirmed)
        return document

    def _confirmed(self, project: Project) -> Project:
        """Return a project with what is left; rows without such a place are shared."""
        rows = self._all_left(project.indicators)
        if rows is not project.indicators:
            project = replace(project, indicators=rows)
        return self._left(project)

    def _confirmed_statement(self, statement: Statement) -> Statement:
        """Return part one with what is left; rows without such a place are shared."""
        subgoals = self._all_left(statement.subgoals)
        safeguards = self._all_left(statement.safeguards)
        if subgoals is not statement.subgoals or safeguards is not statement.safeguards:
            statement = replace(statement, subgoals=subgoals, safeguards=safeguards)
        confirmed = statement.carried and OVERALL in self.places
        return replace(statement, carried=NOTHING_CARRIED) if confirmed else statement

    def _all_left(self, rows: tuple[RowT, ...]) -> tuple[RowT, ...]:
        left = tuple(self._left(row) for row in rows)
        same = all(new is old for new, old in zip(left, rows, strict=True))
        return rows if same else left

    def _left(self, row: RowT) -> RowT:
        left = [f for f in row.carried if Place(row.id, f) not in self.places]
        return row if len(left) == len(row.carried) else replace(row, carried=carried_fields(left))


def carried_places(projects: Iterable[Project]) -> Iterator[Place]:
    """Yield the places of projects that came from last year and were not touched since."""
    for project in projects:
        yield from (Place(project.id, field) for field in sorted(project.carried))
        for row in project.indicators:
            yield from (Place(row.id, field) for field in sorted(row.carried))


def carried_in_statement(statement: Statement) -> Iterator[Place]:
    """Yield the places of part one that came from last year and were not touched since."""
    if statement.carried:
        yield OVERALL
    for row in statement.rows:
        yield from (Place(row.id, field) for field in sorted(row.carried))
