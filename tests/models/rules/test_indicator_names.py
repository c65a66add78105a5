from dataclasses import replace

import pytest

from perfdesk.io.rule_book import OwnRules, words
from perfdesk.models.document import Document
from perfdesk.models.review.finding import Severity
from tests.models.rules.cases import Case, findings, found, try_case
from tests.models.rules.sound import (
    SOUND,
    TRAINING,
    indicator,
    with_more_rows,
    with_project,
    with_row,
)

LONG = "按照全年工作安排完成外贸业务培训各项任务"

CASES = [
    Case(
        "N01",
        broken=with_row("时效指标", name="　"),
        right=SOUND,
        place="projects[0].indicators[3].name",
    ),
    Case(
        "N02",
        broken=with_row("时效指标", name="全区企业培训任务最晚完成的时间"),
        right=with_row("时效指标", name="全区企业培训任务全部完成时间"),
        place="projects[0].indicators[3].name",
    ),
    Case(
        "N03",
        broken=with_row("社会效益指标", name="社会效益指标"),
        right=with_row("社会效益指标", name="社会效益覆盖率"),
        place="projects[0].indicators[5].name",
    ),
    Case(
        "N04",
        broken=with_row("数量指标", name="举办培训场次"),
        right=with_row("数量指标", name="举办讲座场次"),
        place="projects[0].indicators[1].name",
    ),
    Case(
        "N06",
        broken=with_row("服务对象满意度指标", name="满意度"),
        right=with_row("服务对象满意度指标", name="学员满意度"),
        place="projects[0].indicators[7].name",
    ),
    Case(
        "N10",
        broken=with_row("质量指标", name="培训和格率"),
        right=SOUND,
        place="projects[0].indicators[2].name",
        fixed=True,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule} {case.fixed}")
def test_the_rule(case: Case) -> None:
    try_case(case)


def test_a_row_that_is_not_begun_is_named_once() -> None:
    row = indicator("生态效益指标", "", "", "", "")
    (finding,) = found(with_more_rows(row), "N01")
    assert "不涉及的写“不适用”" in finding.sentence


def test_a_row_that_does_not_apply_needs_no_name_of_its_own() -> None:
    row = indicator("生态效益指标", "不适用", "", "", "")
    assert [rule for rule in ("N01", "N06", "D01", "X01") if found(with_more_rows(row), rule)] == []


def test_a_name_that_the_system_cannot_keep_is_worse_than_a_sentence() -> None:
    sentence = found(with_row("时效指标", name=LONG), "N02")
    endless = found(with_row("时效指标", name=LONG * 6), "N02")
    assert [each.severity for each in sentence] == [Severity.WARNING]
    assert [each.severity for each in endless] == [Severity.ERROR]


def test_blanks_and_punctuation_make_no_name_long() -> None:
    assert found(with_row("时效指标", name="　（外贸、内贸）培训 ·任务完成时间 "), "N02") == []


@pytest.mark.parametrize("name", ["经济效益", "产出指标", "可持续影响"])
def test_other_levels_are_no_names_either(name: str) -> None:
    assert found(with_row("社会效益指标", name=name), "N03")


def test_a_common_name_that_sounds_like_a_level_is_right() -> None:
    assert found(with_row("服务对象满意度指标", name="服务对象满意度"), "N03") == []


def test_the_same_name_is_worse_within_one_second_level() -> None:
    within = found(with_row("数量指标", name="举办培训场次"), "N04")
    across = found(with_row("社会效益指标", name="举办培训场次"), "N04")
    assert [each.severity for each in within] == [Severity.ERROR]
    assert [each.severity for each in across] == [Severity.WARNING]
    assert "数量指标和社会效益指标中都有" in across[0].sentence


def test_a_name_that_stands_three_times_is_one_finding() -> None:
    rows = tuple(replace(row, name="外贸培训") for row in TRAINING.indicators[:3])
    assert len(found(with_project(indicators=rows), "N04")) == 1


def test_a_better_name_is_taken_from_the_description() -> None:
    document = with_row("数量指标", name="次数", description="举办座谈会次数")
    assert "举办座谈会次数" in found(document, "N06")[0].sentence


def test_a_better_name_is_spelt_right() -> None:
    document = with_row("服务对象满意度指标", name="满意度", description="服务队象满意度")
    assert "名称可写为“服务对象满意度”" in found(document, "N06")[0].sentence


def rules_on_names(document: Document, own: OwnRules | None = None) -> list[list[str]]:
    """The rules that speak of the name of each row of the first project."""
    every = [each for each in findings(document, own) if each.place.field == "name"]
    ids = [row.id for row in document.projects[0].indicators]
    return [sorted(each.rule for each in every if each.place.row_id == row) for row in ids]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        # three alike: the first is too general, the second there again
        ([("服务对象满意度指标", "满意度")] * 3, [["N06"], ["N04"], []]),
        # a double that stands elsewhere is told to move
        ([("数量指标", "次数"), ("质量指标", "次数")], [["N06"], ["N08"]]),
        ([("质量指标", "及时率"), ("时效指标", "及时率")], [["N08"], ["N06"]]),
        ([("质量指标", "及时率")] * 2, [["N08"], ["N08"]]),
        # the name of a level is to be changed as it is
        ([("社会效益指标", "社会效益")] * 2, [["N03"], ["N03"]]),
        ([("质量指标", "满意度指标"), ("质量指标", "教材质量")], [["N03"], []]),
    ],
)
def test_one_slip_in_a_name_is_told_by_one_rule(
    rows: list[tuple[str, str]], said: list[list[str]]
) -> None:
    grid = [indicator(level2, name, "讲座的情况", "≥90%") for level2, name in rows]
    assert rules_on_names(with_project(indicators=tuple(grid))) == said


@pytest.mark.parametrize(
    ("off", "level2", "said"),
    [("N08", "质量指标", [["N06"], ["N04"]]), ("N04", "数量指标", [["N06"], ["N06"]])],
)
def test_where_a_rule_is_switched_off_the_next_one_speaks(
    off: str, level2: str, said: list[list[str]]
) -> None:
    rows = tuple(indicator(each, "次数", "讲座的情况", "≥9次") for each in ("数量指标", level2))
    own = {off: {"severity": "off"}}
    assert rules_on_names(with_project(indicators=rows), own) == said


@pytest.mark.parametrize(
    ("mistyped", "meant"),
    [
        ("服务对象满义度", "服务对象满意度"),
        ("服务对象满度", "服务对象满意度"),
        ("服务对象满意意度", "服务对象满意度"),
        ("服务对象意满度", "服务对象满意度"),
        ("资金拨付即时率", "资金拨付及时率"),
        ("旅客满义度", "旅客满意度"),
        ("验收合各率", "验收合格率"),
    ],
)
def test_slips_of_the_hand_are_seen(mistyped: str, meant: str) -> None:
    broken = with_row("质量指标", name=mistyped)
    (finding,) = found(broken, "N10")
    assert finding.fix
    assert finding.fix.change.apply(broken).projects[0].indicators[2].name == meant


@pytest.mark.parametrize(
    "name",
    [
        "培训人数",
        "受训人次",
        "验收合格数",
        "项目成本",
        "学院满意度",
        "监测批次",
        "商户满意度",
        "客户满意度",
        "设备完整率",
        "新就业人数",
        "举办活动期数",
        "补贴人次",
    ],
)
def test_names_a_character_apart_are_mostly_both_right(name: str) -> None:
    assert found(with_row("质量指标", name=name), "N10") == []


def test_a_name_without_its_rate_is_mistyped_only_before_a_percentage() -> None:
    assert found(with_row("质量指标", name="培训合格", value="≥90%"), "N10")
    assert found(with_row("质量指标", name="培训合格", value="全部合格"), "N10") == []


@pytest.mark.parametrize("name", words().known.words("indicator"))
def test_no_well_known_name_is_taken_for_another_mistyped(name: str) -> None:
    assert found(with_row("质量指标", name=name), "N10") == []
