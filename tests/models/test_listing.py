"""Lists written by hand: their numbers read, counted on, and told from amounts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.models.listing import item_lines, listed, marker

STYLES = ("1、", "1.", "1．", "（1）", "1)", "一、", "（一）", "①", "⑴", "⒈", "（1）、")


@pytest.mark.parametrize(
    ("line", "number", "following"),
    [
        ("1、甲", 1, "2、"),
        ("（9） 乙", 9, "（10）"),
        ("③丙", 3, "④"),
        ("⑳丁", 20, "（21）"),
        ("九、戊", 9, "十、"),
        ("（十九）己", 19, "（二十）"),
        ("1．2025年庚", 1, "2．"),
        ("  4)辛", 4, "5)"),
    ],
)
def test_a_line_and_the_number_of_the_next(line: str, number: int, following: str) -> None:
    found = marker(line)
    assert found
    assert (found.number, found.counting(number + 1)) == (number, following)


@pytest.mark.parametrize(
    "line",
    ["1.5万元", "2025年完成", "12月31日前", "一是甲", "第一，乙", "", "三", "（注）甲", "十十、"],
)
def test_a_line_without_a_number(line: str) -> None:
    assert marker(line) is None


@given(st.sampled_from(STYLES), st.integers(1, 40), st.text("甲乙 ，。", max_size=6))
def test_whatever_is_counted_is_read_again(style: str, number: int, text: str) -> None:
    first = marker(style)
    assert first
    line = first.counting(number) + text
    found = marker(line)
    assert found
    assert found.number == number
    assert line[found.length :] == text.lstrip()
    if number <= 20:
        assert found.style == first.style


def test_items_count_up_in_the_style_of_the_first() -> None:
    lines = ["前言", "2、甲：", "（1）子", "（2）丑", "3、乙", "说明", "5、丁"]
    numbers = [found and found.number for found in item_lines(lines)]
    assert numbers == [None, 2, None, None, 3, None, None]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("①甲\n②乙", ("甲", "乙")),
        ("一、甲\n接着\n二、乙", ("甲\n接着", "乙")),
        ("（一）甲：\n1、子\n（二）乙", ("甲：\n1、子", "乙")),
        ("1、甲\n2.乙", ("甲", "乙")),
        ("甲\n①乙", ("甲", "①乙")),
        ("③甲\n④乙", ("③甲", "④乙")),
        ("5个基地\n1.5万元", ("5个基地", "1.5万元")),
        ("", ()),
    ],
)
def test_what_a_text_lists(text: str, items: tuple[str, ...]) -> None:
    assert listed(text) == items
