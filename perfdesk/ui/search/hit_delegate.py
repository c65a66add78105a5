"""Paints the rows of what was found, with the searched words marked in their texts."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextLine
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from perfdesk.ui.look import theme
from perfdesk.ui.look.check_box import BOX_PX, paint_box
from perfdesk.ui.options import option_rect, option_state
from perfdesk.ui.search.hit import Column, Hit
from perfdesk.ui.search.hits_model import HIT_ROLE, SPANS_ROLE

PADDING_PX = 8
_BAR_PX = 3
_BEFORE = 12
"""How many characters before the first hit are shown where there is not room for all."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ELIDED = {Column.PLACE: Qt.TextElideMode.ElideMiddle}
"""Of a place both the row and the field in it must be seen."""
_MARKS = {Column.TEXT: "warning", Column.AFTER: "done"}
_SOFT = (Column.YEAR, Column.PROJECT)

Index = QModelIndex | QPersistentModelIndex
Spans = list[tuple[int, int]]


class HitDelegate(QStyledItemDelegate):
    """Draws every cell of a table whose model gives the hit behind it."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        metrics = QFontMetrics(theme.font())
        return QSize(metrics.horizontalAdvance(str(index.data())) + 2 * PADDING_PX, theme.ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, column = option_rect(option), Column(index.column())
        hit: Hit = index.data(HIT_ROLE)
        painter.save()
        self._paint_ground(painter, rect, column, option_state(option))
        if column is Column.TICK:
            if not hit.home.locked:
                ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
                paint_box(painter, box_in(rect), checked=ticked)
        else:
            soft = column in _SOFT or (column is Column.AFTER and hit.home.locked)
            painter.setPen(theme.colour("soft_ink" if soft else "ink"))
            painter.setFont(theme.font())
            room = rect.adjusted(PADDING_PX, 0, -PADDING_PX, 0)
            if spans := index.data(SPANS_ROLE):
                _write_marked(painter, room, (_plain(index.data()), spans), _MARKS[column])
            else:
                way = _ELIDED.get(column, Qt.TextElideMode.ElideRight)
                text = painter.fontMetrics().elidedText(_plain(index.data()), way, room.width())
                painter.drawText(room, _LEFT, text)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, column: Column, state: QStyle.StateFlag
    ) -> None:
        if state & QStyle.StateFlag.State_Selected:
            theme.fill(painter, rect, "accent_ground")
            first = self._table.columnViewportPosition(column) == 0
            if first and self._table.hasFocus():
                bar = QRect(rect.left(), rect.top(), _BAR_PX, rect.height())
                theme.fill(painter, bar, "accent")
        theme.fill(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), "line")


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
