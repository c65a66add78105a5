from dataclasses import replace

import pytest

from perfdesk.io.rule_book import OwnRules
from perfdesk.models.document import Document
from perfdesk.models.project import SpendingPlan
from tests.models.rules.cases import Case, findings, found, try_case
from tests.models.rules.sound import EQUIPMENT, SOUND, TRAINING, code, with_project

DEFAULT = "25/50/75/100"
EITHER_WAY: OwnRules = {"P04": {"cumulative": 0}}


def plan(cells: str) -> SpendingPlan:
    return SpendingPlan(*cells.split("/"))


def planned(cells: str) -> Document:
    return with_project(plan=plan(cells))


def at(month: str) -> str:
    return f"projects[0].plan.{month}"


def all_planned(*plans: str) -> Document:
    """A document of projects that differ in their plans."""
    projects = [replace(TRAINING, id=f"p{n}", plan=plan(each)) for n, each in enumerate(plans)]
    return replace(SOUND, projects=tuple(projects))


CASES = [
    Case("P01", planned("25/101/75/100"), planned("25/100/100/100"), at("june")),
    Case("P01", planned("-5/50/75/100"), planned("0/50/75/100"), at("march")),
    Case("P01", planned("25/50/大部分/100"), planned("25/50/75%/100"), at("october")),
    Case("P02", planned("20/40/60/80"), planned("20/40/60/100"), at("december")),
    Case("P02", planned("30/30/30/20"), planned("30/30/30/10"), at("december")),
    Case("P02", planned("25/50/75/"), planned("///100"), at("december")),
    Case("P02", planned("///"), planned("///100"), at("december")),
    Case("P03", planned("50/25/75/100"), planned("50/50/75/100"), at("june")),
    Case("P03", planned("25/50/100/75"), planned("25/50/100/100"), at("december")),
    Case("P04", planned("25/25/25/25"), planned("25/50/75/100"), at("march"), fixed=True),
    Case("P04", planned("/30/30/40"), planned("/30/60/100"), at("june"), fixed=True),
    Case("P04", planned("12.5/0/37.5/50"), planned("///100"), at("march"), fixed=True),
    Case(
        "P05",
        all_planned(DEFAULT, DEFAULT, "25/25/25/25"),
        all_planned(DEFAULT, DEFAULT, "///100"),
        "projects[2].plan.march",
        fixed=True,
        own=EITHER_WAY,
    ),
    Case("P06", planned("20//80/100"), planned("///100"), at("june"), fixed=True),
    Case("P06", planned("//80/100"), planned("0/0/80/100"), at("march"), fixed=True),
    Case(
        "P08",
        all_planned(*[DEFAULT] * 5),
        all_planned(*[DEFAULT] * 5, "20/50/80/100"),
        at("march"),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


def in_either_way(*plans: str) -> list[tuple[str, str]]:
    """What P05 finds under a form that means neither convention: project and mend."""
    hits = found(all_planned(*plans), "P05", EITHER_WAY)
    return [(hit.project_id, hit.fix.label if hit.fix else "") for hit in hits]


def test_the_rarer_convention_is_told_and_mended() -> None:
    assert in_either_way(DEFAULT, DEFAULT, "25/25/25/25") == [("p2", "改为25%、50%、75%、100%")]
    assert in_either_way("25/25/25/25", DEFAULT, "/30/30/40") == [("p1", "改为25%、25%、25%、25%")]
    assert in_either_way(DEFAULT, "///100", "20/40/80/100") == []


def test_two_conventions_are_told_once_where_the_form_means_one() -> None:
    document = all_planned(DEFAULT, DEFAULT, "25/25/25/25")
    assert [f.rule for f in findings(document) if f.rule in ("P04", "P05")] == ["P04"]


def test_shares_are_right_where_the_form_does_not_say() -> None:
    assert found(planned("25/25/25/25"), "P04", EITHER_WAY) == []


def test_a_blank_is_filled_with_what_it_counts_as() -> None:
    finding = found(planned("20//80/100"), "P06")[0]
    assert "6月底" in finding.sentence
    assert "20%" in finding.sentence
    assert finding.fix is not None
    assert finding.fix.change.apply(planned("20//80/100")).projects[0].plan == plan("20/20/80/100")


def test_money_carried_over_may_have_blanks() -> None:
    old = code("13020924P00315010001")
    document = with_project(code=old, plan=plan("//50/100"))
    assert found(document, "P06") == []


@pytest.mark.parametrize("cells", ["20/40/60/80", "50/25/75/100", "25/101/75/100", "///"])
def test_one_slip_is_told_once(cells: str) -> None:
    hits = [f for f in findings(planned(cells)) if f.rule.startswith("P")]
    assert len(hits) == 1


def test_no_plan_is_asked_for_where_the_form_has_none() -> None:
    document = replace(with_project(EQUIPMENT, plan=SpendingPlan()), form="hebei-2020")
    assert not [f for f in findings(document) if f.rule.startswith("P")]
