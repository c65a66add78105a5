from dataclasses import replace

import pytest

from perfdesk.models.document import Document
from perfdesk.models.project import Project
from perfdesk.models.review.order import path_of
from perfdesk.models.statement import SubGoal
from perfdesk.models.value import IndicatorValue
from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.sound import EQUIPMENT, SOUND, TRAINING, with_project, with_statement

TWIN = replace(
    EQUIPMENT, indicators=tuple(replace(r, id=f"twin {r.id}") for r in TRAINING.indicators)
)


def with_values(project: Project, *values: str) -> Project:
    """The project with other values in its first rows."""
    rows = tuple(
        replace(row, value=IndicatorValue.read(value))
        for row, value in zip(project.indicators, values, strict=False)
    )
    return replace(project, indicators=(*rows, *project.indicators[len(rows) :]))


def beside_training(project: Project) -> Document:
    return replace(SOUND, projects=(TRAINING, project))


def promising(text: str) -> Document:
    return with_statement(subgoals=(SubGoal("外贸培训", "做好外贸培训。", text),))


CASES = [
    Case(
        "S01",
        broken=beside_training(TWIN),
        right=beside_training(replace(TWIN, indicators=TWIN.indicators[1:])),
        place="projects[1].indicators",
    ),
    Case(
        "S02",
        broken=promising("覆盖农贸市场不少于5家。"),
        right=promising("覆盖农贸市场不少于4家。"),
        place="statement.subgoals[0].indicators",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


def test_amounts_of_money_make_no_list_another() -> None:
    values = [row.value.text for row in TWIN.indicators]
    values[4] = "≤800元/人"
    assert found(beside_training(with_values(TWIN, *values)), "S01")


def test_the_same_names_with_values_of_their_own_are_another_list() -> None:
    own = ["≥60人次", "≥2场", "≥85%", "6月30日前"]
    assert found(beside_training(with_values(TWIN, *own)), "S01") == []


def test_the_order_of_the_rows_is_no_matter() -> None:
    turned = replace(TWIN, indicators=TWIN.indicators[::-1])
    (finding,) = found(beside_training(turned), "S01")
    assert TRAINING.name in finding.sentence


@pytest.mark.parametrize(
    "text",
    [
        "全年培训人次达到500人次。",
        "培训合格率不低于95%。",
        "1、举办培训5场；2、做好总结。",
        "确保参训企业覆盖率保持在80%以上。",
    ],
)
def test_a_number_beside_an_indicator_must_be_its_own(text: str) -> None:
    (finding,) = found(promising(text), "S02")
    assert TRAINING.name in finding.sentence


@pytest.mark.parametrize(
    "text",
    [
        "全年培训人次达到600人次。",
        "其他人员培训人次达到500人次。",
        "培训人次达到约500人次。",
        "培训人次比上年增长5%。",
        "社会参训企业覆盖率达到80%。",
        "全年培训500人次。",
    ],
)
def test_other_numbers_are_nobody_s_promise(text: str) -> None:
    assert found(promising(text), "S02") == []


def test_amounts_are_compared_whatever_their_scale() -> None:
    (row, *rest) = TRAINING.indicators
    row = replace(row, name="带动销售额", value=IndicatorValue.read("≥1.2亿元"))
    document = with_project(indicators=(row, *rest))
    same, other = ("带动销售额12000万元。", "带动销售额1.5亿元。")
    numbers = [
        found(replace(document, statement=promising(text).statement), "S02")
        for text in (same, other)
    ]
    assert [len(each) for each in numbers] == [0, 1]


def test_where_projects_differ_part_one_may_mean_their_sum() -> None:
    (row, *rest) = EQUIPMENT.indicators
    row = replace(row, name="培训人次", value=IndicatorValue.read("≥50人次"))
    document = with_project(EQUIPMENT, indicators=(row, *rest))
    statement = promising("培训人次650人次。").statement
    assert found(replace(document, statement=statement), "S02") == []


def test_the_overall_goal_promises_too() -> None:
    document = with_statement(overall="今年培训合格率达到98%。")
    (finding,) = found(document, "S02")
    assert path_of(document, finding.place) == "statement.overall"
