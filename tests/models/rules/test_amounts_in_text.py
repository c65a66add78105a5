import pytest

from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.sound import SOUND, TRAINING, with_project, with_row

CASES = [
    Case(
        "B05",
        with_row("成本指标", description="项目总预算控制额不超63.00万元"),
        with_row("成本指标", description="项目总预算控制额不超60万元"),
        "projects[0].indicators[4].description",
    ),
    Case(
        "B05",
        with_project(purpose="用于支付外聘教师课酬80万元。"),
        with_project(purpose="用于支付外聘教师课酬20万元。"),
        "projects[0].purpose",
    ),
    Case(
        "B05",
        with_project(goals=(*TRAINING.goals, "项目资金总额58.5万元，全部用于培训。")),
        SOUND,
        "projects[0].goals[1]",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


@pytest.mark.parametrize(
    "purpose",
    [
        "预算资金600000元，用于培训。",
        "本年预算安排约60万元。",
        "项目总预算0.6百万元。",
        "其中师资费20万元、场地费15万元。",
        "合同总价200万元，本年支付60万元。",
        "合同价款200万元，按进度支付。",
        "补助标准每人5000000元。",
        "支付课酬800000元/年，共两批。",
        "带动企业销售额1亿元以上。",
        "撬动社会资金500万元。",
        "单个企业最高补助100万元。",
        "2024年已安排资金120万元。",
        "三年共安排资金180万元。",
        "争取上级资金300万元。",
        "对投资500万元以上的项目给予补助。",
        "达成出口额1500万美元以上。",
    ],
)
def test_other_amounts_do_not_contradict_the_budget(purpose: str) -> None:
    assert found(with_project(purpose=purpose), "B05") == []


def test_the_finding_names_both_amounts() -> None:
    finding = found(with_project(purpose="用于支付外聘教师课酬80万元。"), "B05")[0]
    assert "课酬80万元" in finding.sentence
    assert "60万元" in finding.sentence
