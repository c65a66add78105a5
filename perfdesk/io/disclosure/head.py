"""Reads the head of a project's table: unit, code, name, amounts, purpose, plan, goals.

The cells are taken one after the other, whatever rows they stand in, so a row torn in two, or
a label cell merged another way, makes no difference: a label says which field comes next.
"""

from perfdesk.io.disclosure.blocks import Block, Paragraph, Placed
from perfdesk.io.disclosure.notes import Notes
from perfdesk.io.disclosure.tables import is_unit_paragraph
from perfdesk.io.disclosure.words import Words, is_money_unit, label, plain
from perfdesk.models.amount import amount

_CAPTIONS = ("绩效指标", "绩效指标表", "年度绩效指标", "项目绩效指标")
_LONGEST_AMOUNT = 20

TORN = "{}被空行拆开，已重新拼接。"


class HeadReader:
    """Collects the fields of one project; what belongs to none of them is in `strange`."""

    def __init__(self, words: Words, notes: Notes) -> None:
        self.fields: dict[str, str] = {}
        self.labels: set[str] = set()
        self.unit = ""
        self.strange: list[Placed] = []
        self._known = words.head
        self._notes = notes
        self._place = 0
        self._line = 0
        self._awaited = ""
        self._spanned = ""
        self._last = ""
        self._columns: list[str] = []
        self._under: list[str] = []

    def take(self, place: int, block: Block) -> None:
        """Read a row or a paragraph; `place` is its index in the stream."""
        self._place, self._line = place, block.line
        if isinstance(block, Paragraph):
            self._take_paragraph(block.text)
        else:
            for index, cell in enumerate(block.cells):
                self._take_cell(cell, begins_row=index == 0)

    def close(self) -> None:
        """Read what is still open at the end of the head."""
        self._settle_columns()

    def _take_paragraph(self, text: str) -> None:
        """Read a paragraph inside the table: the unit's line, or more of the last cell."""
        if not self.labels and is_unit_paragraph(text):
            self._take_unit_line(text)
        elif self._awaited:
            self._set(self._awaited, text)
            self._notes.add(self._line, TORN, text)
        elif plain(text) in _CAPTIONS:
            return
        elif self._last and not self._columns:
            self.fields[self._last] += "\n\n" + text
            self._notes.add(self._line, TORN, text)
        else:
            self._keep(text)

    def _take_unit_line(self, text: str) -> None:
        parts = text.split()
        while parts and is_money_unit(parts[-1]):
            parts.pop()
        if parts:
            self.unit = " ".join(parts)

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
            return
        if name in known.spanned and self._columns:
            return
        self._settle_columns()
        self._awaited = known.beside.get(name, "")
        self._spanned = known.spanned.get(name, self._spanned)

    def _take_under(self, cell: str, *, begins_row: bool) -> None:
        if len(self._columns) == 1 and not self._under and not begins_row:
            self._set(self._columns.pop(), cell)
        else:
            self._under.append(cell)

    def _may_be(self, field: str, cell: str, *, begins_row: bool) -> bool:
        """Tell whether a cell is the awaited field; one that begins a row must look like it."""
        if not begins_row or not field.startswith("budget."):
            return True
        return not cell or (len(cell) <= _LONGEST_AMOUNT and amount(cell) is not None)

    def _take_loose(self, cell: str) -> None:
        if not self.labels and not self.unit:
            self.unit = cell
        elif self._spanned and not self.fields.get(self._spanned):
            self._set(self._spanned, cell)
        else:
            self._keep(cell)

    def _set(self, field: str, text: str) -> None:
        self._awaited = ""
        self._last = field
        before = self.fields.get(field, "")
        self.fields[field] = f"{before}\n{text}" if before and text else before or text

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
        self._last = ""
        for cell in filter(None, cells[len(columns) :]):
            self._keep(cell)

    def _keep(self, text: str) -> None:
        self.strange.append((self._place, Paragraph(self._line, text)))
