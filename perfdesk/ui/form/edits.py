"""What a person does to cells of the form, as changes to the document."""

from collections.abc import Iterable, Sequence

from perfdesk.models.change import Change, SetField, Together
from perfdesk.models.cleaning import tidied, untidy
from perfdesk.models.document import Content
from perfdesk.models.form import Form
from perfdesk.models.names import FIELD_NAMES
from perfdesk.models.numbering import number_lines
from perfdesk.models.project import Indicator, Project, Unit
from perfdesk.models.sheet import Cell, Place, Role, edited_text, typed_content
from perfdesk.models.value import IndicatorValue
from perfdesk.ui.form.cells import Block, Cells, places_of

Filled = tuple[Cell, Content]
"""A cell and what is to be put into it."""


def row_of(project: Project, row_id: str) -> Project | Indicator | None:
    """Return the project itself or one of its indicators by id, or None."""
    if project.id == row_id:
        return project
    return next((each for each in project.indicators if each.id == row_id), None)


def fill(form: Form, project: Project, filled: Iterable[Filled], label: str = "") -> Change | None:
    """Return the change that puts contents into cells, None where it would change nothing.

    A second level that belongs under another first level brings that one along, unless the
    first level is filled in at the same time.
    """
    contents = {place: content for cell, content in filled for place in places_of(cell)}
    return fill_places(form, project, contents, label)


def fill_places(
    form: Form, project: Project, contents: dict[Place, Content], label: str = ""
) -> Change | None:
    """Return the change that puts contents into places, None where it would change nothing."""
    changes: list[SetField] = []
    for place, content in contents.items():
        row = row_of(project, place.row_id)
        if row is None:
            continue
        # The same again says of what came from last year that it has been looked at.
        if content_of(row, place.field) == content and place.field not in row.carried:
            continue
        changes.append(SetField(place.row_id, place.field, content))
        above = Place(place.row_id, "level1")
        if isinstance(row, Indicator) and place.field == "level2" and above not in contents:
            changes += _level_brought_along(form, row, str(content))
    if len(changes) > 1 or (changes and label):
        fields = {change.field for change in changes}
        return Together(label or _label(fields), tuple(changes))
    return changes[0] if changes else None


def content_of(row: Project | Indicator, field: str) -> Content:
    """Return what stands in a field of a row, `budget.total` and the like included."""
    name, _, inner = field.partition(".")
    content: Content = getattr(getattr(row, name), inner) if inner else getattr(row, name)
    return content


def differences(cells: Cells, before: Project, after: Project) -> tuple[Place, ...]:
    """Return the places that a project shows otherwise than before, in reading order.

    Of a new row these are its own cells, not the level that it is merged under.
    """
    known = _rows(before)
    rows = _rows(after)
    found: list[Place] = []
    for cell in cells.editable:
        for place in places_of(cell):
            was, now = known.get(place.row_id), rows[place.row_id]
            if was is None:
                found += [place] if cell.rows == 1 else []
            elif content_of(was, place.field) != content_of(now, place.field):
                found.append(place)
    return tuple(found)


def cleared(form: Form, cells: Iterable[Cell]) -> Sequence[Filled]:
    """Return the cells with nothing in them."""
    return [(cell, typed_content(form, cell.place.field, "")) for cell in cells if cell.place]


def typed(form: Form, cells: Iterable[Cell], text: str) -> Sequence[Filled]:
    """Return the cells with the same text typed into each."""
    return [(cell, typed_content(form, cell.place.field, text)) for cell in cells if cell.place]


def tidied_cells(form: Form, project: Project, cells: Iterable[Cell]) -> Sequence[Filled]:
    """Return those of the cells whose texts could be tidier, with what they say then."""
    return [
        (cell, typed_content(form, cell.place.field, tidied(text)))
        for cell in cells
        if cell.place and cell.role is Role.TEXT
        if (text := text_to_edit(form, project, cell)) and untidy(text)
    ]


def spread(form: Form, source: Cell, content: Content, cells: Iterable[Cell]) -> Sequence[Filled]:
    """Return the cells with the content of one of them in each, as typed where fields differ."""
    field = source.place.field if source.place else ""
    text = as_text(form, content)
    return [
        (
            cell,
            content if cell.place.field == field else typed_content(form, cell.place.field, text),
        )
        for cell in cells
        if cell.place
    ]


def filled_down(form: Form, project: Project, cells: Cells, block: Block) -> Change | None:
    """Return the change that repeats the first row of a block of the grid in the rows below.

    A block of one row takes over the row above it.
    """
    top = block.top if block.bottom > block.top else block.top - 1
    ids = [cells.indicator_id(row) for row in range(top, block.bottom + 1)]
    source = row_of(project, ids[0] or "")
    if source is None:
        return None
    fields = {
        cell.place.field: content_of(source, cell.place.field)
        for cell in cells.in_row(block.top)
        if cell.place and block.touches(cell)
    }
    contents = {
        Place(row_id, field): content
        for row_id in ids[1:]
        if row_id
        for field, content in fields.items()
    }
    return fill_places(form, project, contents, "向下填充")


def filled_along(
    form: Form, project: Project, cells: Cells, block: Block, rows: range
) -> Change | None:
    """Return the change that repeats a block of the grid over sheet rows above or below it."""
    fields = [
        cell.place.field for cell in cells.in_row(block.top) if cell.place and block.touches(cell)
    ]
    height = block.bottom - block.top + 1
    contents: dict[Place, Content] = {}
    for row in rows:
        row_id = cells.indicator_id(row)
        source_id = cells.indicator_id(block.top + (row - block.top) % height)
        source = row_of(project, source_id or "")
        if row_id and source:
            contents |= {Place(row_id, field): content_of(source, field) for field in fields}
    return fill_places(form, project, contents, "填充")


def filled_right(form: Form, project: Project, cells: Cells, block: Block) -> Change | None:
    """Return the change that repeats the first cell of each row of a block at its right.

    A block of one column takes over the cell at its left. Texts are taken as typed where they
    come into another field.
    """
    filled: list[Filled] = []
    for row in range(block.top, block.bottom + 1):
        line = [cell for cell in cells.in_row(row) if cell.place and cell.row == row]
        chosen = [cell for cell in line if block.touches(cell)]
        if len(chosen) == 1:
            before = line.index(chosen[0]) - 1
            chosen = [line[before], *chosen] if before >= 0 else []
        if chosen and chosen[0].place and (source := row_of(project, chosen[0].place.row_id)):
            content = content_of(source, chosen[0].place.field)
            filled += spread(form, chosen[0], content, chosen[1:])
    return fill(form, project, filled, "向右填充")


def text_above(form: Form, project: Project, place: Place) -> str:
    """Return the text of the same field in the row above of the grid, empty in its first row."""
    ids = [row.id for row in project.indicators]
    if place.row_id not in ids[1:]:
        return ""
    return edited_text(form, project.indicators[ids.index(place.row_id) - 1], place.field)


def as_text(form: Form, content: Content) -> str:
    """Return a content as one would type it."""
    if isinstance(content, IndicatorValue):
        return content.text
    if isinstance(content, Unit):
        return content.printed
    if isinstance(content, tuple):
        return number_lines(form.wording.goal_number, content)
    return str(content)


def text_to_edit(form: Form, project: Project, cell: Cell) -> str:
    """Return the text an editor opens with in a cell, as it was typed."""
    row = row_of(project, cell.place.row_id) if cell.place else None
    return edited_text(form, row, cell.place.field) if row and cell.place else cell.text


def _rows(project: Project) -> dict[str, Project | Indicator]:
    rows: list[Project | Indicator] = [project, *project.indicators]
    return {row.id: row for row in rows}


def _level_brought_along(form: Form, row: Indicator, level2: str) -> list[SetField]:
    wanted = form.level_above(level2)
    if wanted is None or wanted == form.level(row.level1):
        return []
    return [SetField(row.id, "level1", wanted.name)]


def _label(fields: set[str]) -> str:
    field = "level2" if "level2" in fields else min(fields)
    return f"修改{FIELD_NAMES.get(field, '内容')}"
