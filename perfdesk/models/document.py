"""部门绩效文本: the performance document of one department for one year, as a frozen value."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from perfdesk.models.ids import new_id
from perfdesk.models.project import Indicator, Project, Unit
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.models.value import IndicatorValue

Row = Project | Indicator | SubGoal | Safeguard
"""Anything in a document that has an id and stands in a list."""


@dataclass(frozen=True, slots=True)
class Department:
    """部门: three-digit code and name."""

    code: str = ""
    name: str = ""


Content = str | int | IndicatorValue | Department | Unit | tuple[str, ...]
"""Anything that a field of a document can hold."""


def year_words(year: int) -> str:
    """Return a year as titles say it, 2026年; empty where none is known."""
    return f"{year}年" if year else ""


@dataclass(frozen=True, slots=True)
class UnreadText:
    """Text of a read file that no field could take; `line` is where it began, from 1."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Submission:
    """上报: who handed a document in and when, an ISO time with its zone; `note` as typed."""

    who: str
    at: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One department, one year; `year` is 0 where none is known, `form` names a `Form`.

    One that was `submitted` stays as it was handed in until it is reopened.

    An edit makes a new document that shares every part it did not touch, so two documents
    can be compared part by part with `is`.
    """

    year: int = 0
    form: str = ""
    department: Department = field(default_factory=Department)
    statement: Statement = field(default_factory=Statement)
    projects: tuple[Project, ...] = ()
    unread: tuple[UnreadText, ...] = ()
    id: str = field(default_factory=new_id)
    submitted: Submission | None = None

    @property
    def units(self) -> tuple[Unit, ...]:
        """The budget units that have a project, in the order they first appear."""
        return tuple(dict.fromkeys(project.unit for project in self.projects))

    def project(self, project_id: str) -> Project | None:
        """Return the project with this id, or None."""
        return next((each for each in self.projects if each.id == project_id), None)

    def rows(self) -> Iterator[Row]:
        """Yield every row with an id: projects, their indicators, sub-goals, safeguards."""
        for project in self.projects:
            yield project
            yield from project.indicators
        yield from self.statement.subgoals
        yield from self.statement.safeguards
