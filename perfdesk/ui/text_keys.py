"""What keys may do in a text that is being written, whatever else Qt would make of them."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_KEYPAD = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_KEY = Qt.Key
_TEXTS = ("QLineEdit", "QTextEdit", "QPlainTextEdit", "QAbstractSpinBox", "QComboBox")
_WITH_CONTROL = (_KEY.Key_A, _KEY.Key_C, _KEY.Key_V, _KEY.Key_X, _KEY.Key_Z)
_MEANT: dict[tuple[Qt.KeyboardModifier, int], tuple[Qt.KeyboardModifier, Qt.Key]] = {
    (_CONTROL, _KEY.Key_Y): (_CONTROL | _SHIFT, _KEY.Key_Z),
    (_CONTROL | _SHIFT, _KEY.Key_V): (_CONTROL, _KEY.Key_V),
}
"""Keys that Windows knows in a text, by those that are known in it everywhere."""


class TextKeys(QObject):
    """Stands before whatever text has the focus, in every window and dialog.

    On Linux Qt takes Ctrl with K, D or U for ways to delete, and writes what Alt is held with. A
    text hears no letters with Ctrl or Alt but those that Windows users know; they go on to what
    is around it. Ctrl+Y redoes and Ctrl+Shift+V pastes in every text. While an input method
    composes no key means anything else.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._composing: QObject | None = None
        application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QInputMethodEvent):
            self._composing = watched if event.preeditString() else None
        if not isinstance(event, QKeyEvent) or kind == QEvent.Type.KeyRelease:
            return False
        if watched is self._composing:
            event.accept()  # what the input method leaves over is for nobody
            return True
        if meant := _meant(event):
            QApplication.sendEvent(watched, meant)
            event.setAccepted(meant.isAccepted())
            return True
        if kind == QEvent.Type.ShortcutOverride or is_for_text(event):
            return False
        event.ignore()
        return True

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        self._composing = None
        # By name, as to name a class of Qt's loads it, and the window starts without these.
        if now and any(map(now.inherits, _TEXTS)):
            now.installEventFilter(self)


def is_for_text(event: QKeyEvent) -> bool:
    """Whether a key press may be heard by a text that is being written."""
    key, modifiers = event.key(), event.modifiers() & ~_KEYPAD
    if _KEY.Key_F13 <= key <= _KEY.Key_F35:  # on some keyboards undo, cut and paste
        return False
    if not modifiers & ~_SHIFT:
        return True
    letter = _KEY.Key_A <= key <= _KEY.Key_Z
    writes = event.text().isprintable() and bool(event.text())
    if modifiers & (_CONTROL | _ALT) == _CONTROL | _ALT:
        return writes or not letter  # so some keyboards write @ and €
    if modifiers & _CONTROL:
        plain_or_undone = modifiers == _CONTROL or key == _KEY.Key_Z
        return not letter or (key in _WITH_CONTROL and plain_or_undone)
    return bool(modifiers & _ALT) and not writes and not letter


def _meant(event: QKeyEvent) -> QKeyEvent | None:
    """Return the press of the key that is known everywhere for one that is not."""
    meant = _MEANT.get((event.modifiers() & ~_KEYPAD, event.key()))
    if meant is None:
        return None
    modifiers, key = meant
    made = QKeyEvent(event.type(), key, modifiers)
    made.setAccepted(False)
    return made
