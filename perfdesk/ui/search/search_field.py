"""A line to type into that leaves its keys to an input method that is composing."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(QLineEdit):
    """Tells what Enter, the arrows and Esc ask for.

    `entered(forward)` for Enter and Shift+Enter, `down` and `up` for the arrows, `given_up` for
    Esc. None of them comes while an input method is composing.
    """

    entered = Signal(bool)
    down = Signal()
    up = Signal()
    given_up = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setClearButtonEnabled(True)
        self._composing = False

    def event(self, event: QEvent) -> bool:
        # What an input method has not taken itself is still part of its word, for nobody else.
        if event.type() == QEvent.Type.ShortcutOverride and self._composing:
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._composing:
            event.ignore()
        elif key in _RETURN and modifiers in (_PLAIN, _SHIFT):
            self.entered.emit(modifiers == _PLAIN)
        elif modifiers == _PLAIN and key == Qt.Key.Key_Down:
            self.down.emit()
        elif modifiers == _PLAIN and key == Qt.Key.Key_Up:
            self.up.emit()
        elif modifiers == _PLAIN and key == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
