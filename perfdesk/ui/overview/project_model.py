"""The table of an overview's projects for Qt's views."""

from PySide6.QtCore import QObject, Qt

from perfdesk.ui.lists.rows_model import ROW_ROLE, Index, RowsModel
from perfdesk.ui.look import theme
from perfdesk.ui.overview.listing import HEADINGS, Column, Entry, exactly

_RIGHT = (Column.NUMBER, Column.TOTAL, Column.INDICATORS, Column.CARRIED)


class ProjectTableModel(RowsModel[Entry]):
    """Projects, one a row, in the order that was asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(HEADINGS, parent)
        self._zoom = 1.0
        self._listed: tuple[Entry, ...] = ()
        self._order = (Column.NUMBER, Qt.SortOrder.AscendingOrder)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """List these projects; rows that are the same projects as before stay the same rows."""
        known = [(each.document_id, each.project.id) for each in self._listed]
        same = known == [(each.document_id, each.project.id) for each in entries]
        if same and not entries:
            return
        if not same:
            self.beginResetModel()
        self._listed = entries
        if same:
            now = {each.number: each for each in entries}
            self._rows = [now[each.number] for each in self._rows]
            self.tell_all()
        else:
            self._rows = self._sorted()
            self.endResetModel()

    def set_zoom(self, factor: float) -> None:
        """Write the headings `factor` times as large."""
        self._zoom = factor
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def at(self, project_id: str) -> int:
        """Return the row of a project, -1 where it is not listed."""
        rows = (at for at, each in enumerate(self._rows) if each.project.id == project_id)
        return next(rows, -1)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return alignment(Column(section))
            if role == Qt.ItemDataRole.FontRole:
                return theme.font(theme.TEXT_PX * self._zoom)
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(entry, column)
        return entry if role == ROW_ROLE else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (Column(column), order)
        self.arrange(self._sorted(), id)

    def _sorted(self) -> list[Entry]:
        column, order = self._order
        keyed = [(each.sort_key(column), each) for each in self._listed]
        there = sorted((pair for pair in keyed if not pair[0][0]), key=lambda pair: pair[0][1])
        if order == Qt.SortOrder.DescendingOrder:
            there.reverse()
        return [each for _, each in (*there, *(pair for pair in keyed if pair[0][0]))]


def alignment(column: Column) -> Qt.AlignmentFlag:
    """Return where the text of a column stands in its cells."""
    side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _tip(entry: Entry, column: Column) -> str:
    if column is Column.PROGRESS:
        done = entry.project.completeness
        return f"应填 {done.needed} 处，已填 {done.filled} 处"
    if column is Column.REVIEW:
        return entry.text(column) or "没有发现问题"
    if column is Column.CARRIED and entry.project.unconfirmed:
        return f"{entry.project.unconfirmed} 格待核对"
    if column is Column.TOTAL:
        exact = exactly(entry.project.budget.total)
        return f"{exact} 万元" if exact else ""
    if column in (Column.UNIT, Column.CODE, Column.NAME):
        return entry.text(column)
    return ""
