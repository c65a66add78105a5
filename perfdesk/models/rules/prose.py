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
    several texts, `part` which of them this one is.
    """

    text: str
    owner: str
    field: str
    row: RowFacts | None = None
    whole: tuple[str, ...] = ()
    part: int = 0

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
    owner = project.project.id
    purpose, goals = project.project.purpose, project.project.goals
    if wanted(purpose) and project.has("purpose"):
        yield Passage(purpose, owner, "purpose")
    for index, goal in enumerate(goals):
        if wanted(goal):
            yield Passage(goal, owner, f"goals[{index}]", None, goals, index)
    for row in project.live:
        indicator = row.indicator
        if wanted(indicator.name):
            yield Passage(indicator.name, indicator.id, "name", row)
        if wanted(indicator.description):
            yield Passage(indicator.description, indicator.id, "description", row)


def in_statement(document: DocumentFacts) -> Iterator[Passage]:
    """Yield the texts of part one."""
    statement = document.document.statement
    yield Passage(statement.overall, "", "statement.overall")
    for subgoal in statement.subgoals:
        for field in ("title", "goal", "indicators"):
            yield Passage(getattr(subgoal, field), subgoal.id, field)
    for safeguard in statement.safeguards:
        yield Passage(safeguard.title, safeguard.id, "title")
        yield Passage(safeguard.text, safeguard.id, "text")


@project_rule(
    "S04",
    Group.FITTING,
    Text(
        "文字中的年份不是本年度",
        "多半是沿用上年的文字没有改。写的确实是往年的事，填写说明即可。",
        "2025年的目标写成“2024年完成培训12场”",
        "“2025年完成培训12场”",
        PRACTICE,
    ),
)
def other_year(project: ProjectFacts) -> Iterator[Hit]:
    """A year in a project's texts that is neither the budget year nor the project's own."""
    year = project.setting.year
    for passage in in_project(project, _dated):
        if found := _other_year(project.setting, passage.text, _own_years(project)):
            yield passage.hit(_said_of_year(found, year))


def _dated(text: str) -> bool:
    return "20" in text and _YEAR.search(text) is not None


def _own_years(project: ProjectFacts) -> set[int]:
    """Return the years that a project carries in its name and its code."""
    own = {int(found) for found in _ANY_YEAR.findall(project.name)}
    if (digits := project.code[_CODE_YEAR]).isdecimal():
        own.add(2000 + int(digits))
    return own


@also_of_document("S04")
def other_year_in_statement(document: DocumentFacts) -> Iterator[Hit]:
    """A year in part one that is not the budget year."""
    year = document.setting.year
    for passage in in_statement(document):
        if found := _other_year(document.setting, passage.text):
            yield passage.hit(_said_of_year(found, year))


def _said_of_year(found: int, year: int) -> str:
    return f"“{found}年”不是本年度{year}年，请核对是否沿用了以前的文字。"


def _other_year(setting: Setting, text: str, own: Collection[int] = ()) -> int:
    """Return the first year in a text that seems to be a slip, 0 where there is none."""
    budget_year = setting.year
    if not budget_year or not _dated(text):
        return 0
    plain = _TITLE.sub("", text)
    for found in _YEAR.finditer(plain):
        year = int(found[1])
        if year == budget_year or year in own:
            continue
        if not _meant(setting.words, plain, found, year > budget_year):
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
