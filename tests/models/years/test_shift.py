"""Years in texts: which move on with the budget year, which stay, and that none moves by half."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.models.years.mentions import year_mentions
from perfdesk.models.years.shift import basis_moved, left_behind, year_moved
from perfdesk.models.years.writing import plain

# Text of a document of 2024, and as it is said of 2025. Where both are the same nothing moves.
SAME = ""
BUDGET_YEAR = [
    ("2024年外贸业务培训经费", "2025年外贸业务培训经费"),
    ("2024外贸业务培训经费", "2025外贸业务培训经费"),
    ("2024-农技推广经费", "2025-农技推广经费"),
    ("99990124P00000000001X-2024改制经费", "99990124P00000000001X-2025改制经费"),
    ("农技推广经费（2024年）", "农技推广经费（2025年）"),
    ("农技推广经费(2024)", "农技推广经费(2025)"),
    ("农技推广经费2024", "农技推广经费2025"),
    ("2024年12月31日前", "2025年12月31日前"),
    ("2024-12-31", "2025-12-31"),
    ("2024 - 12 - 31", "2025 - 12 - 31"),
    ("2024-06-30前", "2025-06-30前"),
    ("2024.12.31", "2025.12.31"),
    ("2024.6.30", "2025.6.30"),
    ("2024.6底前", "2025.6底前"),
    ("2024/6/30", "2025/6/30"),
    ("2024-06", "2025-06"),
    ("于2024 年底前完成", "于2025 年底前完成"),
    ("1.2024年完成培训", "1.2025年完成培训"),
    ("2024上半年完成一半", "2025上半年完成一半"),
    ("2024年3—5月开展", "2025年3—5月开展"),
    ("2024年1月1日至12月31日", "2025年1月1日至12月31日"),
    ("2024年1月起至2024年12月止", "2025年1月起至2025年12月止"),
    ("2024.01-2024.12", "2025.01-2025.12"),
    ("2024年11月至次年3月", "2025年11月至次年3月"),
    ("2024年起草管理办法", "2025年起草管理办法"),
    ("2024年代表视察", "2025年代表视察"),
    ("2024年5号楼维修", "2025年5号楼维修"),
    ("预算（2024年）执行", "预算（2025年）执行"),
]
ISSUED = [
    ("云商务〔2024〕3号", SAME),
    ("云商务[2024]3号", SAME),
    ("云商务（2024）3号", SAME),
    ("公告2024年第5号", SAME),
    ("云商务2024-3号", SAME),
    ("符合GB/T 2024-2024要求", SAME),
    ("《2024年工作要点》要求2024年完成", "《2024年工作要点》要求2025年完成"),
    ("《关于印发《2024年方案》的通知》", SAME),
    ("《2024年工作要点，2024年完成", "《2024年工作要点，2025年完成"),
    ("依据2024年版目录", SAME),
]
NO_YEARS = [
    ("共2024人", SAME),
    ("2024人", SAME),
    ("2024人次参加", SAME),
    ("2024次/年", SAME),
    ("2024名学员参加培训", SAME),
    ("2024户企业受益", SAME),
    ("2024名师工作室经费", "2025名师工作室经费"),
    ("2024户外劳动者驿站经费", "2025户外劳动者驿站经费"),
    ("2024.5万元", SAME),
    ("≥2024.6", SAME),
    ("12024年", SAME),
    ("编号20241", SAME),
    ("工龄24年", SAME),
    ("第24年", SAME),
    ("2024年代", SAME),
    ("", SAME),
]
OTHER_WRITING = [
    ("二〇二四年", "二〇二五年"),
    ("二零二四年度", "二零二五年度"),
    ("二○二四年底前", "二○二五年底前"),
    ("２０２４年", "２０２５年"),
    ("24年底前", "25年底前"),
    ("24年度任务", "25年度任务"),
    ("24年内完成", "25年内完成"),
    ("24年12月31日前", "25年12月31日前"),
    ("FY2024", "FY2025"),
    ("2024Q1", "2025Q1"),
    ("2024财年", "2025财年"),
    ("FY24", SAME),
    ("2024级新生", SAME),
]
PERIODS = [
    ("“十四五”规划（2021—2024年）", SAME),
    ("2020至2024年五年", SAME),
    ("2024-2026年分三年实施", SAME),
    ("2024年至2027年管护", SAME),
    ("2024-2027年行动计划", SAME),
    ("2024—2026", SAME),
    ("2024-26年分三年实施", SAME),
    ("二〇二四至二〇二六年", SAME),
    ("２０２４—２０２６年", SAME),
    ("2024年3月至2026年5月建设", SAME),
    ("2024年10月至2025年9月服务期", SAME),
    ("2024.01-2026.12", SAME),
    ("2022、2023、2024年三年", SAME),
    ("2024年和2025年分期支付", SAME),
    ("2024-25年实施", SAME),
    ("2024-25", SAME),
    ("2024年以来", SAME),
    ("自2024年至今", SAME),
    ("自2024年7月1日起执行", SAME),
]
COMING_AGAIN = [
    ("2024/2025年度", "2025/2026年度"),
    ("2023-2024年跨年", "2024-2025年跨年"),
    ("2024—2025年度供暖季", "2025—2026年度供暖季"),
    ("2024-2025采暖季", "2025-2026采暖季"),
    ("2023—2024学年", "2024—2025学年"),
    ("2024-25学年", "2025-26学年"),
    ("2024/25供暖季", "2025/26供暖季"),
    ("24-25年度", "25-26年度"),
    ("FY2024/25", "FY2025/26"),
    ("供暖期（2024年11月15日至2025年3月15日）", "供暖期（2025年11月15日至2026年3月15日）"),
    ("二〇二四至二〇二五学年", "二〇二五至二〇二六学年"),
    ("2022-2023学年", SAME),
    ("2021-2024年度", SAME),
]
TOGETHER = [
    ("2025年3月开展2024年绩效自评", "2026年3月开展2025年绩效自评"),
    ("2024年完成。2025年3月底前报送", "2025年完成。2026年3月底前报送"),
    ("2024年3月开展2023年绩效自评", "2025年3月开展2024年绩效自评"),
    ("分别于2024年12月、2025年6月前支付", "分别于2025年12月、2026年6月前支付"),
    ("2024年编制规划，为2025年实施做准备", "2025年编制规划，为2026年实施做准备"),
    ("2024年打好基础。到2025年底形成体系", "2025年打好基础。到2025年底形成体系"),
    ("2025年6月竣工", SAME),
    ("2024年启动，2027年完工", "2025年启动，2027年完工"),
    ("2024年支付2022年尾款", "2025年支付2022年尾款"),
    ("2024年支付2023年尾款", "2025年支付2023年尾款"),
]
COMPARED = [
    ("2024年比2023年增长4%", "2025年比2024年增长4%"),
    ("2024年与2023年相比", "2025年与2024年相比"),
    ("较2023年提高3个百分点", "较2024年提高3个百分点"),
    ("较2023年增收", "较2024年增收"),
    ("同比2023年增长", "同比2024年增长"),
    ("在2023年的基础上增加", "在2024年的基础上增加"),
    ("较上年（2023年）增长", "较上年（2024年）增长"),
    ("上年度（2023年度）完成数", "上年度（2024年度）完成数"),
    ("次年（2025年）验收", "次年（2026年）验收"),
    ("不低于2023年水平", "不低于2024年水平"),
    ("较2020年增长", SAME),
    ("比2022、2023年平均增长", SAME),
]
FEBRUARY = [
    ("2024年2月29日前", "2025年2月28日前"),
    ("2024年02月29日前", "2025年02月28日前"),
    ("2024-02-29", "2025-02-28"),
    ("二〇二四年二月二十九日前", "二〇二五年二月二十八日前"),
    ("２０２４年２月２９日", "２０２５年２月２８日"),
    ("2月29日前完成", "2月28日前完成"),
    ("2024年2月28日前", "2025年2月28日前"),
    ("2024年2月底前", "2025年2月底前"),
    ("2024年12月29日前", "2025年12月29日前"),
    ("2024年  2月29日前", "2025年  2月28日前"),
    ("2024年十二月二十九日前", "2025年十二月二十九日前"),
    ("2020年2月29日验收", SAME),
    ("2020年  2月29日验收", SAME),
]
TABLE = [
    *BUDGET_YEAR,
    *ISSUED,
    *NO_YEARS,
    *OTHER_WRITING,
    *PERIODS,
    *COMING_AGAIN,
    *TOGETHER,
    *COMPARED,
    *FEBRUARY,
]


@pytest.mark.parametrize(("text", "moved"), TABLE)
def test_what_moves_with_the_budget_year(text: str, moved: str) -> None:
    assert year_moved(text, 2024, 2025) == (moved or text)


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("2024年工作计划", "2025年工作计划"),
        ("2024年部门预算", "2025年部门预算"),
        ("2024年问卷调查", "2025年问卷调查"),
        ("2024.6.30", "2025.6.30"),
        ("2024-06-30前", "2025-06-30前"),
        ("2024年5月下达的指标，2024年部门预算", "2024年5月下达的指标，2025年部门预算"),
        ("2024年采购合同", SAME),
        ("2024年统计数据", SAME),
        ("云商务〔2024〕3号", SAME),
        ("《2024年工作要点》", SAME),
    ],
)
def test_of_a_basis_plans_move_and_what_was_issued_stays(text: str, moved: str) -> None:
    assert basis_moved(text, 2024, 2025) == (moved or text)


def test_a_leap_year_keeps_its_day_on_the_way_to_another() -> None:
    assert year_moved("2024年2月29日", 2024, 2028) == "2028年2月29日"
    assert year_moved("2023年2月29日", 2023, 2025) == "2025年2月29日", "a slip is not mended"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“十四五”规划（2021—2024年）", "2021—2024年"),
        ("2024年至2027年管护", "2024年至2027年"),
        ("支付2023年12月尾款", "2023年12月"),
        ("较2020年增长", "2020年"),
        ("二〇二四年起执行", "二〇二四年"),
        ("2024级新生", "2024级"),
        ("FY24", "FY24"),
        ("24年底完工", "24年底"),
        ("24年完成", "24年"),
        ("《2024年工作要点》、云商务〔2024〕3号", ""),
        ("2025年比2024年增长4%", ""),
        ("2024—2025学年", ""),
        ("2026—2027年", ""),
        ("24年内不开裂", ""),
        ("服役15年以上，15年完成", ""),
        ("使用年限24年", ""),
        ("共2024人", ""),
    ],
)
def test_what_stays_of_the_past_can_be_pointed_at(text: str, said: str) -> None:
    assert left_behind(text, 2025) == said


def test_of_a_basis_what_was_issued_is_pointed_at_once_it_is_past() -> None:
    assert left_behind("2024年采购合同", 2025, basis=True) == "2024年"
    assert left_behind("2025年采购合同", 2025, basis=True) == ""


@given(st.text(max_size=30), st.sampled_from([(0, 2025), (2024, 0), (2024, 2024)]))
def test_no_year_or_no_step_changes_nothing(text: str, years: tuple[int, int]) -> None:
    assert year_moved(text, *years) == text


_PIECES = st.lists(
    st.sampled_from(
        [*(text for text, _ in TABLE if text), "，", "。", "和", "—", "至", "、", "3月"]
    ),
    max_size=6,
).map("".join)
_LOOSE = st.text("20二〇２４3456年月度至—-、/.日《》〔〕（）前比 学FY", max_size=24)
_TEXTS = _PIECES | _LOOSE


@given(_TEXTS)
def test_only_digits_of_years_change_and_each_where_it_stood(text: str) -> None:
    moved = year_moved(text, 2024, 2025)
    assert len(moved) == len(text)
    digits = {at for each in year_mentions(plain(text)) for y in each.years for at in range(*y[:2])}
    days = {
        found.end() - 1
        for found in re.finditer(r"0?2\s*[月./-]\s*29|二\s*月\s*二十九", plain(text))
    }
    changed = {at for at, (one, other) in enumerate(zip(text, moved, strict=True)) if one != other}
    assert changed <= digits | days


@given(_TEXTS)
def test_never_half_a_span(text: str) -> None:
    even, moved = plain(text), plain(year_moved(text, 2024, 2025))
    for span in year_mentions(even):
        before = even[span.start : span.end]
        steps = {int(moved[start:end]) - int(even[start:end]) for start, end, _ in span.years}
        assert steps in ({0}, {1}), before


_TIED = st.lists(
    st.sampled_from([a for a, b in (*BUDGET_YEAR, *OTHER_WRITING, *COMPARED, *FEBRUARY) if b]),
    min_size=1,
    max_size=4,
).map("；".join)


@given(_TIED)
def test_two_steps_are_as_good_as_one(text: str) -> None:
    step = year_moved(year_moved(text, 2024, 2025), 2025, 2026)
    assert step == year_moved(text, 2024, 2026)


@given(_TIED.filter(lambda text: "29" not in plain(text) and "二十九" not in text))
def test_moving_back_brings_back(text: str) -> None:
    assert year_moved(year_moved(text, 2024, 2031), 2031, 2024) == text


@pytest.mark.parametrize(
    ("name", "year", "lines"),
    [
        ("2020-779-export-zone.txt", 2020, 9),
        ("2025-322-commerce-bureau.txt", 2025, 16),
        ("2025-809-bonded-zone.txt", 2025, 14),
    ],
)
def test_of_published_documents_lines_of_the_year_move_and_no_others(
    shared_documents: Path, name: str, year: int, lines: int
) -> None:
    """Counted when each moved line had been read."""
    told = (shared_documents / name).read_text("utf-8").splitlines()
    moved = [(line, now) for line in told if (now := year_moved(line, year, year + 1)) != line]
    assert len(moved) == lines
    assert all(year_moved(now, year + 1, year) == line for line, now in moved)
