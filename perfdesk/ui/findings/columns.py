"""How wide the columns of the list are, and which of them show."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu

from perfdesk.ui.findings.choice import Reach
from perfdesk.ui.findings.finding_row import HEADINGS, Column, FindingRow

_WIDTHS_PX = {
    Column.LEVEL: 78,
    Column.HOME: 160,
    Column.PROJECT: 170,
    Column.PLACE: 220,
    Column.RULE: 176,
    Column.SOURCE: 170,
    Column.REASON: 150,
    Column.FIX: 132,
}
_SENTENCE_PX = 250
_GIVE_WAY = (Column.SOURCE, Column.RULE, Column.REASON, Column.FIX, Column.HOME, Column.PROJECT)
"""What goes first where there is not room for all; the strip below says it of the current one."""
_ALWAYS = (Column.LEVEL, Column.PLACE, Column.SENTENCE)


class Columns(QObject):
    """Shares the width of a table: sentences get what is left, the least needed column goes first.

    One can hide columns in the heading's menu, and drag them wider.
    """

    def __init__(self, heading: QHeaderView) -> None:
        super().__init__(heading)
        self._heading = heading
        self._hidden: set[Column] = set()
        self._needless: frozenset[Column] = frozenset()
        self._room = 0
        self._fitting = False
        self._widths = dict(_WIDTHS_PX)
        heading.setMinimumSectionSize(56)
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heading.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heading.customContextMenuRequested.connect(self._offer)
        heading.sectionResized.connect(self._on_resized)

    def fit(self, room: int) -> None:
        """Share this width."""
        self._room = room
        heading = self._heading
        wanted = [each for each in Column if each not in self._hidden | self._needless]
        for column in _GIVE_WAY:
            if self._width_of(wanted) + _SENTENCE_PX > room and column in wanted:
                wanted.remove(column)
        self._fitting = True
        for column in Column:
            heading.setSectionHidden(column, column not in wanted)
        left = room - self._width_of(wanted)
        for column in wanted:
            width = self._widths.get(column, max(left, _SENTENCE_PX // 2))
            if heading.sectionSize(column) != width:
                heading.resizeSection(column, width)
        self._fitting = False

    def set_needless(self, columns: frozenset[Column]) -> None:
        """Leave out columns that would say the same in every row, or nothing in any."""
        if columns != self._needless:
            self._needless = columns
            self.fit(self._room)

    def hidden(self) -> list[int]:
        """Return the columns hidden by hand, to be remembered."""
        return sorted(self._hidden)

    def hide(self, columns: Sequence[int]) -> None:
        """Hide remembered columns."""
        known = {each.value for each in Column} - {each.value for each in _ALWAYS}
        self._hidden = {Column(each) for each in columns if each in known}
        self.fit(self._room)

    def _width_of(self, columns: Sequence[Column]) -> int:
        return sum(self._widths.get(column, 0) for column in columns)

    def _on_resized(self, column: int, _old: int, new: int) -> None:
        if self._fitting or Column(column) not in self._widths or not new:
            return
        self._widths[Column(column)] = new
        self.fit(self._room)

    def _offer(self, point: QPoint) -> None:
        menu = QMenu(self._heading)
        for column in Column:
            if column not in _ALWAYS:
                each = menu.addAction(HEADINGS[column])
                each.setCheckable(True)
                each.setChecked(column not in self._hidden)
                each.triggered.connect(self._toggler(column))
        menu.exec(self._heading.mapToGlobal(point))
        menu.deleteLater()

    def _toggler(self, column: Column) -> Callable[[bool], None]:
        def toggle(shown: bool) -> None:
            (self._hidden.discard if shown else self._hidden.add)(column)
            self.fit(self._room)

        return toggle


def needless(rows: Sequence[FindingRow], reach: Reach, *, single: bool) -> frozenset[Column]:
    """Return the columns that say nothing, or of each finding the same."""
    columns = {Column.PROJECT} if single else set()
    if reach is not Reach.WORKSPACE:
        columns.add(Column.HOME)
    if not any(row.reason for row in rows):
        columns.add(Column.REASON)
    return frozenset(columns)
