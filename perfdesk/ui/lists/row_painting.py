"""How rows look: a line under each, the selected ones coloured, a text in one line in each cell."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from perfdesk.ui.look import theme
from perfdesk.ui.options import option_rect, option_state

PADDING_PX = 8
"""What stays free at the left and right of a cell."""
_BAR_PX = 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_ground(
    painter: QPainter,
    table: QTableView,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
) -> None:
    """Paint what is under the text of a cell; a bar before the row says that keys go there."""
    rect = option_rect(option)
    if option_state(option) & QStyle.StateFlag.State_Selected:
        theme.fill(painter, rect, "accent_ground")
        first = table.horizontalHeader().sectionPosition(index.column()) == 0
        if first and table.hasFocus():
            theme.fill(painter, QRect(rect.left(), rect.top(), _BAR_PX, rect.height()), "accent")
    theme.fill(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), "line")


def room_in(cell: QRect) -> QRect:
    """Return where the text of a cell stands."""
    return cell.adjusted(PADDING_PX, 0, -PADDING_PX, 0)


def write_line(
    painter: QPainter,
    room: QRect,
    text: str,
    alignment: Qt.AlignmentFlag = _LEFT,
    elided: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """Write a text in one line, cut short where there is no room."""
    shown = painter.fontMetrics().elidedText(" ".join(text.split()), elided, room.width())
    painter.drawText(room, alignment, shown)
