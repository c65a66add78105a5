"""Which cell of the form shows a place of the document, parts of cells and whole lists too."""

from perfdesk.models.review.finding import cell_field
from perfdesk.models.sheet import Cell, Place
from perfdesk.ui.form.cells import Cells

_FIRST_FIELD = {"plan": "plan.march"}


def cell_showing(cells: Cells, place: Place) -> Cell | None:
    """Return the cell that shows a place, or None where the project has no such row.

    `value.unit` is shown in the cell of the value, `goals[1]` in that of the goals, `indicators`
    by the first row of the grid; what the form has no cell for is shown by its title.
    """
    if cell := cells.find(place):
        return cell
    field = cell_field(place.field)
    if cell := cells.find(Place(place.row_id, _FIRST_FIELD.get(field, field))):
        return cell
    title = cells.at(0, 0)
    if title is None or title.place is None or title.place.row_id != place.row_id:
        return next((each for each in cells.editable if _is_in_row(each, place)), None)
    if field == "indicators":
        return cells.at(cells.sheet.heading_row + 1, 0) or cells.editable[-1]
    return cells.find(Place(place.row_id, "name")) or title


def _is_in_row(cell: Cell, place: Place) -> bool:
    return cell.place is not None and cell.place.row_id == place.row_id
