"""Paints the rows of the list: level by shape and word, the mend as a button that says itself."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from perfdesk.ui.findings.finding_row import Column, FindingRow
from perfdesk.ui.lists.row_painting import PADDING_PX, paint_ground, room_in, write_line
from perfdesk.ui.lists.rows_model import ROW_ROLE, Index
from perfdesk.ui.look import theme
from perfdesk.ui.look.severity_shape import SHAPE_PX, paint_shape, paint_tick, severity_token
from perfdesk.ui.options import option_rect

_GAP_PX = 6
_BUTTON_INSET_PX = 3
_SOFT = (Column.HOME, Column.PROJECT, Column.RULE, Column.SOURCE)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ELIDED = {Column.PLACE: Qt.TextElideMode.ElideMiddle}
"""Of a place both the row and the field in it must be seen."""


class RowDelegate(QStyledItemDelegate):
    """Draws every cell of a table whose model gives the finding behind it."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.hovered_button = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        metrics = QFontMetrics(theme.font())
        return QSize(metrics.horizontalAdvance(str(index.data())) + 2 * PADDING_PX, theme.ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, column = option_rect(option), Column(index.column())
        row: FindingRow = index.data(ROW_ROLE)
        painter.save()
        paint_ground(painter, self._table, option, index)
        if column is Column.LEVEL:
            self._paint_level(painter, rect, row)
        elif column is Column.FIX:
            self._paint_button(painter, rect, row, hovered=index.row() == self.hovered_button)
        else:
            soft = row.answered or column in _SOFT
            painter.setPen(theme.colour("soft_ink" if soft else "ink"))
            painter.setFont(theme.font())
            way = _ELIDED.get(column, Qt.TextElideMode.ElideRight)
            write_line(painter, room_in(rect), row.text(column), elided=way)
        painter.restore()

    def _paint_level(self, painter: QPainter, rect: QRect, row: FindingRow) -> None:
        severity = row.finding.severity
        top = rect.center().y() - SHAPE_PX / 2 + 0.5
        shape = QRectF(rect.left() + PADDING_PX + 2, top, SHAPE_PX, SHAPE_PX)
        if row.answered:
            paint_tick(painter, shape)
        else:
            paint_shape(painter, shape, severity)
        painter.setPen(theme.colour("soft_ink" if row.answered else severity_token(severity)))
        painter.setFont(theme.font())
        room = rect.adjusted(PADDING_PX + SHAPE_PX + _GAP_PX + 2, 0, 0, 0)
        painter.drawText(room, _LEFT, row.text(Column.LEVEL))

    def _paint_button(
        self, painter: QPainter, rect: QRect, row: FindingRow, *, hovered: bool
    ) -> None:
        button = button_rect(rect, row)
        if button.isEmpty():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), 1))
        painter.setBrush(theme.colour("accent_ground" if hovered else "paper"))
        painter.drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.colour("accent"))
        painter.setFont(_button_font())
        room = button.adjusted(_GAP_PX, 0, -_GAP_PX, 0)
        write_line(painter, room, row.text(Column.FIX), Qt.AlignmentFlag.AlignCenter)


def button_rect(cell: QRect, row: FindingRow) -> QRect:
    """Return where in its cell the mend's button is; nowhere where there is no mend."""
    label = row.text(Column.FIX)
    if not label or row.answered:
        return QRect()
    inset = _BUTTON_INSET_PX
    room = cell.adjusted(PADDING_PX, inset, -PADDING_PX, -inset - 1)
    room.setWidth(min(room.width(), button_width(label)))
    return room


def button_width(label: str) -> int:
    """Return how wide the button of a mend would like to be."""
    return QFontMetrics(_button_font()).horizontalAdvance(label) + 2 * _GAP_PX + 6


def _button_font() -> QFont:
    return theme.font(theme.SMALL_PX + 1)
