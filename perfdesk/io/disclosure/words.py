"""The words printed on the forms, by which tables, headings and levels are recognised.

Blanks and the width of letters and signs do not matter: `其中：财政    资金` is 其中:财政资金.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from perfdesk.io.headings import fields_of, other_labels, surely
from perfdesk.models.form import Form
from perfdesk.models.numbering import split_number
from perfdesk.models.project import Project, Unit
from perfdesk.models.sheet import Cell, Role, project_sheet

LONGEST_LABEL = 40
_MOST_HEADINGS = 24
_UNIT = re.compile(r"(\d{6}|\d{9})(?:[ \u3000\xa0]+(?=\w)|[-—:：]?(?=[^\W\da-zA-Z_]))")
_MONEY_UNIT = re.compile(r"[(]?(?:金额)?单位:?(?:人民币)?(?:百|千|万|亿)?元[)]?")
_PART_NUMBER = re.compile(r"第.{1,3}部分[:、.]?")
_BEHIND_TITLE = r"(?:[(](?:续表?|(?P<year>20\d\d)年度?)[)])?"
_PURPOSE_SPELLINGS = ("资金用途", "项目资金用途")


@dataclass(frozen=True, slots=True)
class HeadLabels:
    """What a head table's labels say about the cells around them: label to field.

    The field of a label in `beside` stands right of it, in `below` under it; one in `spanned`
    stands right of a merged label that covers another row too. `opening` labels begin a row.
    """

    beside: dict[str, str]
    below: dict[str, str]
    spanned: dict[str, str]
    opening: frozenset[str]
    all: frozenset[str]

    def field_of(self, name: str) -> str:
        """Return the field that a label belongs to, "" for a label of none."""
        return self.beside.get(name) or self.below.get(name) or self.spanned.get(name, "")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """All words of some forms together; texts in it are `plain`.

    `grids` are the fields of the forms' columns, `title_end` finds what stands behind the name
    in a project's title, `title_starts` are what may stand before it; where `in_headings`
    finds nothing there is no heading.
    """

    head: HeadLabels
    headings: dict[str, str]
    grids: tuple[tuple[str, ...], ...]
    first_levels: frozenset[str]
    second_levels: frozenset[str]
    statement_parts: frozenset[str]
    project_parts: frozenset[str]
    overall: frozenset[str]
    subgoals: frozenset[str]
    safeguards: frozenset[str]
    title_starts: tuple[str, ...]
    title_end: re.Pattern[str]
    in_headings: re.Pattern[str]

    def is_level(self, text: str, depth: int) -> bool:
        """Tell whether a cell names a first (1) or second (2) level, perhaps one no form has."""
        name = "".join(text.split()) if len(text) <= LONGEST_LABEL else ""
        known, other = self.first_levels, self.second_levels
        if depth == 2:
            known, other = other, known
        full = name if name.endswith("指标") else name + "指标"
        return full in known or (full == name and full not in other and 2 < len(name) <= 12)

    def is_heading(self, name: str) -> bool:
        """Tell whether a label is the heading of a column, in whatever spelling."""
        return name in self.headings or surely(name)

    def strange_headings(self, cells: Sequence[str]) -> list[str]:
        """Return those cells of a row of headings that are the heading of no column."""
        names = [label(cell) for cell in cells]
        read = zip(cells, names, fields_of(names, self.headings), strict=True)
        return [
            cell for cell, name, field in read if cell and not field and not self.is_heading(name)
        ]

    def grid_fields(self, cells: Sequence[str]) -> tuple[str, ...]:
        """Return the fields that a row of headings announces, "" for columns of no known field.

        Empty where the row is not one of headings, all of which it need not have.
        """
        if len(cells) > _MOST_HEADINGS:
            return ()
        names = [label(cell) for cell in cells]
        while names and not names[-1]:
            names.pop()
        fields = fields_of(names, self.headings)
        known = {*fields} - {""}
        strange = len(self.strange_headings(cells))
        if fields == ("level1",):
            return fields
        if len(known) < 2 or strange > 1 or not known & {"level1", "level2", "value"}:
            return ()
        return next((own for own in self.grids if _agree(own, fields)), fields)


def plain(text: str) -> str:
    """Return a text as words are compared: without blanks, letters and signs half-width."""
    return unicodedata.normalize("NFKC", "".join(text.split()))


def label(text: str) -> str:
    """Return a cell's text as a label, "" where it is too long to be one."""
    return plain(text).rstrip(":") if len(text) <= LONGEST_LABEL else ""


def bare(words: str) -> str:
    """Take number, closing colon and full stop off the plain words of a heading."""
    parted = split_number(words)
    return (parted.text if parted else words).strip(":.。")


def is_money_unit(text: str) -> bool:
    """Tell whether a text is the note 单位：万元 beside a table."""
    return len(text) <= LONGEST_LABEL and bool(_MONEY_UNIT.fullmatch(plain(text)))


def is_unit(text: str) -> bool:
    """Tell whether a text is a budget unit's code, blanks or not, and its name."""
    return bool(_UNIT.match(text))


def unit_of(text: str) -> Unit:
    """Part the printed unit into code and name; without a code it is all name."""
    code = _UNIT.match(text)
    if code:
        return Unit(code[1], text[code.end() :].strip())
    return Unit(text, "") if text.isdecimal() else Unit("", text)


@lru_cache(maxsize=4)
def words_of(forms: tuple[Form, ...]) -> Words:
    """Return the words of all these forms."""
    wordings = [form.wording for form in forms]
    levels = [level for form in forms for level in form.levels]
    parts = _names(each.statement_part for each in wordings)
    projects = _names(each.project_part for each in wordings)
    overall = _names(each.overall for each in wordings)
    subgoals = _names(each.subgoals for each in wordings)
    safeguards = _names(each.safeguards for each in wordings)
    titles = [_around_name(each.project_title) for each in wordings]
    return Words(
        head=_together([head_labels(form) for form in forms]),
        headings={label(column.heading): column.field for form in forms for column in form.grid},
        grids=tuple(tuple(column.field for column in form.grid) for form in forms),
        first_levels=frozenset(name for level in levels for name in (level.name, *level.aliases)),
        second_levels=frozenset(name for level in levels for name in level.level2),
        statement_parts=parts,
        project_parts=projects,
        overall=overall,
        subgoals=subgoals,
        safeguards=safeguards,
        title_starts=tuple({start for start, _ in titles if start} | {"《"}),
        title_end=_title_end({end for _, end in titles if end}),
        in_headings=_last_characters(parts | projects | overall | subgoals | safeguards, titles),
    )


@lru_cache(maxsize=16)
def head_labels(form: Form) -> HeadLabels:
    """Return the labels of one form's head table, in all known spellings."""
    sheet = project_sheet(form, Project())
    head = [cell for cell in sheet.cells if 2 <= cell.row < sheet.heading_row - 1]
    labels = [cell for cell in head if cell.role is Role.LABEL]
    found: dict[str, dict[str, str]] = {"beside": {}, "below": {}, "spanned": {}}
    for cell in head:
        owner, how = _label_of(cell, labels)
        if owner is not None and cell.place is not None:
            found[how].update(dict.fromkeys(_spellings(owner.text), cell.place.field))
    if "purpose" in found["spanned"].values():
        found["beside"].update(dict.fromkeys(_PURPOSE_SPELLINGS, "purpose"))
    opening = {name for each in labels if each.column == 0 for name in _spellings(each.text)}
    everything = opening.union(*found.values())
    return HeadLabels(**found, opening=frozenset(opening), all=frozenset(everything))


def _label_of(cell: Cell, labels: list[Cell]) -> tuple[Cell | None, str]:
    """Find the label that a field's cell belongs to, and how it stands to it."""
    left = next((each for each in labels if _is_left(each, cell)), None)
    above = next((each for each in labels if _is_above(each, cell)), None)
    if left and left.row == cell.row:
        return left, "beside"
    return (above, "below") if above else (left, "spanned")


def _is_left(other: Cell, cell: Cell) -> bool:
    touches = other.column + other.columns == cell.column
    return touches and other.row <= cell.row < other.row + other.rows


def _is_above(other: Cell, cell: Cell) -> bool:
    same_width = (other.column, other.columns) == (cell.column, cell.columns)
    return same_width and other.row + other.rows == cell.row


def _together(each: list[HeadLabels]) -> HeadLabels:
    return HeadLabels(
        {name: field for one in each for name, field in one.beside.items()},
        {name: field for one in each for name, field in one.below.items()},
        {name: field for one in each for name, field in one.spanned.items()},
        frozenset[str]().union(*(one.opening for one in each)),
        frozenset[str]().union(*(one.all for one in each)),
    )


def _spellings(text: str) -> tuple[str, ...]:
    return tuple(label(each) for each in (text, *other_labels(text)))


def _names(printed: Iterable[str]) -> frozenset[str]:
    return frozenset(bare(_PART_NUMBER.sub("", plain(each))) for each in printed) - {""}


def _around_name(title: str) -> tuple[str, str]:
    before, _, behind = title.partition("{name}")
    return plain(before), plain(behind)


def _title_end(ends: set[str]) -> re.Pattern[str]:
    either = "|".join(sorted(map(re.escape, ends), key=len, reverse=True))
    return re.compile(rf"(?:{either or '绩效目标表'}|绩效目标(?:申报)?表)》?{_BEHIND_TITLE}》?$")


def _last_characters(names: Iterable[str], titles: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    ends = {name[-1] for name in (*names, *(end for _, end in titles if end))}
    return re.compile(f"[{re.escape(''.join(sorted(ends)))}分录施表效]")


def _agree(own: tuple[str, ...], fields: tuple[str, ...]) -> bool:
    """Tell whether headings are a form's own, but for a column or two called otherwise."""
    if len(own) != len(fields):
        return False
    return sum(one == other for one, other in zip(own, fields, strict=True)) >= len(own) - 2
