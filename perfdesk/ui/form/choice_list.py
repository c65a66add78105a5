"""A list of choices under an editor; the keys stay with the editor, the mouse may choose."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from perfdesk.ui.form.metrics import PADDING_X, Metrics
from perfdesk.ui.look import theme

AnyIndex = QModelIndex | QPersistentModelIndex
_SHOWN_AT_ONCE = 9
_MARGIN_PX = 3
_AROUND_PX = 12
_BETWEEN_PX = 18
_BESIDE_PX = 3
_HIGHER = 4
_FOOT_PX = 24


@dataclass(frozen=True, slots=True)
class Choice:
    """A text to choose, and a soft word about it."""

    text: str
    about: str = ""


class ChoiceList(QListWidget):
    """Shows choices below a field, or above where there is no room; never takes the focus.

    It keeps clear of the `cell` that the field is in, unless that is much higher than the field.
    """

    chosen = Signal(str)

    def __init__(self, metrics: Metrics, field: QWidget, cell: QWidget) -> None:
        super().__init__(cell.window())
        self.metrics = metrics
        self._field = field
        self._cell = cell
        self.setObjectName("paper")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(theme.font(theme.TEXT_PX * metrics.zoom))
        self.setItemDelegate(ChoiceDelegate(metrics, self))
        self.setAccessibleName("可选内容")
        self._foot = QLabel(self)
        self._foot.setObjectName("foot")
        self._foot.setFont(metrics.small_font)
        self._foot.hide()
        self.itemEntered.connect(self.point_at)
        self.itemClicked.connect(self.choose)
        cell.destroyed.connect(self.deleteLater)
        self.hide()

    def offer(self, choices: Sequence[Choice], highlighted: int = -1) -> None:
        """Show these choices; nothing where there are none. -1 picks none of them out."""
        self.clear()
        for each in choices:
            item = QListWidgetItem(each.text, self)
            item.setData(Qt.ItemDataRole.UserRole, each.about)
        self.show_items(highlighted)

    def say(self, words: str) -> None:
        """Say at the foot of the list which keys do what; an empty text takes the line away."""
        if words == self._foot.text():
            return
        self._foot.setText(words)
        self._foot.setVisible(bool(words))
        self.setViewportMargins(0, 0, 0, self._foot_height())
        if self.isVisible():
            self.place()

    @property
    def said(self) -> str:
        """What is said at the foot of the list."""
        return self._foot.text()

    def show_items(self, highlighted: int) -> None:
        """Show what the list holds, and one of it picked out unless that is -1."""
        self.setCurrentRow(highlighted)
        if not self.count():
            self.hide()
            return
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Lie below the field, or above it where the window ends."""
        rows = min(self.count(), _SHOWN_AT_ONCE)
        height = rows * self.sizeHintForRow(0) + 2 * _MARGIN_PX + self._foot_height()
        natural = max(self.natural_width(), self._foot.sizeHint().width() if self.said else 0)
        width = natural + 4 * _MARGIN_PX
        window = self.window()
        around = self.metrics.px(_AROUND_PX)
        field = QRect(self._field.mapTo(window, QPoint()), self._field.size())
        cell = QRect(self._cell.mapTo(window, QPoint()), self._cell.size())
        kept_clear = field.adjusted(0, -around, 0, around).intersected(cell)
        if cell.height() <= kept_clear.height() + _HIGHER * around:
            kept_clear = cell
        top = kept_clear.bottom() + _BESIDE_PX
        above, below = kept_clear.top() - _BESIDE_PX + 1, window.height() - top
        if height > below and above > below:
            height = min(height, above)
            top = above - height
        height = min(height, window.height() - top)
        left = max(0, min(self._left(field, cell), window.width() - width))
        width = min(max(width, field.width()), window.width())
        self.setGeometry(left, top, width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        foot = self.contentsRect()
        foot.setTop(foot.bottom() + 1 - self._foot_height())
        self._foot.setGeometry(foot)

    def _foot_height(self) -> int:
        return self.metrics.px(_FOOT_PX) if self.said else 0

    def natural_width(self) -> int:
        """Return how wide the list would be where there is room."""
        return self.sizeHintForColumn(0)

    def point_at(self, item: QListWidgetItem) -> None:
        """Pick out what the mouse points at."""
        self.setCurrentItem(item)

    def choose(self, item: QListWidgetItem) -> None:
        """Choose what was clicked."""
        self.chosen.emit(item.text())

    def _left(self, field: QRect, cell: QRect) -> int:
        return (
            field.left()
            if field.left() - cell.left() > self.metrics.px(_AROUND_PX)
            else cell.left()
        )

    def highlighted(self) -> str | None:
        """Return the choice that is picked out, None where none is or the list is hidden."""
        item = self.currentItem() if self.isVisible() else None
        return item.text() if item else None

    def step(self, by: int, *, out: bool = False) -> None:
        """Pick out the next choice or the one before.

        `out` leads to none before the first, and from there to the last.
        """
        last, at = self.count() - 1, self.currentRow()
        if out and at == -1 and by < 0:
            self.setCurrentRow(last)
        else:
            self.setCurrentRow(min(max(at + by, -1 if out else 0), last))


class ChoiceDelegate(QStyledItemDelegate):
    """Draws a choice with the word about it at the right."""

    def __init__(self, metrics: Metrics, view: QListWidget) -> None:
        super().__init__(view)
        self._metrics = metrics
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        face = self._view.fontMetrics()
        about = index.data(Qt.ItemDataRole.UserRole)
        width = face.horizontalAdvance(index.data()) + 2 * self._metrics.px(PADDING_X)
        if about:
            width += face.horizontalAdvance(about) + self._metrics.px(_BETWEEN_PX)
        return QSize(width, self._metrics.px(theme.ROW_PX))

    def paint(self, painter: QPainter, _option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect = self._view.visualRect(index)
        painter.save()
        if index == self._view.currentIndex():
            painter.fillRect(rect, theme.colour("accent_ground"))
        side = self._metrics.px(PADDING_X)
        inner = rect.adjusted(side, 0, -side, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._view.font())
        painter.setPen(theme.colour("ink"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, index.data())
        painter.setFont(self._metrics.small_font)
        painter.setPen(theme.colour("soft_ink"))
        about = index.data(Qt.ItemDataRole.UserRole)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, about)
        painter.restore()
