from dataclasses import replace

import pytest

from perfdesk.models.value import IndicatorValue
from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.said import said, value_findings
from tests.models.rules.sound import SOUND, TRAINING, indicator, with_more_rows, with_row

FIRST = "projects[0].indicators[0]"
QUALITY = "projects[0].indicators[2]"

CASES = [
    Case(
        "V01",
        broken=with_row("数量指标", value=""),
        right=with_row("数量指标", value="不适用"),
        place=f"{FIRST}.value",
    ),
    Case(
        "V02",
        broken=with_row("数量指标", value="≥人次"),
        right=with_row("数量指标", value="≥600人次"),
        place=f"{FIRST}.value.number",
    ),
    Case(
        "V03",
        broken=with_row("数量指标", value="≥600"),
        right=with_row("数量指标", value="≥600人次"),
        place=f"{FIRST}.value.unit",
    ),
    Case(
        "V03",
        broken=with_row("数量指标", name="培训人次（人次）", value="≥600"),
        right=with_row("数量指标", name="培训人次（人次）", value="≥600人次"),
        place=f"{FIRST}.value.unit",
        fixed=True,
    ),
    Case(
        "V03",
        broken=with_row("质量指标", value="≥90"),
        right=with_row("质量指标", value="≥90%"),
        place=f"{QUALITY}.value.unit",
        fixed=True,
    ),
    Case(
        "V03",
        broken=with_row("质量指标", name="培训考核得分", value="≥85"),
        right=with_row("质量指标", name="培训考核得分", value="≥85分"),
        place=f"{QUALITY}.value.unit",
        fixed=True,
    ),
    Case(
        "V04",
        broken=with_row("质量指标", value="100100%"),
        right=with_row("质量指标", value="100%"),
        place=f"{QUALITY}.value.unit",
        fixed=True,
    ),
    Case(
        "V04",
        broken=with_row("数量指标", value=IndicatorValue.of_parts("≥", "600", "人次2场")),
        right=with_row("数量指标", value=IndicatorValue.of_parts("≥", "600", "m2")),
        place=f"{FIRST}.value.unit",
    ),
    Case(
        "V05",
        broken=with_row("数量指标", value="≥600按培训方案完成"),
        right=with_row("数量指标", value="≥600个标准化教学点"),
        place=f"{FIRST}.value.unit",
    ),
    Case(
        "V05",
        broken=with_row("数量指标", value="全年培训不少于600人次，其中骨干企业不少于200人次"),
        right=with_row("数量指标", value="每月不少于50人次"),
        place=f"{FIRST}.value",
    ),
    Case(
        "V06",
        broken=with_row("质量指标", value="≥90百分比"),
        right=replace(with_row("质量指标", value="≥90百分比"), form="hebei-2020", year=2020),
        place=f"{QUALITY}.value.unit",
        fixed=True,
    ),
    Case(
        "V05",
        broken=with_row("数量指标", value="全年至少培训600人次"),
        right=with_row("数量指标", value="每月培训50人次"),
        place=f"{FIRST}.value",
        fixed=True,
    ),
    Case(
        "V06",
        broken=with_row("数量指标", value="≥600(人次)"),
        right=with_row("数量指标", value="≥600人次"),
        place=f"{FIRST}.value.unit",
        fixed=True,
    ),
    Case(
        "V33",
        broken=with_row("数量指标", value="7*24小时"),
        right=with_row("数量指标", value="7×24小时"),
        place=f"{FIRST}.value",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", ["V01 error"]),
        ("≥", ["V02 error"]),
        ("人次", ["V02 error"]),
        ("≥若干", ["V02 error"]),
        ("1", ["V03 error"]),
        ("100-200", ["V03 error"]),
        ("≥10万", ["V03 error"]),
        ("≥10万人", []),
        ("≥60完成培训任务", ["V05 error"]),
        ("600良好", ["V05 error"]),
        ("100%完成", ["V05 hint"]),
        ("≥600余人", ["V05 hint"]),
        ("600人次_", ["V33 error"]),
        ("100-200人", []),
        ("不少于两场", []),
    ],
)
def test_a_flaw_of_the_parts_speaks_alone(value: str, expected: list[str]) -> None:
    assert said("数量指标", value) == expected


@pytest.mark.parametrize(
    ("value", "better"),
    [
        ("全年至少培训600人次", "≥600人次"),
        ("力争完成600人次以上", "≥600人次"),
        ("累计培训600人次", "600人次"),
        ("控制在600人次以内", "≤600人次"),
        ("年均培训600人次", ""),
        ("培训骨干企业600人次", ""),
        ("每班不少于50人次", ""),
        ("春季300人次，秋季300人次", ""),
    ],
)
def test_a_number_is_taken_out_of_words_that_may_go(value: str, better: str) -> None:
    fixes = [each.fix for each in value_findings("数量指标", value) if each.rule == "V05"]
    assert [fix and fix.label for fix in fixes] == ([f"改为“{better}”"] if better else [])


def test_all_of_it_is_no_limit() -> None:
    (hit,) = value_findings("质量指标", "确保达到100%")
    assert hit.fix is not None
    assert hit.fix.label == "改为“100%”"


def test_every_row_with_a_sentence_in_its_unit_is_told_so_and_nothing_else() -> None:
    for level2 in ("质量指标", "时效指标", "成本指标", "社会效益指标", "服务对象满意度指标"):
        assert said(level2, "≤60按工作计划完成") == ["V05 error"]


def test_words_behind_a_sign_may_stand_without_it() -> None:
    (hit,) = value_findings("社会效益指标", "≥有效提升")
    assert hit.rule == "V02"
    assert "去掉“≥”" in hit.sentence


def test_a_number_that_is_none_is_named() -> None:
    (hit,) = value_findings("数量指标", IndicatorValue("≥若干人", "≥", "若干", "人"))
    assert "“若干”" in hit.sentence


def test_a_share_below_one_is_shown_as_per_cent() -> None:
    (hit,) = value_findings("质量指标", "0.955")
    assert "“95.5%”" in hit.sentence
    assert hit.fix is None


def test_a_time_without_a_unit_is_asked_for_as_a_date() -> None:
    (hit,) = value_findings("时效指标", "20251231")
    assert hit.rule == "V03"
    assert "日期" in hit.sentence


def test_ten_thousands_of_cost_are_yuan() -> None:
    (hit,) = value_findings("成本指标", "≤10万", "场地租赁成本")
    assert hit.rule == "V03"
    assert hit.fix is not None
    assert "“万元”" in hit.fix.label


def test_a_unit_that_the_name_does_not_give_is_not_guessed() -> None:
    for name in ("培训人次", "培训（外贸）"):
        (hit,) = value_findings("数量指标", "600", name)
        assert hit.fix is None


def test_a_row_that_is_wholly_empty_is_left_to_its_name() -> None:
    empty = replace(indicator("数量指标", "", "", ""), basis="")
    assert found(with_more_rows(empty), "V01") == []


def test_a_full_width_sign_is_put_right() -> None:
    assert said("质量指标", "≥90％") == ["V06 hint"]
    assert said("质量指标", IndicatorValue.of_parts("≥", "90", "％")) == ["V06 hint"]


@pytest.mark.parametrize("unit", ["(%)", "（%）", "（％）", "( % )", "％", "%（含）"])
def test_per_cent_in_brackets_is_per_cent(unit: str) -> None:
    for level2 in ("质量指标", "时效指标", "社会效益指标", "服务对象满意度指标"):
        assert said(level2, f"≥90.00{unit}", "参训人员满意度") == ["V06 hint"]
    assert said("质量指标", f"=100.00{unit}", "课酬发放准确率") == ["V06 hint"]


def test_a_form_that_writes_it_in_words_takes_both() -> None:
    for value, expected in (("≥90%", 0), ("≥90百分比", 0), ("≥90(%)", 1)):
        document = replace(with_row("质量指标", value=value), form="hebei-2020", year=2020)
        assert len(found(document, "V06")) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("≥600(人次，含线上)", ["V05 hint"]),
        ("≥12吨CO2", []),
        ("≥12(按计划完成)", ["V05 error"]),
        ("前3", []),
        ("第2名", []),
        ("3-5", ["V03 error"]),
    ],
)
def test_digits_may_belong_to_words(value: str, expected: list[str]) -> None:
    assert said("数量指标", value) == expected


def test_a_standard_or_a_substance_is_no_number_without_a_unit() -> None:
    assert said("质量指标", "符合GB50300", "工程验收情况") == []
    assert said("质量指标", "符合GB/T 19001", "工程验收情况") == []
    assert said("社会效益指标", "PM2.5下降", "空气质量") == ["V31 warning"]
    assert said("社会效益指标", "PM2.5持续下降", "空气质量") == []


def test_what_has_no_unit_by_its_nature_is_only_hinted_at() -> None:
    for name, value in (("环境质量综合指数", "≤4.5"), ("地块容积率", "≤2.5"), ("河水pH值", "6-9")):
        assert said("质量指标", value, name) == ["V03 hint"]


def test_a_unit_is_taken_from_a_name_with_a_gap_to_fill() -> None:
    (hit,) = value_findings("数量指标", "600", "修建作业路长度(≥**公里)")
    assert hit.fix is not None
    assert "“公里”" in hit.fix.label


def test_rows_of_the_sound_document_have_nothing_wrong() -> None:
    assert [each for each in TRAINING.indicators if not each.value.text] == []
    assert found(SOUND, "V05") == []
