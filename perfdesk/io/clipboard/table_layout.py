"""Laying the cells of an HTML table out on its grid, below what spans down from above."""

from dataclasses import dataclass, field, replace

from perfdesk.io.clipboard.block import Block, Merge
from perfdesk.io.clipboard.long_numbers import whole_number
from perfdesk.io.clipboard.running_text import RunningText

_MOST_CELLS = 200_000
"""Spans that would cover more than so many cells of a table in all are none."""


@dataclass(slots=True)
class TableCell:
    """A cell as its HTML has it: how far it spans, and what stands in it.

    `number` is the number behind what is shown, where it is known. A cell that is not `merged`
    spans others only for its looks. `marked_breaks`: a break in it is surely one of the text.
    """

    content: RunningText
    rows: int = 1
    columns: int = 1
    number: str = ""
    hidden: bool = False
    merged: bool = True
    marked_breaks: bool = False

    def text(self, *, of_sheet: bool) -> str:
        """Return what the cell shows; `of_sheet`: as a spreadsheet wrote it."""
        if not self.content.has_text and not self.marked_breaks:
            lines = self.content.lines()
            return "" if len(lines) > 1 else "".join(lines)  # how an empty cell is kept open
        breaks_count = of_sheet or self.marked_breaks
        shown = self.content.text(last_break_counts=breaks_count)
        return whole_number(shown if breaks_count else shown.rstrip("\n"), self.number)


@dataclass(slots=True)
class HtmlTable:
    """The rows of cells of a table as they come, and which rows and columns nobody sees."""

    rows: list[list[TableCell]] = field(default_factory=list)
    cell: TableCell | None = None
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[bool] = field(default_factory=list)
    empty_below: int = 0
    """Rows to come below the last one: a single row of the table may stand for several."""

    def add_row(self, *, hidden: bool, stands_for: int) -> None:
        """Begin a row."""
        self.rows += ([] for _ in range(self.empty_below))
        self.empty_below = stands_for - 1
        if hidden:
            self.hidden_rows.add(len(self.rows))
        self.rows.append([])

    def end(self) -> None:
        """End the last row."""
        self.rows += ([] for _ in range(self.empty_below))
        self.empty_below = 0
        self.cell = None


def laid_out(table: HtmlTable, *, of_sheet: bool) -> Block | None:
    """Return a table as a block without what is hidden in it; None where nothing is left."""
    texts: dict[tuple[int, int], str] = {}
    taken: set[tuple[int, int]] = set()
    merges: list[Merge] = []
    hidden: dict[tuple[int, int], bool] = {}
    height = len(table.rows)
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            spans = (cell.rows, cell.columns) if len(taken) < _MOST_CELLS else (1, 1)
            merge = Merge(row, column, min(spans[0], height - row), spans[1])
            taken.update(merge.cells())
            texts[row, column] = cell.text(of_sheet=of_sheet)
            hidden[row, column] = cell.hidden
            if cell.merged and merge.rows * merge.columns > 1:
                merges.append(merge)
            column += merge.columns
    if not taken:
        return None
    width = max(column for _, column in taken) + 1
    rows = tuple(
        tuple(texts.get((row, column), "") for column in range(width)) for row in range(height)
    )
    rows_hidden = table.hidden_rows | _all_hidden(hidden, 0)
    columns = {number for number, each in enumerate(table.hidden_columns[:width]) if each}
    block = _seen(Block(rows, tuple(merges)), rows_hidden, columns | _all_hidden(hidden, 1))
    return block if block.texts and block.width else None


def _all_hidden(hidden: dict[tuple[int, int], bool], axis: int) -> set[int]:
    """Return the rows (0) or columns (1) of which every cell is hidden."""
    seen = {place[axis] for place, is_hidden in hidden.items() if not is_hidden}
    return {place[axis] for place in hidden} - seen


def _seen(block: Block, rows: set[int], columns: set[int]) -> Block:
    """Return a block without what was hidden in it, and with a note where that says anything."""
    if not rows and not columns:
        return block
    notes: list[str] = []
    across = tuple(zip(*block.texts, strict=True))
    for hidden, texts, words in ((rows, block.texts, "行"), (columns, across, "列")):
        said = sum(any(text.strip() for text in texts[number]) for number in hidden)
        if said:
            notes.append(f"复制的内容里有 {said} {words}是隐藏的，没有粘贴")
    return replace(block.without(rows, columns), notes=tuple(notes))
