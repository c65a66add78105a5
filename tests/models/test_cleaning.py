"""What copying leaves in texts: found, counted, taken away, and nothing else with it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.models.cleaning import Kind, repairs, tidied, untidy

BLANKS, TABS, BREAKS, DIGITS, LETTERS, INVISIBLE = Kind
LONG = "完成全区十五个老旧小区的改造工程和配套设施"


@pytest.mark.parametrize(
    ("text", "tidy", "counts"),
    [
        ("完成 老旧 小区改造", "完成老旧小区改造", {BLANKS: 2}),
        ("目标：\u3000提高，  2025年", "目标：提高，2025年", {BLANKS: 2}),
        ("共 15 个，GDP 增长", "共 15 个，GDP 增长", {}),
        ("共  15 个", "共 15 个", {BLANKS: 1}),
        ("共\u00a015个", "共 15个", {BLANKS: 1}),
        ("\u3000\u3000首行。\n\u3000\u3000次行。 ", "首行。\n次行。", {BLANKS: 3}),
        ("甲\t乙\t10\t个", "甲乙 10 个", {TABS: 3}),
        ("完成１５个，投资３．５万元", "完成15个，投资3.5万元", {DIGITS: 2}),
        ("１．２０２５年完成；２．完成", "1．2025年完成；2．完成", {DIGITS: 3}),
        ("ＧＤＰ增长５％", "GDP增长5％", {DIGITS: 1, LETTERS: 1}),
        ("（１）甲，\n（２）乙。", "（1）甲，\n（2）乙。", {DIGITS: 2}),
        (f"{LONG}，\n改善环境。", f"{LONG}，改善环境。", {BREAKS: 1}),
        (f"{LONG}\n建设。", f"{LONG}建设。", {BREAKS: 1}),
        (f"{LONG} \n 建设。", f"{LONG}建设。", {BREAKS: 1}),
        ("不少于15个\n，达标", "不少于15个，达标", {BREAKS: 1}),
        (f"{LONG}including the\nwhole。", f"{LONG}including the whole。", {BREAKS: 1}),
        ("甲_x000D_\n乙\u200b丙\ufeff", "甲\n乙丙", {INVISIBLE: 3}),
        ("甲_x000D_乙", "甲\n乙", {INVISIBLE: 1}),
        ("", "", {}),
        (" \n ", "", {BREAKS: 1}),
    ],
)
def test_what_is_mended_and_counted(text: str, tidy: str, counts: dict[Kind, int]) -> None:
    assert tidied(text) == tidy
    assert dict(untidy(text)) == counts


@pytest.mark.parametrize(
    "text",
    [
        f"1、{LONG}，\n2、{LONG}，\n3、{LONG}。",
        f"（一）{LONG}\n（二）{LONG}。",
        f"①{LONG}\n②{LONG}。",
        f"一是{LONG}\n二是{LONG}。",
        f"{LONG}。\n{LONG}。",
        f"{LONG}；\n{LONG}。",
        f"{LONG}\n绩效指标：不少于8场。",
        f"{LONG}\n{LONG}",
        f"{LONG}10\n20个。",
        f"{LONG}\n\n{LONG}。",
        "总体目标\n提高应用水平。",
        "第一段。\n附件\n无",
        "5个基地建成。\n2025年底完成。",
        "\"引号\"和'撇号'，a<b&c，≥90%，=1+1，007",
    ],
)
def test_numbered_lines_paragraphs_and_headings_stay(text: str) -> None:
    assert tidied(text) == text
    assert untidy(text) == ()


ALPHABET = st.sampled_from(
    " \t\n\r\u3000\u00a0\u2003\u200b\ufeff\u200d\u2028１２３．．，。；：、（）【】％Ａｘ０Ｄ"
    "完成改造一二是第章123.,;:)(-•①_x0Dabc年"
)
TEXTS = st.text(ALPHABET, max_size=60) | st.lists(
    st.sampled_from(
        [
            LONG,
            "\n",
            "_x000D_",
            "1、",
            "（２）",
            " ",
            "\u3000",
            "，",
            "。",
            "甲",
            "ab",
            "3．5",
            "目标：",
        ]
    ),
    max_size=14,
).map("".join)


def skeleton(text: str) -> str:
    """What of a text may never change: all but blanks, breaks, hidden signs and widths."""
    plain = unicodedata.normalize("NFKC", text).replace("_x000D_", "")
    return "".join(c for c in plain if not c.isspace() and unicodedata.category(c) != "Cf")


@given(TEXTS)
def test_tidying_twice_is_tidying_once(text: str) -> None:
    assert tidied(tidied(text)) == tidied(text)


@given(TEXTS)
def test_a_text_is_tidy_exactly_where_nothing_is_counted(text: str) -> None:
    assert (tidied(text) == text) == (untidy(text) == ())
    assert sum(count for _, count in untidy(text)) == len(repairs(text))


@given(TEXTS)
def test_nothing_but_blanks_breaks_and_widths_is_touched(text: str) -> None:
    assert skeleton(tidied(text)) == skeleton(text)


@given(TEXTS)
def test_repairs_lie_one_behind_the_other(text: str) -> None:
    ends = [0]
    for repair in repairs(text):
        assert ends[-1] <= repair.start < repair.end
        assert repair.text != text[repair.start : repair.end]
        ends.append(repair.end)


@given(st.lists(st.sampled_from(["1、", "（二）", "③", "4."]), min_size=2), st.data())
def test_a_numbered_line_begins_a_line_ever_after(numbers: list[str], data: st.DataObject) -> None:
    lines = [number + data.draw(st.sampled_from([LONG, "甲，", "乙。"])) for number in numbers]
    assert tidied("\n".join(lines)).split("\n") == lines
