"""What keys do on the sheet while no editor is open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from perfdesk.ui.form.cursor import Span, Way

if TYPE_CHECKING:
    from perfdesk.ui.form.sheet_view import SheetView

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ARROWS = {
    (Qt.Key.Key_Left, _NONE): Way.LEFT,
    (Qt.Key.Key_Right, _NONE): Way.RIGHT,
    (Qt.Key.Key_Up, _NONE): Way.UP,
    (Qt.Key.Key_Down, _NONE): Way.DOWN,
    (Qt.Key.Key_Home, _NONE): Way.ROW_START,
    (Qt.Key.Key_End, _NONE): Way.ROW_END,
    (Qt.Key.Key_Home, _CONTROL): Way.FIRST,
    (Qt.Key.Key_End, _CONTROL): Way.LAST,
    (Qt.Key.Key_Left, _CONTROL): Way.EDGE_LEFT,
    (Qt.Key.Key_Right, _CONTROL): Way.EDGE_RIGHT,
    (Qt.Key.Key_Up, _CONTROL): Way.EDGE_UP,
    (Qt.Key.Key_Down, _CONTROL): Way.EDGE_DOWN,
}
"""Ways that select on the way where Shift is held."""

_STEPS = {
    (Qt.Key.Key_Return, _NONE): Way.DOWN,
    (Qt.Key.Key_Enter, _NONE): Way.DOWN,
    (Qt.Key.Key_Return, _SHIFT): Way.UP,
    (Qt.Key.Key_Enter, _SHIFT): Way.UP,
    (Qt.Key.Key_Backtab, _NONE): Way.PREVIOUS,
    (Qt.Key.Key_Backtab, _SHIFT): Way.PREVIOUS,
    (Qt.Key.Key_Tab, _SHIFT): Way.PREVIOUS,
}
_SPANS = {(Qt.Key.Key_Space, _SHIFT): Span.ROWS, (Qt.Key.Key_Space, _CONTROL): Span.COLUMNS}
_TABS = {Qt.Key.Key_Tab: True, Qt.Key.Key_Backtab: False}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


OWN_KEYS = tuple(
    QKeyCombination(modifiers | more, key)
    for keys, more in (
        ([*_ARROWS, *((key, _NONE) for key in _PAGES)], _NONE),
        ([*_ARROWS, *((key, _NONE) for key in _PAGES)], _SHIFT),
        ([*_STEPS, *_SPANS, (Qt.Key.Key_Tab, _NONE)], _NONE),
        ([(Qt.Key.Key_Tab, _CONTROL), (Qt.Key.Key_Tab, _CONTROL | _SHIFT)], _NONE),
        ([(Qt.Key.Key_F2, _NONE), (Qt.Key.Key_Backspace, _NONE), (Qt.Key.Key_Down, _ALT)], _NONE),
    )
    for key, modifiers in keys
)
"""The keys that the sheet hears itself, without any action: for whoever lists them."""


class Keys:
    """Moves, opens and types, as in a spreadsheet."""

    def __init__(self, view: "SheetView") -> None:
        self._view = view

    def opens_list(self, event: QKeyEvent) -> bool:
        """Whether Alt+Down is pressed on a cell of the grid, which opens its list."""
        cell = self._view.where.cell
        if cell is None or cell.row <= self._view.sheet.cells.sheet.heading_row:
            return False
        return event.key() == Qt.Key.Key_Down and event.modifiers() & ~_KEYPAD == _ALT

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; tell whether it asked for anything."""
        return self._moves(event) or self._opens(event)

    def _moves(self, event: QKeyEvent) -> bool:
        view = self._view
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~_KEYPAD
        extend = bool(modifiers & _SHIFT)
        if step := _STEPS.get((key, modifiers)):
            view.step(step)
        elif way := _ARROWS.get((key, modifiers & ~_SHIFT)):
            view.where.move(way, extend=extend)
        elif span := _SPANS.get((key, modifiers)):
            view.where.widen(span)
        elif key in _PAGES:
            view.turn_page(_PAGES[key], extend=extend)
        elif key == Qt.Key.Key_Tab and modifiers == _NONE:
            view.step(Way.NEXT)
        elif key in _TABS:
            view.leave_sheet(forward=_TABS[key])
        else:
            return False
        return True

    def _opens(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~_KEYPAD
        if self.opens_list(event):
            self._view.open_list()
        elif event.key() == Qt.Key.Key_F2:
            self._view.open()
        elif event.key() == Qt.Key.Key_Backspace and modifiers == _NONE:
            self._view.open("")
        elif _is_text(event):
            self._view.open(event.text())
        elif self._view.sheet.read_only and _writes(event):
            self._view.locked.emit()
        else:
            return False
        return True


def _writes(event: QKeyEvent) -> bool:
    """Tell whether a key empties cells or pastes over them."""
    standard = QKeySequence.StandardKey
    return any(map(event.matches, (standard.Delete, standard.Cut, standard.Paste)))


def _is_text(event: QKeyEvent) -> bool:
    """Tell whether a key types something; Ctrl and Alt together do on some keyboards."""
    if event.modifiers() & _CONTROL and not event.modifiers() & _ALT:
        return False
    return bool(event.text()) and event.text().isprintable()
