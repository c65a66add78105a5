"""Reads part one: the overall goal, the sub-goals and the safeguards, out of their paragraphs."""

import re
from dataclasses import dataclass, field, replace

from perfdesk.io.disclosure.blocks import Paragraph, Placed, PlacedParagraph
from perfdesk.io.disclosure.headings import Kind
from perfdesk.io.disclosure.notes import Notes
from perfdesk.io.disclosure.safeguards import ItemNumbers, parted_title, read_safeguards
from perfdesk.models.numbering import split_number
from perfdesk.models.statement import Statement, SubGoal

_LABEL = re.compile(r"绩\s*效\s*(目\s*标|指\s*标)\s*(?:[:：]|$)")
_LABEL_AHEAD = re.compile(r"(?<=[。；;\s])(?=绩效(?:目标|指标)[:：])")
_LONGEST_TITLE = 60
_STYLES_INSIDE = ("1、", "（1）")
"""Numbers that goals and indicators use for their own lines too."""

_UNTITLED = "分项绩效目标部分开头的{}不属于任何一项，放在“未识别内容”中。"


@dataclass(slots=True)
class ReadStatement:
    """The statement, and paragraphs of its sections that found no place in it."""

    statement: Statement
    strange: list[Placed]


def read_statement(sections: dict[Kind, list[PlacedParagraph]], notes: Notes) -> ReadStatement:
    """Read the paragraphs of each section."""
    told = {kind: [paragraph for _, paragraph in placed] for kind, placed in sections.items()}
    overall = "\n".join(paragraph.text for paragraph in told.get(Kind.OVERALL, ()))
    subgoals = _SubGoals(_parted(told.get(Kind.SUBGOALS, [])))
    for paragraph in subgoals.leading:
        notes.add(paragraph.line, _UNTITLED, paragraph.text)
    strange = [p for p in sections.get(Kind.SUBGOALS, ()) if p[1] in subgoals.leading]
    safeguards = read_safeguards(told.get(Kind.SAFEGUARDS, []), notes)
    return ReadStatement(Statement(overall, subgoals.subgoals(), safeguards), list(strange))


@dataclass(slots=True)
class _Item:
    title: str
    goal: list[str] = field(default_factory=list)
    indicators: list[str] = field(default_factory=list)


class _SubGoals:
    """Sorts paragraphs into sub-goals; those before the first title are `leading`."""

    def __init__(self, paragraphs: list[Paragraph]) -> None:
        self.leading: list[Paragraph] = []
        self._paragraphs = paragraphs
        self._style = _title_style(paragraphs)
        self._has_labels = any(_labelled(paragraph.text)[0] for paragraph in paragraphs)
        self._items: list[_Item] = []
        self._lines: list[str] = []
        self._numbers = ItemNumbers(self._style)
        for index, paragraph in enumerate(paragraphs):
            self._take(index, paragraph)

    def subgoals(self) -> tuple[SubGoal, ...]:
        return tuple(
            SubGoal(item.title, "\n".join(item.goal), "\n".join(item.indicators))
            for item in self._items
        )

    def _take(self, index: int, paragraph: Paragraph) -> None:
        label, rest = _labelled(paragraph.text)
        if label == "目标":
            self._begin_goal(rest)
        elif label == "指标":
            self._lines = self._current().indicators
            self._lines += [rest] if rest else []
        elif self._is_title(index):
            self._begin(paragraph.text)
        elif self._items:
            self._lines.append(paragraph.text)
        else:
            self.leading.append(paragraph)

    def _begin(self, title: str) -> None:
        numbered = split_number(title)
        if numbered and numbered.style == self._style:
            title = numbered.text
        title, rest = parted_title(title)
        self._items.append(_Item(title, [rest] if rest else []))
        self._lines = self._items[-1].goal

    def _begin_goal(self, text: str) -> None:
        item = self._current()
        if item.goal or item.indicators:
            self._items.append(item := _Item(""))
        self._lines = item.goal
        self._lines += [text] if text else []

    def _current(self) -> _Item:
        if not self._items:
            self._items.append(_Item(""))
        return self._items[-1]

    def _is_title(self, index: int) -> bool:
        """Tell whether a paragraph is a title: by its number, or by 绩效目标： below it."""
        text = self._paragraphs[index].text
        numbered = split_number(text)
        has_goal = _has_goal_below(self._paragraphs, index)
        inside = self._has_labels and not has_goal
        is_next = self._numbers.go_on_with(numbered, rather_inside=inside)
        if has_goal and len(text) <= _LONGEST_TITLE:
            return numbered is None or numbered.style == self._style
        return is_next and not (self._has_labels and self._style in _STYLES_INSIDE)


def _title_style(paragraphs: list[Paragraph]) -> str:
    """Return how titles are numbered: as those with a goal below them, else as the first is."""
    numbered = [split_number(paragraph.text) for paragraph in paragraphs]
    for index, found in enumerate(numbered):
        if found and _has_goal_below(paragraphs, index):
            return found.style
    return next((found.style for found in numbered if found), "")


def _has_goal_below(paragraphs: list[Paragraph], index: int) -> bool:
    if index + 1 == len(paragraphs):
        return False
    return _labelled(paragraphs[index + 1].text)[0] == "目标"


def _labelled(text: str) -> tuple[str, str]:
    """Part 绩效目标： or 绩效指标： from the text behind it; "" where there is no label."""
    start = text
    numbered = split_number(text[:20])
    if numbered and not _LABEL.match(text):
        start = text[text.index(numbered.text) :] if numbered.text else text
    found = _LABEL.match(start)
    if not found:
        return "", text
    return "".join(found[1].split()), start[found.end() :].strip()


def _parted(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Part title, goal and indicators that stand in one paragraph."""
    return [
        replace(paragraph, text=text.strip())
        for paragraph in paragraphs
        for text in _LABEL_AHEAD.split(paragraph.text)
    ]
