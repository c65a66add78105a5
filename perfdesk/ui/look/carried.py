"""How a text looks that came from last year and that nobody has touched since."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from perfdesk.ui.look import theme

_CORNER_PX = 7
_STRENGTH = 0.6


def paint_carried_corner(painter: QPainter, corner: QPointF, scale: float) -> None:
    """Mark the upper left corner of a text; `scale` is how much larger than at 100 %."""
    size = round(_CORNER_PX * scale)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.mixed("paper", "accent", _STRENGTH))
    painter.drawPolygon([corner, corner + QPointF(size, 0), corner + QPointF(0, size)])
    painter.restore()
