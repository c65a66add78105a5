"""The view of what was found: gone through with arrows, opened with Enter, ticked with a blank."""

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from perfdesk.ui import clipboard
from perfdesk.ui.lists.rows_view import menu_point, selected_rows, show_as_rows
from perfdesk.ui.search.hit import HEADINGS, Column, Hit, Key
from perfdesk.ui.search.hit_delegate import HitDelegate
from perfdesk.ui.search.hits_model import HitsModel

_WIDTHS_PX = {Column.TICK: 36, Column.YEAR: 150, Column.PROJECT: 210, Column.PLACE: 230}
_LEAST_TEXT_PX = 300
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class HitsTable(QTableView):
    """Shows a `HitsModel`.

    `chosen` when the current hit is to be gone to, `left_upwards` when one goes up from the
    first row, `menu_wanted(point)` for the menu of the current hit.
    """

    chosen = Signal()
    left_upwards = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: HitsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName("查找结果")
        show_as_rows(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(HitDelegate(self))
        heading = self.horizontalHeader()
        heading.setMinimumSectionSize(_WIDTHS_PX[Column.TICK])
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._choose_at)

    @property
    def hit(self) -> Hit | None:
        """The current hit."""
        return self._model.row(self.currentIndex().row())

    def show_columns(self, columns: Collection[Column]) -> None:
        """Show these columns and no others."""
        for column in Column:
            self.setColumnHidden(column, column not in columns)
        self._share_width()

    def pick(self, key: Key | None) -> bool:
        """Make a hit current and bring it into view; tell whether it is listed."""
        row = self._model.at(key) if key else -1
        if row >= 0:
            self.pick_row(row)
        return row >= 0

    def pick_row(self, row: int) -> None:
        """Make a row current and bring it into view."""
        self.setCurrentIndex(self._model.index(row, Column.TEXT))

    def copy(self) -> None:
        """Put the selected hits on the clipboard, to be pasted into a message or a table."""
        shown = [each for each in Column if each and not self.isColumnHidden(each)]
        lines = [tuple(HEADINGS[each] for each in shown)]
        lines += [
            tuple(str(self._model.index(row, each).data()) for each in shown)
            for row in selected_rows(self)
        ]
        if len(lines) > 1:
            clipboard.put(tuple(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() == _NO_MODIFIER
        if key in _RETURN:
            if self.hit:
                self.chosen.emit()
        elif key == Qt.Key.Key_Up and plain and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        elif key == Qt.Key.Key_Space and not self.isColumnHidden(Column.TICK):
            self._toggle(selected_rows(self))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.column() == Column.TICK and event.button() == Qt.MouseButton.LeftButton:
            rows = selected_rows(self)
            self._toggle(rows if index.row() in rows else [index.row()])
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.hit:
            self.menu_wanted.emit(menu_point(self, event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.hit is None and self._model.rowCount():
            self.pick_row(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _toggle(self, rows: list[int]) -> None:
        """Tick all of these rows, or where all are ticked already take the ticks away."""
        state = Qt.ItemDataRole.CheckStateRole
        cells = (self._model.index(row, Column.TICK).data(state) for row in rows)
        self._model.tick(rows, ticked=any(each == Qt.CheckState.Unchecked for each in cells))

    def _choose_at(self, index: QModelIndex) -> None:
        if index.column() != Column.TICK:
            self.chosen.emit()

    def _share_width(self) -> None:
        """Give texts what the other columns leave; those shrink where that is too little."""
        shown = [each for each in Column if not self.isColumnHidden(each)]
        fixed = [each for each in shown if each in _WIDTHS_PX]
        texts = [each for each in shown if each not in _WIDTHS_PX]
        room = self.viewport().width()
        wanted = sum(_WIDTHS_PX[each] for each in fixed)
        scale = min(1.0, max(0.0, room - len(texts) * _LEAST_TEXT_PX) / wanted) if wanted else 1.0
        left = room
        for column in fixed:
            tick = column is Column.TICK
            width = _WIDTHS_PX[column] if tick else round(_WIDTHS_PX[column] * scale)
            self.setColumnWidth(column, width)
            left -= width
        for number, column in enumerate(texts):
            width = left // (len(texts) - number)
            self.setColumnWidth(column, max(width, _WIDTHS_PX[Column.TICK]))
            left -= width
