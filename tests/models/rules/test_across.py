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


def both_with(name: str, *values: str) -> Document:
    """The sound document with an indicator of this name in both of its projects."""
    projects = []
    for project, value in zip((TRAINING, EQUIPMENT), values, strict=True):
        (row, *rest) = project.indicators
        row = replace(row, name=name, value=IndicatorValue.read(value))
        projects.append(replace(project, indicators=(row, *rest)))
    return replace(SOUND, projects=tuple(projects))


@pytest.mark.parametrize(
    ("values", "promise", "kept"),
    [
        (("≥90%", "≥98%"), "95%", False),
        (("≥90%", "≥98%"), "188%", False),
        (("≥90%", "≥98%"), "98%", True),
        (("≥600人", "≥50人"), "650人", True),
        (("≥600人", "≥50人"), "50人", True),
        (("≥600人", "≥600人"), "1200人", True),
        (("≥600人", "≥50人"), "700人", False),
        (("≥600人", "≥50%"), "700人", False),
    ],
)
def test_a_promise_is_kept_by_a_project_or_by_all_together(
    values: tuple[str, str], promise: str, kept: bool
) -> None:
    document = both_with("参训企业满意情况", *values)
    statement = promising(f"参训企业满意情况达到{promise}。").statement
    assert (found(replace(document, statement=statement), "S02") == []) == kept


def test_all_that_the_projects_say_instead_is_named() -> None:
    document = both_with("参训企业满意率", "≥90%", "≥98%")
    statement = promising("参训企业满意率达到95%。").statement
    (finding,) = found(replace(document, statement=statement), "S02")
    assert "各项目的“参训企业满意率”是≥90%、≥98%" in finding.sentence


def test_the_overall_goal_promises_too() -> None:
    document = with_statement(overall="今年培训合格率达到98%。")
    (finding,) = found(document, "S02")
    assert path_of(document, finding.place) == "statement.overall"
