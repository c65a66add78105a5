"""What was found as a table, with a tick at each text that shall be replaced."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from perfdesk.models.search.query import Query
from perfdesk.ui.lists.rows_model import ROOT, ROW_ROLE, Index, RowsModel
from perfdesk.ui.search.hit import HEADINGS, SUBMITTED, Column, Hit, Key

SPANS_ROLE = ROW_ROLE + 1
"""What is marked in the words of a cell."""


class HitsModel(RowsModel[Hit]):
    """Shows hits in the order they are told in; `ticked` when another number of them is ticked.

    Everything is ticked at first, but for what stands in documents that were handed in.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(HEADINGS, parent)
        self._query = Query("")
        self._by: str | None = None
        self._left_out: set[Key] = set()

    @property
    def query(self) -> Query:
        """What the hits hold."""
        return self._query

    def show(self, query: Query, hits: Iterable[Hit]) -> None:
        """Show other hits; what was left out of a replacement stays so for the same text."""
        self.beginResetModel()
        if query.text != self._query.text:
            self._left_out.clear()
        self._query = query
        self._rows = [*hits]
        self.endResetModel()
        self.ticked.emit()

    def add(self, hits: Sequence[Hit]) -> None:
        """Show more hits below the others."""
        start = len(self._rows)
        self.beginInsertRows(ROOT, start, start + len(hits) - 1)
        self._rows += hits
        self.endInsertRows()
        self.ticked.emit()

    def set_replacement(self, by: str | None) -> None:
        """Show what a replacement makes of each text; None where nothing is to be replaced."""
        self._by = by
        self.tell_all()

    def at(self, key: Key) -> int:
        """Return the row of a text, -1 where it is not listed."""
        return next((at for at, hit in enumerate(self._rows) if hit.key == key), -1)

    def may_change(self) -> list[Hit]:
        """Return the hits that can be replaced."""
        return [hit for hit in self._rows if not hit.home.locked]

    def chosen(self) -> list[Hit]:
        """Return the hits that are ticked."""
        return [hit for hit in self._rows if self._is_ticked(hit)]

    def wanted(self) -> list[Hit]:
        """Return the hits that nobody has taken the tick from, those that cannot change too."""
        return [hit for hit in self._rows if hit.home.locked or self._is_ticked(hit)]

    def tick(self, rows: Iterable[int], *, ticked: bool) -> None:
        """Tick rows or take their ticks away."""
        keys = {self._rows[row].key for row in rows}
        self._left_out = self._left_out - keys if ticked else self._left_out | keys
        self.tell_all()
        self.ticked.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit, column = self._rows[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(hit, column)
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.TICK:
            state = Qt.CheckState
            return state.Checked if self._is_ticked(hit) else state.Unchecked
        if role == SPANS_ROLE:
            return self._spans(hit, column)
        return hit if role == ROW_ROLE else None

    def _is_ticked(self, hit: Hit) -> bool:
        return not hit.home.locked and hit.key not in self._left_out

    def _spans(self, hit: Hit, column: Column) -> list[tuple[int, int]]:
        """Return what of a cell's words is marked: what was found, or what takes its place."""
        if column is Column.TEXT:
            return hit.spans
        if column is not Column.AFTER or self._by is None or hit.home.locked:
            return []
        # A value may be spelled otherwise afterwards, so that nothing in it stands for the old.
        plainly = self._query.replaced(hit.written.text, self._by)
        return hit.spans_of(self._by) if plainly == self._words(hit, column) else []

    def _words(self, hit: Hit, column: Column) -> str:
        if column is not Column.AFTER:
            return hit.words(column)
        if self._by is None:
            return ""
        return SUBMITTED if hit.home.locked else hit.replaced(self._query, self._by)
