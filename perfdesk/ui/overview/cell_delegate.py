"""Paints the cells of an overview: calm rows with a line under each, progress as a thin bar."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from perfdesk.models.review.counts import Counts
from perfdesk.ui.look import theme
from perfdesk.ui.options import option_rect, option_state
from perfdesk.ui.overview.listing import Column, Entry, progress, progress_text
from perfdesk.ui.overview.project_model import ENTRY_ROLE, alignment

PADDING_PX = 8
_BAR_PX = 4
_SOFT = (Column.NUMBER, Column.UNIT, Column.CODE)
_CURRENT_PX = 3
_WIDEST_TEXT = "100%"


class CellDelegate(QStyledItemDelegate):
    """Draws every cell of a table whose model gives the entry behind it."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.zoom = 1.0

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect, column = option_rect(option), Column(index.column())
        entry: Entry = index.data(ENTRY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, column, option_state(option))
        painter.setFont(theme.font(theme.TEXT_PX * self.zoom))
        room = rect.adjusted(PADDING_PX, 0, -PADDING_PX, 0)
        if column is Column.PROGRESS:
            self._paint_progress(painter, QRectF(room), entry)
        elif column is Column.REVIEW:
            paint_counts(painter, room, entry.counts, self.zoom)
        else:
            painter.setPen(theme.colour("soft_ink" if column in _SOFT else "ink"))
            paint_text(painter, room, entry.text(column), column)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, column: Column, state: QStyle.StateFlag
    ) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_ground"))
            if self._table.horizontalHeader().visualIndex(column) == 0:
                bar = QRect(rect.left(), rect.top(), _CURRENT_PX, rect.height())
                painter.fillRect(bar, theme.colour("accent"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.colour("line"))

    def _paint_progress(self, painter: QPainter, room: QRectF, entry: Entry) -> None:
        done = entry.project.completeness.done
        text_width = painter.fontMetrics().horizontalAdvance(_WIDEST_TEXT)
        bar = QRectF(room.x(), room.center().y() - _BAR_PX / 2, 0, _BAR_PX)
        bar.setRight(room.right() - text_width - PADDING_PX)
        painter.setPen(theme.colour("done" if done else "soft_ink"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, right, progress_text(entry.project))
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


def paint_text(painter: QPainter, room: QRect, text: str, column: Column) -> None:
    """Write a text where its column has it, cut short where there is no room."""
    text = " ".join(text.split())
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, alignment(column), elided)
