"""What the window's first paint need not wait for comes right after it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Calls `follow` once, as soon as a window has been painted for the first time."""

    def __init__(self, window: QWidget, follow: Callable[[], None]) -> None:
        super().__init__(window)
        self._follow = follow
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The window paints itself before what is in it; the timer waits for all of that.
            QTimer.singleShot(0, self._follow)
        return False
