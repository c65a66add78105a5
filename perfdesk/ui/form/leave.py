"""The ways out of an editor, and the keys that ask for them."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Leave(Enum):
    """How one leaves an editor: where to go next, to fill all that is selected, or to give up.

    `TAKEN` is with a suggestion that fills the whole row.
    """

    STAY = auto()
    DOWN = auto()
    UP = auto()
    NEXT = auto()
    PREVIOUS = auto()
    FILL = auto()
    TAKEN = auto()
    GIVE_UP = auto()


_MOVING = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
)
RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAVING = (*RETURN, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)


def moves_on(event: QKeyEvent) -> bool:
    """Whether a key moves over the sheet, and out of a cell that was begun by typing."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    held = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)
    return event.key() in _MOVING and modifiers in held


def leave_by(event: QKeyEvent) -> Leave:
    """Return what a key that leaves an editor asks for."""
    key = event.key()
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if key == Qt.Key.Key_Escape:
        return Leave.GIVE_UP
    if key in RETURN and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return Leave.FILL
    if key in RETURN:
        return Leave.UP if shift else Leave.DOWN
    return Leave.PREVIOUS if shift or key == Qt.Key.Key_Backtab else Leave.NEXT
