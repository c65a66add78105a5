"""What checks found, laid onto the cells of the sheet: each finding at the cell it is about."""

from collections.abc import Mapping
from functools import cached_property

from perfdesk.models.sheet import Cell, Role
from perfdesk.ui.form.cells import Cells
from perfdesk.ui.form.places import cell_showing
from perfdesk.ui.look.marks import Mark
from perfdesk.ui.remarks import Remark, Remarks


class SheetRemarks:
    """The remarks on one project's sheet by cell; those on the grid as a whole at its heading."""

    def __init__(self, cells: Cells, remarks: Remarks) -> None:
        self._cells = cells
        self._heading = grid_heading(cells)
        self._on: dict[Cell, list[Remark]] = {}
        for remark in remarks:
            place = remark.finding.place
            grid = place.field.partition("[")[0] == "indicators"
            if cell := self._heading if grid else cell_showing(cells, place):
                self._on.setdefault(cell, []).append(remark)

    @property
    def marks(self) -> Mapping[Cell, Mark]:
        """The worst mark of each cell that has one."""
        return {cell: remarks[0].mark for cell, remarks in self._on.items()}

    @cached_property
    def framed(self) -> frozenset[Cell]:
        """The cells with lines around them: what is wrong, but not what nobody has begun yet."""
        errors = (cell for cell, mark in self.marks.items() if mark is Mark.ERROR)
        return frozenset(cell for cell in errors if _is_begun(self._cells, cell))

    def on(self, cell: Cell | None) -> Remarks:
        """Return the remarks on a cell, the worst first."""
        if cell is None:
            return ()
        return self._on.get(self._heading if cell.role is Role.HEADING else cell, ())


def grid_heading(cells: Cells) -> Cell:
    """Return the row of the grid's headings as if it were one cell."""
    sheet = cells.sheet
    return Cell(sheet.heading_row, 0, 1, len(sheet.widths), Role.HEADING, "")


def _is_begun(cells: Cells, cell: Cell) -> bool:
    """Whether something stands in a cell, or in its row of the grid besides the levels."""
    if cell.text.strip():
        return True
    if cell.row <= cells.sheet.heading_row:
        return False
    rows = range(cell.row, cell.row + cell.rows)
    beside = (each for row in rows for each in cells.in_row(row) if each.role is not Role.LEVEL)
    return any(each.text.strip() for each in beside)
