"""Reads the list of safeguards, in any of the shapes it is printed in.

Titles are numbered and stand alone (`（一）完善制度建设。`, its text below), or share a paragraph
with their text (`1、完善制度建设。制定……`); some items of such a list have lost their number.
"""

import re
from dataclasses import dataclass, field

from perfdesk.io.disclosure.blocks import Paragraph
from perfdesk.io.disclosure.notes import Notes
from perfdesk.models.numbering import NumberedText, split_number
from perfdesk.models.statement import Safeguard

_TITLE_WITH_TEXT = re.compile(r"([^。：:；;，,！!？?\n]{2,24})[。：:]\s*(?=\S)")
_ITEM_WITHOUT_NUMBER = re.compile(r"[^。：:；;，,！!？?\s]{4,16}。.{10}")
_LONGEST_TITLE = 40

_UNNUMBERED = "没有编号的段落{}按单独的一项工作保障措施读入，请核对。"


def read_safeguards(paragraphs: list[Paragraph], notes: Notes) -> tuple[Safeguard, ...]:
    """Read the paragraphs below the heading 工作保障措施."""
    numbers = [split_number(paragraph.text) for paragraph in paragraphs]
    style = next((found.style for found in numbers if found), "")
    if not style:
        return _unnumbered(paragraphs)
    items: list[_Item] = []
    counted = ItemNumbers(style)
    for paragraph, number in zip(paragraphs, numbers, strict=True):
        if number and counted.go_on_with(number):
            items.append(_item(number.text))
        elif _stands_alone(paragraph.text, items):
            notes.add(paragraph.line, _UNNUMBERED, paragraph.text)
            items.append(_item(paragraph.text))
        elif items:
            items[-1].lines.append(paragraph.text)
        else:
            items.append(_Item("", [paragraph.text]))
    return tuple(item.safeguard() for item in items)


class ItemNumbers:
    """Tells the numbers of a list's items from those of lists inside an item.

    A number may be left out or used twice; one that begins again from 1 begins a list inside.
    """

    def __init__(self, style: str) -> None:
        self._style = style
        self._last = 0
        self._inside = 0

    def go_on_with(self, found: NumberedText | None, *, rather_inside: bool = False) -> bool:
        """Take the next number, None where a paragraph has none; tell whether it is an item's.

        A number that could go on with either list is the inner one's where `rather_inside`.
        """
        if found is None or found.style != self._style:
            return False
        number = found.number
        if self._last and self._is_inside(number, rather_inside=rather_inside):
            self._inside = number
            return False
        if number < self._last:
            return False
        self._last, self._inside = number, 0
        return True

    def _is_inside(self, number: int, *, rather_inside: bool) -> bool:
        if number == 1:
            return True
        goes_on_inside = self._inside > 0 and number == self._inside + 1
        return goes_on_inside and (rather_inside or number != self._last + 1)


def parted_title(text: str) -> tuple[str, str]:
    """Part a short title from the text behind it in one paragraph; its full stop goes."""
    found = _TITLE_WITH_TEXT.match(text)
    if found:
        return found[1].rstrip(), text[found.end() :]
    return text.removesuffix("。"), ""


@dataclass(slots=True)
class _Item:
    title: str
    lines: list[str] = field(default_factory=list)
    shares_line: bool = False

    def safeguard(self) -> Safeguard:
        return Safeguard(self.title, "\n".join(self.lines))


def _item(text: str) -> _Item:
    title, rest = parted_title(text)
    if rest:
        return _Item(title, [rest], shares_line=True)
    return _Item(title) if len(title) <= _LONGEST_TITLE else _Item("", [text])


def _stands_alone(text: str, items: list[_Item]) -> bool:
    """Tell whether a paragraph without a number is an item like the numbered one above it."""
    return bool(items and items[-1].shares_line and _ITEM_WITHOUT_NUMBER.match(text))


def _unnumbered(paragraphs: list[Paragraph]) -> tuple[Safeguard, ...]:
    """Read a list without any numbers: short lines are titles, as are short first sentences."""
    items: list[_Item] = []
    for paragraph in paragraphs:
        text = paragraph.text
        title, rest = parted_title(text)
        if rest or not items or (len(title) <= _LONGEST_TITLE and "，" not in title):
            items.append(_item(text))
        else:
            items[-1].lines.append(text)
    return tuple(item.safeguard() for item in items)
