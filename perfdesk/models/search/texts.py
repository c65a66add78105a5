"""Every text of a document that a person can write, with the place it stands at."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from perfdesk.models.document import Document
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Place
from perfdesk.models.statement import Statement

_HEAD = ("code", "name")
_BUDGET = ("total", "fiscal", "other")
_PLAN = ("march", "june", "october", "december")
_INDICATOR = ("level1", "level2", "name", "description")


class Written(NamedTuple):
    """A text at its place; `project_id` is empty in part one.

    Goals are told apart by their number: the field is `goals[0]`.
    """

    project_id: str
    place: Place
    text: str


def texts_of(document: Document) -> Iterator[Written]:
    """Yield every text of a document that is not empty, in the order of the form."""
    yield from _not_empty(texts_of_statement(document.statement))
    for project in document.projects:
        yield from _not_empty(texts_of_project(project))


def texts_of_statement(statement: Statement) -> Iterator[Written]:
    """Yield the texts of part one, empty ones too."""
    yield Written("", Place("", "statement.overall"), statement.overall)
    for subgoal in statement.subgoals:
        for field in ("title", "goal", "indicators"):
            yield Written("", Place(subgoal.id, field), getattr(subgoal, field))
    for safeguard in statement.safeguards:
        for field in ("title", "text"):
            yield Written("", Place(safeguard.id, field), getattr(safeguard, field))


def texts_of_project(project: Project) -> Iterator[Written]:
    """Yield the texts of one project, empty ones too."""

    def at(field: str, text: str) -> Written:
        return Written(project.id, Place(project.id, field), text)

    yield at("unit", project.unit.printed)
    for field in _HEAD:
        yield at(field, getattr(project, field))
    for field in _BUDGET:
        yield at(f"budget.{field}", getattr(project.budget, field))
    yield at("purpose", project.purpose)
    for field in _PLAN:
        yield at(f"plan.{field}", getattr(project.plan, field))
    for number, goal in enumerate(project.goals):
        yield at(f"goals[{number}]", goal)
    for indicator in project.indicators:
        yield from _of_indicator(project.id, indicator)


def _of_indicator(project_id: str, indicator: Indicator) -> Iterator[Written]:
    for field in _INDICATOR:
        yield Written(project_id, Place(indicator.id, field), getattr(indicator, field))
    yield Written(project_id, Place(indicator.id, "value"), indicator.value.text)
    yield Written(project_id, Place(indicator.id, "basis"), indicator.basis)


def _not_empty(texts: Iterable[Written]) -> Iterator[Written]:
    return (written for written in texts if written.text)
