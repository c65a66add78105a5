"""The little square at the corner of the selection: dragged, it repeats cells over other rows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from perfdesk.ui.form.cells import Block
from perfdesk.ui.form.painting import Marked

if TYPE_CHECKING:
    from perfdesk.ui.form.sheet_view import SheetView


class FillDrag:
    """Follows the square down or up the grid; a double click takes it to where rows end.

    It asks the view for the fill (`fill_wanted`) when it is let go.
    """

    def __init__(self, view: "SheetView") -> None:
        self._view = view
        self._dragging: Block | None = None
        self.reach: Block | None = None
        """The rows that would be filled if the square were let go now."""

    @property
    def block(self) -> Block | None:
        """The selected block that shows a square: one in the grid, while nobody types."""
        view, block = self._view, self._view.where.block
        if block is None or view.sheet.read_only or view.editing.editor:
            return None
        cells = view.sheet.cells
        return block if block.top > cells.sheet.heading_row else None

    def at(self, point: QPoint) -> bool:
        """Whether the square is at a point of the viewport."""
        layout, block = self._view.sheet_layout, self.block
        return block is not None and layout.fill_square(block, around=True).contains(
            point + self._view.offset()
        )

    def press(self) -> None:
        """Take the square."""
        self._dragging = self.block

    def move(self, point: QPoint) -> bool:
        """Drag to a point; tell whether the square is being dragged."""
        block = self._dragging
        if block is None:
            return False
        layout = self._view.sheet_layout
        first = layout.cells.sheet.heading_row + 1
        row = max(layout.row_at((point + self._view.offset()).y()), first)
        reach = _between(block, row)
        if reach != self.reach:
            self.reach = reach
            self._view.show_marks()
            if near := self._view.sheet.cells.at(row, block.right):
                self._view.reveal(near)
        return True

    def release(self) -> None:
        """Let the square go, and fill what was dragged over."""
        block, reach = self._dragging, self.reach
        self._dragging = self.reach = None
        if block and reach:
            self._view.show_marks()
            self._view.fill_wanted.emit(reach.top, reach.bottom)

    def fill_to_end(self) -> None:
        """Fill down as far as the cells beside the block are filled without a gap."""
        block = self.block
        if block is None:
            return
        cells = self._view.sheet.cells
        beside = block.left - 1 if block.left else block.right + 1
        row = block.bottom
        while (cell := cells.at(row + 1, beside)) and cell.text.strip():
            row += 1
        if row > block.bottom:
            self._view.fill_wanted.emit(block.bottom + 1, row)

    def update(self, before: Marked, after: Marked) -> None:
        """Have the square and the frame of what would be filled drawn anew, where they differ."""
        if (before.square, before.filling) == (after.square, after.filling):
            return
        layout = self._view.sheet_layout
        places: list[QRect] = []
        for marked in (before, after):
            rows = len(layout.y) - 1
            if marked.square and marked.square.bottom < rows:
                places.append(layout.fill_square(marked.square, around=True))
            if marked.filling and marked.filling.bottom < rows:
                places.append(layout.block_rect(marked.filling).adjusted(-3, -3, 3, 3))
        for place in places:
            self._view.viewport().update(place.translated(-self._view.offset()))


def _between(block: Block, row: int) -> Block | None:
    """Return the rows from a block to a row above or below it, None within it."""
    if row > block.bottom:
        return block._replace(top=block.bottom + 1, bottom=row)
    return block._replace(top=row, bottom=block.top - 1) if row < block.top else None
