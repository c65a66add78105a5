"""资金支出计划 in its two conventions: per cent by the end of a month, or of each period."""

from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache
from itertools import accumulate, pairwise

from perfdesk.models.amount import percentage
from perfdesk.models.project import SpendingPlan

PERIODS = ("1—3月", "4—6月", "7—10月", "11—12月")
"""The periods that the four ends of months divide the year into."""

Four = tuple[Decimal, Decimal, Decimal, Decimal]
_ALL = Decimal(100)


class Convention(Enum):
    """What the four percentages of a plan say."""

    CUMULATIVE = auto()
    """How much is spent by the end of each month: 25, 50, 75, 100."""
    SHARES = auto()
    """How much is spent in each period, adding up to 100: 25, 25, 25, 25."""
    EITHER = auto()
    """All in one period, which both conventions write alike."""


@lru_cache(maxsize=4096)  # a year's projects share a handful of plans
def convention(plan: SpendingPlan) -> Convention | None:
    """Tell which convention a plan is written in; None where it is empty or fits neither.

    A blank cell counts as 0; in a cumulative plan one after an amount says that nothing more
    is spent. (Both conventions are in use.)
    """
    cells = _cells(plan)
    if cells is None:
        return None
    adds_up = sum(cell or 0 for cell in cells) == _ALL
    reached = _carried(cells)
    rises = all(low <= high for low, high in pairwise(reached))
    if rises and reached[-1] == _ALL and cells[-1] is not None:
        return Convention.EITHER if adds_up else Convention.CUMULATIVE
    return Convention.SHARES if adds_up else None


@lru_cache(maxsize=4096)
def shares(plan: SpendingPlan) -> Four | None:
    """Return how many per cent of the budget each period spends, whichever way it is written.

    None where the plan is empty or fits neither convention.
    """
    found = convention(plan)
    cells = _cells(plan)
    if found is None or cells is None:
        return None
    if found is not Convention.CUMULATIVE:
        return _four([cell or Decimal(0) for cell in cells])
    reached = _carried(cells)
    return _four([high - low for low, high in pairwise((Decimal(0), *reached))])


def written(plan: SpendingPlan, wanted: Convention) -> SpendingPlan | None:
    """Return the same plan in a convention, None where it fits neither.

    Blank cells before the first amount stay blank, others get the number they stand for.
    """
    parts = shares(plan)
    if parts is None:
        return None
    texts = (plan.march, plan.june, plan.october, plan.december)
    numbers = accumulate(parts) if wanted is Convention.CUMULATIVE else parts
    reached = accumulate(parts)
    cells = (
        "" if not text.strip() and not so_far else f"{number.normalize():f}"
        for text, number, so_far in zip(texts, numbers, reached, strict=True)
    )
    return SpendingPlan(*cells)


def _cells(plan: SpendingPlan) -> tuple[Decimal | None, ...] | None:
    """Read the four cells, None for a blank one; None for all where one is no percentage."""
    texts = (plan.march, plan.june, plan.october, plan.december)
    cells = tuple(percentage(text) for text in texts)
    for text, cell in zip(texts, cells, strict=True):
        if (text.strip() and cell is None) or not 0 <= (cell or 0) <= _ALL:
            return None
    return cells if any(cells) else None


def _carried(cells: tuple[Decimal | None, ...]) -> tuple[Decimal, ...]:
    reached: list[Decimal] = []
    for cell in cells:
        reached.append(cell if cell is not None else reached[-1] if reached else Decimal(0))
    return tuple(reached)


def _four(values: list[Decimal]) -> Four:
    march, june, october, december = values
    return march, june, october, december
