"""Where everything lies on the desk: the paper, its rows and columns, what stands below them."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate

from PySide6.QtCore import QRect

from perfdesk.models.sheet import Cell, Role
from perfdesk.ui.form.cells import Cells
from perfdesk.ui.form.metrics import Metrics
from perfdesk.ui.form.wording import Shown

DESK_PX = 24
PAPER_PX = 34
WIDEST_PX = 1060
NARROWEST_PX = 760
NARROWEST_COLUMN_PX = 48


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
        self.desk_width = 0
        self.paper = QRect()
        self.x: list[int] = []
        self.y: list[int] = []
        self.below_height = 0
        self._shares = list(shares)
        self._needs: list[tuple[Shown, int]] = []
        self._growing: tuple[Cell, int] | None = None

    def fit(self, width: int) -> None:
        """Lay the paper out for a view of this width, from scratch."""
        px = self.metrics.px
        margin = px(DESK_PX)
        paper = min(max(width - 2 * margin, px(NARROWEST_PX)), px(WIDEST_PX))
        self.desk_width = max(width, paper + 2 * margin)
        left = (self.desk_width - paper) // 2
        inner = paper - 2 * px(PAPER_PX)
        total = sum(self._shares)
        edges = accumulate(self._shares, initial=0)
        self.x = [left + px(PAPER_PX) + round(inner * edge / total) for edge in edges]
        self.paper = QRect(left, margin, paper, 0)
        self._needs = []
        self.show(self.cells)

    def show(self, cells: Cells) -> None:
        """Lay out other cells, measuring only those that were not there before."""
        known = dict(zip(self.cells.sheet.cells, self._needs, strict=False))
        self.cells = cells
        self._needs = [self._need(cell, known.get(cell)) for cell in cells.sheet.cells]
        self._stack()

    def reserve_below(self, height: int) -> None:
        """Keep `height` free on the paper below the last row."""
        if height != self.below_height:
            self.below_height = height
            self._stack()

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

    def below(self) -> QRect:
        """Return the free place below the last row."""
        return QRect(self.x[0], self.y[-1], self.x[-1] - self.x[0], self.below_height)

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

    def _need(self, cell: Cell, known: tuple[Shown, int] | None) -> tuple[Shown, int]:
        shown = self.shown(cell)
        if known and known[0] == shown:
            return known
        width = self.x[cell.column + cell.columns] - self.x[cell.column]
        height = self.metrics.cell_height(shown.text, cell.role, width, shown.strong)
        if cell.row > self.cells.sheet.heading_row:
            height = max(height, self.metrics.least_height(Role.VALUE))
        return shown, height

    def _stack(self) -> None:
        """Put the rows below one another, each as high as its cells need."""
        heights = [0] * self.cells.sheet.row_count
        tall: list[tuple[Cell, int]] = []
        growing, grown = self._growing or (None, 0)
        for cell, (_, need) in zip(self.cells.sheet.cells, self._needs, strict=True):
            height = max(grown, self.metrics.least_height(cell.role)) if cell == growing else need
            if cell.rows == 1:
                heights[cell.row] = max(heights[cell.row], height)
            else:
                tall.append((cell, height))
        for cell, height in tall:
            last = cell.row + cell.rows - 1
            heights[last] += max(0, height - sum(heights[cell.row : last + 1]))
        top = self.paper.top() + self.metrics.px(PAPER_PX) * 2 // 3
        self.y = list(accumulate(heights, initial=top))
        bottom = self.y[-1] + self.below_height + self.metrics.px(PAPER_PX)
        self.paper.setHeight(bottom - self.paper.top())
