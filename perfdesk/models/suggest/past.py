"""What is remembered of documents: their projects, and what these were measured by.

An office has many rows, so of each there is no more than where to find it: its project, and its
place there. What stood in the cells of a project is packed, and unpacked when it is asked for.
"""

import marshal
import zlib
from bisect import insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import log2
from typing import NamedTuple

from perfdesk.models.project import Indicator
from perfdesk.models.suggest.levels import Level
from perfdesk.models.value import IndicatorValue
from perfdesk.models.years.identity import yearless


class Cells(NamedTuple):
    """What stood beside the name of an indicator."""

    description: str
    value: IndicatorValue
    basis: str


@dataclass(eq=False, slots=True)
class Known:
    """An indicator that was used: its name under a second level.

    `projects` are those that have it, from old to new; who has it twice stands there twice.
    """

    level2: str
    name: str
    level: Level
    projects: "list[PastProject]" = field(default_factory=list)

    @property
    def latest_year(self) -> int:
        """The year in which it was used last. Raises IndexError where it never was."""
        return self.projects[-1].year

    @property
    def weight(self) -> float:
        """How much speaks for it before anything is asked: used often, used lately."""
        if not self.projects:
            return 0.0
        return 2 * log2(1 + len(self.projects)) + 0.75 * self.latest_year

    def latest_uses(self) -> "Iterator[Use]":
        """Yield where it was used, from new to old."""
        for project in dict.fromkeys(reversed(self.projects)):
            yield from (use for use in reversed(project.uses()) if use.known is self)

    def used_in(self, project: "PastProject") -> None:
        """Remember a project that has it."""
        insort(self.projects, project, key=_year)

    def used_no_more_in(self, project: "PastProject") -> None:
        """Forget a project that had it. Raises ValueError where it did not."""
        self.projects.remove(project)


class Use(NamedTuple):
    """One row of one project in which an indicator was used."""

    known: Known
    project: "PastProject"
    row: int

    @property
    def filled(self) -> int:
        """How many of the three other cells say something."""
        return self.project.filled[self.row]

    @property
    def cells(self) -> Cells:
        """What stands in the three other cells."""
        return self.project.cells(self.row)


@dataclass(eq=False, slots=True)
class PastProject:
    """A project that was written; `rows` has None for a row without a name.

    `filled` tells of every row how many cells beside the name say something.
    """

    id: str
    document_id: str
    year: int
    code: str
    name: str
    unit_code: str
    rows: tuple[Known | None, ...] = ()
    filled: bytes = b""
    _packed: bytes = b""

    @property
    def bare_name(self) -> str:
        """The name without the year it begins with."""
        return yearless(self.name)

    def uses(self) -> list[Use]:
        """Return where indicators were used, row by row."""
        return [Use(known, self, row) for row, known in enumerate(self.rows) if known]

    def cells(self, row: int) -> Cells:
        """Return what stands beside the name in a row."""
        description, basis, *value = marshal.loads(zlib.decompress(self._packed))[row]
        return Cells(description, IndicatorValue(*value), basis)

    def keep(self, indicators: Sequence[Indicator]) -> None:
        """Keep what stands in the cells of all rows."""
        self.filled = bytes(map(_filled, indicators))
        self._packed = zlib.compress(marshal.dumps([*map(_texts, indicators)]))


def _year(project: PastProject) -> int:
    return project.year


def _filled(row: Indicator) -> int:
    return sum(map(bool, (row.description.strip(), row.value.text, row.basis.strip())))


def _texts(row: Indicator) -> tuple[str, ...]:
    value = row.value
    return row.description, row.basis, value.text, value.sign, value.number, value.unit
