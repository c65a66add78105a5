"""One project of the session as a table of cells, kept up to date edit by edit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from perfdesk.models.form import Form, Wording
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Cell, Place, Role, project_sheet
from perfdesk.ui.form.cells import Cells
from perfdesk.ui.form.wording import Shown, place_name, shown_value, with_small

if TYPE_CHECKING:  # nothing is judged before the first paint
    from perfdesk.ui.form.advice import Advice
    from perfdesk.ui.form.sheet_remarks import SheetRemarks

AnyIndex = QModelIndex | QPersistentModelIndex


_NOWHERE = Form.from_plain(
    {
        **dict.fromkeys(("id", "name"), ""),
        **dict.fromkeys(("first_year", "last_year"), 0),
        **dict.fromkeys(("head", "grid", "levels", "optional"), ()),
        "widths": (1, 1, 1),
        "fixed_order": False,
        "wording": dict.fromkeys((field.name for field in fields(Wording)), ""),
    }
)


class SheetModel(QAbstractTableModel):
    """The cells of a project's form; covered ones give what the cell that covers them gives.

    Before a project is shown there is an empty one on a form without fields.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.form = _NOWHERE
        self.project = Project()
        self.cells = Cells(project_sheet(self.form, self.project))
        self.look_up: Callable[[Cells, Project], SheetRemarks | None] = lambda *_: None
        """Asked what checks found in the project that is shown, None for nothing."""
        self.remarks: SheetRemarks | None = None
        self.advice: Advice | None = None
        """What could be meant in the cells of the grid, once there is any."""
        self.carried: frozenset[Cell] = frozenset()
        """The cells that came from elsewhere and that nobody has touched since."""

        self.look_back: Callable[[Project], Mapping[str, str]] = lambda _: {}
        """Asked what stands below the values of a project's rows, by their ids."""

        self.earlier: Mapping[str, str] = {}
        self.say_origin: Callable[[], str] = lambda: "来自上年，尚未核对"
        """Asked where those came from, in words, that came from last year."""

        self.read_only = False
        """Whether nothing may be filled in: the document was handed in, or is a past year's."""

    def show(self, form: Form, project: Project) -> None:
        """Show another project."""
        self.beginResetModel()
        self.form = form
        self._take(project)
        self.endResetModel()

    def update(self, project: Project) -> None:
        """Show the same project after an edit; tells of the rows and cells that differ."""
        before, earlier = self.cells, self.earlier
        ids_before = [each.id for each in self.project.indicators]
        ids = [each.id for each in project.indicators]
        first = self.cells.sheet.heading_row + 1
        if ids == ids_before:
            self._take(project)
            self._tell(before, earlier)
        elif gone := _run_missing(ids_before, ids):
            self.beginRemoveRows(QModelIndex(), first + gone[0], first + gone[1])
            self._take(project)
            self.endRemoveRows()
        elif new := _run_missing(ids, ids_before):
            self.beginInsertRows(QModelIndex(), first + new[0], first + new[1])
            self._take(project)
            self.endInsertRows()
        else:
            self.show(self.form, project)

    def update_remarks(self) -> None:
        """Take what checks have found by now; whoever shows it must be told otherwise."""
        self.remarks = self.look_up(self.cells, self.project)

    def shown(self, cell: Cell) -> Shown:
        """Return what a cell shows."""
        if cell.role is Role.VALUE and cell.place:
            index = cell.row - self.cells.sheet.heading_row - 1
            row = self.project.indicators[index]
            shown = shown_value(row.value)
            return with_small(shown, earlier) if (earlier := self.earlier.get(row.id)) else shown
        return Shown(cell.text)

    def cell(self, index: AnyIndex) -> Cell | None:
        """Return the cell at an index."""
        return self.cells.at(index.row(), index.column())

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent and parent.isValid() else self.cells.sheet.row_count

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self.cells.sheet.widths)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index)
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.name(cell)}：{cell.text or '空'}" if cell.place else cell.text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._said_of(cell, rich=role == Qt.ItemDataRole.ToolTipRole)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        cell = self.cell(index)
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        writable = cell and cell.place and not self.read_only
        return enabled | Qt.ItemFlag.ItemIsEditable if writable else enabled

    def name(self, cell: Cell) -> str:
        """Return what a cell is called; printed cells are their own names."""
        return place_name(self.form, self.project, cell.place) if cell.place else cell.text

    def _take(self, project: Project) -> None:
        self.project = project
        self.cells = Cells(project_sheet(self.form, project))
        self.earlier = self.look_back(project)
        self.carried = self._carried_cells() if project.unconfirmed else frozenset()
        self.update_remarks()

    def _carried_cells(self) -> frozenset[Cell]:
        rows: tuple[Project | Indicator, ...] = (self.project, *self.project.indicators)
        places = (Place(row.id, field) for row in rows for field in row.carried)
        return frozenset(cell for place in places if (cell := self.cells.find(place)))

    def update_earlier(self) -> None:
        """Show what is known by now of the years before."""
        self.earlier = self.look_back(self.project)
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def _said_of(self, cell: Cell, *, rich: bool) -> str:
        """Return what checks say of a cell, and where it came from."""
        if self.remarks is None:
            return self.said_of_origin(cell)
        from perfdesk.ui.remarks import spoken, tip

        remarks = self.remarks.on(cell)
        said = tip(remarks, keys=cell.place is not None) if rich else spoken(remarks)
        return ("" if rich else "\n").join(filter(None, (said, self.said_of_origin(cell))))

    def said_of_origin(self, cell: Cell) -> str:
        """Return where a cell came from, as long as nobody has looked at it."""
        if cell not in self.carried or cell.place is None:
            return ""
        rows: tuple[Project | Indicator, ...] = (self.project, *self.project.indicators)
        row = next((each for each in rows if each.id == cell.place.row_id), self.project)
        return f"来自{row.carried_from}，尚未核对" if row.carried_from else self.say_origin()

    def _tell(self, before: Cells, earlier: Mapping[str, str]) -> None:
        """Tell of the rows in which cells differ, or what stands below a value."""
        rows = [cell.row for cell in self.cells.unlike(before)]
        first = self.cells.sheet.heading_row + 1
        for number, row in enumerate(self.project.indicators, first):
            if self.earlier.get(row.id) != earlier.get(row.id):
                rows.append(number)
        if rows:
            last = len(self.cells.sheet.widths) - 1
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), last))


def _run_missing(longer: Sequence[str], shorter: Sequence[str]) -> tuple[int, int] | None:
    """Return first and last place of the one run that `shorter` lacks, None where it differs."""
    size = len(longer) - len(shorter)
    if size <= 0:
        return None
    start = next(
        (i for i, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter)
    )
    return (start, start + size - 1) if longer[start + size :] == shorter[start:] else None
