from dataclasses import replace

import pytest

from perfdesk.models.document import Document
from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.sound import (
    SOUND,
    TRAINING,
    indicator,
    with_more_rows,
    with_project,
    with_row,
    without_rows,
)

OUTPUT = ("数量指标", "质量指标", "时效指标", "成本指标")
SESSIONS = [
    indicator(
        "数量指标", f"{town}培训场次", f"在{town}举办培训的场数", "≥2场", f"《{town}工作方案》"
    )
    for town in ("东乡", "西乡", "南乡")
]

CASES = [
    Case(
        "T01",
        broken=without_rows(*OUTPUT),
        right=without_rows("数量指标", "质量指标"),
        place="projects[0].indicators",
    ),
    Case(
        "T02",
        broken=without_rows("社会效益指标", "可持续影响指标"),
        right=without_rows("社会效益指标"),
        place="projects[0].indicators",
    ),
    Case(
        "T03",
        broken=without_rows("服务对象满意度指标"),
        right=SOUND,
        place="projects[0].indicators",
    ),
    Case(
        "T04",
        broken=without_rows("质量指标"),
        right=with_row("质量指标", name="不适用"),
        place="projects[0].indicators",
    ),
    Case(
        "T08",
        broken=with_more_rows(*SESSIONS[:2]),
        right=with_more_rows(*SESSIONS[:1]),
        place="projects[0].indicators[9].level2",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


def of_2020(document: Document) -> Document:
    return replace(document, year=2020, form="hebei-2020")


def test_an_empty_grid_is_one_finding() -> None:
    empty = with_project(indicators=())
    assert [found(empty, f"T0{n}") != [] for n in range(1, 5)] == [True, False, False, False]


def test_a_row_that_says_it_does_not_apply_fills_no_part() -> None:
    document = without_rows("社会效益指标")
    row = document.projects[0].indicators[-2]
    assert row.level2 == "可持续影响指标"
    rows = (*document.projects[0].indicators[:-2], replace(row, name="不适用"))
    assert found(with_project(indicators=rows), "T02")


def test_all_missing_dimensions_are_named_at_once() -> None:
    (finding,) = found(without_rows("质量指标", "时效指标"), "T04")
    assert "缺少质量、时效指标" in finding.sentence


def test_the_earlier_form_does_without_costs() -> None:
    assert found(of_2020(without_rows("成本指标")), "T04") == []
    assert found(of_2020(without_rows("时效指标")), "T04")


def test_short_level_names_count() -> None:
    rows = tuple(
        replace(row, level1=row.level1.removesuffix("指标"), level2=row.level2.removesuffix("指标"))
        for row in TRAINING.indicators
    )
    short = with_project(indicators=rows)
    assert [found(short, rule) for rule in ("T01", "T02", "T03", "T04")] == [[], [], [], []]


def test_costs_may_be_a_first_level_of_their_own() -> None:
    rows = tuple(
        replace(row, level1="成本指标") if row.level2 == "成本指标" else row
        for row in TRAINING.indicators
    )
    assert found(with_project(indicators=rows), "T04") == []


def test_a_grid_too_long_is_named_once() -> None:
    many = [
        indicator(level2, f"{level2[:2]}{n}", "说明", "≥1次")
        for level2 in ("数量指标", "质量指标", "时效指标", "成本指标", "社会效益指标")
        for n in "一二三四五"
    ]
    findings = found(with_project(indicators=tuple(many)), "T08")
    assert [each.place.field for each in findings].count("indicators") == 1
    assert "共有25条指标" in findings[-1].sentence or "共有25条指标" in findings[0].sentence
