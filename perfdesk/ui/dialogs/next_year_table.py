"""The table of last year's projects: which come over, how called, and which keep their code."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from perfdesk.models.amount import amount, listed
from perfdesk.models.outline import label
from perfdesk.models.project import Project
from perfdesk.models.years.identity import seems_carried_over
from perfdesk.models.years.shift import year_moved
from perfdesk.ui.look import theme
from perfdesk.ui.look.plain_rows import PlainRows

_KEEP_CODE = "结转，保留编码"
_NO_CODE = "无编码"
_BUDGET_PX, _CODE_PX = 120, 150


class Column(IntEnum):
    """The columns: project (ticked where it comes over), new name, code (ticked: kept), amount."""

    PROJECT = 0
    NEW_NAME = 1
    CODE = 2
    BUDGET = 3


class NextYearTable(QTableWidget):
    """One row for each project; space ticks the cell one is at, F2 writes the new name.

    `itemChanged` when any is. Of projects of `year` those that seem to be carried over keep their
    code unless it is said otherwise.
    """

    def __init__(
        self, projects: Sequence[Project], year: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(len(projects), len(Column), parent)
        self._projects = projects
        self._years = (year, year)
        self._by_hand: dict[int, str] = {}
        self.setAccessibleName("上年项目")
        self.setObjectName("plain")
        self.setHorizontalHeaderLabels(["项目", "新的名称", "结转", "预算数（万元）"])
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.ROW_PX)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setItemDelegate(PlainRows(self))
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column in (Column.PROJECT, Column.NEW_NAME):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(Column.BUDGET, _BUDGET_PX)
        self.setColumnWidth(Column.CODE, _CODE_PX)
        for row, project in enumerate(projects):
            self._fill(row, project)
        self.itemChanged.connect(self._follow)
        if projects:
            self.setCurrentCell(0, Column.PROJECT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and self.currentRow() >= 0:
            self.setCurrentCell(self.currentRow(), Column.NEW_NAME)
            self.editItem(self._at(self.currentRow(), Column.NEW_NAME))
        else:
            super().keyPressEvent(event)

    def show_year(self, year: int) -> None:
        """Say how projects will be called in another year; names written by hand stay."""
        self._years = self._years[0], year
        for row in range(self.rowCount()):
            self._name(row)

    def tick_all(self, *, ticked: bool) -> None:
        """Let all projects come over, or none."""
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        for row in range(self.rowCount()):
            self._at(row, Column.PROJECT).setCheckState(state)

    def chosen(self) -> frozenset[str]:
        """Return the ids of the projects that come over."""
        return self._ticked(Column.PROJECT)

    def with_code(self) -> frozenset[str]:
        """Return the ids of those that keep their code."""
        return self._ticked(Column.CODE) & self.chosen()

    def names(self) -> dict[str, str]:
        """Return the new names that were written by hand, by the ids of their projects."""
        return {self._projects[row].id: name for row, name in self._by_hand.items()}

    def _ticked(self, column: Column) -> frozenset[str]:
        rows = enumerate(self._projects)
        return frozenset(project.id for row, project in rows if self._is_ticked(row, column))

    def _is_ticked(self, row: int, column: Column) -> bool:
        return self._at(row, column).checkState() == Qt.CheckState.Checked

    def _at(self, row: int, column: Column) -> QTableWidgetItem:
        item = self.item(row, column)
        assert item is not None
        return item

    def _fill(self, row: int, project: Project) -> None:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        number = amount(project.budget.total)
        texts = {
            Column.PROJECT: label(project, row + 1),
            Column.NEW_NAME: "",
            Column.BUDGET: project.budget.total if number is None else listed(number),
            Column.CODE: _KEEP_CODE if project.code else _NO_CODE,
        }
        ticked = {Column.PROJECT: True}
        if project.code:
            ticked[Column.CODE] = seems_carried_over(project, self._years[0])
        for column, text in texts.items():
            item = QTableWidgetItem(text)
            item.setFlags(flags)
            if column in ticked:
                item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
                state = Qt.CheckState.Checked if ticked[column] else Qt.CheckState.Unchecked
                item.setCheckState(state)
            elif column is Column.NEW_NAME:
                item.setFlags(flags | Qt.ItemFlag.ItemIsEditable)
            item.setToolTip(project.code if column is Column.CODE else text)
            if column is Column.BUDGET:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, item)

    def _follow(self, item: QTableWidgetItem) -> None:
        """Keep a name that was written, and call a project anew when its code is kept or not."""
        row = item.row()
        if item.column() == Column.NEW_NAME:
            name = item.text()
            if name.strip() and name != self._moved_name(row):
                self._by_hand[row] = name
            else:
                self._by_hand.pop(row, None)
        if item.column() in (Column.NEW_NAME, Column.CODE):
            self._name(row)

    def _name(self, row: int) -> None:
        """Show the new name: the one written by hand, else the one that the year makes of it."""
        item = self._at(row, Column.NEW_NAME)
        name = self._by_hand.get(row, self._moved_name(row))
        item.setText(name)
        item.setToolTip(name)

    def _moved_name(self, row: int) -> str:
        """Return a name as the new year has it; money that is carried over keeps the old one."""
        project = self._projects[row]
        kept = bool(project.code) and self._is_ticked(row, Column.CODE)
        return project.name if kept else year_moved(project.name, *self._years)
