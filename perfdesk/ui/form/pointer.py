"""What the mouse does on the sheet: goes to cells, selects, opens, fills, drags rows, borders."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent

from perfdesk.models.sheet import Cell, Role
from perfdesk.ui.form.column_drag import ColumnDrag
from perfdesk.ui.form.cursor import Span
from perfdesk.ui.form.fill_drag import FillDrag
from perfdesk.ui.form.painting import has_chevron
from perfdesk.ui.form.row_drag import RowDrag

if TYPE_CHECKING:
    from perfdesk.ui.form.sheet_view import SheetView

_CHEVRON_PX = 24
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Pointer:
    """Follows the mouse over the sheet."""

    def __init__(
        self, view: "SheetView", rows: RowDrag, columns: ColumnDrag, fill: FillDrag
    ) -> None:
        self._view = view
        self._fill = fill
        self._rows = rows
        self._columns = columns
        self._selecting = False
        self.over: Cell | None = None
        """The cell under the mouse."""

    def press(self, event: QMouseEvent) -> None:
        """Take what is under the mouse; what is being typed is taken over first."""
        view = self._view
        view.editing.commit()
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton:
            if self._fill.at(point):
                self._fill.press()
                return
            if border := self._columns.border_at(point):
                self._columns.press(border)
                return
            if (row := self._rows.at(point)) is not None:
                self._rows.press(row)
                view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                return
        self._press_cell(event, point)

    def move(self, event: QMouseEvent) -> None:
        """Drag or select on while the button is held, else note what is under the mouse."""
        point = event.position().toPoint()
        if self._fill.move(point) or self._columns.move(point) or self._rows.move(point):
            return
        cell = self._view.cell_at(point)
        if self._selecting:
            if cell and cell.place and cell != self._view.where.reach:
                self._view.where.stretch(cell)
        elif not event.buttons():
            self._hover(cell, point)

    def release(self) -> None:
        """Let everything go."""
        self._selecting = False
        self._fill.release()
        self._columns.release()
        self._rows.release()
        self._view.viewport().unsetCursor()

    def leave(self) -> None:
        """Note that the mouse is gone."""
        self.over = None
        self._rows.leave()
        self._view.show_marks()

    def double_click(self, event: QMouseEvent) -> None:
        """Open the cell under the mouse, or give the columns their own widths again."""
        point = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._fill.at(point):
            self._fill.fill_to_end()
            return
        if self._columns.border_at(point):
            self._columns.reset()
            return
        cell = self._view.cell_at(point)
        if cell and cell.place and not self._view.editing.editor:
            self._go(cell, point)
            inside = point - self._view.rect_of(cell).topLeft()
            self._view.open()
            if editor := self._view.editing.editor:
                moved = self._view.rect_of(cell).topLeft() - editor.pos()
                editor.put_caret(inside + moved)

    def _press_cell(self, event: QMouseEvent, point: QPoint) -> None:
        view = self._view
        cell = view.cell_at(point)
        if cell and cell.role is Role.LABEL:
            cell = view.sheet.cells.beside_label(cell)
            point = view.rect_of(cell).center() if cell else point
        if cell and cell.role is Role.HEADING and event.button() == Qt.MouseButton.LeftButton:
            self._press_heading(cell, extend=bool(event.modifiers() & _SHIFT))
            return
        if cell is None or cell.place is None:
            return
        if event.button() != Qt.MouseButton.LeftButton:
            if cell not in view.where.selected:
                self._go(cell, point)
            return
        self._selecting = True
        if event.modifiers() & _SHIFT:
            view.where.stretch(cell)
            return
        self._go(cell, point)
        right = view.rect_of(cell).right() - view.metrics.px(_CHEVRON_PX)
        if has_chevron(cell, locked=view.sheet.read_only) and point.x() > right:
            self._selecting = False
            view.open()

    def _press_heading(self, heading: Cell, *, extend: bool) -> None:
        """Select the column below a heading of the grid, or all up to it."""
        view = self._view
        top = view.sheet.cells.at(heading.row + 1, heading.column)
        if extend:
            view.where.stretch(top)
        else:
            view.where.go(top)
        view.where.widen(Span.COLUMNS)

    def _hover(self, cell: Cell | None, point: QPoint) -> None:
        self._rows.hover(point)
        if cell != self.over:
            self.over = cell
            self._view.show_marks()
        if self._fill.at(point):
            self._view.viewport().setCursor(Qt.CursorShape.CrossCursor)
        elif self._columns.border_at(point):
            self._view.viewport().setCursor(Qt.CursorShape.SplitHCursor)
        elif self._rows.at(point) is not None:
            self._view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self._view.viewport().unsetCursor()

    def _go(self, cell: Cell, point: QPoint) -> None:
        view = self._view
        at = point + view.offset()
        layout = view.sheet_layout
        view.where.go(cell, layout.row_at(at.y()), layout.column_at(at.x()))
