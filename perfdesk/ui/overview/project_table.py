"""The view of an overview's projects: sorted by headings, opened by Enter, copied by Ctrl+C."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from perfdesk.ui.clipboard import put
from perfdesk.ui.lists.rows_view import menu_point, selected_rows, show_as_rows
from perfdesk.ui.look import theme
from perfdesk.ui.overview.cell_delegate import CellDelegate
from perfdesk.ui.overview.listing import HEADINGS, Column, Entry, exactly
from perfdesk.ui.overview.project_model import ProjectTableModel

_WIDTHS_PX = {
    Column.NUMBER: 62,
    Column.UNIT: 168,
    Column.CODE: 186,
    Column.TOTAL: 98,
    Column.INDICATORS: 76,
    Column.PROGRESS: 116,
    Column.REVIEW: 138,
    Column.CARRIED: 76,
}
_TIGHT_PX = _WIDTHS_PX | {
    Column.UNIT: 104,
    Column.TOTAL: 92,
    Column.INDICATORS: 70,
    Column.PROGRESS: 92,
    Column.REVIEW: 104,
    Column.CARRIED: 66,
}
_NAME_PX = 200


class ProjectTable(QTableView):
    """Shows the model, no taller than its rows: the line of sums stands right below them.

    `chosen(entry)` when a project is to be opened, `menu_wanted(point)` when a menu is to open at
    a point of the screen.
    """

    chosen = Signal(Entry)
    menu_wanted = Signal(QPoint)
    columns_changed = Signal()

    def __init__(self, model: ProjectTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._zoom = 1.0
        self._useful = frozenset(Column)
        self._sums: tuple[str, ...] = ()
        self.setModel(model)
        self.setAccessibleName("项目一览")
        self.setObjectName("sheet")
        show_as_rows(self)
        self._delegate = CellDelegate(self)
        self.setItemDelegate(self._delegate)
        heading = self.horizontalHeader()
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heading.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        heading.setSortIndicator(Column.NUMBER, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self._open)
        self.set_zoom(1.0)

    def set_zoom(self, factor: float) -> None:
        """Show everything `factor` times as large."""
        self._zoom = factor
        self._delegate.zoom = factor
        self._model.set_zoom(factor)
        self.verticalHeader().setDefaultSectionSize(round(theme.ROW_PX * factor))
        self._share_width()
        self._fit_height()
        self.viewport().update()

    def show_entries(self, entries: tuple[Entry, ...], sums: tuple[str, ...]) -> None:
        """List these projects; the current one stays current where it still is.

        `sums` is the line to copy below them, one text a column.
        """
        self._sums = sums
        current = self._model.row(self.currentIndex().row())
        self._model.show_entries(entries)
        self._fit_height()
        if current and not self.currentIndex().isValid():
            row = self._model.at(current.project.id)
            if row >= 0:
                self.setCurrentIndex(self._model.index(row, Column.NAME))

    def selected_entries(self) -> list[Entry]:
        """Return the selected projects, from the top down."""
        return [entry for at in selected_rows(self) if (entry := self._model.row(at))]

    def show_columns(self, useful: frozenset[Column]) -> None:
        """Show only these columns, and fewer where there is no room."""
        self._useful = useful
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected rows on the clipboard; all of them bring headings and sums along."""
        lines = [entry.texts(exactly) for entry in self.selected_entries()]
        if len(lines) > 1 and len(lines) == self._model.rowCount():
            lines = [HEADINGS, *lines, self._sums]
        if lines:
            put(tuple(map(tuple, lines)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(menu_point(self, event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def open_current(self) -> None:
        """Open the project that one is at."""
        self._open(self.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        if entry := self._model.row(index.row()):
            self.chosen.emit(entry)

    def _share_width(self) -> None:
        """Leave the name enough room: the others grow narrower, then code and unit go."""
        shown = self._useful & _WIDTHS_PX.keys()
        fewer, fewest = shown - {Column.CODE}, shown - {Column.CODE, Column.UNIT}
        room = self.viewport().width() / self._zoom - _NAME_PX
        tries = ((_WIDTHS_PX, shown), (_TIGHT_PX, shown), (_TIGHT_PX, fewer), (_TIGHT_PX, fewest))
        fitting = (each for each in tries if sum(each[0][column] for column in each[1]) <= room)
        widths, shown = next(fitting, tries[-1])
        for column, px in widths.items():
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, round(px * self._zoom))
        self.columns_changed.emit()

    def _fit_height(self) -> None:
        rows = self._model.rowCount() * self.verticalHeader().defaultSectionSize()
        self.setMaximumHeight(self.horizontalHeader().sizeHint().height() + rows)
