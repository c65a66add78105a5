"""How findings look wherever they show: a sign and a colour for each level, at three sizes.

A corner of a cell or field, a sign before a sentence, a pill with a number.
"""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from perfdesk.models.review.counts import Counts
from perfdesk.models.review.finding import Severity
from perfdesk.ui.look import theme
from perfdesk.ui.look.severity_shape import paint_shape, paint_tick

_CORNER_PX = {"error": 11.0, "warning": 9.5, "hint": 7.0, "soft_ink": 9.0}
_SMALLEST_CORNER = 0.7
_LINE_PX = 1.4
_SIGN_PX = 8
_PILL_PX = 16
_PILL_PADDING_PX = 5
_PILL_GAP_PX = 4


class Mark(Enum):
    """What is marked, worst first; the values are the names of the colours."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
    ANSWERED = "soft_ink"


Numbers = Sequence[tuple[Mark, int]]


def numbers(counts: Counts) -> Numbers:
    """Return how many findings are open, by level, worst first; levels without any left out."""
    levels = zip((Mark.ERROR, Mark.WARNING, Mark.HINT), counts, strict=False)
    return [(mark, number) for mark, number in levels if number]


def paint_corner(painter: QPainter, cell: QRectF, mark: Mark, scale: float) -> None:
    """Mark the upper right corner of a cell; `scale` is how much larger than at 100 %."""
    scale = max(_SMALLEST_CORNER, scale)
    size, corner = _CORNER_PX[mark.value] * scale, cell.topRight()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(mark.value))
    if mark is Mark.ERROR:
        painter.drawPolygon(_triangle(corner, size))
    elif mark is Mark.WARNING:
        line = max(1.2, _LINE_PX * scale)
        painter.setPen(QPen(theme.colour(mark.value), line, j=Qt.PenJoinStyle.MiterJoin))
        painter.setBrush(theme.colour("warning_ground"))
        painter.drawPolygon(_triangle(corner + QPointF(-line, line), size))
    else:
        box = QRectF(corner.x() - size - 2 * scale, corner.y() + 2.5 * scale, size, size)
        if mark is Mark.HINT:
            painter.drawEllipse(box)
        else:
            paint_tick(painter, box, mark.value)
    painter.restore()


def paint_sign(painter: QPainter, box: QRectF, mark: Mark) -> None:
    """Draw the sign of a level into a square; a tick for what has been answered."""
    if mark is Mark.ANSWERED:
        paint_tick(painter, box, mark.value)
    else:
        paint_shape(painter, box, Severity(mark.value))


def pills_width(shown: Numbers, scale: float = 1.0) -> float:
    """Return how wide pills with these numbers are."""
    face = QFontMetricsF(theme.font(theme.SMALL_PX * scale))
    return sum(_pill_width(face, number, scale) + _PILL_GAP_PX * scale for _, number in shown)


def paint_pills(
    painter: QPainter, room: QRectF, shown: Numbers, scale: float = 1.0, *, at_right: bool = False
) -> None:
    """Draw a pill for each number: sign, number, a soft ground; those without room not at all."""
    font = theme.font(theme.SMALL_PX * scale)
    face = QFontMetricsF(font)
    left = room.right() - pills_width(shown, scale) if at_right else room.left()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    for mark, number in shown:
        width = _pill_width(face, number, scale)
        if left + width > room.right() + 1:
            break
        height = _PILL_PX * scale
        pill = QRectF(left, room.center().y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{mark.value}_ground"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        inner = pill.adjusted(_PILL_PADDING_PX * scale, 0, -_PILL_PADDING_PX * scale, 0)
        sign = _SIGN_PX * scale
        paint_sign(painter, QRectF(inner.left(), inner.center().y() - sign / 2, sign, sign), mark)
        painter.setPen(theme.colour(mark.value))
        flag = Qt.AlignmentFlag
        painter.drawText(inner, flag.AlignRight | flag.AlignVCenter, str(number))
        left += width + _PILL_GAP_PX * scale
    painter.restore()


def _pill_width(face: QFontMetricsF, number: int, scale: float) -> float:
    text = face.horizontalAdvance(str(number))
    return text + (_SIGN_PX + 2 * _PILL_PADDING_PX + 4) * scale


def _triangle(tip: QPointF, size: float) -> QPolygonF:
    return QPolygonF([tip + QPointF(-size, 0), tip, tip + QPointF(0, size)])
