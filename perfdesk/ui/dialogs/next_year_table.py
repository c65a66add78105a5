"""The table of last year's projects: which come over, and which of them keep their code."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from perfdesk.models.amount import amount, printed
from perfdesk.models.project import Project
from perfdesk.models.years.shift import year_moved
from perfdesk.ui.look import theme
from perfdesk.ui.look.plain_rows import PlainRows

_NEW_CODE = "重新编报，编码清空"
_KEPT_CODE = "结转，保留编码"
_NO_CODE = "无编码"
_BUDGET_PX, _CODE_PX = 120, 190


class Column(IntEnum):
    """The columns: project (ticked where it comes over), new name, code (ticked: kept), amount."""

    PROJECT = 0
    NEW_NAME = 1
    CODE = 2
    BUDGET = 3


class NextYearTable(QTableWidget):
    """One row for each project; space ticks the cell one is at. `itemChanged` when any is."""

    def __init__(self, projects: Sequence[Project], parent: QWidget | None = None) -> None:
        super().__init__(len(projects), len(Column), parent)
        self._projects = projects
        self._years = (0, 0)
        self.setAccessibleName("上年项目")
        self.setObjectName("plain")
        self.setHorizontalHeaderLabels(["项目", "新的名称", "编码", "预算数（万元）"])
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.ROW_PX)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setItemDelegate(PlainRows(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
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

    def show_years(self, before: int, year: int) -> None:
        """Say how projects of one year will be called in another."""
        self._years = before, year
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
            Column.PROJECT: project.name or "（未命名项目）",
            Column.NEW_NAME: "",
            Column.BUDGET: project.budget.total if number is None else printed(number),
            Column.CODE: _NEW_CODE if project.code else _NO_CODE,
        }
        for column, text in texts.items():
            item = QTableWidgetItem(text)
            ticked = column is Column.PROJECT or (column is Column.CODE and project.code)
            item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if ticked else flags)
            if ticked:
                first = column is Column.PROJECT
                item.setCheckState(Qt.CheckState.Checked if first else Qt.CheckState.Unchecked)
            item.setToolTip(project.code if column is Column.CODE else text)
            if column is Column.BUDGET:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, item)

    def _follow(self, item: QTableWidgetItem) -> None:
        """Say in words what a tick on a code means, and rename or not."""
        if item.column() == Column.CODE and self._projects[item.row()].code:
            kept = item.checkState() == Qt.CheckState.Checked
            item.setText(_KEPT_CODE if kept else _NEW_CODE)
            self._name(item.row())

    def _name(self, row: int) -> None:
        """Show the new name; money that is carried over goes on under the old one."""
        project = self._projects[row]
        kept = bool(project.code) and self._is_ticked(row, Column.CODE)
        name = project.name if kept else year_moved(project.name, *self._years)
        self._at(row, Column.NEW_NAME).setText(name)
        self._at(row, Column.NEW_NAME).setToolTip(name)
