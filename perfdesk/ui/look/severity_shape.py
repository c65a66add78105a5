"""The shapes that tell how bad a finding is without their colours: cross, triangle, circle."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from perfdesk.models.review.finding import Severity
from perfdesk.ui.look import theme

SHAPE_PX = 10
_STROKE = 0.14


def severity_token(severity: Severity) -> str:
    """Return the name of the colour of a severity."""
    return severity.value


def paint_shape(painter: QPainter, rect: QRectF, severity: Severity, token: str = "") -> None:
    """Draw the shape of a severity into a square, in its own colour or another token."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.colour(token or severity_token(severity)), rect.width() * _STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = rect.width() * 0.1
    inner = rect.adjusted(inset, inset, -inset, -inset)
    if severity is Severity.ERROR:
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    elif severity is Severity.WARNING:
        top = QPointF(inner.center().x(), inner.top())
        painter.drawPolygon(QPolygonF([top, inner.bottomRight(), inner.bottomLeft()]))
    else:
        painter.drawEllipse(inner)
    painter.restore()


def paint_tick(painter: QPainter, rect: QRectF, token: str = "done") -> None:
    """Draw the tick that says that nothing is left to do."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.colour(token), rect.width() * _STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(
                    rect.left() + rect.width() * 0.08, rect.center().y() + rect.height() * 0.06
                ),
                QPointF(rect.left() + rect.width() * 0.38, rect.bottom() - rect.height() * 0.14),
                QPointF(rect.right() - rect.width() * 0.06, rect.top() + rect.height() * 0.16),
            ]
        )
    )
    painter.restore()
