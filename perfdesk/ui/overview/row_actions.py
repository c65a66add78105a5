"""What one can do with the projects that are selected in an overview."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from perfdesk.ui.actions import Entry, heard_elsewhere
from perfdesk.ui.overview.project_table import ProjectTable


class RowActions:
    """The actions on the rows of a table; the table hears their keys itself."""

    def __init__(self, page: QWidget, table: ProjectTable) -> None:
        self._table = table
        entry = Entry("打开项目", table.open_current, "Return", "open")
        self._open = heard_elsewhere(page, entry)
        self._copy = heard_elsewhere(page, Entry("复制选中的行", table.copy, "Ctrl+C", "copy"))
        self._select_all = heard_elsewhere(page, Entry("全选", table.selectAll, "Ctrl+A"))

    def all(self) -> list[QAction]:
        """Return every action."""
        return [self._open, self._copy, self._select_all]

    def refresh(self) -> None:
        """Let what cannot be done now rest."""
        chosen = bool(self._table.selected_entries())
        self._open.setEnabled(self._table.currentIndex().isValid())
        self._copy.setEnabled(chosen)
        self._select_all.setEnabled(self._table.model().rowCount() > 0)
