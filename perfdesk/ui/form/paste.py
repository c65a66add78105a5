"""Blocks of cells pasted where they find a place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from perfdesk.io.clipboard.block import Texts
from perfdesk.models.amount import number
from perfdesk.models.change import Change, Together
from perfdesk.models.document import Content
from perfdesk.models.form import Form
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Cell, Place, typed_content
from perfdesk.ui.form.cells import Cells
from perfdesk.ui.form.edits import fill_places
from perfdesk.ui.form.rows import insert, row_beside

_LABEL = "粘贴"
_LEVELS = ("level1", "level2")
Target = Place | str
"""Where a pasted text goes: a place of the document, or a printed text that it may repeat."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What pasting comes to: a change, if any, and the texts that found no place."""

    change: Change | None
    left_over: tuple[str, ...]


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
    levels are merged.
    """
    sheet_rows = range(start.row, start.row + len(table))
    missing = max(0, sheet_rows.stop - cells.sheet.row_count)
    count = len(project.indicators)
    added = [row_beside(project, count - 1) for _ in range(missing)]
    grown = replace(project, indicators=(*project.indicators, *added))
    targets = [_targets(form, grown, cells, row, start.column) for row in sheet_rows]
    if not _is_sheetwise(targets, table):
        targets = [[each for each in row if each is not None] for row in targets]
    contents, left_over = _matched(form, targets, table)
    if left_over and all(number(text.removesuffix("%")) is not None for text in left_over):
        # Numbers alone, copied without the labels that stand between them on the form.
        places = [[each for each in row if isinstance(each, Place)] for row in targets]
        alone, missing_places = _matched(form, places, table)
        contents, left_over = (contents, left_over) if missing_places else (alone, ())
    change = fill_places(form, grown, contents, _LABEL)
    if added:
        more = (change,) if change else ()
        change = Together(_LABEL, (insert(project, count, added), *more))
    return Pasted(change, left_over)


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
    form: Form, targets: Sequence[Sequence[Target | None]], table: Texts
) -> tuple[dict[Place, Content], tuple[str, ...]]:
    """Return the content for each place, and the texts that have none."""
    contents: dict[Place, Content] = {}
    above: dict[str, str] = {}
    left_over: list[str] = []
    for row, texts in zip(targets, table, strict=True):
        for index, text in enumerate(texts):
            target = row[index] if index < len(row) else None
            if not isinstance(target, Place):
                if text and text != target:
                    left_over.append(text)
                continue
            if target.field in _LEVELS:
                above[target.field] = text.strip() or above.get(target.field, "")
                if not above[target.field]:
                    continue
            taken = above[target.field] if target.field in _LEVELS else text
            contents[target] = typed_content(form, target.field, taken)
    return contents, tuple(left_over)
