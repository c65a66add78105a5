"""The rows of the list as a table, kept up so that whoever reads it never loses the place."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Qt

from perfdesk.ui.findings.finding_row import HEADINGS, Column, FindingRow, Key
from perfdesk.ui.lists.rows_model import ROOT, ROW_ROLE, Index, RowsModel

_FEW = 400
"""How many rows may come and go one by one; of more, all are told anew."""


class FindingsModel(RowsModel[FindingRow]):
    """Shows rows in their own order, or sorted by a column.

    A finding that stays keeps its index, its selection with it, whatever comes or goes around it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(HEADINGS, parent)
        self._listed: Sequence[FindingRow] = ()
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def show(self, rows: Sequence[FindingRow]) -> None:
        """Show these rows; tells only of those that differ from what was shown."""
        self._listed = rows
        before, after = self._rows, self._sorted()
        start = _common(before, after)
        old, new = before[start:], after[start:]
        end = _common(old[::-1], new[::-1])
        old, new = old[: len(old) - end], new[: len(new) - end]
        if len(old) + len(new) > _FEW or not (before and after):
            self.beginResetModel()
            self._rows = after
            self.endResetModel()
            return
        self._exchange(start, old, new)
        changed = [at for at, row in enumerate(after) if row is not self._rows[at]]
        self._rows = after
        if changed:
            last = len(Column) - 1
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], last))

    def at(self, key: Key) -> int:
        """Return the row of a finding, -1 where it is not shown."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(row, column)
        return row if role == ROW_ROLE else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order)
        self.arrange(self._sorted(), _key)

    def _sorted(self) -> list[FindingRow]:
        column, order = self._order
        if column < 0:
            return list(self._listed)
        down = order == Qt.SortOrder.DescendingOrder
        if column == Column.LEVEL:
            return sorted(self._listed, key=lambda row: row.rank, reverse=down)
        keyed = [(row.text(column), row) for row in self._listed]
        there = [pair for pair in keyed if pair[0]]
        there.sort(key=lambda pair: pair[0], reverse=down)
        return [row for _, row in there] + [row for text, row in keyed if not text]

    def _exchange(self, start: int, old: list[FindingRow], new: list[FindingRow]) -> None:
        """Turn the rows `old`, which begin at `start`, into `new`, those that stay as they are."""
        wanted, standing = {row.key for row in new}, {row.key for row in old}
        for first, last in _runs_from_the_end([row.key not in wanted for row in old]):
            self.beginRemoveRows(ROOT, start + first, start + last)
            del self._rows[start + first : start + last + 1]
            self.endRemoveRows()
        stay = [row for row in new if row.key in standing]
        length = len(stay)
        if [row.key for row in self._rows[start : start + length]] != [row.key for row in stay]:
            self.arrange([*self._rows[:start], *stay, *self._rows[start + length :]], _key)
        fresh = _runs_from_the_end([row.key not in standing for row in new])
        for first, last in reversed([*fresh]):
            self.beginInsertRows(ROOT, start + first, start + last)
            self._rows[start + first : start + first] = new[first : last + 1]
            self.endInsertRows()


def _key(row: FindingRow) -> Key:
    return row.key


def _common(one: Sequence[FindingRow], other: Sequence[FindingRow]) -> int:
    """Return how many findings two lists have in common at their beginning."""
    length = 0
    for a, b in zip(one, other, strict=False):
        if a is not b and a.key != b.key:
            break
        length += 1
    return length


def _runs_from_the_end(marked: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield first and last place of each run of marks, the last run first."""
    end = len(marked)
    while end > 0:
        last = end - 1
        if not marked[last]:
            end = last
            continue
        first = last
        while first > 0 and marked[first - 1]:
            first -= 1
        yield first, last
        end = first


def _tip(row: FindingRow, column: int) -> str:
    if column == Column.PROJECT:
        return f"{row.home} · {row.text(column)}"
    if column == Column.FIX and row.text(column):
        return f"{row.text(column)}（F7）"
    return "" if column == Column.LEVEL else row.text(column)
