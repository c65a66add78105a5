"""What keys do on the sheet while no editor is open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from perfdesk.models.sheet import Role
from perfdesk.ui.form.cursor import Way

if TYPE_CHECKING:
    from perfdesk.ui.form.sheet_view import SheetView

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier
_WAYS = {
    (Qt.Key.Key_Left, _NONE): Way.LEFT,
    (Qt.Key.Key_Right, _NONE): Way.RIGHT,
    (Qt.Key.Key_Up, _NONE): Way.UP,
    (Qt.Key.Key_Down, _NONE): Way.DOWN,
    (Qt.Key.Key_Home, _NONE): Way.ROW_START,
    (Qt.Key.Key_End, _NONE): Way.ROW_END,
    (Qt.Key.Key_Home, _CONTROL): Way.FIRST,
    (Qt.Key.Key_End, _CONTROL): Way.LAST,
}
_STEPS = {
    (Qt.Key.Key_Return, _NONE): Way.DOWN,
    (Qt.Key.Key_Return, _SHIFT): Way.UP,
    (Qt.Key.Key_Backtab, _NONE): Way.PREVIOUS,
    (Qt.Key.Key_Tab, _SHIFT): Way.PREVIOUS,
}


class Keys:
    """Moves, opens and types, as in a spreadsheet."""

    def __init__(self, view: "SheetView") -> None:
        self._view = view

    def is_own(self, event: QKeyEvent) -> bool:
        """Whether Alt+Down is pressed on a cell with a list, which opens it there."""
        cell = self._view.where.cell
        if cell is None or cell.role is not Role.LEVEL:
            return False
        return event.key() == Qt.Key.Key_Down and bool(event.modifiers() & _ALT)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; tell whether it asked for anything."""
        view = self._view
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Enter:
            key = Qt.Key.Key_Return
        shift = bool(modifiers & _SHIFT)
        if step := _STEPS.get(
            (key, modifiers & ~_SHIFT if key == Qt.Key.Key_Backtab else modifiers)
        ):
            view.where.move(step)
        elif way := _WAYS.get((key, modifiers & ~_SHIFT)):
            view.where.move(way, extend=shift)
        elif key == Qt.Key.Key_Tab and modifiers == _NONE:
            view.go_on()
        elif self.is_own(event):
            view.open()
        elif key == Qt.Key.Key_Backspace and modifiers == _NONE:
            view.open("")
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            view.leave_sheet(forward=key == Qt.Key.Key_Tab)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            view.turn_page(1 if key == Qt.Key.Key_PageDown else -1, extend=shift)
        elif _is_text(event):
            view.open(event.text())
        else:
            return False
        return True


def _is_text(event: QKeyEvent) -> bool:
    text = event.text()
    if event.modifiers() & _CONTROL and not event.modifiers() & _ALT:
        return False
    return bool(text) and text.isprintable()
