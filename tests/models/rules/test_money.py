from dataclasses import replace

import pytest

from perfdesk.models.document import Document
from perfdesk.models.project import Budget
from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.sound import SOUND, TRAINING, with_project

TOTAL = "projects[0].budget.total"


def budget(total: str, fiscal: str = "", other: str = "") -> Document:
    return with_project(budget=Budget(total, fiscal, other))


def totals(*amounts: str) -> Document:
    """A document of projects that differ in their amounts."""
    projects = [
        replace(TRAINING, id=f"p{n}", budget=Budget(each, each)) for n, each in enumerate(amounts)
    ]
    return replace(SOUND, projects=tuple(projects))


CASES = [
    Case("B01", budget("60.00", "50.00", "9.99"), budget("60.00", "50.00", "10.00"), TOTAL),
    Case("B01", budget("60.00"), budget("60.00", "60"), "projects[0].budget.fiscal"),
    Case("B02", budget("约60"), budget("60"), TOTAL),
    Case("B02", budget("0.00", "0.00"), budget("0.01", "0.01"), TOTAL),
    Case("B02", budget("60.005", "60.005"), budget("60.050", "60.05"), TOTAL),
    Case("B02", budget("", "60.00"), SOUND, TOTAL),
    Case("B02", budget("60", "70", "-10"), SOUND, "projects[0].budget.other"),
    Case("B03", totals("100000"), totals("99999.99"), TOTAL),
    Case(
        "B03",
        totals("40", "60", "80", "39600"),
        totals("40", "60", "80", "20000"),
        "projects[3].budget.total",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


def test_the_sum_that_does_not_fit_is_worked_out() -> None:
    sentence = found(budget("843.78", "800", "43.77"), "B01")[0].sentence
    assert all(each in sentence for each in ("843.78", "800", "43.77", "843.77"))


def test_an_amount_nobody_can_read_is_no_wrong_sum() -> None:
    assert found(budget("60.00", "六十"), "B01") == []
    assert found(budget("六十", "60.00"), "B01") == []
    assert len(found(budget("六十", "60.00"), "B02")) == 1


def test_an_amount_in_yuan_is_told_what_it_would_be() -> None:
    sentence = found(totals("40", "60", "80", "480000"), "B03")[0].sentence
    assert "48亿元" in sentence
    assert sentence.endswith("应填48。")


def test_few_projects_say_nothing_about_what_is_usual() -> None:
    assert found(totals("40", "60", "39600"), "B03") == []


def test_no_amount_is_asked_for_where_the_form_has_none() -> None:
    document = replace(with_project(budget=Budget()), form="hebei-2020")
    assert found(document, "B01") + found(document, "B02") == []


def test_the_largest_amount_that_can_be_typed_is_only_judged() -> None:
    assert found(with_project(budget=Budget("9" * 60, "9" * 60, "")), "B02") == []
    assert found(with_project(budget=Budget("9" * 60 + ".123", "", "")), "B02")
