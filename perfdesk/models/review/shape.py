"""What a 指标值 is made of, so that each rule judges only values that it has something to say on.

Every value has one shape, and a flaw of the parts goes before what the value says: a cell with a
sentence in its unit is told about the sentence, not also about its number. `Shape` names the
rules that judge each shape. Among those on the same shape, where two could say the same of a cell,
the second keeps silent:

    speaks                              keeps silent
    V13 of a 满意度                     V07 V08 V17 V30
    V16 a count or days in %            V15 a 数量 in %
    N08 the row stands elsewhere        V15 a 数量 in %
    V18 a cost above the budget         V21 nearly the budget
    V11 what falls, V10 what is bad     V09 what is good
    V17 a rate in another unit          V09 V10 V11
    V10 what is bad                     V08 at least all of it
    V14 V15 V19 V23 words by dimension  V27 words that repeat the row, and V31
    V27                                 V31 words that nobody can check, and V17
    V31                                 V17 words where a rate is asked for
    any of these in every row           V28 the same words in several rows
"""

import re
from decimal import Decimal
from enum import IntEnum, auto
from functools import lru_cache

from perfdesk.models.review.book import RuleBook
from perfdesk.models.review.words import Words
from perfdesk.models.value import NUMERIC_SIGNS, IndicatorValue, is_deadline


class Shape(IntEnum):
    """The first that is true of a value; the rules named judge it, all others pass it over."""

    EMPTY = auto()
    """Nothing was written (V01)."""
    MARKED = auto()
    """Holds a character that finance systems refuse (V33)."""
    NO_NUMBER = auto()
    """A sign or a unit without a number (V02)."""
    NO_UNIT = auto()
    """A number without a unit (V03)."""
    DIGITS_IN_UNIT = auto()
    """The unit holds digits (V04)."""
    SENTENCE_IN_UNIT = auto()
    """The unit is no unit but words (V05)."""
    MEASURED = auto()
    """Sign, number and unit, as it should be: the rules on direction, rates, amounts, time."""
    DATE = auto()
    """A deadline (V24, V25), which is out of place in some rows (V14, V15, V19)."""
    WORDED = auto()
    """Words with a number in them, which cannot be parted but can be checked (V05 when long)."""
    WORDS = auto()
    """Words alone (V14, V15, V17, V19, V23, V27, V28, V31)."""


_REFUSED = re.compile(r"[*_＊＿]")
_DIGIT = re.compile(r"[\d０-９]")
_DIGIT_OF_ITS_OWN = re.compile(r"(?<![A-Za-z])[\d０-９]")
_IN_BRACKETS = re.compile(r"[（(]\s*([^（）()]+?)\s*[)）]")
_BRACKETED_WORD = re.compile(r"\s*[（(][^（）()]{1,2}[)）]$")
_SHORT_DATE = re.compile(r"(?:1[0-2]|0?[1-9])[.．](?:3[01]|[12]\d|0?[1-9])")
_SHORT_DATE_END = re.compile(r"[日号]?[之以]?前")
_BARE_DATE = re.compile(
    r"20\d{2}[.．](?:1[0-2]|0?[1-9])|(?:1[0-2]|0?[1-9])[.．](?:3[01]|[12]\d|0[1-9])"
)
_SHORT_SPAN = re.compile(rf"{_SHORT_DATE.pattern}\s*[-—–~～至到]+\s*{_SHORT_DATE.pattern}")
_STANDARD = re.compile(r"[A-Z]{2,}(?:/[A-Z]+)?[ -]?\d{3,}")
_SUBSTANCE = re.compile(r"[A-Za-z]+\d+(?:\.\d+)?")
_DESIGNATION = re.compile(r"[A-Z]{1,3}\d+|T\s*[+＋]\s*\d+")
_RANK = re.compile(r"前\s*[\d一二三四五六七八九十]+|第\s*(?:\d+|[一二三四五六七八九十]+[名位])")
_BARE_YEAR = re.compile(
    r"20\d{2}年度?+(?!$|\d|[底末前内]|[以之]前|[上下]半年|第?[一二三四]季|完成$)"
)
_LONGEST_LONE_UNIT = 4
_MULTIPLIERS = ("百", "千", "万", "百万", "千万", "亿")
_RATIO = re.compile(r"\d\s*[:：/]\s*\d")
_COUNTED = re.compile(r"[\d０-９]\s*[^\s\d０-９.,，。;；~～\-—－至到及和、()（）]")
_SPELLED_COUNT = re.compile(r"[一两二三四五六七八九十百]+((?!批).{1,3})")
_SPELLED_NUMBER = re.compile(
    r"百分之|(?<![进统第同唯数几多])[一二两三四五六七八九十百零]+"
    r"(?:次(?!性)|年|个月|天|日内|个?工作日|人(?!员)|家|场|项|起|小时|周|季度)"
)


@lru_cache(maxsize=4096)
def plain_unit(unit: str) -> str:
    """Return a unit without brackets around it, or around a word behind it: (%), %（含）."""
    unit = unit.strip()
    bracketed = _IN_BRACKETS.fullmatch(unit)
    return bracketed[1] if bracketed else _BRACKETED_WORD.sub("", unit) or unit


def shape_of(
    value: IndicatorValue,
    number: Decimal | None,
    unit_kinds: frozenset[str],
    book: RuleBook,
    *,
    timed: bool = False,
) -> Shape:
    """Return the shape of a value; `number` is its number where sign and number are numeric.

    `unit_kinds` are those of the plain unit. `timed`: the row asks for a time, so that 12.31 is
    a day.
    """
    text = value.text.strip()
    if not text:
        return Shape.EMPTY
    if _REFUSED.search(text):
        return Shape.MARKED
    if timed and (_BARE_DATE.fullmatch(text) or _SHORT_SPAN.fullmatch(text)):
        return Shape.DATE
    if value.sign not in NUMERIC_SIGNS:
        return _of_text(text, book.words)
    if number is None:
        return Shape.NO_NUMBER
    return _of_unit(value, unit_kinds, book)


def leading_unit(unit: str, words: Words) -> str:
    """Return the unit of measurement that some words begin with, as 天 in 天内办结; or nothing."""
    unit = unit.lstrip("余多几")
    for length in range(min(4, len(unit)), 0, -1):
        kinds = words.units.kinds_of(unit[:length])
        if kinds and "wording" not in kinds:
            return unit[:length]
    return ""


def _of_unit(value: IndicatorValue, unit_kinds: frozenset[str], book: RuleBook) -> Shape:
    unit = plain_unit(value.unit)
    if not unit or unit in _MULTIPLIERS:
        return Shape.NO_UNIT
    if "wording" not in unit_kinds and (unit_kinds or _short(unit, book)):
        return Shape.MEASURED
    if _DIGIT_OF_ITS_OWN.search(unit):
        return Shape.DIGITS_IN_UNIT
    if _SHORT_DATE.fullmatch(value.number.strip()) and _SHORT_DATE_END.match(unit):
        return Shape.DATE
    return Shape.SENTENCE_IN_UNIT


def _short(unit: str, book: RuleBook) -> bool:
    """Tell whether a unit that no table knows may still be one: 个标准化卫生室."""
    return len(unit) <= book.limit("V05.unit") and not _DIGIT_OF_ITS_OWN.search(unit)


def _of_text(text: str, words: Words) -> Shape:
    if _STANDARD.search(text) or _DESIGNATION.fullmatch(text):
        return Shape.WORDED
    text = _SUBSTANCE.sub("", _BARE_YEAR.sub("", text))
    return _of_digits(text) if _DIGIT.search(text) else _of_words(text, words)


def _of_digits(text: str) -> Shape:
    if is_deadline(text):
        return Shape.DATE
    can_be_checked = any(known.search(text) for known in (_COUNTED, _RATIO, _RANK))
    return Shape.WORDED if can_be_checked else Shape.NO_UNIT


def _of_words(text: str, words: Words) -> Shape:
    kinds = words.values.kinds_of(text)
    if "within_year" in kinds:
        return Shape.DATE
    if _SPELLED_NUMBER.search(text) or _is_spelled_count(text, words):
        return Shape.WORDED
    if "deadline" in kinds:
        return Shape.DATE
    if _RANK.search(text):
        return Shape.WORDED
    return Shape.NO_NUMBER if _is_unit(text, words) else Shape.WORDS


def _is_spelled_count(text: str, words: Words) -> bool:
    """Tell whether a text is a number of whole things, as 两个; 一批 may be any number."""
    spelled = _SPELLED_COUNT.fullmatch(text)
    return spelled is not None and "whole" in words.units.kinds_of(spelled[1])


def _is_unit(text: str, words: Words) -> bool:
    kinds = words.units.kinds_of(text) if len(text) <= _LONGEST_LONE_UNIT else frozenset()
    return bool(kinds) and "wording" not in kinds
