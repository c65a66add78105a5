"""Where the window stands: all of it on the screen, as large as it was left, maximized too."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QWidget

from perfdesk.ui.settings import Settings

_SIZE = QSize(1440, 900)
_FRAME = QSize(16, 40)
"""What frames take of a screen, at most; how much it will be nobody tells before it is there."""
_SHARE = 0.85
_GEOMETRY = "geometry"
_SETTLED_MS = 800
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange)


class WindowPlace(QObject):
    """Brings a window back to its place, and keeps that shortly after it has changed.

    So also a killed program comes back to it. A place on a screen that is gone, or that is much
    smaller now, is moved to where it can be seen.
    """

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self.remember)
        self._bring_back()
        window.installEventFilter(self)

    def remember(self) -> None:
        """Keep the place on disk now."""
        self._settled.stop()
        if not self._window.isVisible():
            return
        self._settings.set_state(_GEOMETRY, self._window.saveGeometry())
        self._settings.write()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and self._window.isVisible():
            self._settled.start()
        return super().eventFilter(watched, event)

    def _bring_back(self) -> None:
        if self._window.restoreGeometry(self._settings.state(_GEOMETRY)):
            return
        room = self._window.screen().availableGeometry()
        fits = _SIZE + _FRAME
        whole = fits.width() <= room.width() and fits.height() <= room.height()
        size = _SIZE if whole else room.size() * _SHARE
        place = QRect(room.topLeft(), size)
        place.moveCenter(room.center())
        self._window.setGeometry(place)
        if not whole:
            self._window.setWindowState(Qt.WindowState.WindowMaximized)
