"""What a list of projects adds up to, for the heading and the bars of an overview."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from perfdesk.models.amount import amount
from perfdesk.models.outline import ProjectOutline
from perfdesk.models.plan import shares

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Figures:
    """Sums in 万元 of the amounts that can be read; None where no project gives one.

    `planned` is what is to be spent in each of `perfdesk.models.plan.PERIODS`, by the projects
    that have both an amount and a plan that can be read; `unplanned` counts the others. `totals`
    are the projects' own amounts in order.
    """

    projects: int
    complete: int
    indicators: int
    total: Decimal | None
    fiscal: Decimal | None
    other: Decimal | None
    planned: tuple[Decimal, ...]
    unplanned: int
    totals: tuple[Decimal | None, ...]


def figures(projects: Iterable[ProjectOutline]) -> Figures:
    """Add up the projects."""
    listed = tuple(projects)
    totals = [amount(each.budget.total) if each.budget.total else None for each in listed]
    planned = [_NOTHING] * 4
    unplanned = 0
    for project, total in zip(listed, totals, strict=True):
        parts = shares(project.plan)
        if total is None or parts is None:
            unplanned += 1
            continue
        for period, part in enumerate(parts):
            planned[period] += total * part / 100
    return Figures(
        len(listed),
        sum(each.completeness.done for each in listed),
        sum(each.indicators for each in listed),
        _sum(totals),
        _sum(amount(each.budget.fiscal) for each in listed if each.budget.fiscal),
        _sum(amount(each.budget.other) for each in listed if each.budget.other),
        tuple(planned),
        unplanned,
        tuple(totals),
    )


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    given = [each for each in amounts if each is not None]
    return sum(given, _NOTHING) if given else None
