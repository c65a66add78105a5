"""How high a row must be for its text: neither Excel nor WPS fits rows of merged cells by itself.

Reckoned for 宋体, where Chinese characters are as wide as they are high and others half that.
Lines and widths are taken a little too small rather than too large: blank paper does no harm,
a hidden line does.
"""

import re
import unicodedata
from functools import lru_cache

HIGHEST_ROW = 409.0
"""The most that Excel allows, in points."""
_CHARACTER_PIXELS = 8
_CELL_PADDING = 6
_PIXELS_PER_POINT = 96 / 72
_LEADING = 1.43
_ROW_PADDING = 6.0
_TAB = 8
# What stays together at a line's end: a word of letters, numbers in a row (25%、50%), a character
# with the marks behind it.
_TOKEN = re.compile(r"[!-~]+(?:、[!-~]+)*|.[，。；：、！？）》”’】〕…]*", re.DOTALL)


@lru_cache(maxsize=4096)  # the labels are the same on every sheet
def text_height(text: str, width: float, size: float) -> float:
    """Return the height in points that `text` needs, wrapped, in a cell `width` characters wide.

    `width` is counted as Excel counts columns, `size` is the font's in points.
    """
    pixels = width * _CHARACTER_PIXELS - _CELL_PADDING
    halves = max(2, int(pixels / (size * _PIXELS_PER_POINT / 2)))
    lines = sum(_line_count(paragraph, halves) for paragraph in text.split("\n"))
    return lines * size * _LEADING + _ROW_PADDING


def _line_count(paragraph: str, halves: int) -> int:
    """Count the lines of a paragraph where each holds so many half-width characters."""
    if len(paragraph) * 2 <= halves or _width(paragraph) <= halves:
        return 1
    lines, used = 1, 0
    for token in _TOKEN.findall(paragraph):
        width = _width(token)
        used += width
        if used > halves:
            broken = max(0, width - 1) // halves
            lines += 1 + broken
            used = width - broken * halves
    return lines


def _width(text: str) -> int:
    return sum(map(_character_width, text))


@lru_cache(maxsize=8192)
def _character_width(character: str) -> int:
    if character == "\t":
        return _TAB
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1
