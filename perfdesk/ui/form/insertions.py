"""What a key types by itself, as in a spreadsheet: today's date, the text of the cell above."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_CONTROL = Qt.KeyboardModifier.ControlModifier


def today() -> str:
    """Return today's date as documents write it."""
    now = datetime.now().astimezone()
    return f"{now.year}年{now.month}月{now.day}日"


def inserted_by(event: QKeyEvent, above: str) -> str | None:
    """Return the text that a key stands for in an open editor: Ctrl+; or Ctrl+'; else None."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != _CONTROL:
        return None
    if event.key() == Qt.Key.Key_Semicolon:
        return today()
    return above if event.key() == Qt.Key.Key_Apostrophe else None
