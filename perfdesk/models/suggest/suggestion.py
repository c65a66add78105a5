"""指标推荐: one indicator that could be meant, and where it comes from."""

from dataclasses import dataclass
from enum import Enum

from perfdesk.models.library import LibraryEntry, with_budget
from perfdesk.models.suggest.past import Use
from perfdesk.models.value import IndicatorValue


class Source(Enum):
    """Where a suggestion comes from, the nearest first; the values stand on screen."""

    LAST_YEAR = "本项目往年"
    OFFICE = "本单位用过"
    LIBRARY = "指标库"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One indicator that could be meant, with the cells of its row.

    `year` and `project_name` say where it was used, and `used` in how many projects; a
    suggestion of the library has the year 0 and a `kind` of work instead; its value may hold
    `perfdesk.models.library.BUDGET` where the project has no budget yet.
    """

    source: Source
    level2: str
    name: str
    description: str
    value: IndicatorValue
    basis: str
    year: int = 0
    project_name: str = ""
    used: int = 0
    kind: str = ""


def from_use(source: Source, use: Use, used: int) -> Suggestion:
    """Return what a row of a past project suggests."""
    cells = use.cells
    return Suggestion(
        source,
        use.known.level2,
        use.known.name,
        *cells,
        use.project.year,
        use.project.name,
        used,
    )


def from_library(entry: LibraryEntry, total: str, used: int = 0) -> Suggestion:
    """Return what the library suggests for a project with a budget of `total` 万元."""
    return Suggestion(
        Source.LIBRARY,
        entry.level2,
        entry.name,
        entry.description,
        with_budget(entry.value, total) if total else entry.value,
        entry.basis,
        used=used,
        kind=entry.kind,
    )
