"""How a place that one can go to looks in a list: its name, what else is known soft beside it."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from perfdesk.ui.look import theme
from perfdesk.ui.options import option_rect, option_state
from perfdesk.ui.search.goal_index import Goal

Index = QModelIndex | QPersistentModelIndex
_PADDING_PX = 10
_BAR_PX = 3
_GAP_PX = 16


class GoalRows(QStyledItemDelegate):
    """Draws a goal: its name, and what else is known of it soft at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), theme.ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option_rect(option)
        goal: Goal[Any] = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        theme.fill(painter, rect, "paper")
        if option_state(option) & QStyle.StateFlag.State_Selected:
            theme.fill(painter, rect, "accent_ground")
            bar = QRect(rect.left(), rect.top(), _BAR_PX, rect.height())
            theme.fill(painter, bar, "accent")
        room = rect.adjusted(_PADDING_PX, 0, -_PADDING_PX, 0)
        painter.setFont(theme.font())
        name_px = painter.fontMetrics().horizontalAdvance(goal.name)
        about = theme.font(theme.SMALL_PX)
        least = room.width() // 3
        _write(painter, room.adjusted(0, 0, -least - _GAP_PX, 0), goal.name, "ink")
        painter.setFont(about)
        left = min(name_px, room.width() - least - _GAP_PX) + _GAP_PX
        _write(painter, room.adjusted(left, 0, 0, 0), goal.about, "soft_ink", right=True)
        painter.restore()


def _write(painter: QPainter, room: QRect, text: str, token: str, *, right: bool = False) -> None:
    flag, way = Qt.AlignmentFlag, Qt.TextElideMode
    painter.setPen(theme.colour(token))
    shown = painter.fontMetrics().elidedText(text, way.ElideRight, room.width())
    side = flag.AlignRight if right else flag.AlignLeft
    painter.drawText(room, side | flag.AlignVCenter, shown)
