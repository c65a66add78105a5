"""Borders between columns, dragged at the headings of the grid."""

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

if TYPE_CHECKING:
    from perfdesk.ui.form.sheet_view import SheetView

_NEAR_PX = 4
_NARROWEST_PX = 48


class ColumnDrag:
    """Shifts the border between two columns of the grid; the others stay as they are."""

    def __init__(self, view: "SheetView") -> None:
        self._view = view
        self._border: tuple[int, int, int] | None = None

    def border_at(self, point: QPoint) -> tuple[int, int, int] | None:
        """Return the border at a point of the headings, or None.

        It is told by three sheet columns: where the heading on its left begins, where it lies,
        and where the heading on its right ends.
        """
        layout = self._view.sheet_layout
        at = point + self._view.offset()
        heading_row = layout.cells.sheet.heading_row
        if not layout.y[heading_row] <= at.y() < layout.y[heading_row + 1]:
            return None
        near = layout.metrics.px(_NEAR_PX)
        for left, right in pairwise(layout.cells.in_row(heading_row)):
            if abs(at.x() - layout.x[right.column]) <= near:
                return left.column, right.column, right.column + right.columns
        return None

    def press(self, border: tuple[int, int, int]) -> None:
        """Take a border."""
        self._border = border

    def move(self, point: QPoint) -> bool:
        """Drag the border to a point; tell whether one is being dragged."""
        if self._border is None:
            return False
        start, border, end = self._border
        layout = self._view.sheet_layout
        x = list(layout.x)
        least = layout.metrics.px(_NARROWEST_PX)
        wanted = (point + self._view.offset()).x()
        to = min(max(wanted, x[start] + least * (border - start)), x[end] - least * (end - border))
        scaled = [*x]
        for first, last, new_first, new_last in (
            (start, border, x[start], to),
            (border, end, to, x[end]),
        ):
            for at in range(first, last + 1):
                part = (x[at] - x[first]) / max(1, x[last] - x[first])
                scaled[at] = round(new_first + part * (new_last - new_first))
        if scaled != x:
            self._view.set_shares([right - left for left, right in pairwise(scaled)])
        return True

    def release(self) -> None:
        """Let the border go."""
        self._border = None

    def reset(self) -> None:
        """Give all columns the form's own widths."""
        self._border = None
        self._view.set_shares(())
