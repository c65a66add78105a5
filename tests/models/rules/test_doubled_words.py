import pytest

from perfdesk.models.review.order import path_of
from perfdesk.models.statement import Safeguard, SubGoal
from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.sound import SOUND, with_project, with_row, with_statement

GOAL = "通过举办外贸业务培训，带动区内外贸企业提高接单能力。"

CASES = [
    Case(
        "S06",
        broken=with_project(goals=(GOAL, "使参训人员参训人员的考核合格率达到90%以上。")),
        right=with_project(goals=(GOAL, "使参训人员的考核合格率达到90%以上。")),
        place="projects[0].goals[1]",
        fixed=True,
    ),
    Case(
        "S06",
        broken=with_row("时效指标", description="全部培训班办结的最晚时间时间"),
        right=SOUND,
        place="projects[0].indicators[3].description",
        fixed=True,
    ),
    Case(
        "S06",
        broken=with_statement(safeguards=(Safeguard("加强监控", "听取各方意见意见意见。"),)),
        right=with_statement(safeguards=(Safeguard("加强监控", "听取各方意见。"),)),
        place="statement.safeguards[0].text",
        fixed=True,
    ),
    Case(
        "S06",
        broken=with_project(purpose="支付外聘教师的的课酬和教材印制费用。"),
        right=with_project(purpose="支付以扩大出口为目的的课酬和教材印制费用。"),
        place="projects[0].purpose",
        fixed=True,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_the_rule(case: Case) -> None:
    try_case(case)


@pytest.mark.parametrize(
    "text",
    [
        "一步一步推进，逐项逐项落实。",
        "多多益善，人人参与，常常检查。",
        "支持生产性服务服务业发展。",
        "经费用于检查检查站设备。",
        "学习学习再学习，落实落实再落实。",
        "为了了解情况，完成成本核算，以及及时报送。",
        "提高高技能人才待遇，进一步步入正轨。",
        "加强强降雨防范，确保保供稳价，落实实名登记。",
        "的的确确见到成效，普及及推广并重。",
        "项目目标、企业业务、单位位置、管理理念。",
    ],
)
def test_words_may_stand_twice_for_good(text: str) -> None:
    assert found(with_project(purpose=text), "S06") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("进一步步扩大出口。", "进一步扩大出口。"),
        ("提高高接单能力。", "提高接单能力。"),
        ("完成了了全年培训。", "完成了全年培训。"),
        ("印制的的的教材", "印制的教材"),
        ("加强管理管理，落实实各项任务。", "加强管理，落实各项任务。"),
        ("起草培训材材", "起草培训材"),
    ],
)
def test_a_character_typed_twice_is_taken_out(text: str, right: str) -> None:
    broken = with_statement(safeguards=(Safeguard("加强监控", text),))
    (finding,) = found(broken, "S06")
    assert finding.fix
    assert finding.fix.change.apply(broken).statement.safeguards[0].text == right


def test_a_well_known_name_mistyped_is_not_also_told_of_its_characters() -> None:
    document = with_row("服务对象满意度指标", name="服务对象满意意度")
    assert found(document, "N10")
    assert found(document, "S06") == []


def test_several_doubled_words_of_one_text_are_one_finding() -> None:
    broken = with_statement(subgoals=(SubGoal("外贸培训", "提高提高服务服务水平。", "考核合格。"),))
    (finding,) = found(broken, "S06")
    assert path_of(broken, finding.place) == "statement.subgoals[0].goal"
    assert finding.fix
    assert finding.fix.change.apply(broken).statement.subgoals[0].goal == "提高服务水平。"
