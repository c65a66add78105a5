from dataclasses import replace

import pytest

from perfdesk.models.document import Document
from perfdesk.models.review.finding import Severity
from tests.models.rules.cases import Case, findings, found, try_case
from tests.models.rules.sound import (
    SOUND,
    TRAINING,
    indicator,
    with_more_rows,
    with_project,
    with_row,
)


def described(description: str, rows: int) -> Document:
    """The sound document with one description in the first rows of a project."""
    grid = TRAINING.indicators
    same = tuple(replace(row, description=description) for row in grid[:rows])
    return with_project(indicators=(*same, *grid[rows:]))


def of_rate(name: str, value: str, description: str) -> list[str]:
    """The rules on descriptions that find something in the row of the 质量指标."""
    document = with_row("质量指标", name=name, value=value, description=description)
    row_id = document.projects[0].indicators[2].id
    every = findings(document)
    return [e.rule for e in every if e.place.row_id == row_id and e.rule.startswith("D")]


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
        broken=with_row("质量指标", description="保证培训合格"),
        right=with_row("质量指标", description="保证参训人员培训合格"),
        place="projects[0].indicators[2].description",
    ),
    Case(
        "D04",
        broken=described("外贸培训的各项任务", rows=3),
        right=described("外贸培训的各项任务", rows=2),
        place="projects[0].indicators[0].description",
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
    first, *most = found(with_project(indicators=rows), "D02")
    assert [each.severity for each in few] == [Severity.HINT]
    assert first.severity is Severity.WARNING
    assert f"{len(rows)}条指标的描述都只重复名称" in first.sentence
    assert [each.severity for each in most] == [Severity.HINT] * (len(rows) - 1)


def test_the_warning_counts_the_descriptions_that_repeat() -> None:
    rows = tuple(replace(row, description=row.name) for row in TRAINING.indicators[:6])
    (first, *_) = found(with_project(indicators=(*rows, *TRAINING.indicators[6:])), "D02")
    assert "8条指标中有6条的描述" in first.sentence


@pytest.mark.parametrize(
    ("description", "said"),
    [
        ("按计划完成全年工作任务", "没有具体内容"),
        ("该项指标数据合理", "没有具体内容"),
        ("同上", "没有具体内容"),
        ("≥90%", "写的是指标值"),
        ("反映培训合格率情况", "没有比名称"),
    ],
)
def test_a_description_that_says_nothing_is_none(description: str, said: str) -> None:
    (finding,) = found(with_row("质量指标", description=description), "D02")
    assert said in finding.sentence


@pytest.mark.parametrize(
    ("name", "value", "description"),
    [
        ("参训人员满意度", "≥90%", "参训人员的感受"),
        ("培训合格率", "≥90%", "外贸业务培训考核合格率"),
        ("培训合格率", "≥90%", "考核合格的人数"),
        ("培训合格率", "≥90%", "考核合格人次÷参加考核总人次×100%"),
        ("讲座播出及时率", "≥98%", "在电视台固定栏目及时播出"),
        ("设备运行率", "≥98%", "保证设备正常运行"),
        ("出口增长率", "≥5%", "比上年增长多少"),
        ("投诉降低率", "≥5%", "窗口服务投诉有效降低"),
        ("课程质量", "≥90%", "课程情况"),
        ("培训场次", "≥5场", "办了几场"),
    ],
)
def test_what_says_what_is_measured_is_left_in_peace(
    name: str, value: str, description: str
) -> None:
    assert of_rate(name, value, description) == []


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("设备完好率", "是谁占谁的比例"),
        ("投诉降低率", "与哪一年相比"),
        ("出口增长率", "与哪一年相比"),
    ],
)
def test_a_rate_of_change_is_asked_for_the_year_compared_with(name: str, asked: str) -> None:
    document = with_row(
        "质量指标", name=name, value="≥5%", description=f"保证{name.removesuffix('率')}程度"
    )
    (finding,) = found(document, "D03")
    assert asked in finding.sentence


def test_one_description_of_unlike_rows_is_told_once() -> None:
    document = described("该项指标数据合理", rows=8)
    (finding,) = found(document, "D04")
    assert "有8条指标的描述都是“该项指标数据合理”" in finding.sentence
    assert found(document, "D02") == []


def test_rates_of_one_kind_may_be_calculated_alike() -> None:
    rows = [
        indicator("服务对象满意度指标", name, "满意人数占受访人数的比例", "≥90%")
        for name in ("学员满意度", "教师满意度", "企业满意度")
    ]
    assert found(with_more_rows(*rows), "D04") == []


def test_rows_of_one_name_are_alike_as_it_is() -> None:
    rows = [indicator("数量指标", "讲座场次", "举办讲座的场数", f"≥{n}场") for n in (1, 2, 3)]
    assert found(with_more_rows(*rows), "D04") == []
