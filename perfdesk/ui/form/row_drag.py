"""Rows of the grid taken at the handle beside them and dragged to another place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from perfdesk.ui.form.painting import Marked

if TYPE_CHECKING:
    from perfdesk.ui.form.sheet_view import SheetView


class RowDrag:
    """Shows handles left of the current row and of the one under the mouse, and moves rows."""

    def __init__(self, view: "SheetView") -> None:
        self._view = view
        self._hovered: int | None = None
        self._dragging = False
        self._pressed = 0
        self.target: int | None = None
        """The sheet row before which the dragged rows would go."""

    def handles(self) -> frozenset[int]:
        """Return the sheet rows that show a handle."""
        view = self._view
        if view.sheet.read_only:
            return frozenset()
        busy = view.hasFocus() or view.editing.editor is not None
        rows = {view.where.row if busy else None, self._hovered}
        return frozenset(each for each in rows if each is not None and self._in_grid(each))

    def hover(self, point: QPoint) -> None:
        """Note the row under the mouse, beside the grid too."""
        row = self._row_at(point)
        if row != self._hovered:
            self._hovered = row
            self._view.show_marks()

    def leave(self) -> None:
        """Note that the mouse is gone."""
        self._hovered = None

    def at(self, point: QPoint) -> int | None:
        """Return the row whose handle is at a point, or None."""
        row = self._row_at(point)
        if row is None or self._view.sheet.read_only:
            return None
        layout = self._view.sheet_layout
        return row if layout.handle(row).contains(point + self._view.offset()) else None

    def press(self, row: int) -> None:
        """Take a row by its handle: all selected ones where it is among them."""
        block = self._view.where.block
        if block is None or not block.top <= row <= block.bottom:
            self._view.where.select_rows(row, row)
        self._dragging, self._pressed = True, row

    def move(self, point: QPoint) -> bool:
        """Drag to a point; tell whether anything is being dragged."""
        if not self._dragging:
            return False
        layout = self._view.sheet_layout
        y = (point + self._view.offset()).y()
        first = layout.cells.sheet.heading_row + 1
        row = max(layout.row_at(y), first)
        middle = (layout.y[row] + layout.y[row + 1]) // 2
        target = row if y < middle else row + 1
        if target != self.target:
            self.target = target
            self._view.show_marks()
            near = self._view.sheet.cells.at(row, len(layout.x) - 2)
            if near:
                self._view.reveal(near)
        return True

    def release(self) -> None:
        """Let the rows go; the row of a handle that was only pressed is selected."""
        target, dragged = self.target, self._dragging
        self._dragging, self.target = False, None
        if not dragged:
            return
        self._view.show_marks()
        if target in (None, self._pressed, self._pressed + 1):
            self._view.where.select_rows(self._pressed, self._pressed)
        elif target is not None:
            self._view.rows_dropped.emit(target - self._view.sheet.cells.sheet.heading_row - 1)

    def update(self, before: Marked, after: Marked) -> None:
        """Have handles and the line where rows would go drawn anew, where they differ."""
        layout = self._view.sheet_layout
        rows = [row for row in before.handles ^ after.handles if row < len(layout.y) - 1]
        places = [layout.handle(row) for row in rows]
        if before.target != after.target:
            lines = [row for row in (before.target, after.target) if row is not None]
            places += [layout.gap_above(row) for row in lines if row < len(layout.y)]
        for place in places:
            self._view.viewport().update(place.translated(-self._view.offset()))

    def _row_at(self, point: QPoint) -> int | None:
        at = point + self._view.offset()
        layout = self._view.sheet_layout
        if not layout.paper.left() <= at.x() < layout.x[-1]:
            return None
        row = layout.row_at(at.y())
        inside = layout.y[row] <= at.y() < layout.y[row + 1]
        return row if inside and self._in_grid(row) else None

    def _in_grid(self, row: int) -> bool:
        sheet = self._view.sheet.cells.sheet
        return sheet.heading_row < row < sheet.row_count
