"""Finds the project forms on a worksheet and reads them by their labels and headings."""

from perfdesk.io.excel.visible.head_seen import HeadReader
from perfdesk.io.excel.visible.labels import head_labels
from perfdesk.io.excel.visible.seen import Row, Seen, SeenProject
from perfdesk.io.excel.visible.table import Table, key
from perfdesk.io.headings import fields_of
from perfdesk.models.form import Form

_LEAST_HEADINGS = 3
_LEAST_ALONE = 2
_LEAST_LABELS = 3
_MOST_IN_FIRST_ROWS = 4


def seen_projects(form: Form, table: Table) -> tuple[list[SeenProject], list[Seen]]:
    """Return the forms on a worksheet, one below the other, and what belongs to none of them."""
    projects: list[SeenProject] = []
    row = 0
    while row < table.row_count:
        heading_row = _next_headings(form, table, row)
        project = SeenProject()
        labels = HeadReader(form, table, row, heading_row).read(project)
        if heading_row < table.row_count:
            project.has_grid = True
            project.heading_row = heading_row
            row = _GridReader(form, table, heading_row).read(project)
        elif labels >= _LEAST_LABELS and not projects:
            row = heading_row
        else:
            spots = (spot for each in table.filled(row, heading_row) for spot in table.row(each))
            return projects, [Seen(table.texts[spot], spot) for spot in spots]
        projects.append(project)
    return projects, []


def has_grid(form: Form, table: Table) -> bool:
    """Tell whether a worksheet holds the headings of an indicator grid."""
    return _next_headings(form, table, 0) < table.row_count


def _next_headings(form: Form, table: Table, first: int) -> int:
    """Return the next row of grid headings, or the end of the table."""
    rows = table.filled(first)
    found = (row for row in rows if _is_heading_row(form, table, row))
    return next(found, table.row_count)


def _is_heading_row(form: Form, table: Table, row: int) -> bool:
    """Tell whether a row has the headings of a grid; a first row needs nothing but headings."""
    found = len(_headings(form, table, row))
    is_first = table.filled()[0] == row and found == len(table.row(row))
    return found >= (_LEAST_ALONE if is_first else _LEAST_HEADINGS)


def _headings(form: Form, table: Table, row: int) -> dict[str, int]:
    """Return the column of each grid heading in a row, in whatever spelling."""
    own = {key(column.heading): column.field for column in form.grid}
    spots = table.row(row)
    fields = fields_of([key(table.texts[spot]) for spot in spots], own)
    there = set(own.values())
    found = ((field, spot) for field, spot in zip(fields, spots, strict=True) if field in there)
    return {field: spot.column for field, spot in found}


class _GridReader:
    """Reads the indicators below a row of headings, level names filled in from above."""

    def __init__(self, form: Form, table: Table, heading_row: int) -> None:
        self._form = form
        self._table = table
        self._heading_row = heading_row
        self._columns = _headings(form, table, heading_row)
        self._levels: dict[str, str] = {}

    def read(self, project: SeenProject) -> int:
        """Add the rows to a project and return the row where the next form begins."""
        table = self._table
        for row in table.filled(self._heading_row + 1):
            if self._begins_form(row):
                return row
            spots = set(table.row(row))
            if _is_heading_row(self._form, table, row):
                continue  # the headings repeated on a new page
            cells = {
                field: Seen(table.text(row, column), table.origin(row, column))
                for field, column in self._columns.items()
            }
            own = spots & {seen.spot for seen in cells.values()}
            if own and not self._is_note(row):
                project.rows.append(self._filled(cells))
                spots -= own
            project.unread += [Seen(table.texts[spot], spot) for spot in sorted(spots)]
        return table.row_count

    def _filled(self, cells: dict[str, Seen]) -> Row:
        """Fill empty level names in from the row before, as the printed form leaves them out."""
        for field in ("level1", "level2"):
            seen = cells.get(field)
            if seen and seen.text:
                if field == "level1" and seen.text != self._levels.get(field):
                    self._levels.clear()
                self._levels[field] = seen.text
            elif seen:
                cells[field] = Seen(self._levels.get(field, ""), seen.spot)
        return cells

    def _is_note(self, row: int) -> bool:
        """Tell whether a row holds words below the table (填表人：…) and no indicator."""
        spots = self._table.row(row)
        if len(spots) > 1:
            return False
        area = self._table.area(spots[0])
        covered = range(area.column, area.column + area.columns)
        if sum(column in covered for column in self._columns.values()) > 1:
            return True
        text = key(self._table.texts[spots[0]])
        first = area.column == self._columns.get("level1") and area.rows == 1
        return first and self._form.level(text) is None

    def _begins_form(self, row: int) -> bool:
        """Tell whether a row belongs to the head of another form."""
        texts = [key(self._table.texts[spot]) for spot in self._table.row(row)]
        if len(texts) > _MOST_IN_FIRST_ROWS:
            return False
        first_labels = [label.key for label in head_labels(self._form)[:1]]
        return (
            (len(texts) == 1 and texts[0].endswith(key(self._form.title_of(""))))
            or key(self._form.wording.money_unit) in texts
            or texts[:1] == first_labels
        )
