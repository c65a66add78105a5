import pytest

from perfdesk.models.review.order import path_of
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.sound import SOUND, with_statement

GOALS = SOUND.statement.subgoals
GUARDS = SOUND.statement.safeguards

CASES = [
    Case(
        "S03",
        broken=with_statement(subgoals=(GOALS[0], SubGoal("市场监测", "价格每日采集。", ""))),
        right=SOUND,
        place="statement.subgoals[1].indicators",
    ),
    Case(
        "S03",
        broken=with_statement(subgoals=(GOALS[0], SubGoal("市场监测", " ", "合格率100%。"))),
        right=SOUND,
        place="statement.subgoals[1].goal",
    ),
    Case(
        "S05",
        broken=with_statement(safeguards=(Safeguard("（一）完善制度", "修订办法。"), GUARDS[1])),
        right=with_statement(safeguards=(Safeguard("完善制度", "修订办法。"), GUARDS[1])),
        place="statement.safeguards[0].title",
        fixed=True,
    ),
    Case(
        "S05",
        broken=with_statement(safeguards=(*GUARDS, Safeguard(GUARDS[0].title, "按月通报。"))),
        right=with_statement(safeguards=(*GUARDS, Safeguard("加强监管", "按月通报。"))),
        place="statement.safeguards[2].title",
    ),
    Case(
        "S05",
        broken=with_statement(safeguards=(GUARDS[0], Safeguard("", "按月通报。"))),
        right=SOUND,
        place="statement.safeguards[1].title",
    ),
    Case(
        "S05",
        broken=with_statement(overall=""),
        right=SOUND,
        place="statement.overall",
    ),
    Case(
        "S05",
        broken=with_statement(safeguards=()),
        right=SOUND,
        place="statement.safeguards",
    ),
    Case(
        "S05",
        broken=with_statement(overall="1、扩大外贸。\n2、稳定物价。\n2、改善环境。"),
        right=with_statement(overall="1、扩大外贸。\n（1）培训。\n（2）参展。\n2、稳定物价。"),
        place="statement.overall",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule} {case.place}")
def test_the_rule(case: Case) -> None:
    try_case(case)


def test_a_sub_goal_with_nothing_in_it_is_one_finding() -> None:
    document = with_statement(subgoals=(GOALS[0], SubGoal("市场监测")))
    (finding,) = found(document, "S03")
    assert "没有绩效目标和绩效指标" in finding.sentence


def test_a_unit_without_a_part_one_misses_no_heading() -> None:
    empty = Statement()
    document = with_statement(
        overall=empty.overall, subgoals=empty.subgoals, safeguards=empty.safeguards
    )
    assert found(document, "S05") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("1、甲\n3、乙", "编号“1、”后面是“3、”"),
        ("2、甲\n3、乙", "编号从“2、”开始"),
        ("（一）甲\n（三）乙", "编号“（一）”后面是“（三）”"),
        ("1.甲\n2.乙\n2.丙", "后面是“2、”"),
    ],
)
def test_lines_count_on(text: str, wrong: str) -> None:
    document = with_statement(subgoals=(SubGoal("外贸培训", text, "考核合格。"),))
    (finding,) = found(document, "S05")
    assert wrong in finding.sentence
    assert path_of(document, finding.place) == "statement.subgoals[0].goal"


@pytest.mark.parametrize(
    "text",
    [
        "1、甲\n（1）子\n（2）丑\n2、乙\n（1）寅",
        "1.5万元用于培训。\n2.5万元用于参展。",
        "围绕外贸稳量提质。\n1、甲",
        "2025年办好培训。",
    ],
)
def test_lists_within_lists_and_amounts_are_no_slips(text: str) -> None:
    document = with_statement(subgoals=(SubGoal("外贸培训", text, "考核合格。"),))
    assert found(document, "S05") == []


def test_several_numbers_before_a_title_go_together() -> None:
    broken = with_statement(safeguards=(Safeguard("（一）1、完善制度", "修订办法。"),))
    (finding,) = found(broken, "S05")
    assert finding.fix
    assert finding.fix.change.apply(broken).statement.safeguards[0].title == "完善制度"


def test_a_title_that_only_its_number_tells_from_another_is_there_twice() -> None:
    titles = (Safeguard("完善制度", "修订办法。"), Safeguard("2、完善制度", "明确职责。"))
    broken = with_statement(safeguards=titles)
    (finding,) = found(broken, "S05")
    assert "与第1项相同" in finding.sentence
    assert finding.fix is None
