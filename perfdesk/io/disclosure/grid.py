"""Puts the rows of an indicator grid together again, whatever the file has done to them.

A cell with an empty line in it tears its row in two; a column may be missing, or there may be
blank ones too many. What the columns are is known from the headings.
"""

from dataclasses import dataclass

from perfdesk.io.disclosure.blocks import Block, Paragraph, Placed, TableRow, last_line
from perfdesk.io.disclosure.columns import aligned, fitted, spare_columns
from perfdesk.io.disclosure.notes import Notes
from perfdesk.io.disclosure.tables import begins_indicator
from perfdesk.io.disclosure.words import Words
from perfdesk.models.numbering import split_number

_MOST_PIECES = 12
_NEAR = 3
_NOTE_WORDS = ("注：", "注:", "说明：", "说明:", "备注", "*", "—", "填表", "编制", "附")

_TORN = "{}所在的一行被空行拆开，已重新拼接。"
_TOO_FEW = "{}所在的一行单元格少于表头，缺少的按空白读入，请核对。"
_TOO_MANY = "{}所在的一行单元格多于表头，多出的内容放在“未识别内容”中，请核对。"


@dataclass(slots=True)
class GridRow:
    """One indicator as printed: the texts of its cells by the columns' fields."""

    line: int
    cells: dict[str, str]


class GridReader:
    """Reads the rows below a grid's headings; `columns` are the headings' fields."""

    def __init__(self, columns: tuple[str, ...], words: Words, notes: Notes) -> None:
        self.rows: list[GridRow] = []
        self.strange: list[Placed] = []
        self._columns = columns
        self._words = words
        self._notes = notes
        self._spare: dict[int, frozenset[int]] = {}
        self._end = 0
        self._astray = 0
        self._other_headings: list[str] = []

    def take(self, blocks: list[Placed]) -> None:
        """Read everything below the headings, repeated headings included."""
        rows = [block.cells for _, block in blocks if isinstance(block, TableRow)]
        self._spare = spare_columns(rows, len(self._columns), self._words)
        index = 0
        while index < len(blocks):
            block = blocks[index][1]
            if isinstance(block, TableRow):
                index = self._take_row(blocks, index)
            else:
                self._take_paragraph(blocks, index, block)
                index += 1

    def keep_other_headings(self, place: int, row: Block) -> None:
        """Keep the headings of columns that no form has, once where they are repeated."""
        text = "\t".join(self._words.strange_headings(_cells(row)))
        if text and text not in self._other_headings:
            self._other_headings.append(text)
            self.strange.append((place, Paragraph(row.line, text)))

    def _take_row(self, blocks: list[Placed], index: int) -> int:
        """Read the row that begins at `index`; return the index behind it."""
        place, block = blocks[index]
        cells, end = self._whole(blocks, index)
        if self._words.grid_fields(cells):
            self.keep_other_headings(place, block)
        if self._words.grid_fields(cells) or not any(cells):
            return end
        cells = fitted(cells, self._spare)
        width = len(self._columns)
        first = 0
        while begins_indicator(cells[first + width : first + width + 2], self._words):
            self._add(place, block.line, cells[first : first + width])
            first += width
        cells = cells[first:]
        row = aligned(cells[:width], width, self._words, has_rows=bool(self.rows))
        if row is None or not (self._may_follow(_cells(block)) or self._may_follow(row)):
            self.strange.append((place, block))
            self._astray += 1
            return index + 1
        self._end = last_line(blocks[end - 1][1])
        self._add(place, block.line, row, cells[width:])
        if end > index + 1:
            self._notes.add(block.line, _TORN, self._name())
        elif len(cells) < width:
            self._notes.add(block.line, _TOO_FEW, self._name())
        return end

    def _add(
        self, place: int, line: int, cells: tuple[str, ...], beyond: tuple[str, ...] = ()
    ) -> None:
        self._astray = 0
        named: dict[str, str] = {}
        loose: list[str] = []
        for field, cell in zip(self._columns, cells, strict=False):
            if field:
                named[field] = cell
            else:
                loose.append(cell)
        self.rows.append(GridRow(line, named))
        if any((*loose, *beyond)):
            self._notes.add(line, _TOO_MANY, self._name())
            text = "\t".join((*loose, *beyond)).strip()
            self.strange.append((place, Paragraph(line, text)))

    def _name(self) -> str:
        cells = self.rows[-1].cells
        return (
            cells.get("name") or cells.get("description") or next(filter(None, cells.values()), "")
        )

    def _whole(self, blocks: list[Placed], start: int) -> tuple[tuple[str, ...], int]:
        """Join the pieces of a torn row, where together they are exactly one row."""
        width = len(self._columns)
        first = _cells(blocks[start][1])
        cells = list(first)
        index = start + 1
        end = last_line(blocks[start][1])
        while len(cells) < width and index < min(len(blocks), start + _MOST_PIECES):
            block = blocks[index][1]
            if isinstance(block, Paragraph):
                cells[-1] = (cells[-1] + _gap(end, block) + block.text).strip()
            elif self._begins_row(block.cells, len(cells)):
                break
            else:
                cells += _without_blank_end(block.cells, width - len(cells))
            end = last_line(block)
            index += 1
        is_row = len(cells) == width and (
            not cells[0] or begins_indicator(tuple(cells[:2]), self._words)
        )
        return (tuple(cells), index) if is_row else (first, start + 1)

    def _begins_row(self, cells: tuple[str, ...], before: int) -> bool:
        """Tell whether a piece starts another row, `before` cells into the one at hand."""
        first, second = ("".join(cell.split()) for cell in (*cells, "")[:2])
        if first in self._words.first_levels:
            return self._words.is_level(second, 2) or (len(cells) == 1 and before > 2)
        return not first and before != 1 and second in self._words.second_levels

    def _take_paragraph(self, blocks: list[Placed], index: int, block: Paragraph) -> None:
        """Read a paragraph among the rows: the rest of the last cell, or nothing of the grid."""
        last = self._columns[-1]
        if self.rows and self.rows[-1].cells.get(last) and self._goes_on(blocks, index, block):
            self.rows[-1].cells[last] += _gap(self._end, block) + block.text
            self._end = block.line
            self._notes.add(self.rows[-1].line, _TORN, self._name())
        else:
            self.strange.append((blocks[index][0], block))
            self._astray += 1

    def _goes_on(self, blocks: list[Placed], index: int, block: Paragraph) -> bool:
        """Tell whether a paragraph right below a whole row is more of its last cell.

        Between two rows it can hardly be anything else; below the last it is only where
        nothing but one empty line parts them.
        """
        if self._astray or block.line > self._end + _NEAR:
            return False
        numbered = split_number(block.text)
        if block.text.startswith(_NOTE_WORDS) or (numbered and "一" in numbered.style):
            return False
        following = blocks[index + 1][1] if index + 1 < len(blocks) else None
        if following is None:
            return block.line <= self._end + 2
        if not isinstance(following, TableRow):
            return False
        merged = len(following.cells) == len(self._columns) and not any(following.cells[:2])
        return merged or begins_indicator(following.cells, self._words)

    def _may_follow(self, cells: tuple[str, ...]) -> bool:
        """Tell whether a row goes on with the grid after blocks that did not belong to it.

        It has a level, or, after no more than one of them, both its levels are merged ones.
        """
        if not self._astray or begins_indicator(cells, self._words):
            return True
        whole = len(cells) == len(self._columns) and self._astray == 1
        return whole and not any(cells[:2])


def _cells(block: Block) -> tuple[str, ...]:
    return block.cells if isinstance(block, TableRow) else ()


def _gap(end: int, block: Paragraph) -> str:
    """Return the line breaks between a cell that ended on line `end` and the rest of it."""
    return "\n" if block.line == end + 1 else "\n\n"


def _without_blank_end(cells: tuple[str, ...], room: int) -> tuple[str, ...]:
    while len(cells) > room and not cells[-1]:
        cells = cells[:-1]
    return cells
