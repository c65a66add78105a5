"""A box to choose from whose arrow has the ink of the appearance."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from perfdesk.ui.look.icons import icon

_ARROW_PX = 14
_SIDE_PX = 8


class ComboBox(QComboBox):
    """A combo box as the style sheet has it, with the arrow that a style sheet takes away."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        top = (self.height() - _ARROW_PX) // 2
        place = QRect(self.width() - _ARROW_PX - _SIDE_PX, top, _ARROW_PX, _ARROW_PX)
        icon("chevron-down", "soft_ink").paint(QPainter(self), place)
