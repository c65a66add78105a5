"""What a list of projects adds up to."""

from decimal import Decimal

from perfdesk.models.figures import figures
from perfdesk.models.outline import Completeness, ProjectOutline
from perfdesk.models.project import Budget, SpendingPlan, Unit


def project(budget: Budget, plan: SpendingPlan, filled: int = 1) -> ProjectOutline:
    return ProjectOutline("p", "", "", Unit(), budget, plan, 3, Completeness(filled, 2))


def test_amounts_add_up_exactly_and_unread_ones_are_passed_over() -> None:
    plan = SpendingPlan("25", "50", "75", "100")
    found = figures(
        [
            project(Budget("0.10", "0.10", ""), plan, filled=2),
            project(Budget("0.20", "", "0.20"), SpendingPlan("", "", "", "100")),
            project(Budget("约三万", "", ""), plan),
            project(Budget("5", "5", ""), SpendingPlan("80", "20", "10", "5")),
        ]
    )
    assert (found.projects, found.complete, found.indicators) == (4, 1, 12)
    assert (found.total, found.fiscal, found.other) == tuple(map(Decimal, ("5.30", "5.10", "0.20")))
    assert found.planned == tuple(map(Decimal, ("0.025", "0.025", "0.025", "0.225")))
    assert found.unplanned == 2


def test_amounts_nobody_gives_are_not_nought() -> None:
    found = figures([project(Budget("1", "", ""), SpendingPlan())])
    assert (found.fiscal, found.other) == (None, None)
    assert figures([]).total is None
    assert found.totals == (Decimal(1),)
