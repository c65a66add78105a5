"""Going back to an earlier state: its contents in the place of the present ones."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from perfdesk.models.document import Document
from perfdesk.models.project import Indicator, Project
from perfdesk.models.same import without_ids
from perfdesk.models.statement import Safeguard, SubGoal
from perfdesk.models.versions.pairing import paired

RowT = TypeVar("RowT", Project, Indicator, SubGoal, Safeguard)


@dataclass(frozen=True, slots=True)
class Restore:
    """Put the contents of an earlier state, read from a file, in the place of a document's."""

    past: Document

    @property
    def label(self) -> str:
        """What undo and redo call it."""
        return "恢复版本"

    def apply(self, document: Document) -> Document:
        """Return the document as it was then."""
        restored = with_present_ids(self.past, document)
        return document if restored == document else restored


def with_present_ids(past: Document, now: Document) -> Document:
    """Return what an earlier state says, its rows under the ids that the same rows have now.

    Rows that say the same are the present ones; whether the document was handed in is a
    matter of the present.
    """
    statement = replace(
        past.statement,
        subgoals=_rows(past.statement.subgoals, now.statement.subgoals, _titled),
        safeguards=_rows(past.statement.safeguards, now.statement.safeguards, _titled),
    )
    if statement == now.statement:
        statement = now.statement
    mates = paired(past.projects, now.projects, without_ids, _code, _unit_and_name, _name)
    projects = tuple(_project(one, mate) for one, mate in zip(past.projects, mates, strict=True))
    return replace(past, id=now.id, submitted=now.submitted, statement=statement, projects=projects)


def _project(past: Project, now: Project | None) -> Project:
    if now is None:
        return past
    mates = paired(
        past.indicators, now.indicators, _content, _level_and_name, _indicator_name, _level
    )
    indicators = tuple(_same(one, mate) for one, mate in zip(past.indicators, mates, strict=True))
    whole = replace(past, id=now.id, indicators=indicators)
    return now if whole == now else whole


def _rows(
    past: Sequence[RowT], now: Sequence[RowT], *keys: Callable[[RowT], Hashable]
) -> tuple[RowT, ...]:
    mates = paired(past, now, _content, *keys)
    return tuple(_same(one, mate) for one, mate in zip(past, mates, strict=True))


def _same(past: RowT, now: RowT | None) -> RowT:
    if now is None:
        return past
    row = replace(past, id=now.id)
    return now if row == now else row


def _content(row: RowT) -> Hashable:
    return replace(row, id="")


def _code(project: Project) -> Hashable:
    return project.code


def _unit_and_name(project: Project) -> Hashable:
    return (project.unit.code, project.name) if project.name else ""


def _name(project: Project) -> Hashable:
    return project.name


def _level_and_name(row: Indicator) -> Hashable:
    return (row.level2, row.name) if row.name else ""


def _indicator_name(row: Indicator) -> Hashable:
    return row.name


def _level(row: Indicator) -> Hashable:
    return row.level2


def _titled(row: SubGoal | Safeguard) -> Hashable:
    return row.title
