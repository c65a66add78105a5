import pytest

from perfdesk.models.review.order import path_of
from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.said import said
from tests.models.rules.sound import EQUIPMENT, TRAINING, indicator, with_project, with_row

FALL = "企业投诉下降率"

CASES = [
    Case(
        "V09",
        broken=with_row("数量指标", name="支持企业数量", value="≤2家"),
        right=with_row("数量指标", name="支持企业数量", value="2家"),
        place="projects[0].indicators[0].value.sign",
    ),
    Case(
        "V09",
        broken=with_row("可持续影响指标", value="≤2年"),
        right=with_row("可持续影响指标", value="≥2年"),
        place="projects[0].indicators[6].value.sign",
    ),
    Case(
        "V10",
        broken=with_row("成本指标", value="≥1000元/人"),
        right=with_row("成本指标", value="≤1000元/人"),
        place="projects[0].indicators[4].value.sign",
    ),
    Case(
        "V11",
        broken=with_row("社会效益指标", name=FALL, value="≤10%"),
        right=with_row("社会效益指标", name=FALL, value="≥10%"),
        place="projects[0].indicators[5].value.sign",
    ),
    Case(
        "V12",
        broken=with_project(
            EQUIPMENT,
            indicators=(
                *EQUIPMENT.indicators,
                indicator("可持续影响指标", "培训教材使用年限", "教材能用多久", "≤2年"),
            ),
        ),
        right=with_project(
            EQUIPMENT,
            indicators=(
                *EQUIPMENT.indicators,
                indicator("可持续影响指标", "培训教材使用年限", "教材能用多久", "≥3年"),
            ),
        ),
        place="projects[1].indicators[7].value.sign",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


@pytest.mark.parametrize(
    ("level2", "name", "value", "expected"),
    [
        ("数量指标", "培训人次", "≤600人次", ["V09 warning"]),
        ("数量指标", "安全事故起数", "≤2起", []),
        ("数量指标", "拨付金额", "≤60万元", []),
        ("质量指标", "培训合格率", "≤90%", ["V09 warning"]),
        ("质量指标", "不合格率", "≤5%", []),
        ("质量指标", "设备故障率", "≤5%", []),
        ("质量指标", "公用经费占比", "≤5%", []),
        ("时效指标", "故障响应时间", "≤30分钟", []),
        ("时效指标", "故障响应时间", "≥30分钟", ["V10 warning"]),
        ("时效指标", "补贴发放及时率", "≤95%", ["V09 warning"]),
        ("成本指标", "人均补助标准", "≥500元/人", []),
        ("成本指标", "成本节约率", "≥5%", []),
        ("成本指标", "场地租赁费用", "≥5万元", ["V10 error"]),
        ("社会效益指标", "治安案件发生数", "≤2件", []),
        ("社会效益指标", "治安案件发生数", "≥2件", ["V10 warning"]),
        ("社会效益指标", "带动就业人数", "≤20人", ["V09 warning"]),
        ("社会效益指标", "安全事故下降率", "≤10%", ["V11 warning"]),
        ("社会效益指标", "安全事故下降率", "≥10%", []),
        ("社会效益指标", "降低空驶里程", "≤2万公里", []),
        ("服务对象满意度指标", "参训企业人员满意度", "≤95%", ["V09 warning"]),
        ("服务对象满意度指标", "参训企业投诉率", "≤5%", []),
        ("服务对象满意度指标", "参训企业投诉率", "≥5%", ["V10 warning"]),
    ],
)
def test_the_name_tells_the_direction(
    level2: str, name: str, value: str, expected: list[str]
) -> None:
    assert said(level2, value, name) == expected


def test_where_the_name_does_not_tell_the_fewer_are_wrong() -> None:
    rows = [indicator("社会效益指标", "展品留存", "说明", v) for v in ("≥3件", "≤3件", "≤4件")]
    document = with_project(indicators=(*TRAINING.indicators, *rows))
    (hit,) = found(document, "V12")
    assert path_of(document, hit.place) == "projects[0].indicators[8].value.sign"


def test_names_that_say_too_little_are_not_compared() -> None:
    rows = [indicator("社会效益指标", "次数", "说明", v) for v in ("≥3次", "≤3次")]
    assert found(with_project(indicators=(*TRAINING.indicators, *rows)), "V12") == []
