"""A sheet's cells found by where they stand, and the ways from one to the next."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from perfdesk.models.sheet import Cell, Place, Role, Sheet


class Block(NamedTuple):
    """A rectangle of a sheet, all four sides included."""

    top: int
    left: int
    bottom: int
    right: int

    def touches(self, cell: Cell) -> bool:
        """Whether any part of a cell lies in the block."""
        return (
            cell.row <= self.bottom
            and cell.row + cell.rows > self.top
            and cell.column <= self.right
            and cell.column + cell.columns > self.left
        )


class Cells:
    """The cells of one sheet; those with a place can be filled in, the others are printed."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._at: dict[tuple[int, int], Cell] = {}
        self._of: dict[Place, Cell] = {}
        for cell in sheet.cells:
            for row in range(cell.row, cell.row + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    self._at[row, column] = cell
            for place in places_of(cell):
                self._of[place] = cell
        filled = (cell for cell in sheet.cells if cell.place)
        self.editable = tuple(sorted(filled, key=lambda cell: (cell.row, cell.column)))
        """The cells that can be filled in, in reading order."""

    def at(self, row: int, column: int) -> Cell | None:
        """Return the cell that covers a row and a column, or None where there is none."""
        return self._at.get((row, column))

    def find(self, place: Place | None) -> Cell | None:
        """Return the cell that shows a place of the document, merged ones too, or None.

        The name of a project stands in the title as well; the cell below it is meant.
        """
        return self._of.get(place) if place else None

    def counterpart(self, cell: Cell | None) -> Cell | None:
        """Return the cell that shows what `cell` of an earlier sheet showed, or None."""
        if cell is None or cell.role is Role.TITLE:
            return self.at(0, 0) if cell else None
        return next((found for place in places_of(cell) if (found := self.find(place))), None)

    def unlike(self, before: "Cells") -> tuple[Cell, ...]:
        """Return the cells that differ from those of an earlier sheet of the same rows."""
        old, new = before.sheet.cells, self.sheet.cells
        if len(old) == len(new):
            return tuple(b for a, b in zip(old, new, strict=True) if a != b)
        known = set(old)
        return tuple(cell for cell in new if cell not in known)

    def row_of(self, place: Place | None) -> int | None:
        """Return the sheet row a place stands in, its own even where its cell is merged."""
        cell = self.find(place)
        if cell is None or place is None:
            return None
        return cell.row + (cell.covers.index(place.row_id) if cell.covers else 0)

    def in_row(self, row: int) -> tuple[Cell, ...]:
        """Return the cells that cover a row, printed ones too, from left to right."""
        columns = range(len(self.sheet.widths))
        return tuple(dict.fromkeys(cell for c in columns if (cell := self.at(row, c))))

    def nearest(self, row: int, column: int) -> Cell | None:
        """Return the cell of a row that can be filled in and is nearest to a column, or None."""
        fillable = [cell for cell in self.in_row(row) if cell.place]
        return min(fillable, key=lambda cell: _distance(cell, column), default=None)

    def below(self, cell: Cell, column: int) -> Cell | None:
        """Return the next cell downwards that can be filled in, in or near a column, or None."""
        return self._first(range(cell.row + cell.rows, self.sheet.row_count), column)

    def above(self, cell: Cell, column: int) -> Cell | None:
        """Return the next cell upwards that can be filled in, in or near a column, or None."""
        return self._first(range(cell.row - 1, -1, -1), column)

    def beside(self, cell: Cell, row: int, step: int) -> Cell | None:
        """Return the next cell of a row that can be filled in, to the right (1) or left (-1)."""
        fillable = [each for each in self.in_row(row) if each.place]
        at = fillable.index(cell) + step
        return fillable[at] if 0 <= at < len(fillable) else None

    def along(self, cell: Cell, step: int) -> Cell | None:
        """Return the next cell in reading order (1) or the one before (-1), or None."""
        at = self.editable.index(cell) + step
        return self.editable[at] if 0 <= at < len(self.editable) else None

    def block(self, one: Cell, other: Cell) -> Block:
        """Return the smallest block that holds two cells and cuts through none."""
        return self.around((one, other))

    def around(self, cells: Collection[Cell]) -> Block:
        """Return the smallest block that holds one or more cells and cuts through none."""
        return self._whole(
            Block(
                min(cell.row for cell in cells),
                min(cell.column for cell in cells),
                max(cell.row + cell.rows - 1 for cell in cells),
                max(cell.column + cell.columns - 1 for cell in cells),
            )
        )

    def row_block(self, first: int, last: int) -> Block | None:
        """Return rows of the grid without the levels they are merged under, or of the head."""
        rows = [[cell for cell in self.in_row(row) if cell.place] for row in range(first, last + 1)]
        own = [cell for row in rows for cell in row if cell.rows == 1]
        if not own:
            return None
        merged = [cell for row in rows for cell in row if cell.rows > 1]
        left = max((cell.column + cell.columns for cell in merged), default=0)
        right = max(cell.column + cell.columns for cell in own) - 1
        return self._whole(Block(first, max(left, min(cell.column for cell in own)), last, right))

    def column_block(self, first: int, last: int) -> Block | None:
        """Return the columns of the grid from one to another, None where there are no rows."""
        grid = self.grid()
        return self._whole(grid._replace(left=first, right=last)) if grid else None

    def within(self, block: Block) -> Iterator[Cell]:
        """Yield the cells of a block that can be filled in, in reading order."""
        return (cell for cell in self.editable if block.touches(cell))

    def grid(self) -> Block | None:
        """Return the block of all indicator rows, None where there are none."""
        first = self.sheet.heading_row + 1
        if first >= self.sheet.row_count:
            return None
        return Block(first, 0, self.sheet.row_count - 1, len(self.sheet.widths) - 1)

    def entry(self, row: int) -> Cell | None:
        """Return the cell of a row of the grid that one fills in first: the indicator's name."""
        cells = self.in_row(row) if row > self.sheet.heading_row else ()
        return next((cell for cell in cells if cell.place and cell.place.field == "name"), None)

    def beside_label(self, label: Cell) -> Cell | None:
        """Return the cell that a printed label is for: at its right or below, None for none."""
        right = label.column + label.columns
        for at in ((label.row, right), (label.row + label.rows, label.column)):
            if (cell := self.at(*at)) and cell.place:
                return cell
        rows = range(label.row, label.row + label.rows)
        beside = (cell for row in rows for cell in self.in_row(row) if cell.column >= right)
        return next((cell for cell in beside if cell.place), None)

    def indicator_id(self, row: int) -> str | None:
        """Return the id of the indicator in a sheet row, None outside the grid."""
        if row <= self.sheet.heading_row:
            return None
        last = self.at(row, len(self.sheet.widths) - 1)
        return last.place.row_id if last and last.place else None

    def _first(self, rows: Iterable[int], column: int) -> Cell | None:
        return next((cell for row in rows if (cell := self.nearest(row, column))), None)

    def _whole(self, block: Block) -> Block:
        while True:
            held = [
                cell
                for row in range(block.top, block.bottom + 1)
                for column in range(block.left, block.right + 1)
                if (cell := self.at(row, column))
            ]
            grown = Block(
                min((cell.row for cell in held), default=block.top),
                min((cell.column for cell in held), default=block.left),
                max((cell.row + cell.rows - 1 for cell in held), default=block.bottom),
                max((cell.column + cell.columns - 1 for cell in held), default=block.right),
            )
            if grown == block:
                return block
            block = grown


def says_level(cell: Cell) -> bool:
    """Whether a cell names a level, which stands there already in a form that is given out.

    Tab passes such cells by, and what empties many cells leaves them alone.
    """
    return cell.role is Role.LEVEL and bool(cell.text.strip())


def emptied_with(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Return what emptying cells empties: names of levels only where there is nothing else."""
    return [cell for cell in cells if not says_level(cell)] or cells


def places_of(cell: Cell) -> tuple[Place, ...]:
    """Return every place of the document that a cell shows: several where it is merged."""
    if cell.place is None:
        return ()
    field = cell.place.field
    return tuple(Place(row_id, field) for row_id in cell.covers) or (cell.place,)


def _distance(cell: Cell, column: int) -> int:
    if column < cell.column:
        return cell.column - column
    return max(0, column - (cell.column + cell.columns - 1))
