"""Paints the rows of what was found, with the searched words marked in their texts."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextLine
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from perfdesk.ui.lists.row_painting import paint_ground, room_in, write_line
from perfdesk.ui.lists.rows_model import ROW_ROLE, Index
from perfdesk.ui.look import theme
from perfdesk.ui.look.check_box import BOX_PX, paint_box
from perfdesk.ui.options import option_rect
from perfdesk.ui.search.hit import Column, Hit
from perfdesk.ui.search.hits_model import SPANS_ROLE

_BEFORE = 12
"""How many characters before the first hit are shown where there is not room for all."""
_ELIDED = {Column.PLACE: Qt.TextElideMode.ElideMiddle}
"""Of a place both the row and the field in it must be seen."""
_MARKS = {Column.TEXT: "warning", Column.AFTER: "done"}
_SOFT = (Column.YEAR, Column.PROJECT)

Spans = list[tuple[int, int]]


class HitDelegate(QStyledItemDelegate):
    """Draws every cell of a table whose model gives the hit behind it."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, column = option_rect(option), Column(index.column())
        hit: Hit = index.data(ROW_ROLE)
        painter.save()
        paint_ground(painter, self._table, option, index)
        if column is Column.TICK:
            if not hit.home.locked:
                ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
                paint_box(painter, box_in(rect), checked=ticked)
        else:
            soft = column in _SOFT or (column is Column.AFTER and hit.home.locked)
            painter.setPen(theme.colour("soft_ink" if soft else "ink"))
            painter.setFont(theme.font())
            if spans := index.data(SPANS_ROLE):
                marked = _plain(index.data()), spans
                _write_marked(painter, room_in(rect), marked, _MARKS[column])
            else:
                way = _ELIDED.get(column, Qt.TextElideMode.ElideRight)
                write_line(painter, room_in(rect), index.data(), elided=way)
        painter.restore()


def box_in(rect: QRect) -> QRectF:
    """Return where in its cell the box to tick is."""
    box = QRectF(0, 0, BOX_PX, BOX_PX)
    box.moveCenter(QRectF(rect).center())
    return box


def around_first(text: str, spans: Spans, fits: int) -> tuple[str, Spans]:
    """Return a text cut so that its first hit is among the first `fits` characters."""
    if not spans or spans[0][1] <= fits:
        return text, spans
    cut = max(0, spans[0][0] - _BEFORE)
    return "…" + text[cut:], [(start - cut + 1, end - cut + 1) for start, end in spans]


def _plain(text: str) -> str:
    """Return a text in one line, character for character."""
    return text.replace("\n", " ").replace("\t", " ")


def _write_marked(painter: QPainter, room: QRect, marked: tuple[str, Spans], token: str) -> None:
    text, spans = marked
    metrics = painter.fontMetrics()
    fits = len(metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())) - 1
    text, spans = around_first(text, spans, fits)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    layout = QTextLayout(shown, painter.font())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room.width() + room.height())
    layout.endLayout()
    top = room.top() + (room.height() - line.height()) / 2
    for start, end in spans:
        if start >= len(shown):
            break
        left = _x_of(line, start)
        right = _x_of(line, min(end, len(shown)))
        mark = QRectF(room.left() + left, top, right - left, line.height()).adjusted(-1, 0, 1, 0)
        theme.fill(painter, mark.toAlignedRect(), f"{token}_ground")
        under = QRectF(mark.left(), mark.bottom() - 2, mark.width(), 2)
        theme.fill(painter, under.toAlignedRect(), token)
    painter.setPen(theme.colour("ink"))
    layout.draw(painter, QPointF(room.left(), top))


def _x_of(line: QTextLine, at: int) -> float:
    """Return where in a line a character begins."""
    # It returns the character as well, which its type hints do not tell.
    found: tuple[float, int] = line.cursorToX(at)  # type: ignore[assignment]
    return found[0]
