"""Reads the head of a project's table: unit, code, name, amounts, purpose, plan, goals.

The cells are taken one after the other, whatever rows they stand in, so a row torn in two, or
a label cell merged another way, makes no difference: a label says which field comes next.
"""

import re
from collections.abc import Iterator

from perfdesk.io.disclosure.blocks import Paragraph, Placed, TableRow, last_line
from perfdesk.io.disclosure.notes import Notes
from perfdesk.io.disclosure.tables import is_unit_paragraph
from perfdesk.io.disclosure.words import HeadLabels, Words, is_money_unit, is_unit, label, plain
from perfdesk.models.amount import amount, percentage
from perfdesk.models.code import LENGTH

_YEAR_LINE = re.compile(r"[(]?(20\d\d)年度?[)]?")
_CAPTIONS = ("绩效指标", "绩效指标表", "年度绩效指标", "项目绩效指标")
_LONG_FIELDS = ("purpose", "goals")
_LONGEST_AMOUNT = 20
_NEAR = 6

TORN = "{}被空行拆开，已重新拼接。"


class HeadReader:
    """Collects the fields of one project; what belongs to none of them is in `strange`."""

    def __init__(self, title: str, words: Words, notes: Notes) -> None:
        self.fields: dict[str, str] = {}
        self.labels: set[str] = set()
        self.unit = ""
        self.year = 0
        self.strange: list[Placed] = []
        self._title = plain(title)
        self._known = words.head
        self._notes = notes
        self._place = 0
        self._line = 0
        self._awaited = ""
        self._spanned = ""
        self._last = ""
        self._columns: list[str] = []
        self._under: list[str] = []
        self._among_labels = False

    def take(self, blocks: list[Placed]) -> None:
        """Read the rows of the head, and the paragraphs that empty lines have torn out of them."""
        for place, block in _mended(blocks, self._known):
            self._place, self._line = place, block.line
            if isinstance(block, Paragraph):
                self._take_paragraph(block.text)
            else:
                for index, cell in enumerate(block.cells):
                    self._take_cell(cell, begins_row=index == 0)
        self._settle_columns()

    def _take_paragraph(self, text: str) -> None:
        """Read a paragraph above the table or right of a label: the unit's line, or a value."""
        if not self.labels and is_unit_paragraph(text):
            parts = text.split()
            while parts and is_money_unit(parts[-1]):
                parts.pop()
            self._set_unit(" ".join(parts))
        elif self._awaited:
            self._set(self._awaited, text)
            self._notes.add(self._line, TORN, text)
        elif year := _YEAR_LINE.fullmatch(plain(text)):
            self.year = int(year[1])
        elif plain(text) not in _CAPTIONS:
            self._keep(text)

    def _take_cell(self, cell: str, *, begins_row: bool) -> None:
        name = label(cell)
        if name and name in self._known.all:
            self._take_label(name)
        elif self._columns:
            self._take_under(cell, begins_row=begins_row)
        elif self._awaited and self._may_be(self._awaited, cell, begins_row=begins_row):
            self._set(self._awaited, cell)
        elif cell and not is_money_unit(cell):
            self._take_loose(cell)

    def _take_label(self, name: str) -> None:
        known = self._known
        self.labels.add(name)
        if name in known.below:
            if self._under:
                self._settle_columns()
            self._columns.append(known.below[name])
            self._awaited = ""
            self._among_labels = True
            return
        if self._columns and name not in known.beside:
            self._among_labels = False
            return
        self._settle_columns()
        self._awaited = known.beside.get(name, "")
        self._spanned = known.spanned.get(name, self._spanned)

    def _take_under(self, cell: str, *, begins_row: bool) -> None:
        """Read a cell below a row of labels, or right of one where each has its value beside it."""
        if self._among_labels and begins_row:
            self._among_labels = False
            self._under = self._under if any(self._under) else []
        if self._among_labels and cell and not self._under:
            self._set(self._columns.pop(), cell)
        else:
            self._under.append(cell)

    def _may_be(self, field: str, cell: str, *, begins_row: bool) -> bool:
        """Tell whether a cell is the awaited field; one that begins a row must look like it."""
        if not begins_row or not field.startswith("budget."):
            return True
        return not cell or (len(cell) <= _LONGEST_AMOUNT and amount(cell) is not None)

    def _take_loose(self, cell: str) -> None:
        if not self.labels and is_unit(cell):
            self._set_unit("".join(cell.split("\n")))
        elif not self.labels and not self.unit:
            self.unit = "".join(cell.split("\n"))
        elif self._spanned and not self.fields.get(self._spanned):
            self._set(self._spanned, cell)
        elif self._last in _LONG_FIELDS:
            self._set(self._last, cell)
        else:
            self._keep(cell)

    def _set_unit(self, text: str) -> None:
        if text and self.unit and plain(text) != plain(self.unit):
            self._keep(text)
        else:
            self.unit = self.unit or text

    def _set(self, field: str, text: str) -> None:
        self._awaited = ""
        self._last = field
        text, rest = self._parted(field, text)
        if rest:
            self._keep(rest)
        elif "\n\n" in text:
            self._notes.add(self._line, TORN, text)
        before = self.fields.get(field, "")
        if not before:
            self.fields[field] = text
        elif text and field in _LONG_FIELDS:
            self.fields[field] = f"{before}\n{text}"
        elif text and plain(text) != plain(before):
            self._keep(text)

    def _parted(self, field: str, text: str) -> tuple[str, str]:
        """Part what can be the field's from the lines below it that cannot."""
        first, line_break, rest = text.partition("\n")
        if not line_break or field in _LONG_FIELDS:
            return text, ""
        whole = "".join(text.split())
        if field == "name":
            fits = plain(first) != self._title
        elif field == "code":
            fits = len(whole) <= LENGTH
        else:
            fits = percentage(whole) is not None
        return (text, "") if fits else (first, rest.strip())

    def _settle_columns(self) -> None:
        """Give the cells below a row of labels to the labels' fields, column by column."""
        columns, cells = self._columns, self._under
        self._columns, self._under = [], []
        if not columns:
            return
        if len(cells) > len(columns) and not cells[0]:
            cells = cells[1:]
        for field, cell in zip(columns, cells, strict=False):
            self._set(field, cell)
        for cell in filter(None, cells[len(columns) :]):
            self._keep(cell)

    def _keep(self, text: str) -> None:
        self.strange.append((self._place, Paragraph(self._line, text)))


def _mended(blocks: list[Placed], known: HeadLabels) -> Iterator[Placed]:
    """Yield the blocks, paragraphs right below a row put back into its last cell."""
    row: tuple[int, TableRow] | None = None
    end = 0
    for place, block in blocks:
        if isinstance(block, TableRow):
            if row:
                yield row
            row, end = (place, block), last_line(block)
        elif row and block.line <= end + _NEAR and label(row[1].cells[-1]) not in known.all:
            *cells, last = row[1].cells
            gap = "\n" if block.line == end + 1 else "\n\n"
            whole = (last + gap + block.text).strip()
            row, end = (row[0], TableRow(row[1].line, (*cells, whole))), block.line
        else:
            if row:
                yield row
            row = None
            yield place, block
    if row:
        yield row
