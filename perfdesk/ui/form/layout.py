"""Where everything lies on the desk: the paper, its rows and columns, what stands below them."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate

from PySide6.QtCore import QRect

from perfdesk.models.sheet import Cell, Role
from perfdesk.ui.form.cells import Block, Cells
from perfdesk.ui.form.metrics import Metrics
from perfdesk.ui.form.wording import Shown

DESK_PX = 24
PAPER_PX = 34
TIGHT_PX = 26
ROOMY_PX = 900
LEAST_DESK_PX = 8
WIDEST_PX = 1060
NARROWEST_PX = 700
BESIDE_PX = 620
"""As narrow as a sheet may be beside another one: a code of 21 characters fits its cell."""
LEAST_ZOOM_BESIDE = 0.7
HANDLE_PX = 20
FILL_PX = 7
FILL_REACH_PX = 3
BUTTON_PADDING_PX = 8


class SheetLayout:
    """The geometry of one sheet, in px from the top left corner of the desk."""

    def __init__(
        self,
        metrics: Metrics,
        cells: Cells,
        shown: Callable[[Cell], Shown],
        shares: Iterable[int],
    ) -> None:
        self.metrics = metrics
        self.cells = cells
        self.shown = shown
        self.narrowest = NARROWEST_PX
        self.desk_width = 0
        self.paper = QRect()
        self.x: list[int] = []
        self.y: list[int] = []
        self.below_height = 0
        self.measured = False
        self._shares = list(shares)
        self._padding = 0
        self._heights: list[int] = []
        self._tall: list[tuple[Cell, int]] = []
        self._growing: tuple[Cell, int] | None = None

    def fit(self, width: int, *, measured: bool = True) -> None:
        """Lay the paper out for a view of this width, from scratch.

        Without being `measured` every text is taken for one that fits its cell: good enough for
        what nobody sees, and much quicker.
        """
        self.measured = measured
        px = self.metrics.px
        narrowest = px(self.narrowest)
        margin = min(max((width - narrowest) // 2, px(LEAST_DESK_PX)), px(DESK_PX))
        paper = min(max(width - 2 * margin, narrowest), px(WIDEST_PX))
        self._padding = px(PAPER_PX if paper >= px(ROOMY_PX) else TIGHT_PX)
        self.desk_width = max(width, paper + 2 * margin)
        left = (self.desk_width - paper) // 2
        inner = paper - 2 * self._padding
        total = sum(self._shares)
        edges = accumulate(self._shares, initial=0)
        self.x = [left + self._padding + round(inner * edge / total) for edge in edges]
        self.paper = QRect(left, px(DESK_PX), paper, 0)
        self.show(self.cells)

    def show(self, cells: Cells) -> None:
        """Lay out these cells; texts that were measured before are not set again."""
        self.cells = cells
        self._heights = [0] * cells.sheet.row_count
        self._tall = []
        for cell in cells.sheet.cells:
            need = self._need(cell)
            if cell.rows > 1:
                self._tall.append((cell, need))
            elif need > self._heights[cell.row]:
                self._heights[cell.row] = need
        self._stack()

    def reserve_below(self, height: int) -> bool:
        """Keep `height` free on the paper below the last row; tell whether that is news."""
        if height == self.below_height:
            return False
        self.below_height = height
        self._stack()
        return True

    def grow(self, cell: Cell | None, height: int = 0) -> bool:
        """Let a cell be as high as its editor needs; tell whether any row moved."""
        before = self.y
        self._growing = (cell, height) if cell else None
        self._stack()
        return self.y != before

    @property
    def height(self) -> int:
        """The height of the whole desk."""
        return self.paper.bottom() + 1 + self.metrics.px(DESK_PX)

    def rect(self, cell: Cell) -> QRect:
        """Return where a cell lies."""
        left, right = self.x[cell.column], self.x[cell.column + cell.columns]
        top, bottom = self.y[cell.row], self.y[cell.row + cell.rows]
        return QRect(left, top, right - left, bottom - top)

    def seen(self, cell: Cell, sight: QRect) -> QRect:
        """Return where a cell lies; of a merged level only what is in sight, name and all."""
        rect = self.rect(cell)
        if cell.role is not Role.LEVEL or cell.rows == 1:
            return rect
        seen = rect.intersected(sight)
        return seen if seen.height() >= self.metrics.least_height(Role.LEVEL) else rect

    def handle(self, row: int) -> QRect:
        """Return where the handle of a row lies, beside the sheet."""
        top, bottom = self.y[row], self.y[row + 1]
        width = self.metrics.px(HANDLE_PX)
        return QRect(self.x[0] - width - 1, top, width, bottom - top)

    def gap_above(self, row: int) -> QRect:
        """Return where the line is drawn that shows rows dropped before this one."""
        return QRect(self.x[0], self.y[row] - 1, self.x[-1] - self.x[0] + 1, 3)

    def block_rect(self, block: Block) -> QRect:
        """Return where a block of cells lies."""
        left, right = self.x[block.left], self.x[block.right + 1]
        top, bottom = self.y[block.top], self.y[block.bottom + 1]
        return QRect(left, top, right - left, bottom - top)

    def fill_square(self, block: Block, *, around: bool = False) -> QRect:
        """Return where the square lies that a block is filled with, or what is hit for it."""
        half = self.metrics.px(FILL_PX) // 2 + (self.metrics.px(FILL_REACH_PX) if around else 0)
        corner = self.block_rect(block).bottomRight()
        return QRect(corner.x() + 1 - half, corner.y() + 1 - half, 2 * half + 1, 2 * half + 1)

    def below(self) -> QRect:
        """Return the free place below the last row; buttons in it begin where the text does."""
        left = self.x[0] - self.metrics.px(BUTTON_PADDING_PX)
        return QRect(left, self.y[-1], self.x[-1] - left, self.below_height)

    def row_at(self, y: int) -> int:
        """Return the row at a height, the first or last one above or below all rows."""
        return min(max(bisect_right(self.y, y) - 1, 0), self.cells.sheet.row_count - 1)

    def column_at(self, x: int) -> int:
        """Return the column at a distance from the left, the first or last one beside them."""
        return min(max(bisect_right(self.x, x) - 1, 0), len(self.x) - 2)

    def cell_at(self, x: int, y: int) -> Cell | None:
        """Return the cell at a point, None beside the sheet."""
        if not (self.x and self.x[0] <= x < self.x[-1] and self.y[0] <= y < self.y[-1]):
            return None
        return self.cells.at(self.row_at(y), self.column_at(x))

    def _need(self, cell: Cell) -> int:
        """Return how high a cell must be for what it shows, or for its editor."""
        if self._growing and self._growing[0] == cell:
            return max(self._growing[1], self._least(cell))
        if not self.measured:
            return self._least(cell)
        shown = self.shown(cell)
        width = self.x[cell.column + cell.columns] - self.x[cell.column]
        height = self.metrics.cell_height(
            shown.text, cell.role, width, shown.strong, small=shown.small
        )
        return max(height, self._least(cell))

    def _least(self, cell: Cell) -> int:
        in_grid = cell.row > self.cells.sheet.heading_row
        return self.metrics.least_height(Role.VALUE if in_grid else cell.role)

    def _stack(self) -> None:
        """Put the rows below one another, each as high as its cells need."""
        heights = list(self._heights)
        growing = self._growing[0] if self._growing else None
        if growing and growing.rows == 1 and growing.row < len(heights):
            row = [cell for cell in self.cells.in_row(growing.row) if cell.rows == 1]
            heights[growing.row] = max(map(self._need, row), default=0)
        for cell, need in self._tall:
            last = cell.row + cell.rows - 1
            wanted = self._need(cell) if cell == growing else need
            heights[last] += max(0, wanted - sum(heights[cell.row : last + 1]))
        top = self.paper.top() + self._padding * 2 // 3
        self.y = list(accumulate(heights, initial=top))
        bottom = self.y[-1] + self.below_height + self._padding
        self.paper.setHeight(bottom - self.paper.top())
