"""A list over the window: type a name, a code, a year or pinyin, and Enter goes there."""

import threading
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from perfdesk.ui.look import theme
from perfdesk.ui.options import option_rect, option_state
from perfdesk.ui.search.goal_index import Goal, GoalIndex
from perfdesk.ui.search.search_field import SearchField

MOST = 50
_WIDTH_PX = 620
_ROWS = 12
_TOP_PX = 6
_PADDING_PX = 10
_MARGIN_PX = 10
_SPACING_PX = 8
_BAR_PX = 3
_GAP_PX = 16
_NOTHING = "没有符合的项目、单位或年度"
_WAITING = "正在准备…"

Index = QModelIndex | QPersistentModelIndex


class GoalList(QFrame):
    """Offers goals while it is open `over` a part of the window.

    `chosen(target)` when one is to be gone to, `left` when it was given up. What can be gone to
    is gathered in a thread when something is new; until then the goals of the last time are
    offered.
    """

    chosen = Signal(object)
    left = Signal()
    _gathered = Signal(object)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over.window())
        self._over = over
        self._index: GoalIndex[Any] | None = None
        self._wanted: object = None
        self._go_then = False
        self.setObjectName("paper")
        self.field = SearchField("定位", self)
        self.field.setPlaceholderText("项目名称、编码、单位、年度或拼音首字母")
        self.list = QListWidget(self)
        self.list.setAccessibleName("可以转到的位置")
        self.list.setItemDelegate(_GoalRows(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words = QLabel(self)
        self._words.setObjectName("soft")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(_SPACING_PX)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._words)
        self.field.textChanged.connect(self._offer)
        self.field.entered.connect(self._choose)
        self.field.given_up.connect(self._give_up)
        self.field.down.connect(lambda: self._move(1))
        self.field.up.connect(lambda: self._move(-1))
        self.list.itemClicked.connect(self._choose)
        self._gathered.connect(self._take)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self.hide()

    def open(self, gather: Callable[[], Iterable[Goal[Any]]], known_by: object) -> None:
        """Open over the parent; `gather` is asked in a thread, unless `known_by` is as before."""
        if known_by != self._wanted or self._index is None:
            self._wanted = known_by
            thread = threading.Thread(
                target=self._gather, args=(gather, known_by), name="goals", daemon=True
            )
            thread.start()
        self.field.clear()
        self._go_then = False
        self._offer()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def ready(self) -> bool:
        """Whether everything there is can be found."""
        return self._index is not None

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.list.clear()

    def _gather(self, gather: Callable[[], Iterable[Goal[Any]]], known_by: object) -> None:
        from perfdesk.io.pinyin import readings  # late: who never jumps never loads it

        index: GoalIndex[Any] = GoalIndex(readings)
        index.fill(gather())
        self._gathered.emit((known_by, index))

    def _take(self, gathered: tuple[object, GoalIndex[Any]]) -> None:
        known_by, index = gathered
        if known_by != self._wanted:
            return
        self._index = index
        if self.isVisible():
            self._offer()
            if self._go_then:
                self._choose()

    def _offer(self) -> None:
        self.list.clear()
        found = self._index.find(self.field.text(), MOST) if self._index else []
        for goal in found:
            item = QListWidgetItem(goal.name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, goal)
            item.setToolTip(f"{goal.name}\n{goal.about}")
        self.list.setCurrentRow(0)
        self._words.setText(_NOTHING if self._index else _WAITING)
        self._words.setVisible(not found)
        self.list.setVisible(bool(found))
        self._place()

    def _choose(self, *_: object) -> None:
        if self._index is None:
            self._go_then = True
            return
        goal: Goal[Any] | None = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if goal:
            self.hide()
            self.chosen.emit(goal.target)

    def _give_up(self) -> None:
        self.hide()
        self.left.emit()

    def _move(self, step: int) -> None:
        row = self.list.currentRow() + step
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Close when one goes elsewhere, not when the whole window is left."""
        if self.isVisible() and now and now is not self and not self.isAncestorOf(now):
            self.hide()

    def _place(self) -> None:
        whole = self._over.window()
        corner = self._over.mapTo(whole, QPoint(0, _TOP_PX))
        width = min(_WIDTH_PX, self._over.width() - 2 * _GAP_PX)
        rows = min(max(self.list.count(), 1), _ROWS)
        around = self.field.sizeHint().height() + 2 * _MARGIN_PX + _SPACING_PX + 2
        height = rows * theme.ROW_PX + around
        height = min(height, whole.height() - corner.y() - _TOP_PX)
        left = corner.x() + (self._over.width() - width) // 2
        self.setGeometry(left, corner.y(), width, height)


class _GoalRows(QStyledItemDelegate):
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
