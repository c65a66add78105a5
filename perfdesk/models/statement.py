"""部门整体绩效目标: what the department as a whole promises, as frozen values."""

from dataclasses import dataclass, field

from perfdesk.models.carried import NOTHING_CARRIED
from perfdesk.models.ids import new_id
from perfdesk.models.reason import Reason


@dataclass(frozen=True, slots=True)
class SubGoal:
    """分项绩效目标: one part of the department's goal; title without its numbering.

    `carried` are the fields that came from last year and that nobody has touched since.
    """

    title: str = ""
    goal: str = ""
    indicators: str = ""
    id: str = field(default_factory=new_id)
    carried: frozenset[str] = NOTHING_CARRIED


@dataclass(frozen=True, slots=True)
class Safeguard:
    """工作保障措施: one safeguard; title without its numbering; `carried` as in a `SubGoal`."""

    title: str = ""
    text: str = ""
    id: str = field(default_factory=new_id)
    carried: frozenset[str] = NOTHING_CARRIED


StatementRow = SubGoal | Safeguard
"""What stands in the lists of part one."""
ROW_FIELDS: dict[type, tuple[str, ...]] = {
    SubGoal: ("title", "goal", "indicators"),
    Safeguard: ("title", "text"),
}
"""The texts that each of them has, in the order in which they are printed."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Part one of a document: the overall text, then sub-goals and safeguards in order.

    `reasons` answer what checks find in it; `carried` is `overall` while that came from last
    year and nobody has touched it since.
    """

    overall: str = ""
    subgoals: tuple[SubGoal, ...] = ()
    safeguards: tuple[Safeguard, ...] = ()
    reasons: tuple[Reason, ...] = ()
    carried: frozenset[str] = NOTHING_CARRIED

    @property
    def rows(self) -> tuple[StatementRow, ...]:
        """The sub-goals and then the safeguards."""
        return (*self.subgoals, *self.safeguards)

    @property
    def unconfirmed(self) -> int:
        """How many fields came from last year and are still to be looked at."""
        return len(self.carried) + sum(len(row.carried) for row in self.rows)
