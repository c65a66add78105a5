from dataclasses import replace

import pytest

from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.said import said, value_findings
from tests.models.rules.sound import SOUND, with_row

PLACE = "projects[0].indicators[3].value"

CASES = [
    Case(
        "V24",
        broken=with_row("时效指标", value="11月31日前"),
        right=with_row("时效指标", value="11月30日前"),
        place=PLACE,
    ),
    Case(
        "V24",
        broken=with_row("时效指标", value="12月13日前"),
        right=with_row("时效指标", value="12月14日前"),
        place=PLACE,
    ),
    Case(
        "V25",
        broken=with_row("时效指标", value="2025年11月30日前"),
        right=with_row("时效指标", value="12月31日前"),
        place=PLACE,
    ),
    Case(
        "V26",
        broken=with_row("时效指标", value="≤1年"),
        right=with_row("时效指标", value="≤11个月"),
        place=PLACE,
    ),
    Case(
        "V35",
        broken=with_row("数量指标", name="正常服务月数", value="13月"),
        right=with_row("数量指标", name="正常服务月数", value="12月"),
        place="projects[0].indicators[0].value.number",
    ),
    Case(
        "V35",
        broken=with_row("数量指标", name="正常服务天数", value="367天"),
        right=with_row("数量指标", name="正常服务天数", value="366天"),
        place="projects[0].indicators[0].value.number",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2月30日前", ["V24 error"]),
        ("2月29日前", ["V24 error"]),
        ("13月1日前", ["V24 error"]),
        ("2024年12月31日前", ["V24 error"]),
        ("2026年6月30日前", ["V24 error"]),
        ("2024年底前", ["V24 error"]),
        ("2024年3月至2025年6月", []),
        ("2025年12月底前", []),
        ("12月13日前", ["V24 warning"]),
        ("11月15日前完成100%", []),
        ("11月31日前完成100%", ["V24 error"]),
        ("1-12月", []),
        ("≤12个月", ["V26 hint"]),
        ("≤365天", ["V26 hint"]),
        ("年内完成", ["V26 hint"]),
        ("2025年", ["V26 hint"]),
        ("2024年", ["V24 error"]),
        ("T+3", []),
        ("2025年度内", ["V26 hint"]),
        ("2025全年", ["V26 hint"]),
        ("1年", []),
        ("2025.01-2025.12", []),
        ("2025.6—2025.9", []),
        ("2025/3至2025/11", []),
        ("2025-03至2025-11", []),
        ("2025.3-11", []),
        ("2024.07-2025.01", []),
        ("2023.01-2024.11", ["V24 error"]),
        ("2025.01-2025.13", ["V24 error"]),
        ("2025.11", []),
        ("1.1-11.30", []),
        ("11.30", []),
        ("2025.13", ["V03 error"]),
        ("≤18个月", ["V35 error"]),
    ],
)
def test_a_deadline(value: str, expected: list[str]) -> None:
    said_of = [each for each in said("时效指标", value) if not each.startswith("V25")]
    assert said_of == expected


def test_a_leap_year_has_its_day() -> None:
    document = with_row("时效指标", value="2月29日前")
    assert found(replace(document, year=2024), "V24") == []
    assert len(found(document, "V24")) == 1


def test_a_benefit_may_reach_into_later_years() -> None:
    assert said("可持续影响指标", "2030年12月31日前") == []


@pytest.mark.parametrize("value", ["2025-11-30", "2025.11.30前", "11月30日", "2025年11月30日前"])
def test_another_style_of_date_is_told_once(value: str) -> None:
    rows = [*SOUND.projects[0].indicators]
    rows.append(replace(rows[3], name="教材印制完成时间", id="another"))
    document = with_row("时效指标", value=value)
    projects = (replace(document.projects[0], indicators=document.projects[0].indicators),)
    third = replace(SOUND.projects[1], indicators=(*SOUND.projects[1].indicators, rows[-1]))
    hits = found(replace(document, projects=(*projects, third)), "V25")
    assert [each.place.row_id for each in hits] == [rows[3].id]
    assert f"“{value}”" in hits[0].sentence


def test_what_outlives_the_year_may_be_longer() -> None:
    assert said("质量指标", "≥24个月", "设备质保期") == []
    assert said("可持续影响指标", "≥60月") == []
    for name in ("监控视频存储天数", "软件授权天数", "门面租赁天数", "苗木养护期天数"):
        assert said("数量指标", "≥730天", name) == []
    assert said("数量指标", "≥730天", "门面开放天数") == ["V35 error"]
    assert said("时效指标", "≤730天", "合同工期") == ["V35 error"]


def test_a_slip_of_the_day_names_what_may_be_meant() -> None:
    (hit,) = [each for each in value_findings("时效指标", "12月13日前") if each.rule == "V24"]
    assert "12月31日" in hit.sentence
    assert hit.fix is None
