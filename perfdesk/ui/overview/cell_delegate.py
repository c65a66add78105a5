"""Paints the cells of an overview: calm rows with a line under each, progress as a thin bar."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from perfdesk.models.review.counts import Counts
from perfdesk.ui.lists.row_painting import PADDING_PX, paint_ground, room_in, write_line
from perfdesk.ui.lists.rows_model import ROW_ROLE, Index
from perfdesk.ui.look import theme
from perfdesk.ui.options import option_rect
from perfdesk.ui.overview.listing import Column, Entry, progress, progress_text
from perfdesk.ui.overview.project_model import alignment

_BAR_PX = 4
_SOFT = (Column.NUMBER, Column.UNIT, Column.CODE)
_WIDEST_TEXT = "100%"


class CellDelegate(QStyledItemDelegate):
    """Draws every cell of a table whose model gives the entry behind it."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.zoom = 1.0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, column = option_rect(option), Column(index.column())
        entry: Entry = index.data(ROW_ROLE)
        painter.save()
        paint_ground(painter, self._table, option, index)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.TEXT_PX * self.zoom))
        room = room_in(rect)
        if column is Column.PROGRESS:
            self._paint_progress(painter, QRectF(room), entry)
        elif column is Column.REVIEW:
            paint_counts(painter, room, entry.counts, self.zoom)
        else:
            painter.setPen(theme.colour("soft_ink" if column in _SOFT else "ink"))
            write_line(painter, room, entry.text(column), alignment(column))
        painter.restore()

    def _paint_progress(self, painter: QPainter, room: QRectF, entry: Entry) -> None:
        done = entry.ready
        text_width = painter.fontMetrics().horizontalAdvance(_WIDEST_TEXT)
        bar = QRectF(room.x(), room.center().y() - _BAR_PX / 2, 0, _BAR_PX)
        bar.setRight(room.right() - text_width - PADDING_PX)
        painter.setPen(theme.colour("done" if done else "soft_ink"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, right, progress_text(entry))
        self._paint_bar(painter, bar, theme.colour("line"))
        share = progress(entry.project)
        if share > 0:
            bar.setWidth(max(_BAR_PX, bar.width() * share))
            self._paint_bar(painter, bar, theme.colour("done" if done else "accent"))

    def _paint_bar(self, painter: QPainter, bar: QRectF, ink: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(bar, _BAR_PX / 2, _BAR_PX / 2)


def paint_counts(painter: QPainter, room: QRect, counts: Counts, zoom: float) -> None:
    """Show how many findings are open."""
    if any(counts):
        from perfdesk.ui.look.marks import numbers, paint_pills  # late: first nothing is judged

        paint_pills(painter, QRectF(room), numbers(counts), zoom)
