from dataclasses import replace

import pytest

from perfdesk.models.document import Document
from tests.models.rules.cases import Case, findings, found, try_case
from tests.models.rules.sound import SOUND, TRAINING, with_project, with_row

GOALS = "projects[0].goals"


def aiming(*goals: str) -> Document:
    return with_project(goals=goals)


CASES = [
    Case("G01", aiming(), SOUND, GOALS),
    Case("G01", aiming(""), SOUND, GOALS),
    Case("G01", aiming("-"), SOUND, f"{GOALS}[0]"),
    Case("G01", aiming(*TRAINING.goals, "*_"), SOUND, f"{GOALS}[1]"),
    Case("G01", aiming("暂无"), SOUND, f"{GOALS}[0]"),
    Case("G02", aiming(TRAINING.purpose), SOUND, GOALS),
    Case("G02", aiming("按时支付外聘教师课酬、场地租赁", "和教材印制费用"), SOUND, GOALS),
    Case(
        "G03", aiming("做好2025年外贸业务培训工作。"), aiming("做好外贸业务培训，提高水平"), GOALS
    ),
    Case("G04", aiming("圆满完成年度工作计划"), aiming("提高外贸业务水平"), GOALS),
    Case("G04", aiming("开展业务交流"), aiming("开展业务交流12场"), GOALS),
    Case(
        "G05",
        aiming("按时足额发放全区2025年度高龄老人津贴", "缴纳相关人员的各项社会保险费用"),
        aiming("按时足额发放全区高龄老人津贴，改善高龄老人生活。"),
        GOALS,
    ),
    Case("G06", aiming("培训企业人员700人次。"), aiming("培训企业人员600人次。"), f"{GOALS}[0]"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


@pytest.mark.parametrize(
    "goals",
    [(TRAINING.purpose,), ("做好外贸业务培训",), ("完成年度计划",), ("发放补贴",), ("-",), ()],
)
def test_one_slip_is_told_once(goals: tuple[str, ...]) -> None:
    hits = [f for f in findings(aiming(*goals)) if f.rule.startswith("G")]
    assert len(hits) == 1


@pytest.mark.parametrize(
    "goal",
    [
        "2025年12月31日前完成培训，提高外贸企业接单能力。",
        "落实第3届外贸大会部署，提高外贸企业接单能力。",
        "落实云商务〔2025〕3号文件，提高外贸企业接单能力。",
        "落实《外贸3项行动计划》，提高外贸企业接单能力。",
        "保障全年365天、每天24小时正常服务。",
        "2024年培训500人次，今年继续提高质量。",
        "用好项目资金60万元，提高外贸企业接单能力。",
        "培训0.06万人次，合格率达到９０％。",
    ],
)
def test_numbers_that_need_no_indicator(goal: str) -> None:
    assert found(aiming(goal), "G06") == []


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("拨付补贴资金35.2万元，改善经营环境。", False),
        ("按每户800元的标准给予补助，改善经营环境。", False),
        ("带动企业销售额增长3.5亿元。", True),
        ("节约运行费用35万元。", True),
    ],
)
def test_money_is_a_promise_only_where_it_is_to_be_reached(goal: str, *, told: bool) -> None:
    assert bool(found(aiming(goal), "G06")) == told


@pytest.mark.parametrize("goal", ["43.2", "100%", "12"])
def test_a_number_alone_is_no_goal(goal: str) -> None:
    assert len(found(aiming(goal), "G04")) == 1


def test_paying_so_that_something_gets_better_is_a_goal() -> None:
    assert found(aiming("按时发放高龄津贴，使老年人得到更好的照顾。"), "G05") == []


def test_all_numbers_of_a_line_are_named_in_one_finding() -> None:
    hits = found(aiming("举办培训12场、展会3场，服务企业1.2万家。"), "G06")
    assert ["“3场”“1.2万家”" in hit.sentence for hit in hits] == [True]


def test_a_number_counts_wherever_the_row_has_it() -> None:
    document = aiming("培训企业人员700人次。")
    row = with_row("数量指标", value="≥700人次").projects[0].indicators
    assert found(with_project(document.projects[0], indicators=row), "G06") == []
    row = with_row("数量指标", description="参加培训的700人次的签到数").projects[0].indicators
    assert found(with_project(document.projects[0], indicators=row), "G06") == []


def test_goals_are_asked_for_in_every_form() -> None:
    document = replace(aiming(), form="hebei-2020")
    assert len(found(document, "G01")) == 1
