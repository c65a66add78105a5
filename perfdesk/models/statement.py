"""部门整体绩效目标: what the department as a whole promises, as frozen values."""

from dataclasses import dataclass, field

from perfdesk.models.ids import new_id
from perfdesk.models.review.reason import Reason


@dataclass(frozen=True, slots=True)
class SubGoal:
    """分项绩效目标: one part of the department's goal; title without its numbering."""

    title: str = ""
    goal: str = ""
    indicators: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Safeguard:
    """工作保障措施: one safeguard; title without its numbering."""

    title: str = ""
    text: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Statement:
    """Part one of a document: the overall text, then sub-goals and safeguards in order.

    `reasons` answer what checks find in it.
    """

    overall: str = ""
    subgoals: tuple[SubGoal, ...] = ()
    safeguards: tuple[Safeguard, ...] = ()
    reasons: tuple[Reason, ...] = ()
