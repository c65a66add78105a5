"""A number that stands in words and can be taken out of them: 全年至少举办2次 is ≥2次."""

import re
from functools import lru_cache

from perfdesk.models.review.shape import leading_unit
from perfdesk.models.review.words import Words
from perfdesk.models.value import IndicatorValue

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def value_in_words(words: Words, text: str, name: str) -> IndicatorValue | None:
    """Return the value that a text says in words; None unless nothing is lost by that.

    It holds one number with a unit, and around it only words that may go, or that `name` has.
    """
    numbers = [*_NUMBER.finditer(text)]
    if len(numbers) != 1:
        return None
    (number,) = numbers
    unit = leading_unit(text[number.end() :], words)
    around = (text[: number.start()], text[number.end() + len(unit) :])
    if not unit or not all(_may_go(words, part, name) for part in around):
        return None
    least, most = (_any(words, kind).search("，".join(around)) for kind in ("at_least", "at_most"))
    if least and most:
        return None
    all_of_it = number[0] == "100" and unit == "%"
    sign = "＝" if all_of_it else "≥" if least else "≤" if most else "＝"
    return IndicatorValue.of_parts(sign, number[0], unit)


def _may_go(words: Words, part: str, name: str) -> bool:
    said = [rest for rest in _any(words, "at_least", "at_most", "around").split(part) if rest]
    return all(each in name for each in said)


@lru_cache
def _any(words: Words, *kinds: str) -> re.Pattern[str]:
    listed = (word for kind in kinds for word in words.values.words(kind))
    return re.compile("|".join(map(re.escape, sorted(listed, key=len, reverse=True))) or "(?!)")
