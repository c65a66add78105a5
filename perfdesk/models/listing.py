"""Lists written by hand: lines that count up as 1、 （1） ① 一、, whatever style they are in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from perfdesk.models.numbering import chinese_number, numeral_value, unnumber_lines

_CLOSING = r"(?P<close>\s*[)）]\s*[、.．]?|\s*[、.．])"
_ARABIC = re.compile(r"\s*(?P<open>[（(]?\s*)(?P<n>\d{1,3})" + _CLOSING)
_CHINESE = re.compile(r"\s*(?P<open>[（(]?\s*)(?P<n>[一二三四五六七八九十]{1,3})" + _CLOSING)
_SIGNS = re.compile(r"\s*(?P<open>)(?P<n>[\u2460-\u249b])(?P<close>\s*[、.．]?)")
_DECIMAL = re.compile(r"\s*\d+[.．]\d(?!\d{3}年)")
_FIRST_SIGNS = "①⑴⒈"
_SIGNS_EACH = 20


@dataclass(frozen=True, slots=True)
class Marker:
    """The number at the beginning of a line: `length` characters, blanks behind it included.

    Markers of one list are alike in `style`.
    """

    number: int
    length: int
    style: tuple[str, str, str]

    def counting(self, number: int) -> str:
        """Return how the list's line with another number begins."""
        opening, kind, closing = self.style
        if kind in _FIRST_SIGNS:
            sign = chr(ord(kind) + number - 1) if number <= _SIGNS_EACH else f"（{number}）"
        else:
            sign = chinese_number(number) if kind == "一" and number <= 99 else str(number)
        return f"{opening}{sign}{closing}"


def marker(line: str) -> Marker | None:
    """Return the number that a line begins with, None where it begins with none.

    `1.5万元` begins with an amount.
    """
    for pattern in (_ARABIC, _CHINESE, _SIGNS):
        match = pattern.match(line)
        if match and not _DECIMAL.match(line):
            break
    else:
        return None
    number, kind = _read(match["n"])
    if not number:
        return None
    rest = line[match.end() :]
    length = len(line) - len(rest.lstrip())
    return Marker(number, length, (_plain(match["open"]), kind, _plain(match["close"])))


def item_lines(lines: Sequence[str]) -> tuple[Marker | None, ...]:
    """Return for each line the number that makes it an item of the list, else None.

    The first number tells the list's style; its items count up by one, and a line that is
    numbered in another style belongs to the item above it.
    """
    found: list[Marker | None] = []
    last: Marker | None = None
    for line in lines:
        at = marker(line)
        goes_on = at and (last is None or (at.style, at.number) == (last.style, last.number + 1))
        found.append(at if goes_on else None)
        last = at if goes_on else last
    return tuple(found)


def listed(text: str) -> tuple[str, ...]:
    """Return what the lines of a typed text list, without their numbers of whatever style.

    Lines that are no item of the list go on with the one above; where the first line is none,
    each line stands for itself.
    """
    lines = [line.strip() for line in text.strip().split("\n")]
    found = item_lines(lines)
    if found[0] is None or found[0].number != 1 or found[0].style[1] == "1":
        return unnumber_lines(text)
    items: list[str] = []
    for line, at in zip(lines, found, strict=True):
        if at:
            items.append(line[at.length :])
        else:
            items[-1] += "\n" + line
    return tuple(item.strip() for item in items if item.strip())


def _read(sign: str) -> tuple[int, str]:
    """Return the number of a sign and the kind of its style: `1`, `一`, or a run's first sign."""
    if sign.isdecimal():
        return int(sign), "1"
    for first in _FIRST_SIGNS:
        if ord(first) <= ord(sign[0]) < ord(first) + _SIGNS_EACH:
            return ord(sign[0]) - ord(first) + 1, first
    return numeral_value(sign), "一"


def _plain(sign: str) -> str:
    return "".join(sign.split())
