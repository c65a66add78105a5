"""Years of another budget in all that is written in sentences, and where sentences stand."""

import re
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from perfdesk.models.change import SetField
from perfdesk.models.document import Content
from perfdesk.models.review.facts import DocumentFacts, ProjectFacts, RowFacts, Setting
from perfdesk.models.review.finding import Fix, Group
from perfdesk.models.review.rule import Hit, Text, also_of_document, project_rule
from perfdesk.models.review.sources import PRACTICE
from perfdesk.models.review.words import Words
from perfdesk.models.statement import ROW_FIELDS
from perfdesk.models.years.shift import left_behind
from perfdesk.models.years.writing import plain

_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年(度)?")
_ANY_YEAR = re.compile(r"20\d\d")
_TITLE = re.compile(r"《[^》]*》")
_RANGE_BEFORE = re.compile(r"\d\s*年?\s*(?:[-—–~～－]+|至|到)\s*$")
_RANGE_AFTER = re.compile(r"\s*(?:\d+月)?(?:\d+日)?\s*(?:[-—–~～－]+|至|到)\s*\d")
_LATER = re.compile(r"\s*(?:底|末|前|以?后|起|\d+月)")
_CLAUSE = re.compile(r"[，。；！？、\n]")
_CODE_YEAR = slice(6, 8)


class Passage(NamedTuple):
    """A text in prose and where it stands; `owner` is the id of its row, empty for the whole.

    `row` is the indicator it belongs to; `whole` the content of its field where it has
    several texts, `part` which of them this one is; `carried` whether it came from last year
    and was not looked at since.
    """

    text: str
    owner: str
    field: str
    row: RowFacts | None = None
    whole: tuple[str, ...] = ()
    part: int = 0
    carried: bool = False

    def hit(self, sentence: str, right: str = "") -> Hit:
        """Return a hit here; `right` is the text that would mend it."""
        fix = None
        if right:
            content: Content = right
            field = self.field
            if self.whole:
                content = (*self.whole[: self.part], right, *self.whole[self.part + 1 :])
                field = "goals"
            fix = Fix("删去多余的字", SetField(self.owner, field, content))
        row_id = "" if self.row else self.owner
        return Hit(self.field, sentence, fix, self.row, row_id=row_id)


def in_project(project: ProjectFacts, wanted: Callable[[str], object]) -> Iterator[Passage]:
    """Yield the texts of a project that are `wanted`: few are, and most edits ask for all."""
    owner, carried = project.project.id, project.project.carried
    purpose, goals = project.project.purpose, project.project.goals
    if wanted(purpose) and project.has("purpose"):
        yield Passage(purpose, owner, "purpose", carried="purpose" in carried)
    for index, goal in enumerate(goals):
        if wanted(goal):
            untouched = "goals" in carried
            yield Passage(goal, owner, f"goals[{index}]", None, goals, index, untouched)
    for row in project.live:
        indicator = row.indicator
        left = indicator.carried
        if wanted(indicator.name):
            yield Passage(indicator.name, indicator.id, "name", row, carried="name" in left)
        if wanted(text := indicator.description):
            yield Passage(text, indicator.id, "description", row, carried="description" in left)


def in_statement(document: DocumentFacts) -> Iterator[Passage]:
    """Yield the texts of part one."""
    statement = document.document.statement
    untouched = "overall" in statement.carried
    yield Passage(statement.overall, "", "statement.overall", carried=untouched)
    for row in statement.rows:
        for field in ROW_FIELDS[type(row)]:
            yield Passage(getattr(row, field), row.id, field, carried=field in row.carried)


@project_rule(
    "S04",
    Group.FITTING,
    Text(
        "文字中的年份不是本年度",
        "多半是沿用上年的文字没有改。写的确实是往年的事，填写说明即可。从上年带入的文字中，"
        "规划期、往年等没有随年度改动的年份也会提示，核对无误（Ctrl+K）后不再提示。",
        "2025年的目标写成“2024年完成培训12场”",
        "“2025年完成培训12场”",
        PRACTICE,
    ),
)
def other_year(project: ProjectFacts) -> Iterator[Hit]:
    """A year in a project's texts that is neither the budget year nor the project's own."""
    own = _own_years(project)
    for passage in in_project(project, _may_name_years):
        if sentence := _complaint(project.setting, passage, own):
            yield passage.hit(sentence)
    for row in project.live:
        yield from _left_in_row(row, own)


def _left_in_row(row: RowFacts, own: Collection[int]) -> Iterator[Hit]:
    """Yield what value and basis say of the past that last year's row said already."""
    year, carried = row.project.setting.year, row.indicator.carried
    if "value" in carried and (left := left_behind(row.text, year, own)):
        yield Hit("value", _said_of_left(left), row=row)
    if "basis" in carried and (left := left_behind(row.basis, year, own, basis=True)):
        yield Hit("basis", _said_of_left(left), row=row)


def _may_name_years(text: str) -> bool:
    return "20" in text or "年" in text or "FY" in text


def _own_years(project: ProjectFacts) -> set[int]:
    """Return the years that a project carries in its name and its code."""
    own = {int(found) for found in _ANY_YEAR.findall(project.name)}
    if (digits := project.code[_CODE_YEAR]).isdecimal():
        own.add(2000 + int(digits))
    return own


@also_of_document("S04")
def other_year_in_statement(document: DocumentFacts) -> Iterator[Hit]:
    """A year in part one that is not the budget year."""
    for passage in in_statement(document):
        if sentence := _complaint(document.setting, passage):
            yield passage.hit(sentence)


def _complaint(setting: Setting, passage: Passage, own: Collection[int] = ()) -> str:
    """Return what is to be said of a passage's years, empty where they may stand."""
    if found := _other_year(setting, passage.text, own):
        return f"“{found}年”不是本年度{setting.year}年，请核对是否沿用了以前的文字。"
    left = left_behind(passage.text, setting.year, own) if passage.carried else ""
    return _said_of_left(left) if left else ""


def _said_of_left(left: str) -> str:
    return f"“{left}”是沿用的文字中原有的，没有随年度改动，请核对是否仍然适用。"


def _other_year(setting: Setting, text: str, own: Collection[int] = ()) -> int:
    """Return the first year in a text that seems to be a slip, 0 where there is none."""
    budget_year = setting.year
    if not budget_year or not _may_name_years(text):
        return 0
    even = _TITLE.sub("", plain(text))
    for found in _YEAR.finditer(even):
        year = int(found[1])
        if year == budget_year or year in own:
            continue
        if not _meant(setting.words, even, found, year > budget_year):
            return year
    return 0


def _meant(words: Words, text: str, found: re.Match[str], later: bool) -> bool:
    """Whether another year is spoken of on purpose: compared with, settled, planned for."""
    before, after = text[: found.start()], text[found.end() :]
    clause = _CLAUSE.split(before)[-1], _CLAUSE.split(after)[0]
    prose = words.prose.kinds_of
    if _RANGE_BEFORE.search(before) or _RANGE_AFTER.match(after):
        return True
    if later:
        return bool(clause[0].strip()) or bool(_LATER.match(after))
    return (
        "compared" in prose(clause[0].strip())
        or "past" in prose(clause[1].strip())
        or "settled" in prose("".join(clause))
    )
