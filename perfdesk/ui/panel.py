"""What opens below the page and stays there while one works: as high as one left it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from perfdesk.ui.focus import focus_is_in

_HEIGHT_PX = 268
_LEAST_PX = 150


class Panel(QWidget):
    """A panel below the page, closed at first.

    `shown_changed` when it opens or closes, `left` when one closes it from within.
    """

    shown_changed = Signal(bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__()
        self._height = _HEIGHT_PX
        self.hide()  # before it has a parent, so that no event comes while it is half made
        self.setParent(parent)

    def commit(self) -> None:
        """Take over what is still being written; called before it closes, and before exports."""

    def close_panel(self) -> None:
        """Hide the panel; whoever was in it goes back to where they came from."""
        inside = self.has_focus()
        self.commit()
        self.hide()
        if inside:
            self.left.emit()

    def has_focus(self) -> bool:
        """Whether one is in the panel."""
        return focus_is_in(self)

    def last_height(self) -> int:
        """Return how high the panel is, or was when it was closed."""
        return self._height

    def set_height(self, height: int) -> None:
        """Be so high when the panel is opened."""
        self._height = max(_LEAST_PX, height)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, max(_LEAST_PX, super().minimumSizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._height = self.height()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown_changed.emit(False)
