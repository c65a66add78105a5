"""A project's form laid out as a sheet of cells, the same for the window, Excel and print.

The form's data say which cells there are; the project fills them. A cell that can be filled
in carries the place in the document that it shows, so whoever draws the sheet can also edit
it, without knowing the form.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from perfdesk.models.amount import amount, printed
from perfdesk.models.document import Content
from perfdesk.models.form import Column, Form, HeadCell
from perfdesk.models.listing import listed
from perfdesk.models.numbering import number_lines
from perfdesk.models.project import Indicator, Project, Unit
from perfdesk.models.value import IndicatorValue


class Role(Enum):
    """What a cell is in the form, which decides how it looks."""

    TITLE = auto()
    UNIT = auto()
    MONEY_UNIT = auto()
    LABEL = auto()
    HEADING = auto()
    TEXT = auto()
    AMOUNT = auto()
    PERCENT = auto()
    LEVEL = auto()
    VALUE = auto()
    GAP = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a document a cell's content stands: the row's id and the field in it."""

    row_id: str
    field: str


OVERALL = Place("", "statement.overall")
"""The one text of part one that is in no row."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a sheet, covering `rows` × `columns` of its grid from (`row`, `column`).

    `covers` are the ids of the indicators that a merged level cell stands for.
    """

    row: int
    column: int
    rows: int
    columns: int
    role: Role
    text: str
    place: Place | None = None
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A laid-out form: relative column widths and cells that tile `row_count` rows.

    `heading_row` is the row of the indicator grid's headings; the rows below it are
    indicators, one each.
    """

    widths: tuple[int, ...]
    row_count: int
    heading_row: int
    cells: tuple[Cell, ...]


def project_sheet(form: Form, project: Project) -> Sheet:
    """Lay a project out on its form; a project without indicators has an empty grid."""
    cells = [*_title(form, project)]
    head = [*_head(form, project)]
    cells += head
    heading_row = 2 + len(form.head) + 1
    cells.append(Cell(heading_row - 1, 0, 1, len(form.widths), Role.GAP, ""))
    cells += _grid(form, project, heading_row)
    return Sheet(form.widths, heading_row + 1 + len(project.indicators), heading_row, tuple(cells))


def _title(form: Form, project: Project) -> Iterator[Cell]:
    width = len(form.widths)
    half = width - 2
    yield Cell(0, 0, 1, width, Role.TITLE, form.title_of(project.name), Place(project.id, "name"))
    yield Cell(1, 0, 1, half, Role.UNIT, project.unit.printed, Place(project.id, "unit"))
    yield Cell(1, half, 1, width - half, Role.MONEY_UNIT, form.wording.money_unit)


def _head(form: Form, project: Project) -> Iterator[Cell]:
    free = [0] * len(form.widths)
    for index, row in enumerate(form.head):
        column = 0
        for cell in row:
            while column < len(free) and free[column] > index:
                column += 1
            yield _head_cell(form, project, cell, 2 + index, column)
            free[column : column + cell.columns] = [index + cell.rows] * cell.columns
            column += cell.columns


def _head_cell(form: Form, project: Project, cell: HeadCell, row: int, column: int) -> Cell:
    if not cell.field:
        return Cell(row, column, cell.rows, cell.columns, Role.LABEL, cell.label)
    text = field_text(form, project, cell.field)
    place = Place(project.id, cell.field)
    return Cell(row, column, cell.rows, cell.columns, _role(cell.field), text, place)


def _grid(form: Form, project: Project, heading_row: int) -> Iterator[Cell]:
    at = 0
    for column in form.grid:
        yield Cell(heading_row, at, 1, column.columns, Role.HEADING, column.heading)
        if column.field == "level1":
            yield from _merged(column, at, project.indicators, heading_row + 1)
        else:
            for row, each in enumerate(project.indicators, heading_row + 1):
                place = Place(each.id, column.field)
                text = indicator_text(each, column.field)
                yield Cell(row, at, 1, column.columns, _role(column.field), text, place)
        at += column.columns


def _merged(
    column: Column, at: int, indicators: tuple[Indicator, ...], first_row: int
) -> Iterator[Cell]:
    """Yield one cell for each run of indicators that name the same level."""
    start = 0
    while start < len(indicators):
        text = indicator_text(indicators[start], column.field)
        end = start + 1
        while end < len(indicators) and indicator_text(indicators[end], column.field) == text:
            end += 1
        run = tuple(each.id for each in indicators[start:end])
        place = Place(run[0], column.field)
        row = first_row + start
        yield Cell(row, at, end - start, column.columns, Role.LEVEL, text, place, run)
        start = end


def _role(field: str) -> Role:
    if field.startswith("budget."):
        return Role.AMOUNT
    if field.startswith("plan."):
        return Role.PERCENT
    if field in ("level1", "level2"):
        return Role.LEVEL
    return Role.VALUE if field == "value" else Role.TEXT


def indicator_text(indicator: Indicator, field: str) -> str:
    """Return what the grid prints for a field of an indicator."""
    content: str | IndicatorValue = getattr(indicator, field)
    return content.text if isinstance(content, IndicatorValue) else content


def field_text(form: Form, project: Project, field: str) -> str:
    """Return what the head table prints for a field of a project.

    Amounts have two decimals, percentages their sign, goals their numbers; what is no number
    is printed as it stands.
    """
    if field == "goals":
        return number_lines(form.wording.goal_number, project.goals)
    name, _, inner = field.partition(".")
    text: str = getattr(getattr(project, name), inner) if inner else getattr(project, name)
    if name == "budget":
        value = amount(text)
        return text if value is None else printed(value)
    return text + "%" if name == "plan" and text else text


def edited_text(form: Form, row: Project | Indicator, field: str) -> str:
    """Return the text that an editor opens with: the content as it was typed, goals numbered."""
    if isinstance(row, Indicator):
        return indicator_text(row, field)
    if field == "unit":
        return row.unit.printed
    if field == "goals":
        return field_text(form, row, field)
    name, _, inner = field.partition(".")
    content: str = getattr(getattr(row, name), inner) if inner else getattr(row, name)
    return content


def typed_content(form: Form, field: str, text: str) -> Content:
    """Return what a text typed into a cell of the sheet means for the field behind it.

    Outer blanks go, goals lose their numbers, a percentage its sign, a value is split, a unit
    is parted into code and name; else the text stays as typed.
    """
    text = text.strip()
    if field == "goals":
        return listed(text)
    if field == "value":
        return IndicatorValue.typed(text, form.wording.percent)
    if field == "unit":
        return Unit.typed(text)
    if field.startswith("plan."):
        return text.removesuffix("%").removesuffix("％").rstrip()
    return text
