"""What is remembered of documents: their projects, and what these were measured by."""

from dataclasses import dataclass, field
from math import log2

from perfdesk.models.suggest.levels import Level
from perfdesk.models.value import IndicatorValue
from perfdesk.models.years.identity import yearless


@dataclass(eq=False, slots=True)
class Known:
    """An indicator that was used: its name under a second level, `uses` from old to new."""

    level2: str
    name: str
    level: Level
    uses: "list[Use]" = field(default_factory=list)

    @property
    def weight(self) -> float:
        """How much speaks for it before anything is asked: used often, used lately."""
        if not self.uses:
            return 0.0
        return 2 * log2(1 + len(self.uses)) + 0.75 * self.uses[-1].project.year


@dataclass(eq=False, slots=True)
class Use:
    """One row of one project in which an indicator was used."""

    known: Known
    project: "PastProject"
    description: str
    value: IndicatorValue
    basis: str

    @property
    def filled(self) -> int:
        """How many of the three other cells say something."""
        return sum(map(bool, (self.description.strip(), self.value.text, self.basis.strip())))


@dataclass(eq=False, slots=True)
class PastProject:
    """A project that was written; `uses` has None for a row without a name."""

    id: str
    document_id: str
    year: int
    code: str
    name: str
    unit_code: str
    uses: list[Use | None] = field(default_factory=list)

    @property
    def bare_name(self) -> str:
        """The name without the year it begins with."""
        return yearless(self.name)


def year_of(use: Use) -> int:
    """Return the year of a use, to keep uses in order."""
    return use.project.year
