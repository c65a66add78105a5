import pytest

from tests.models.rules.cases import Case, try_case
from tests.models.rules.said import said
from tests.models.rules.sound import with_row

QUALITY = "projects[0].indicators[2].value"

CASES = [
    Case(
        "V07",
        broken=with_row("质量指标", value="≥101%"),
        right=with_row("质量指标", name="培训人数增长率", value="≥101%"),
        place=f"{QUALITY}.number",
    ),
    Case(
        "V07",
        broken=with_row("质量指标", name="培训计划完成率", value="≥110%"),
        right=with_row("质量指标", name="培训计划完成率", value="100%"),
        place=f"{QUALITY}.number",
    ),
    Case(
        "V08",
        broken=with_row("质量指标", value="≥100%"),
        right=with_row("质量指标", value="100%"),
        place=f"{QUALITY}.sign",
        fixed=True,
    ),
    Case(
        "V08",
        broken=with_row("质量指标", name="课酬发放精准性", value="≥100%"),
        right=with_row("质量指标", name="课酬发放精准性", value="≥99%"),
        place=f"{QUALITY}.sign",
        fixed=True,
    ),
    Case(
        "V17",
        broken=with_row("质量指标", name="教室温度达标率", value="24摄氏度"),
        right=with_row("质量指标", name="教室温度", value="24摄氏度"),
        place=f"{QUALITY}.unit",
    ),
    Case(
        "V30",
        broken=with_row("质量指标", value="≥59%"),
        right=with_row("质量指标", value="≥60%"),
        place=f"{QUALITY}.number",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


@pytest.mark.parametrize(
    ("level2", "name", "value", "expected"),
    [
        ("质量指标", "培训合格率", "＞100%", ["V07 error"]),
        ("质量指标", "培训合格率", "＞99%", []),
        ("质量指标", "培训计划完成率", "≥110%", ["V07 warning"]),
        ("质量指标", "门诊床位周转率", "≥110%", []),
        ("质量指标", "山羊出栏率", "≥110%", []),
        ("质量指标", "水渠带宽率", "≥110%", ["V07 warning"]),
        ("质量指标", "国有资产保值增值率", "≥105%", []),
        ("质量指标", "国有资产保值增值率", "≥100%", []),
        ("社会效益指标", "企业出口同比增长率", "≥100%", []),
        ("社会效益指标", "带动出口", "≥120%", []),
        ("质量指标", "补贴差错率", "≥100%", ["V10 warning"]),
        ("社会效益指标", "政策知晓率", "进一步提高", ["V17 warning"]),
        ("社会效益指标", "提升政策认可度", "进一步提高", []),
        ("社会效益指标", "园区形象良好度", "365天", ["V17 warning"]),
        ("社会效益指标", "园区形象良好度", "90分", []),
        ("社会效益指标", "贷款不良率", "≤8‰", []),
        ("社会效益指标", "就业增长率", "2个百分点", []),
        ("社会效益指标", "安全事故发生率", "零事故", []),
        ("质量指标", "培训合格率", "5%", ["V30 hint"]),
        ("质量指标", "培训合格率", "0%", []),
    ],
)
def test_what_a_rate_may_be(level2: str, name: str, value: str, expected: list[str]) -> None:
    assert said(level2, value, name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "税收增长率",
        "安全事故下降率",
        "水电费节约率",
        "公用经费支出占比",
        "设备故障率",
        "产品抽检率",
        "森林覆盖率",
        "成果转化率",
        "评审平均审减率",
        "课程更新率",
        "落后产能淘汰率",
        "婴儿死亡率",
        "账户结余率",
        "展位提前预订率",
        "上半年支付率",
        "优秀学员评定率",
    ],
)
def test_rates_that_are_usually_low_may_be(name: str) -> None:
    assert "V30 hint" not in said("社会效益指标", "5%", name)


@pytest.mark.parametrize(
    "name", ["信访件办结率", "窗口群众好评率", "路灯亮灯率", "企业年报公示率", "秩序稳定率"]
)
def test_of_what_is_to_be_done_most_is_usual(name: str) -> None:
    assert said("社会效益指标", "≥5%", name) == ["V30 hint"]
