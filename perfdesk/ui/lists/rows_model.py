"""A table for Qt's views that shows one thing a row: a finding, a hit, a project, a rule."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
"""The thing behind a cell."""
ROOT = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Holds the rows under their headings; what a cell says, each list says itself in `data`."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = headings
        self._rows: list[Row] = []

    def row(self, at: int) -> Row | None:
        """Return what a row shows, None where there is no such row."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def rows(self) -> Sequence[Row]:
        """Return what all rows show, from the top down."""
        return self._rows

    def tell_all(self) -> None:
        """Tell that any cell may say something else now."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._headings) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def arrange(self, rows: list[Row], name: Callable[[Row], Hashable]) -> None:
        """Show the same things in another order; selection and current cell go along with them.

        `name` gives what a thing is known by before and after.
        """
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [name(self._rows[index.row()]) for index in before]
        self._rows = rows
        wanted = {*held}
        places = {known: at for at, row in enumerate(rows) if (known := name(row)) in wanted}
        after = [
            self.index(places[known], index.column())
            for known, index in zip(held, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._headings[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT
        return None
