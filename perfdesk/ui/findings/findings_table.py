"""The view of the list: gone through with arrows, opened with Enter, mended with a click."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QTableView, QWidget

from perfdesk.ui import clipboard
from perfdesk.ui.findings.columns import Columns
from perfdesk.ui.findings.finding_row import HEADINGS, Column, FindingRow, Key
from perfdesk.ui.findings.findings_model import FindingsModel
from perfdesk.ui.findings.row_delegate import RowDelegate, button_rect
from perfdesk.ui.lists.rows_view import menu_point, selected_rows, show_as_rows

_NO_ROW = QModelIndex()
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindingsTable(QTableView):
    """Shows a `FindingsModel`; keeps to the current finding, whatever comes and goes.

    `picked` when another finding is the current one, `chosen` when it is to be gone to,
    `mend_wanted` when its button is pressed, `menu_wanted` for its menu at a point on the screen.
    """

    picked = Signal()
    chosen = Signal()
    mend_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: FindingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._showing = False
        self.setModel(model)
        self.setAccessibleName("审核结果")
        show_as_rows(self)
        self.setMouseTracking(True)
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        heading = self.horizontalHeader()
        heading.setSortIndicatorClearable(True)
        heading.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.columns = Columns(heading)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self._choose)
        self.selectionModel().currentRowChanged.connect(self._tell_picked)
        model.modelReset.connect(self._tell_picked)

    @property
    def row(self) -> FindingRow | None:
        """The current finding."""
        return self._model.row(self.currentIndex().row())

    def selected(self) -> list[FindingRow]:
        """Return the selected findings, in their order."""
        return [row for at in selected_rows(self) if (row := self._model.row(at))]

    def show_rows(self, rows: Sequence[FindingRow]) -> None:
        """List these; the current finding stays current, and where it is on the screen.

        Where it is gone, the one that stood below it takes its place.
        """
        bar = self.verticalScrollBar()
        before, offset = self._anchor()
        current = self.row
        at = self.currentIndex().row()
        self._showing = True
        self._model.show(rows)
        if current and (self.row is None or self.row.key != current.key):
            at = found if (found := self._model.at(current.key)) >= 0 else at
            self._make_current(min(at, self._model.rowCount() - 1))
        elif self.row is None:
            self._make_current(min(0, self._model.rowCount() - 1))
        self._showing = False
        self.executeDelayedItemsLayout()
        if before and (anchor := self._model.at(before)) >= 0:
            bar.setValue(self.rowViewportPosition(anchor) + bar.value() - offset)
        if current is not self.row:
            self.picked.emit()

    def pick(self, key: Key | None) -> bool:
        """Make a finding current and bring it into view; tell whether it is listed."""
        at = self._model.at(key) if key else -1
        if at >= 0 and at != self.currentIndex().row():
            self._make_current(at)
        elif at >= 0:
            self.scrollTo(self.currentIndex())
        return at >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _RETURN:
            self._choose()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected findings on the clipboard, to be pasted into a message or a table."""
        shown = [column for column in Column if not self.isColumnHidden(column)]
        shown = [column for column in shown if column is not Column.FIX]
        lines = [tuple(HEADINGS[column] for column in shown)]
        lines += [tuple(row.text(column) for column in shown) for row in self.selected()]
        if len(lines) > 1:
            clipboard.put(tuple(lines))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._button_at(event) >= 0:
            self.mend_wanted.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._button_at(event) < 0:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self._button_at(event))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.row:
            self.menu_wanted.emit(menu_point(self, event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.row is None and self._model.rowCount():
            self._make_current(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit(self.viewport().width())

    def _choose(self) -> None:
        if self.row:
            self.chosen.emit()

    def _tell_picked(self, *_: object) -> None:
        if not self._showing:
            self.picked.emit()

    def _make_current(self, at: int) -> None:
        if at >= 0:
            self.setCurrentIndex(self._model.index(at, Column.LEVEL))

    def _anchor(self) -> tuple[Key | None, int]:
        """Return the finding that shall stay where it is on the screen, and where that is."""
        current = self.currentIndex()
        seen = self.viewport().rect().intersects(self.visualRect(current))
        at = current.row() if current.isValid() and seen else self.rowAt(0)
        row = self._model.row(at)
        return (row.key, self.rowViewportPosition(at)) if row else (None, 0)

    def _button_at(self, event: QMouseEvent) -> int:
        """Return the row of the button under the mouse, -1 where there is none."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self._model.row(index.row())
        if row is None or index.column() != Column.FIX:
            return -1
        return index.row() if button_rect(self.visualRect(index), row).contains(point) else -1

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_button:
            self._delegate.hovered_button = row
            hand = Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(hand if row >= 0 else Qt.CursorShape.ArrowCursor)
            self.viewport().update()
