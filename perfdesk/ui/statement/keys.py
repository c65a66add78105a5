"""What can be done to a section of the statement, its keys, and which keys a field leaves alone."""

from enum import Enum

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from perfdesk.ui.tidying import TIDY_KEY

_CONTROL = Qt.KeyboardModifier.ControlModifier
_CONTROL_SHIFT = _CONTROL | Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SCROLLING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Deed(Enum):
    """Something done to a section: its words, its icon, its keys."""

    UP = ("上移这一条", "move-up", QKeyCombination(_ALT, Qt.Key.Key_Up))
    DOWN = ("下移这一条", "move-down", QKeyCombination(_ALT, Qt.Key.Key_Down))
    ADD = ("在下方添加一条", "add-row", QKeyCombination(_CONTROL, Qt.Key.Key_Return))
    DUPLICATE = ("复制这一条", "duplicate", QKeyCombination(_CONTROL_SHIFT, Qt.Key.Key_D))
    REMOVE = ("删除这一条", "delete", QKeyCombination(_CONTROL_SHIFT, Qt.Key.Key_Delete))

    def __init__(self, words: str, icon_name: str, combination: QKeyCombination) -> None:
        self.words = words
        self.icon_name = icon_name
        self.keys = QKeySequence(combination)


def deed_of(event: QKeyEvent) -> Deed | None:
    """Return what a key press asks to be done to the section it is made in."""
    key = event.key()
    if key == Qt.Key.Key_Enter:
        key = Qt.Key.Key_Return
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(key)))
    return next((deed for deed in Deed if deed.keys == pressed), None)


def scrolls(event: QKeyEvent) -> bool:
    """Whether a key scrolls the page, not the caret."""
    return event.key() in _SCROLLING and event.modifiers() == Qt.KeyboardModifier.NoModifier


def undoes_or_redoes(event: QKeyEvent) -> str:
    """Return `undo` or `redo` for a key that asks for it, else an empty text.

    Ctrl+Y redoes on every system, as the window's own redo does.
    """
    if event.matches(QKeySequence.StandardKey.Undo):
        return "undo"
    redo = event.key() == Qt.Key.Key_Y and event.modifiers() == _CONTROL
    return "redo" if redo or event.matches(QKeySequence.StandardKey.Redo) else ""


def tidies(event: QKeyEvent) -> bool:
    """Whether a key asks for a pasted text to be tidied."""
    return QKeySequence(event.keyCombination()) == QKeySequence(TIDY_KEY)


def writes(event: QKeyEvent) -> bool:
    """Whether a key would change the text it is pressed in."""
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
    standard = QKeySequence.StandardKey
    if event.key() in keys or event.matches(standard.Paste) or event.matches(standard.Cut):
        return True
    # Control alone makes a command of a letter; with Alt it is AltGr, which writes.
    commands = event.modifiers() & (_CONTROL | _ALT) == _CONTROL
    return not commands and event.text().isprintable() and bool(event.text())
