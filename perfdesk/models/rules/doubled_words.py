"""The rule on what stands twice in a row: a word pasted twice, a character typed twice."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from typing import NamedTuple

from perfdesk.models.review.facts import DocumentFacts, ProjectFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.rule import Hit, Text, also_of_document, project_rule
from perfdesk.models.review.sources import PRACTICE
from perfdesk.models.review.words import Table
from perfdesk.models.rules.indicator_names import meant_name
from perfdesk.models.rules.prose import Passage, in_project, in_statement

_TWICE = re.compile(r"([\u4e00-\u9fff]{2,8}?)\1+")
_ONE_BY_ONE = frozenset("一逐每各")
_GOES_ON = frozenset("业线员师者商站再")
"""Behind a doubled word: it begins another (服务服务业), or is said once more (学习学习再学习)."""


class Slip(NamedTuple):
    """Something that stands twice: where, as it is shown, and what should stand there."""

    start: int
    end: int
    shown: str
    right: str


@project_rule(
    "S06",
    Group.FITTING,
    Text(
        "字词重复",
        "同一个字或词连着写了两遍，多半是打字或粘贴时留下的。",
        "提出改进的意见意见；提高高服务水平",
        "提出改进的意见；提高服务水平",
        PRACTICE,
    ),
)
def doubled_word(project: ProjectFacts) -> Iterator[Hit]:
    """A word or character that stands twice in a row in a project's texts."""
    prose = project.setting.words.prose
    for passage in in_project(project, partial(_slips, prose)):
        # A name that is a well-known one but for the slip is told which one it is (N10).
        if not (passage.row and passage.field == "name" and meant_name(passage.row)):
            yield _hit(prose, passage)


@also_of_document("S06")
def doubled_word_in_statement(document: DocumentFacts) -> Iterator[Hit]:
    """A word or character that stands twice in a row in part one."""
    prose = document.setting.words.prose
    for passage in in_statement(document):
        if _slips(prose, passage.text):
            yield _hit(prose, passage)


def _hit(prose: Table, passage: Passage) -> Hit:
    right, slips = passage.text, _slips(prose, passage.text)
    shown = "、".join(f"“{each}”" for each in dict.fromkeys(slip.shown for slip in slips))
    while slips:
        for slip in reversed(slips):
            right = right[: slip.start] + slip.right + right[slip.end :]
        slips = _slips(prose, right)
    return passage.hit(f"{shown}重复了，请删去多余的字。", right)


@lru_cache(maxsize=4096)  # most texts stay as they are from one edit to the next
def _slips(prose: Table, text: str) -> tuple[Slip, ...]:
    """Return what a text has twice in a row, what reads well so left out."""
    if not (_TWICE.search(text) or _typed_twice(prose).search(text)):
        return ()  # as nearly always
    words = [*_words_twice(prose, text)]
    taken = {at for slip in words for at in range(slip.start, slip.end)}
    characters = (s for s in _characters_twice(prose, text) if taken.isdisjoint(range(*s[:2])))
    return tuple(sorted([*words, *characters]))


def _words_twice(prose: Table, text: str) -> Iterator[Slip]:
    fine = prose.words("doubled_fine")
    for found in _TWICE.finditer(text):
        word = found[1]
        if word[0] in _ONE_BY_ONE or len(set(word)) == 1 or word * 2 in fine:
            continue
        if text[found.end() : found.end() + 1] not in _GOES_ON:
            yield Slip(*found.span(), word * 2, word)


def _characters_twice(prose: Table, text: str) -> Iterator[Slip]:
    begins = prose.words("beginning")
    for found in _typed_twice(prose).finditer(text):
        start, last = found.start(), found.end() - 1
        # 提高高校质量 is right: the second character begins the next word.
        if text.startswith(begins, last):
            continue
        around = _fine_around(prose).get(found[0], ())
        if not any(before <= start and text.startswith(w, start - before) for before, w in around):
            yield Slip(start, last + 1, found[0], found[0][:-1])


@cache
def _typed_twice(prose: Table) -> re.Pattern[str]:
    listed = sorted(map(re.escape, prose.words("typed_twice")), key=len, reverse=True)
    return re.compile("|".join(listed))


@cache
def _fine_around(prose: Table) -> dict[str, tuple[tuple[int, str], ...]]:
    """Return for each slip the words that hold it and are right, with where it begins in them."""
    fine = prose.words("doubled_fine")
    return {
        slip: tuple((word.index(slip), word) for word in fine if slip in word)
        for slip in prose.words("typed_twice")
    }
