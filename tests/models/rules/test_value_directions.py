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


ANSWERED = [
    "电动车火灾扑救成功率",
    "欠薪案件结案率",
    "燃气隐患整改率",
    "医患纠纷化解率",
    "投诉回访率",
    "违法占地查处率",
    "污染地块修复率",
    "失业人员再就业率",
    "漏损管网改造率",
    "舆情处置率",
    "断电应急供电保障率",
    "误报警情核实率",
    "辍学学生劝返成功率",
    "差错更正率",
]
UNWELCOME = [
    "校园欺凌事件投诉率",
    "老旧电梯故障率",
    "渣土车超载率",
    "贫困发生率",
    "登记失业率",
    "课堂缺勤率",
    "未办结率",
    "抽检不合格率",
    "培训不达标率",
    "系统宕机率",
    "供水管网漏损率",
    "学生近视率",
]
FEW = ["预算调整次数", "方案变更次数", "公务接待批次", "办事环节数", "返工次数", "临聘人员人数"]


@pytest.mark.parametrize("name", ANSWERED)
def test_what_is_done_about_the_bad_is_good(name: str) -> None:
    assert said("社会效益指标", "≥95%", name) == []
    assert said("社会效益指标", "≤95%", name) == ["V09 warning"]


@pytest.mark.parametrize("name", UNWELCOME)
def test_of_the_bad_itself_less_is_wanted(name: str) -> None:
    assert said("社会效益指标", "≤5%", name) == []
    assert said("社会效益指标", "≥5%", name) == ["V10 warning"]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        *(("电梯隐患排查次数", "次"), ("处置突发事件次数", "次"), ("调处矛盾纠纷数", "起")),
        *(("成本核算报告份数", "份"), ("投诉案例汇编册数", "册"), ("查处违法行为数", "起")),
        *(("信访接待人次", "人次"), ("污染源监测点数", "个"), ("失业人员培训人数", "人")),
        *(("慰问工伤事故家庭户数", "户"), ("接收上访群众人数", "人")),
    ],
)
def test_much_work_on_the_bad_is_no_slip(name: str, unit: str) -> None:
    assert [each for each in said("数量指标", f"≥12{unit}", name) if "V10" in each] == []


@pytest.mark.parametrize("name", FEW)
def test_of_some_things_few_may_be_wanted(name: str) -> None:
    assert said("数量指标", "≤10次", name) == []


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("故障处理时间", "≥2小时", ["V10 warning"]),
        ("投诉办结时限", "≥5个工作日", ["V10 warning"]),
        ("投诉办结时限", "≤5个工作日", []),
        ("录像保存时限", "≥30天", []),
        ("成果公示时间", "≥7天", []),
        ("污水检测及时率", "≤7个工作日", ["V17 warning"]),
        ("汛期值守时间", "≥60天", []),
    ],
)
def test_what_takes_time_should_take_little(name: str, value: str, expected: list[str]) -> None:
    assert said("时效指标", value, name) == expected


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("公务用车油耗费用", "≥3万元", ["V10 error"]),
        ("预算控制数", "≥60万元", ["V10 error"]),
        ("取暖补贴发放金额", "≥60万元", ["V10 warning"]),
        ("每亩耕地补助", "≥300元/亩", []),
        ("降低印刷成本", "≥3万元", []),
        ("减免摊位租金", "≥3万元", []),
        ("人均资助额", "≥300元", ["V10 warning"]),
        ("企业自筹资金", "≥30万元", ["V10 warning"]),
        ("砖砌围墙80米", "≥3万元", ["V10 error"]),
        ("用水量下降率", "≤3%", ["V11 warning"]),
    ],
)
def test_a_cost_is_at_most_so_much(name: str, value: str, expected: list[str]) -> None:
    assert said("成本指标", value, name) == expected


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("粮食产量下降率", "≤3%", []),
        ("粮食产量下降率", "≥3%", ["V10 warning"]),
        ("单位能耗降低幅度", "≤3%", ["V11 warning"]),
        ("行政复议纠错率", "≤3%", []),
        ("事故损失增长率", "≤3%", []),
        ("公用支出增长率", "≤3%", []),
        ("村集体收入增长率", "≤3%", ["V09 warning"]),
        ("审批时限压缩率", "≤50%", ["V11 warning"]),
    ],
)
def test_what_falls_or_rises_decides(name: str, value: str, expected: list[str]) -> None:
    assert said("社会效益指标", value, name) == expected


def test_where_the_name_does_not_tell_the_fewer_are_wrong() -> None:
    rows = [indicator("社会效益指标", "展品留存", "说明", v) for v in ("≥3件", "≤3件", "≤4件")]
    document = with_project(indicators=(*TRAINING.indicators, *rows))
    (hit,) = found(document, "V12")
    assert path_of(document, hit.place) == "projects[0].indicators[8].value.sign"


def test_names_that_say_too_little_are_not_compared() -> None:
    rows = [indicator("社会效益指标", "次数", "说明", v) for v in ("≥3次", "≤3次")]
    assert found(with_project(indicators=(*TRAINING.indicators, *rows)), "V12") == []
