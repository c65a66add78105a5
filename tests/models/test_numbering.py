import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.models.numbering import (
    NumberedText,
    chinese_number,
    number_lines,
    numbered,
    split_number,
    unnumber_lines,
)

GOAL = st.text(alphabet="保障日常运转，提高效率。abc", min_size=1)
STYLE = st.sampled_from(["1、", "1.", "（1）"])


@pytest.mark.parametrize(
    ("number", "numerals"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (99, "九十九")],
)
def test_chinese_numerals(number: int, numerals: str) -> None:
    assert chinese_number(number) == numerals


@pytest.mark.parametrize("number", [0, 100, -1])
def test_chinese_numerals_end_at_99(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        chinese_number(number)


@pytest.mark.parametrize(
    ("style", "number", "printed"),
    [("（一）", 12, "（十二）"), ("1.", 7, "7."), ("一、", 3, "三、"), ("（一）", 100, "（100）")],
)
def test_a_number_in_its_style(style: str, number: int, printed: str) -> None:
    assert numbered(style, number) == printed


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("（一）政务管理", ("（一）", 1, "政务管理")),
        ("(十二) 政务管理", ("（一）", 12, "政务管理")),
        ("（三）、政务管理", ("（一）", 3, "政务管理")),
        ("二、分项绩效目标", ("一、", 2, "分项绩效目标")),
        ("二十一．附件", ("一、", 21, "附件")),
        ("1、完善制度", ("1、", 1, "完善制度")),
        ("１．完善制度", ("1、", 1, "完善制度")),
        ("  12.完善制度", ("1、", 12, "完善制度")),
        ("3）完善制度", ("1、", 3, "完善制度")),
        ("（２）产出指标：", ("（1）", 2, "产出指标：")),
        ("1.2025年经费", ("1、", 1, "2025年经费")),
        ("二三十、某事", ("一、", 0, "某事")),
        ("（四）", ("（一）", 4, "")),
    ],
)
def test_a_number_is_parted_from_its_heading(text: str, parted: tuple[str, int, str]) -> None:
    assert split_number(text) == NumberedText(*parted)


@pytest.mark.parametrize(
    "text",
    ["", "政务管理", "2025年经费", "1.5万元以内", "一是加强领导", "12345热线", "（试行）办法"],
)
def test_what_is_no_number_stays(text: str) -> None:
    assert split_number(text) is None


def test_a_form_that_numbers_every_heading_has_no_decimals_before_it() -> None:
    assert split_number("3.5G试点经费", printed=True) == NumberedText("1、", 3, "5G试点经费")


@given(st.integers(1, 99), st.sampled_from(["（一）", "一、", "1、", "（1）"]), GOAL)
def test_a_printed_number_is_read_back(number: int, style: str, text: str) -> None:
    assert split_number(numbered(style, number) + text) == NumberedText(style, number, text)


@given(STYLE, st.lists(GOAL, max_size=30))
def test_numbered_lines_are_read_back(style: str, goals: list[str]) -> None:
    assert unnumber_lines(number_lines(style, tuple(goals)), printed=True) == tuple(goals)


def test_a_line_without_a_number_goes_on_with_the_one_before() -> None:
    assert unnumber_lines("1、开展检查\n分两批进行\n2、完成整改") == (
        "开展检查\n分两批进行",
        "完成整改",
    )


def test_a_number_out_of_order_is_content() -> None:
    assert unnumber_lines("1、开展检查\n1、完成整改\n3、总结") == (
        "开展检查\n1、完成整改\n3、总结",
    )


def test_lines_that_are_not_numbered_stand_for_themselves() -> None:
    assert unnumber_lines("开展检查\n\n完成整改\n1、总结") == ("开展检查", "完成整改", "1、总结")


def test_an_amount_at_the_start_is_no_number_unless_printed() -> None:
    assert unnumber_lines("1.5万元用于培训") == ("1.5万元用于培训",)
    assert unnumber_lines("1.5万元用于培训", printed=True) == ("5万元用于培训",)
    assert unnumber_lines("1.2025年完成验收") == ("2025年完成验收",)


@pytest.mark.parametrize("text", ["", " \n ", "1、", "1.\n2."])
def test_nothing_numbered_is_no_goal(text: str) -> None:
    assert unnumber_lines(text) == ()
