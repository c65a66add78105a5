"""Numbers before headings and lines: 一、 （一） 1、 1. — printing them and taking them off."""

import re
from dataclasses import dataclass

_CHINESE = "零一二三四五六七八九"
_NUMBER = re.compile(r"\s*[（(]?(\d{1,3})\s*[.．、)）]\s*")
_DECIMAL = re.compile(r"\d+\.\d(?!\d{3}年)")
_BEGINS_NUMBER = re.compile(r"[（(〇零一二三四五六七八九十\d]")
_STYLES = (
    ("（一）", re.compile(r"[（(]\s*([〇零一二三四五六七八九十]{1,3})\s*[)）]\s*[、.．]?")),
    ("一、", re.compile(r"([〇零一二三四五六七八九十]{1,3})\s*[、.．]")),
    ("（1）", re.compile(r"[（(]\s*(\d{1,3})\s*[)）]\s*[、.．]?")),
    ("1、", re.compile(r"(\d{1,3})\s*[、)）]")),
    ("1、", re.compile(r"(\d{1,3})\s*[.．]")),
)


@dataclass(frozen=True, slots=True)
class NumberedText:
    """A text parted from the number before it; `style` is one of 一、 （一） 1、 （1）."""

    style: str
    number: int
    text: str


def chinese_number(number: int) -> str:
    """Return 1 to 99 as Chinese numerals: 一, 十, 十一, 二十, 九十九.

    Raises ValueError outside that range.
    """
    if not 1 <= number <= 99:
        raise ValueError(number)
    tens, ones = divmod(number, 10)
    return (
        ("" if tens < 2 else _CHINESE[tens])
        + ("十" if tens else "")
        + (_CHINESE[ones] if ones else "")
    )


def numeral_value(numeral: str) -> int:
    """Return the number that digits or Chinese numerals stand for, 0 where they make none."""
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.replace("〇", "零").rpartition("十")
    if not ten:
        return int("".join(str(_CHINESE.index(each)) for each in ones))
    if len(tens) > 1 or len(ones) > 1 or tens == "十":
        return 0
    return 10 * (_CHINESE.index(tens) if tens else 1) + (_CHINESE.index(ones) if ones else 0)


def numbered(style: str, number: int) -> str:
    """Return the number in a style that shows `1` or `一` where it goes: `（一）`, `1.`."""
    if "一" in style and number <= 99:
        return style.replace("一", chinese_number(number))
    return style.replace("一", "1").replace("1", str(number))


def number_lines(style: str, lines: tuple[str, ...]) -> str:
    """Return the lines below one another, each with its number in `style`."""
    return "\n".join(numbered(style, number) + line for number, line in enumerate(lines, 1))


def split_number(text: str, *, printed: bool = False) -> NumberedText | None:
    """Part the number before a heading from the heading, None where it has no number.

    `1.` and `1、` are one style, digits and brackets may be full-width. `1.5万元` begins with
    an amount, unless the text is `printed` by a form that numbers all its headings.
    """
    text = text.strip()
    if not _BEGINS_NUMBER.match(text):
        return None
    for style, pattern in _STYLES:
        match = pattern.match(text)
        if match and (printed or not _DECIMAL.match(text)):
            rest = text[match.end() :].lstrip()
            return NumberedText(style, numeral_value(match[1]), rest)
    return None


def unnumber_lines(text: str, *, printed: bool = False) -> tuple[str, ...]:
    """Take the numbers off the lines of a cell and return what they number.

    A line without a number goes on with the one before; where the first line has none, each
    line stands for itself. Numbers are taken off only while they count up from 1. In text
    typed by hand `1.5万元` begins with an amount; in `printed` text, where the form numbers
    every line, it is line 1.
    """
    lines = [line.strip() for line in text.strip().split("\n")]
    found: list[list[str]] = []
    for line in lines:
        rest = _without_number(line, len(found) + 1, printed)
        if rest is not None:
            found.append([rest])
        elif found:
            found[-1].append(line)
        else:
            return tuple(line for line in lines if line)
    goals = ("\n".join(each).strip() for each in found)
    return tuple(goal for goal in goals if goal)


def _without_number(line: str, expected: int, printed: bool) -> str | None:
    """Return the rest of a line numbered `expected`, None where it is not."""
    match = _NUMBER.match(line)
    if not match or int(match[1]) != expected:
        return None
    if not printed and _DECIMAL.match(line):
        return None
    return line[match.end() :]
