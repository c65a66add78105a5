"""A budget project and its indicator grid, as frozen values.

Fields hold what was typed or printed, right or wrong; numbers are read from them by
`perfdesk.models.amount`. See the form 《…绩效目标表》 in the provincial budget documents.
"""

from dataclasses import dataclass, field

from perfdesk.models.carried import NOTHING_CARRIED
from perfdesk.models.ids import new_id
from perfdesk.models.reason import Reason
from perfdesk.models.value import IndicatorValue


@dataclass(frozen=True, slots=True)
class Unit:
    """预算单位: a budget unit, six-digit code (department + 3) and name."""

    code: str = ""
    name: str = ""

    @property
    def printed(self) -> str:
        """The unit as forms print it, `315001云溪区商务局本级`."""
        return self.code + self.name

    @classmethod
    def typed(cls, text: str) -> "Unit":
        """Part a printed unit into its leading digits and its name."""
        name = text.lstrip("0123456789")
        return cls(text[: len(text) - len(name)], name.strip())


@dataclass(frozen=True, slots=True)
class Budget:
    """预算数 and its parts, texts in 万元 as typed; empty means not given."""

    total: str = ""
    fiscal: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class SpendingPlan:
    """资金支出计划: per cent by the end of four months, texts without the sign %."""

    march: str = ""
    june: str = ""
    october: str = ""
    december: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """绩效指标: one row of the six-column grid, level names always filled in.

    `carried` are the fields that came from elsewhere and that nobody has touched since:
    `carried_from` says in words from where, empty for last year.
    """

    level1: str = ""
    level2: str = ""
    name: str = ""
    description: str = ""
    value: IndicatorValue = field(default_factory=IndicatorValue)
    basis: str = ""
    id: str = field(default_factory=new_id)
    carried: frozenset[str] = NOTHING_CARRIED
    carried_from: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """项目: one budget project with its form; `goals` are lines without their numbers.

    `reasons` answer what checks find in it; `carried` are the fields, `budget.total` and the
    like, that came from elsewhere and that nobody has touched since, as in an `Indicator`.
    """

    code: str = ""
    name: str = ""
    unit: Unit = field(default_factory=Unit)
    budget: Budget = field(default_factory=Budget)
    purpose: str = ""
    plan: SpendingPlan = field(default_factory=SpendingPlan)
    goals: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    id: str = field(default_factory=new_id)
    reasons: tuple[Reason, ...] = ()
    carried: frozenset[str] = NOTHING_CARRIED
    carried_from: str = ""

    @property
    def quantified(self) -> int:
        """How many of the indicators have a value with a number."""
        return sum(bool(row.value.number) for row in self.indicators)

    @property
    def unconfirmed(self) -> int:
        """How many cells came from elsewhere and are still to be looked at."""
        return len(self.carried) + sum(len(row.carried) for row in self.indicators)
