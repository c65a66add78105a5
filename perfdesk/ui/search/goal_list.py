"""A list over the window: type a name, a code, a year or pinyin, and Enter goes there."""

import threading
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from perfdesk.ui.look import theme
from perfdesk.ui.search.goal_index import Goal, GoalIndex
from perfdesk.ui.search.goal_rows import GoalRows
from perfdesk.ui.search.search_field import SearchField

MOST = 50
_WIDTH_PX = 620
_ROWS = 12
_TOP_PX = 6
_MARGIN_PX = 10
_SPACING_PX = 8
_GAP_PX = 16
_NOTHING = "没有符合的项目、单位或年度"
_WAITING = "正在准备…"
_EVERYWHERE = object()
"""What the last line leads to, which is no goal: a search for what was typed."""


class GoalList(QFrame):
    """Offers goals while it is open `over` a part of the window, or on a box that stands for it.

    `chosen(target)` when one is to be gone to, `search_wanted(words)` when what was typed is to
    be looked for in all texts, `left` when it was given up. What can be gone to is gathered in a
    thread when something is new; until then the goals of the last time are offered.
    """

    chosen = Signal(object)
    search_wanted = Signal(str)
    left = Signal()
    _gathered = Signal(object)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over.window())
        self._over = over
        self.box: QWidget | None = None
        """Where it opens while that is seen: its field lies on it."""
        self._index: GoalIndex[Any] | None = None
        self._wanted: object = None
        self._go_then = False
        self.setObjectName("paper")
        self.field = SearchField("定位", self)
        self.field.setPlaceholderText("项目名称、编码、单位、年度或拼音首字母")
        self.list = QListWidget(self)
        self.list.setAccessibleName("可以转到的位置")
        self.list.setItemDelegate(GoalRows(self.list))
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
        words = self.field.text().strip()
        if words:
            found.append(Goal(_EVERYWHERE, f"在全部年度中查找“{words}”", "Ctrl+Shift+F"))
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
            if goal.target is _EVERYWHERE:
                self.search_wanted.emit(self.field.text().strip())
            else:
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
        rows = min(max(self.list.count(), 1), _ROWS)
        around = self.field.sizeHint().height() + 2 * _MARGIN_PX + _SPACING_PX + 2
        height = rows * theme.ROW_PX + around
        if self.box and self.box.isVisible():
            middle = self.box.mapTo(whole, QPoint(self.box.width(), self.box.height() // 2))
            top = max(0, middle.y() - _MARGIN_PX - self.field.sizeHint().height() // 2)
            width = min(_WIDTH_PX, middle.x() - _GAP_PX)
            left = middle.x() + _MARGIN_PX // 2 - width
        else:
            corner = self._over.mapTo(whole, QPoint(0, _TOP_PX))
            width = min(_WIDTH_PX, self._over.width() - 2 * _GAP_PX)
            left, top = corner.x() + (self._over.width() - width) // 2, corner.y()
        self.setGeometry(QRect(left, top, width, min(height, whole.height() - top - _TOP_PX)))
