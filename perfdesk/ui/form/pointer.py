"""What the mouse does on the sheet: goes to cells, selects blocks, opens editors."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent

from perfdesk.models.sheet import Cell

if TYPE_CHECKING:
    from perfdesk.ui.form.sheet_view import SheetView


class Pointer:
    """Follows the mouse over the sheet."""

    def __init__(self, view: "SheetView") -> None:
        self._view = view
        self._selecting = False
        self.over: Cell | None = None
        """The cell under the mouse."""

    def press(self, event: QMouseEvent) -> None:
        """Go to a cell, or select up to it with Shift; take over what is being typed first."""
        view = self._view
        view.editing.commit()
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        point = event.position().toPoint()
        cell = view.cell_at(point)
        if cell is None or cell.place is None:
            return
        if event.button() == Qt.MouseButton.LeftButton:
            self._selecting = True
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                view.where.stretch(cell)
                return
        elif cell in view.where.selected:
            return
        self._go(cell, point)

    def move(self, event: QMouseEvent) -> None:
        """Select up to the cell under the mouse while the button is held."""
        cell = self._view.cell_at(event.position().toPoint())
        if self._selecting and cell and cell.place and cell != self._view.where.reach:
            self._view.where.stretch(cell)
        elif not event.buttons():
            self.hover(cell)

    def hover(self, cell: Cell | None) -> None:
        """Note the cell under the mouse."""
        if cell != self.over:
            self.over = cell
            self._view.show_marks()

    def release(self) -> None:
        """Select no further."""
        self._selecting = False

    def double_click(self, event: QMouseEvent) -> None:
        """Open the cell under the mouse."""
        point = event.position().toPoint()
        cell = self._view.cell_at(point)
        if cell and cell.place and event.button() == Qt.MouseButton.LeftButton:
            self._go(cell, point)
            self._view.open()

    def _go(self, cell: Cell, point: QPoint) -> None:
        view = self._view
        at = point + view.offset()
        layout = view.sheet_layout
        view.where.go(cell, layout.row_at(at.y()), layout.column_at(at.x()))
