"""How a table becomes a list: whole rows are selected, nothing is edited in its cells."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from perfdesk.ui.look import theme


def show_as_rows(table: QTableView) -> None:
    """Let a table show rows to go through, without a grid, rows all of one height."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.horizontalHeader().setHighlightSections(False)
    lines = table.verticalHeader()
    lines.hide()
    lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    lines.setDefaultSectionSize(theme.ROW_PX)


def selected_rows(table: QTableView) -> list[int]:
    """Return the numbers of the selected rows, from the top down."""
    return sorted(index.row() for index in table.selectionModel().selectedRows())


def menu_point(table: QTableView, event: QContextMenuEvent) -> QPoint:
    """Return where on the screen a menu opens: at the mouse, by key in the current row."""
    by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
    point = table.visualRect(table.currentIndex()).center() if by_key else event.pos()
    return table.viewport().mapToGlobal(point)
