"""How cells look in which checks found something: a corner, and lines around what is wrong."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from perfdesk.models.sheet import Cell, Role
from perfdesk.ui.form.layout import SheetLayout
from perfdesk.ui.form.metrics import PADDING_X
from perfdesk.ui.form.painting import hairline
from perfdesk.ui.look import theme
from perfdesk.ui.look.marks import Mark, paint_corner

_LEAST_PX = 120
_BESIDE_TEXT_PX = 2


class Flags:
    """Draws the marks of cells over a sheet."""

    def __init__(
        self, layout: SheetLayout, marks: Mapping[Cell, Mark], framed: Collection[Cell]
    ) -> None:
        self._layout = layout
        self._metrics = layout.metrics
        self._marks = [(self._place(cell), mark) for cell, mark in marks.items()]
        self._framed = [self._place(cell) for cell in marks if cell in framed]

    def paint_frames(self, painter: QPainter) -> None:
        """Draw the lines around what must be mended, over those of the sheet."""
        painter.setPen(hairline(painter, theme.colour(Mark.ERROR.value)))
        for place in self._framed:
            painter.drawRect(place)

    def paint_corners(self, painter: QPainter) -> None:
        """Draw the marks themselves, over everything."""
        for place, mark in self._marks:
            paint_corner(painter, QRectF(place).adjusted(0, 0, 0.5, 0), mark, self._metrics.scale)

    def _place(self, cell: Cell) -> QRect:
        """Return what of a cell is marked: all of it, or where it has no lines its text."""
        rect = self._layout.rect(cell)
        if cell.role not in (Role.TITLE, Role.UNIT):
            return rect
        face, px = QFontMetricsF(self._metrics.font(cell.role)), self._metrics.px
        text = round(face.horizontalAdvance(self._layout.shown(cell).text))
        width = min(max(text + 2 * px(PADDING_X), px(_LEAST_PX)), rect.width())
        beside = (rect.width() - width) // 2 if cell.role is Role.TITLE else -px(_BESIDE_TEXT_PX)
        return QRect(rect.left() + beside, rect.top(), width, rect.height())
