import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.said import said, value_findings
from tests.models.rules.sound import indicator, with_more_rows, with_row

CASES = [
    Case(
        "V15",
        broken=with_row("数量指标", value="按计划完成"),
        right=with_row("数量指标", value="两场"),
        place="projects[0].indicators[0].value",
    ),
    Case(
        "V15",
        broken=with_row("数量指标", name="企业应用比例", value="≥90%"),
        right=with_row("数量指标", name="应用企业数量", value="≥90家"),
        place="projects[0].indicators[0].value.unit",
    ),
    Case(
        "V16",
        broken=with_row("质量指标", name="平台正常运行天数", value="≥98%"),
        right=with_row("质量指标", name="平台正常运行天数", value="≥360天"),
        place="projects[0].indicators[2].value.unit",
    ),
    Case(
        "V19",
        broken=with_row("成本指标", value="严格控制在预算内"),
        right=with_row("成本指标", value="≤1000元/人"),
        place="projects[0].indicators[4].value",
    ),
    Case(
        "V23",
        broken=with_row("时效指标", value="按时完成"),
        right=with_row("时效指标", value="11月底前"),
        place="projects[0].indicators[3].value",
    ),
    Case(
        "V27",
        broken=with_row("社会效益指标", name="持续提升服务水平", value="持续提升服务水平"),
        right=with_row("社会效益指标", name="持续提升服务水平", value="持续提升"),
        place="projects[0].indicators[5].value",
    ),
    Case(
        "V27",
        broken=with_row("成本指标", name="12万", value="12万"),
        right=with_row("成本指标", name="教材费用", value="12万"),
        place="projects[0].indicators[4].name",
    ),
    Case(
        "V27",
        broken=with_row("数量指标", name="12场", value="≥12场"),
        right=with_row("数量指标", name="培训场次", value="12场"),
        place="projects[0].indicators[0].name",
    ),
    Case(
        "V31",
        broken=with_row("质量指标", name="教学点等级", value="较好"),
        right=with_row("质量指标", name="教学点等级", value="三级甲等"),
        place="projects[0].indicators[2].value",
    ),
    Case(
        "V31",
        broken=with_row("社会效益指标", value="有效提升云溪区企业外贸接单能力"),
        right=with_row("社会效益指标", value="有效提升全区企业外贸接单能力"),
        place="projects[0].indicators[5].value",
    ),
    Case(
        "V31",
        broken=with_row("社会效益指标", name="服务企业水平", value="提升"),
        right=with_row("社会效益指标", name="服务企业水平", value="有效提升"),
        place="projects[0].indicators[5].value",
    ),
]

BARE = (
    *(
        "提升",
        "良好",
        "合格",
        "达标",
        "按时完成",
        "及时",
        "有效",
        "优",
        "是",
        "若干",
        "按需",
        "完成",
    ),
    *("已完成", "全覆盖", "定性", "较好", "明显", "促进", "到位", "合理", "满意", "保障", "规范"),
    *("正常", "成效显著", "落实", "全部", "据实"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


@pytest.mark.parametrize("value", BARE)
def test_words_without_a_number_are_told_once_in_every_output_row(value: str) -> None:
    assert said("数量指标", value) == ["V15 warning"]
    assert said("质量指标", value) == ["V31 warning"]
    assert said("时效指标", value) == ["V23 warning"]
    assert said("成本指标", value) == ["V19 warning"]
    assert said("服务对象满意度指标", value) == ["V14 warning"]


@pytest.mark.parametrize(
    "value",
    [
        "有效提升",
        "进一步提高",
        "显著改善",
        "稳步提升",
        "不断优化",
        "提升明显",
        "得到有效改善",
        "大幅降低",
        "持续保障",
        "长期",
        "长期有效",
        "逐年提高",
        "不低于上年",
        "按合同约定完成",
        "无责任事故为合格",
        "零投诉",
        "动态更新",
        "有效促进可持续发展",
    ],
)
def test_a_benefit_may_have_a_direction_and_a_measure(value: str) -> None:
    assert said("社会效益指标", value) == []
    assert said("质量指标", value, "教学水平") in ([], ["V31 hint"], ["V31 warning"])


@pytest.mark.parametrize(
    "value",
    [
        *("提升", "良好", "好", "是", "有效", "完成", "保障", "合理", "满意", "优", "较好", "明显"),
        *(
            "促进",
            "到位",
            "成效显著",
            "效果良好",
            "促进经济发展",
            "维护社会稳定",
            "得到改善",
            "持续",
            "影响可持续",
            "全年",
            "年度",
            "A",
            "促进可持续发展",
        ),
        *("可持续", "基本满足", "显著", "加快", "群众生活水平提高", "完成2025年工作任务"),
    ],
)
def test_a_benefit_needs_both(value: str) -> None:
    assert said("社会效益指标", value) == ["V31 warning"]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("工程验收结果", "合格", []),
        ("年度考核等次", "优秀", []),
        ("教学点建设标准", "达到国家标准", ["V31 warning"]),
        ("教学点建设标准", "符合JGJ390要求", []),
        ("教学点评定等级", "优良中低差", ["V31 warning"]),
        ("工程验收结果", "完成", ["V31 warning"]),
        ("工程质量", "合格", ["V31 warning"]),
        ("验收合格率", "验收合格", ["V31 warning"]),
        ("教学事故", "无责任事故", ["V31 hint"]),
        ("教学事故", "无责任事故为合格", []),
        ("教学大纲", "专家评审通过为合格", []),
    ],
)
def test_a_grade_answers_where_it_is_asked_for(name: str, value: str, expected: list[str]) -> None:
    assert said("质量指标", value, name) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        *((value, []) for value in ("≤30天", "30天", "10月", "11月30日前", "≥95%", "每月15日前")),
        *((value, []) for value in ("年底前", "第三季度", "春节前", "按月发放", "2025年底前")),
        *((value, ["V23 warning"]) for value in ("合同期内", "实时", "长期", "按合同约定完成")),
        *((value, []) for value in ("每学期", "30日内", "百分之百")),
        ("≥3次", ["V23 warning"]),
        ("≥3次/月", []),
        ("30", ["V03 error"]),
    ],
)
def test_a_time_is_a_date_a_duration_or_a_rate(value: str, expected: list[str]) -> None:
    assert said("时效指标", value) == expected


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("培训人次", "≥95%", ["V16 warning"]),
        ("培训任务完成率", "≥95%", []),
        ("培训达标情况", "≥95%", ["V15 warning"]),
        ("培训人次", "11月30日前", ["V15 warning"]),
        ("培训人次", "每月1次", []),
        ("培训人次", "每月一次", []),
        ("培训人次", "数十次", ["V15 warning"]),
        ("培训教材", "两套", []),
        ("培训教材", "一批", ["V15 warning"]),
        ("培训教材", "一流", ["V15 warning"]),
    ],
)
def test_a_quantity_is_a_number_of_things(name: str, value: str, expected: list[str]) -> None:
    assert said("数量指标", value, name) == expected


@pytest.mark.parametrize(
    ("level2", "name", "value", "expected"),
    [
        ("质量指标", "排水水质", "一级A", []),
        ("质量指标", "河道断面", "Ⅲ类及以上", []),
        ("社会效益指标", "创建级别", "国家级", []),
        ("质量指标", "混凝土标号", "C30", []),
        ("质量指标", "纳税评级", "A", []),
        ("质量指标", "培训考核等次", "良好及以上", []),
        ("数量指标", "教学点", "一级", ["V15 warning"]),
        ("社会效益指标", "培训制度健全性", "健全", ["V31 hint"]),
        ("可持续影响指标", "长效机制", "较完善", ["V31 hint"]),
        ("可持续影响指标", "教学水平", "完善", ["V31 warning"]),
        ("社会效益指标", "是否带动就业", "是", ["V31 hint"]),
        ("社会效益指标", "带动就业", "是", ["V31 warning"]),
        ("质量指标", "制度健全性", "健全", ["V31 warning"]),
        ("质量指标", "是否通过验收", "是", ["V31 hint"]),
    ],
)
def test_what_can_be_looked_up_and_what_is_only_so(
    level2: str, name: str, value: str, expected: list[str]
) -> None:
    assert said(level2, value, name) == expected


@pytest.mark.parametrize(
    ("level2", "name", "value", "example"),
    [
        ("成本指标", "成本控制率", "不超预算", "≤100%"),
        ("成本指标", "印刷节约率", "有所节约", "≥5%"),
        ("成本指标", "印刷费用", "合理", "≤60万元"),
        ("社会成本指标", "施工影响", "影响较小", "投诉≤2次"),
        ("生态环境成本指标", "扬尘影响", "可控", "投诉≤2次"),
        ("生态环境成本指标", "扬尘影响", "有效控制", ""),
        ("社会成本指标", "施工影响", "无责任事故", ""),
    ],
)
def test_a_cost_is_asked_for_in_what_it_is_measured_in(
    level2: str, name: str, value: str, example: str
) -> None:
    row = indicator(level2, name, "说明", value)
    told = [each.sentence for each in found(with_more_rows(row), "V19")]
    assert len(told) == bool(example)
    assert all(example in sentence for sentence in told)


def test_what_can_be_counted_is_asked_for_as_a_number() -> None:
    (hit,) = value_findings("社会效益指标", "显著增加", "受益企业数量")
    assert hit.rule == "V31"
    assert "可以计数" in hit.sentence


def test_a_value_that_repeats_the_description_is_told_so() -> None:
    assert said("社会效益指标", "带动企业", description="带动企业") == ["V27 warning"]


def test_a_rate_of_quality_that_is_out_of_place_is_not_told_twice() -> None:
    document = with_row("数量指标", name="培训合格率", value="≥90%")
    assert found(document, "V15") == []
    assert [each.rule for each in found(document, "N08")] == ["N08"]


@given(st.text("按时完成良好提升有效合格达标及优已全部进一步保障", min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_no_words_pass_where_a_number_is_expected(value: str) -> None:
    for level2 in ("数量指标", "时效指标", "成本指标", "服务对象满意度指标"):
        assert len(said(level2, value)) == 1
