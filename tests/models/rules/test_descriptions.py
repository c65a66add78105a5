from dataclasses import replace

import pytest

from perfdesk.models.review.finding import Severity
from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.sound import (
    SOUND,
    TRAINING,
    indicator,
    with_more_rows,
    with_project,
    with_row,
)

CASES = [
    Case(
        "D01",
        broken=with_row("时效指标", description=" "),
        right=SOUND,
        place="projects[0].indicators[3].description",
    ),
    Case(
        "D02",
        broken=with_row("时效指标", description="培训完成时间"),
        right=with_row("时效指标", description="全部培训完成的最晚时间"),
        place="projects[0].indicators[3].description",
    ),
    Case(
        "D03",
        broken=with_row("质量指标", description="参训人员的考核情况"),
        right=with_row("质量指标", description="考核合格人次÷参加考核总人次×100%"),
        place="projects[0].indicators[2].description",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


def test_a_row_that_is_not_begun_wants_no_description_yet() -> None:
    assert found(with_more_rows(indicator("服务对象满意度指标", "", "", "", "")), "D01") == []


def test_a_description_that_only_leaves_words_out_says_no_more() -> None:
    (finding,) = found(with_row("时效指标", description="完成时间"), "D02")
    assert "没有比名称" in finding.sentence


def test_most_descriptions_repeating_their_names_is_worse() -> None:
    few = found(with_row("时效指标", description="培训完成时间"), "D02")
    rows = tuple(replace(row, description=row.name) for row in TRAINING.indicators)
    most = found(with_project(indicators=rows), "D02")
    assert [each.severity for each in few] == [Severity.HINT]
    assert {each.severity for each in most} == {Severity.WARNING}
    assert len(most) == len(rows)


@pytest.mark.parametrize(
    ("name", "value", "description"),
    [
        ("参训人员满意度", "≥90%", "参训人员的感受"),
        ("培训合格率", "≥90%", "外贸业务培训考核合格率"),
        ("出口增长率", "≥5%", "比上年增长多少"),
        ("培训场次", "≥5场", "办了几场"),
    ],
)
def test_what_needs_no_whole_is_left_in_peace(name: str, value: str, description: str) -> None:
    document = with_row("质量指标", name=name, value=value, description=description)
    assert found(document, "D03") == []
