"""The current cell and the selected block, and how keys and mouse move them."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from perfdesk.models.sheet import Cell, Place
from perfdesk.ui.form.cells import Block, Cells, says_level


class Way(Enum):
    """Ways from one cell to another."""

    LEFT = auto()
    RIGHT = auto()
    UP = auto()
    DOWN = auto()
    ROW_START = auto()
    ROW_END = auto()
    FIRST = auto()
    LAST = auto()
    NEXT = auto()
    PREVIOUS = auto()
    EDGE_LEFT = auto()
    EDGE_RIGHT = auto()
    EDGE_UP = auto()
    EDGE_DOWN = auto()


_EDGES = {
    Way.EDGE_LEFT: Way.LEFT,
    Way.EDGE_RIGHT: Way.RIGHT,
    Way.EDGE_UP: Way.UP,
    Way.EDGE_DOWN: Way.DOWN,
}
"""Ways to the last filled cell before an empty one, or over empty ones to the first filled."""


_SCATTERED = 3
"""Of so many cells one at least is to be shown, else they are not selected along with it."""


class Span(Enum):
    """What is selected of a row or column of which one cell is."""

    CELLS = auto()
    ROWS = auto()
    COLUMNS = auto()


class Cursor(QObject):
    """Where on the sheet a person is; keeps to the place when the sheet around it changes."""

    moved = Signal()

    def __init__(self, cells: Cells, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells = cells
        self._cell: Cell | None = None
        self._reach: Cell | None = None
        # Where in a wide or merged cell one came from, so that the way on stays straight.
        self._row = 0
        self._column = 0
        # The selected block while Enter and Tab go round in it, and the column in which a run of
        # Tabs began, which Enter goes back to.
        self._held: Block | None = None
        self._run: int | None = None
        self._span = Span.CELLS

    @property
    def cell(self) -> Cell | None:
        """The current cell."""
        return self._cell

    @property
    def row(self) -> int | None:
        """The sheet row one is in, also within a merged cell."""
        return _clamped(self._row, self._cell) if self._cell else None

    @property
    def reach(self) -> Cell | None:
        """The corner of the selected block opposite to the current cell."""
        return self._reach

    @property
    def reach_row(self) -> int | None:
        """The sheet row one is in at that corner, also within a merged cell."""
        return _clamped(self._row, self._reach) if self._reach else None

    @property
    def block(self) -> Block | None:
        """The selected block; just the current cell where nothing else is selected."""
        cell, reach = self.cell, self.reach
        if self._held:
            return self._held
        if cell is None or reach is None:
            return None
        block = self._cells.block(cell, reach)
        if self._span is Span.ROWS:
            return self._cells.row_block(block.top, block.bottom) or block
        if self._span is Span.COLUMNS and block.top > self._cells.sheet.heading_row:
            return self._cells.column_block(block.left, block.right) or block
        return block

    @property
    def selected(self) -> tuple[Cell, ...]:
        """The selected cells that can be filled in, in reading order."""
        return tuple(self._cells.within(self.block)) if self.block else ()

    def go(self, cell: Cell | None, row: int | None = None, column: int | None = None) -> None:
        """Make a cell current, reached in a row and column that it covers."""
        if cell is None or cell.place is None:
            return
        self._cell = self._reach = cell
        self._held = self._run = None
        self._span = Span.CELLS
        self._row = cell.row if row is None else row
        self._column = cell.column if column is None else column
        self.moved.emit()

    def go_to(self, place: Place) -> None:
        """Make the cell that shows a place current, in the row where the place itself is."""
        self.go(self._cells.find(place), self._cells.row_of(place))

    def go_along(self, place: Place) -> None:
        """Go to a cell of the same row as a run of Tabs would: Enter goes back from there."""
        run = self._column if self._run is None else self._run
        self.go_to(place)
        self._run = run

    def stretch(self, cell: Cell | None) -> None:
        """Select everything from the current cell to another."""
        self._span = Span.CELLS
        self._reach_to(cell)

    def widen(self, span: Span) -> None:
        """Select the rows or columns of what is selected; the current cell stays."""
        self._span = span
        self._reach_to(self._reach)

    def hold(self, block: Block) -> None:
        """Select a block of the grid; the current cell stays where it is within it."""
        if self._cell not in tuple(self._cells.within(block)):
            self.go(self._cells.entry(block.top))
        self._reach = self._cell
        self._run = None
        self._held = block
        self.moved.emit()

    def show_places(self, places: Sequence[Place]) -> None:
        """Go to the first of some places, and select them all where they lie close together."""
        cells = [cell for place in places if (cell := self._cells.find(place))]
        if not cells:
            return
        self.go_to(places[0])
        within = tuple(self._cells.within(self._cells.around(cells)))
        together = all(self._joined(cells[0], cell) for cell in within)
        if together and 1 < len(within) <= _SCATTERED * len(set(cells)):
            self.go(within[0])
            self.stretch(within[-1])

    def select_rows(self, first: int, last: int) -> None:
        """Select rows of the grid without the levels they are merged under."""
        self.go(self._cells.entry(first))
        self.stretch(self._cells.entry(last))
        self.widen(Span.ROWS)

    def move(self, way: Way, *, extend: bool = False) -> bool:
        """Go one way, or stretch the selection that way; tell whether there was a way."""
        start = self.reach if extend else self.cell
        target = self._target(way, start) if start else None
        if start is None or target is None or target == start:
            return False
        row = _clamped(self._row, target)
        column = self._column if way in (Way.UP, Way.DOWN) else target.column
        if extend:
            self._row, self._column = row, column
            self._reach_to(target)
        else:
            self.go(target, row, column)
        return True

    def step(self, way: Way) -> bool:
        """Go on as Enter and Tab do; tell whether there was a way.

        They go round within a selected block and leave it selected; after a run of Tabs Enter
        goes down to the column in which the run began. Where Enter comes into the grid, and
        where it goes back to, is never the name of a level; Tab passes those by.
        """
        if len(self.selected) > 1:
            self._go_round(way)
            return True
        run = self._column if self._run is None else self._run
        if way is Way.DOWN:
            self._column = run
        target = self._target(way, self.cell) if self.cell else None
        while target and way in (Way.NEXT, Way.PREVIOUS) and says_level(target):
            target = self._target(way, target)
        if target is None or target == self.cell:
            return False
        entry = self._entry_for(target) if way is Way.DOWN else None
        keeps_column = way in (Way.DOWN, Way.UP) and entry is None
        target = entry or target
        column = self._column if keeps_column else target.column
        self.go(target, _clamped(self._row, target), column)
        self._run = run if way is Way.NEXT else None
        return True

    def _entry_for(self, target: Cell) -> Cell | None:
        """Return where Enter goes in the grid instead of a cell below, None where it goes there."""
        entering = self._cell is not None and not self._joined(self._cell, target)
        back = self._run is not None and says_level(target)
        return self._cells.entry(target.row) if entering or back else None

    def _reach_to(self, cell: Cell | None) -> None:
        if cell and cell.place and self._cell:
            self._reach = cell
            self._held = self._run = None
            self.moved.emit()

    def _go_round(self, way: Way) -> None:
        held = self.block
        ring = [cell for cell in self.selected if not says_level(cell)] or list(self.selected)
        if way in (Way.DOWN, Way.UP):
            ring.sort(key=lambda cell: (cell.column, cell.row))
        forward = way in (Way.DOWN, Way.NEXT)
        at = ring.index(self._cell) if self._cell in ring else -1
        self.go(ring[(at + (1 if forward else -1)) % len(ring)])
        self._held = held
        self.moved.emit()

    def renew(self, cells: Cells) -> None:
        """Go on in other cells: at the same place, or near where it was if it is gone."""
        if cells.sheet.row_count != self._cells.sheet.row_count:
            self._held = None
        self._cells = cells
        self._cell = cells.counterpart(self._cell) or self._near()
        self._reach = cells.counterpart(self._reach) or self._cell

    def _near(self) -> Cell | None:
        if self._cell is None:
            return None
        row = min(self._row, self._cells.sheet.row_count - 1)
        return self._cells.nearest(row, self._column) or self._cells.editable[-1]

    def _target(self, way: Way, start: Cell) -> Cell | None:
        cells = self._cells
        row = _clamped(self._row, start)
        if way in _EDGES:
            return self._edge(_EDGES[way], start)
        if way in (Way.UP, Way.DOWN):
            return (cells.above if way is Way.UP else cells.below)(start, self._column)
        if way is Way.ROW_START:
            entry = cells.entry(row)
            return entry if entry and start.column > entry.column else cells.nearest(row, 0)
        if way is Way.ROW_END:
            return cells.nearest(row, len(cells.sheet.widths))
        if way in (Way.FIRST, Way.LAST):
            return cells.editable[0 if way is Way.FIRST else -1]
        step = 1 if way in (Way.RIGHT, Way.NEXT) else -1
        return (
            cells.beside(start, row, step)
            if way in (Way.LEFT, Way.RIGHT)
            else cells.along(start, step)
        )

    def _edge(self, way: Way, start: Cell) -> Cell | None:
        """Return where Ctrl and an arrow lead, as in a spreadsheet; head and grid are apart."""
        at, on = start, self._target(way, start)
        if on is None or not self._joined(at, on):
            return on
        filled = bool(at.text and on.text)
        while on is not None and self._joined(at, on) and bool(on.text) == filled:
            at, on = on, self._target(way, on)
        return at if filled or on is None or not self._joined(at, on) else on

    def _joined(self, one: Cell, other: Cell) -> bool:
        heading = self._cells.sheet.heading_row
        return (one.row > heading) == (other.row > heading)


def _clamped(row: int, cell: Cell) -> int:
    return min(max(row, cell.row), cell.row + cell.rows - 1)
