import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.models.amount import plain_digits
from perfdesk.models.value import NUMERIC_SIGNS, QUALITATIVE, SIGNS, IndicatorValue, glue, split
from tests.strategies import texts

# fmt: off
UNITS = (
    "%", "百分比", "万元", "元", "天", "次", "人", "家", "个", "台", "套", "摄氏度",
    "人次", "场", "期", "篇", "份", "册", "件", "项", "处", "户", "亩", "公顷",
    "平方米", "公里", "吨", "立方米", "辆", "批", "小时", "工作日", "分钟", "亿元", "万美元",
    "倍", "分", "级", "‰", "个百分点", "元/人", "元/平方米",
)
# fmt: on
NUMBERS = st.one_of(
    st.integers(0, 10**7).map(str),
    st.decimals(0, 10**6, places=2).map(str),
    st.integers(1000, 10**9).map("{:,}".format),
    st.integers(-100, -1).map(str),
)
WORDS = st.text("有效提升持续保障显著改善长期按合同约定完成为合格", min_size=1)
# fmt: off
PIECES = (
    "≥", ">", "=", "＞", "<", "〉", "≧", "不低于", "不超过", "大于", "超过", "以上",
    "以下", "以内", "内", "及以上", "天", "日", "月", "年", "%", "％", "百分比",
    "百分之", "元", "人", "1", "90", "100", "2025", "９", ".", ",", "，",
    "－", "-", "前", "底", "个", "完成", "（", "）", "12月31日", "季度", "~",
    "不适用",
)
# fmt: on
SIGN_SPELLINGS = "=<>〉〈≧⩾≦⩽不低少小多高大于或等超过及以上下内百分之比"
TYPED = st.one_of(
    st.lists(st.sampled_from([*PIECES, " ", "　", "\n"]), max_size=6).map("".join), texts()
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("100%", ("＝", "100", "%")),
        ("1人", ("＝", "1", "人")),
        ("365天", ("＝", "365", "天")),
        ("88%", ("＝", "88", "%")),
        ("≥90%", ("≥", "90", "%")),
        ("≤12.5万元", ("≤", "12.5", "万元")),
        ("＜3次/年", ("＜", "3", "次/年")),
        ("1,234.50元", ("＝", "1,234.50", "元")),
        ("95百分比", ("＝", "95", "百分比")),
        ("-5%", ("＝", "-5", "%")),
        ("0", ("＝", "0", "")),
        ("12个月", ("＝", "12", "个月")),
        ("100100%", ("＝", "100", "100%")),
        ("≥100100%", ("≥", "100", "100%")),
        ("≥700按计划完成工作", ("≥", "700", "按计划完成工作")),
        ("≥有效提升", ("≥", "", "有效提升")),
        ("≥", ("≥", "", "")),
        ("有效提升", (QUALITATIVE, "有效提升", "")),
        ("不适用", (QUALITATIVE, "不适用", "")),
        ("不低于上年", (QUALITATIVE, "不低于上年", "")),
        ("百分之九十以上", (QUALITATIVE, "百分之九十以上", "")),
    ],
)
def test_a_printed_value_is_split_and_glued_back(text: str, parts: tuple[str, str, str]) -> None:
    assert split(text) == parts
    assert glue(*parts) == text
    assert IndicatorValue.read(text) == IndicatorValue(text, *parts)


@pytest.mark.parametrize(
    "text",
    [
        "12月31日前",
        "2025年12月31日前",
        "2025年12月31日前完成",
        "１２月３１日前",
        "10月底前",
        "12月底",
        "12月份",
        "12月前",
        "年底前",
        "30日前",
        "6月30日之前",
        "2025年",
        "2025年底",
        "2025.12.31前",
        "2025-12-31",
        "2025.01-2025.12",
        "2025.6—9",
        "1-6月",
        "2025年1-12月",
        "第3季度",
    ],
)
def test_a_deadline_is_a_kind_of_words(text: str) -> None:
    assert split(text) == (QUALITATIVE, text, "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "±5%",
        "5-10天",
        "1234,5万元",
        "约5人",
        "每季度不少于1次",
        "7×24小时",
        "1/2",
        "10%-20%",
        "≥95%且≤100%",
        "提高5%",
        "12月31日前100%",
        "≤5%以上",
        "5人以上以上",
        "=",
        "＝完成",
        "=SUM(A1:A9)",
        "3,5,7",
        "1,2",
        "1,20人",
        "12,3456人",
        "1,200,3人",
        "0,123",
    ],
)
def test_in_doubt_the_text_is_kept_and_nothing_is_guessed(text: str) -> None:
    assert split(text) == ("", "", "")
    assert IndicatorValue.read(text) == IndicatorValue(text)
    assert IndicatorValue.typed(text) == IndicatorValue(text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (">=90%", "≥90%"),
        ("〉=90%", "≥90%"),
        ("≧90％", "≥90%"),
        ("＞＝９０％", "≥90%"),
        ("不低于90%", "≥90%"),
        ("不少于5次", "≥5次"),
        ("大于等于90%", "≥90%"),
        ("90%以上", "≥90%"),
        ("3人及以上", "≥3人"),
        ("≥90%以上", "≥90%"),
        ("<=30天", "≤30天"),
        ("≦30天", "≤30天"),
        ("不超过30天", "≤30天"),
        ("不高于5万元", "≤5万元"),
        ("小于或等于5%", "≤5%"),
        ("30天以内", "≤30天"),
        ("5日内", "≤5日"),
        ("10万元以下", "≤10万元"),
        (">5个", "＞5个"),
        ("超过5个", "＞5个"),
        ("<5%", "＜5%"),
        ("=100%", "100%"),
        ("９０．５％", "90.5%"),
        ("１，２３４元", "1234元"),
        ("1,200人", "1200人"),
        ("≥1,234,567.5万元", "≥1234567.5万元"),
        ("不少于1，200人次", "≥1200人次"),
        ("95百分比", "95%"),
        ("百分之95", "95%"),
        (" ≥ 90 % ", "≥90%"),
        (" 有效提升\n", "有效提升"),
    ],
)
def test_what_is_typed_is_put_into_the_forms_spelling(typed: str, text: str) -> None:
    assert IndicatorValue.typed(typed) == IndicatorValue.read(text)


def test_the_form_decides_how_per_cent_is_written() -> None:
    assert IndicatorValue.typed("≥95百分比", "百分比").text == "≥95百分比"
    assert IndicatorValue.typed("≥95百分比", "%").text == "≥95%"


@given(st.sampled_from(NUMERIC_SIGNS), NUMBERS, st.sampled_from(UNITS))
def test_what_the_form_prints_for_a_number_says_its_parts(
    sign: str, number: str, unit: str
) -> None:
    printed = glue(sign, number, unit)
    twice = re.fullmatch(r"(\d{2,3}|\d{1,3}\.\d+)\1", number) and unit == "%"
    if not twice:
        assert split(printed) == (sign, number, unit)
    assert glue(*split(printed)) == printed


@given(WORDS)
def test_what_the_form_prints_for_words_says_its_parts(words: str) -> None:
    assert split(glue(QUALITATIVE, words, "")) == (QUALITATIVE, words, "")


@given(TYPED)
def test_a_printed_text_is_never_touched(text: str) -> None:
    value = IndicatorValue.read(text)
    assert value.text == text
    assert value.sign in ("", *SIGNS)


@given(TYPED)
def test_typing_the_same_again_changes_nothing(text: str) -> None:
    value = IndicatorValue.typed(text)
    assert IndicatorValue.typed(value.text) == value


@given(TYPED)
def test_typing_loses_nothing_but_blanks_and_the_spelling_of_a_sign(text: str) -> None:
    typed = IndicatorValue.typed(text)
    before, after = plain_digits(text), plain_digits(typed.text)
    lost = SIGN_SPELLINGS + ("," if typed.sign in NUMERIC_SIGNS else "")
    left = list(after)
    for character in before:
        if character in left:
            left.remove(character)
        else:
            assert character.isspace() or character in lost
    assert set(left) <= set("≥≤><%")
    assert re.findall(r"\d", after) == re.findall(r"\d", before)


@given(
    st.sampled_from(["", *NUMERIC_SIGNS]),
    st.decimals(-(10**9), 10**9, places=2) | st.integers(-(10**9), 10**9),
    st.sampled_from(UNITS),
    st.sampled_from([",", "，"]),
)
def test_thousands_may_be_parted_by_commas(
    sign: str, number: Decimal | int, unit: str, comma: str
) -> None:
    grouped, plain = f"{sign}{number:,}{unit}", f"{sign}{number}{unit}"
    # Without their commas, digits that come twice would be a number typed twice.
    if "," in grouped and not split(plain)[2].startswith(tuple("0123456789")):
        assert IndicatorValue.typed(grouped.replace(",", comma)) == IndicatorValue.typed(plain)


@given(st.lists(st.integers(0, 10**4).map(str), min_size=2, max_size=5), st.sampled_from(",，"))
def test_a_list_of_numbers_is_not_one_number(numbers: list[str], comma: str) -> None:
    text = comma.join(numbers)
    thousands = numbers[0][0] != "0" and len(numbers[0]) <= 3 and {*map(len, numbers[1:])} == {3}
    value = IndicatorValue.typed(text)
    assert value.number == "".join(numbers) if thousands else value == IndicatorValue(text)


@given(TYPED)
def test_the_text_of_a_value_that_was_split_is_what_its_parts_print(text: str) -> None:
    value = IndicatorValue.typed(text)
    if value.sign:
        assert value.text == glue(value.sign, value.number, value.unit)
    else:
        assert value == IndicatorValue(text)
