"""Blocks of cells pasted where they find a place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from perfdesk.io.clipboard.block import Block, Texts
from perfdesk.io.clipboard.stray import Stray, spot_words
from perfdesk.io.headings import sure_field
from perfdesk.models.amount import number
from perfdesk.models.change import Change, Together
from perfdesk.models.document import Content
from perfdesk.models.form import Form
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Cell, Place, indicator_text, typed_content
from perfdesk.ui.form.cells import Cells
from perfdesk.ui.form.edits import fill_places
from perfdesk.ui.form.paste_rows import LEVELS
from perfdesk.ui.form.rows import insert, row_beside

_LABEL = "粘贴"
Target = Place | str
"""Where a pasted text goes: a place of the document, or a printed text that it may repeat."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What pasting comes to: a change, if any, and the texts that found no place.

    `places` are the cells that took something.
    """

    change: Change | None
    left_over: tuple[Stray, ...]
    places: frozenset[Place]


def tiled(table: Texts, rows: int, columns: int) -> Texts:
    """Return a block repeated over a selection that is a multiple of its size, else itself.

    A selection of one row or column is as wide or high as the block needs.
    """
    height, width = len(table), len(table[0])
    rows, columns = (height if rows == 1 else rows), (width if columns == 1 else columns)
    if rows % height or columns % width:
        return table
    return tuple(row * (columns // width) for row in table) * (rows // height)


def paste(form: Form, project: Project, cells: Cells, start: Cell, table: Texts) -> Pasted:
    """Return what pasting a block with its corner on `start` comes to; the grid may grow.

    A block as wide as the columns of the sheet, with blanks where cells are merged, counts as
    copied from the form in a spreadsheet. A level left blank is the one above it, as where
    levels are merged; names of levels that stand there stay where other columns come along.
    """
    sheet_rows = range(start.row, start.row + len(table))
    missing = max(0, sheet_rows.stop - cells.sheet.row_count)
    count = len(project.indicators)
    added = [row_beside(project, count - 1) for _ in range(missing)]
    grown = replace(project, indicators=(*project.indicators, *added))
    targets = [_targets(form, grown, cells, row, start.column) for row in sheet_rows]
    if not _is_sheetwise(targets, table):
        targets = [[each for each in row if each is not None] for row in targets]
    contents, left_over = _matched(form, grown, targets, table)
    if left_over and all(number(each.text.removesuffix("%")) is not None for each in left_over):
        # Numbers alone, copied without the labels that stand between them on the form.
        places = [[each for each in row if isinstance(each, Place)] for row in targets]
        alone, missing_places = _matched(form, grown, places, table)
        contents, left_over = (contents, left_over) if missing_places else (alone, ())
    change = fill_places(form, grown, contents, _LABEL)
    if added:
        more = (change,) if change else ()
        change = Together(_LABEL, (insert(project, count, added), *more))
    return Pasted(change, left_over, frozenset(contents))


def columns_from(form: Form, column: int, table: Texts) -> list[str]:
    """Return the fields that the columns of a block stand for, pasted on the grid from a column.

    A column in which a merged cell goes on, as copied from the form in a spreadsheet, has none.
    """
    line = _grid_targets(form, Indicator())[column:]
    if not _is_sheetwise([line] * len(table), table):
        line = [each for each in line if each is not None]
    return [each.field if isinstance(each, Place) else "" for each in line][: len(table[0])]


def headless(form: Form, block: Block, place: Place) -> Block | None:
    """Return a single column without its heading, None where it has none on top.

    A heading is one of the column that it is pasted into, in whatever spelling is sure.
    """
    if block.width != 1 or len(block.texts) == 1:
        return None
    own = {column.heading: column.field for column in form.grid}
    heading = block.texts[0][0]
    return block.without({0}, ()) if sure_field(heading, own) == place.field else None


def _targets(
    form: Form, project: Project, cells: Cells, row: int, column: int
) -> list[Target | None]:
    """Return what stands in each sheet column of a row; None where a cell only goes on."""
    first = cells.sheet.heading_row + 1
    if row >= first:
        return _grid_targets(form, project.indicators[row - first])[column:]
    found: list[Target | None] = []
    for at in range(column, len(cells.sheet.widths)):
        cell = cells.at(row, at)
        if cell is None or cell.column != at:
            found.append(None)
        else:
            found.append(cell.place if cell.place and cell.row == row else cell.text)
    return found


def _grid_targets(form: Form, row: Indicator) -> list[Target | None]:
    found: list[Target | None] = []
    for column in form.grid:
        found += [Place(row.id, column.field), *[None] * (column.columns - 1)]
    return found


def _is_sheetwise(targets: Sequence[Sequence[Target | None]], table: Texts) -> bool:
    """Whether a block has the sheet's own columns, blank wherever a cell only goes on."""
    width = len(table[0])
    if any(width > len(row) for row in targets):
        return False
    fewer = any(width > sum(each is not None for each in row) for row in targets)
    pairs = (
        pair
        for row, texts in zip(targets, table, strict=True)
        for pair in zip(row, texts, strict=False)
    )
    return fewer and not any(text for target, text in pairs if target is None)


def _matched(
    form: Form, project: Project, targets: Sequence[Sequence[Target | None]], table: Texts
) -> tuple[dict[Place, Content], tuple[Stray, ...]]:
    """Return the content for each place, and the texts that have none."""
    contents: dict[Place, Content] = {}
    above: dict[str, str] = {}
    left_over: list[Stray] = []
    width = len(table[0])
    fields = {each.field for row in targets for each in row[:width] if isinstance(each, Place)}
    levels_stay = not fields.issubset(LEVELS)
    standing = {row.id: row for row in project.indicators}
    for at, (row, texts) in enumerate(zip(targets, table, strict=True)):
        for index, text in enumerate(texts):
            target = row[index] if index < len(row) else None
            is_level = isinstance(target, Place) and target.field in LEVELS
            if isinstance(target, Place) and is_level:
                above[target.field] = text.strip() or above.get(target.field, "")
                printed = indicator_text(standing[target.row_id], target.field)
                if levels_stay and printed:
                    target = printed
                elif not above[target.field]:
                    continue
            if not isinstance(target, Place):
                if text.strip() and text.strip() != target:
                    left_over.append(Stray(text, _spot(table, at, index)))
                continue
            taken = above[target.field] if is_level else text
            contents[target] = typed_content(form, target.field, taken)
    return contents, tuple(left_over)


def _spot(table: Texts, row: int, column: int) -> str:
    """Return where a text stands in a block, as far as that is to be said."""
    if len(table) == 1:
        return f"第{column + 1}列" if len(table[0]) > 1 else ""
    return spot_words(row, column) if len(table[0]) > 1 else f"第{row + 1}行"
