"""Blocks of cells copied from the sheet, for other programs and for the sheet itself."""

from typing import TYPE_CHECKING

from perfdesk.io.clipboard import block as clip
from perfdesk.models.project import Project
from perfdesk.models.sheet import Cell, Role
from perfdesk.ui.clipboard import put
from perfdesk.ui.form.cells import Block, Cells

if TYPE_CHECKING:
    from perfdesk.ui.form.sheet_view import SheetView


def copy_selection(view: "SheetView", cut: str = "") -> None:
    """Put the selected block of a sheet on the clipboard; `cut` marks what is to be moved."""
    if block := view.where.block:
        copied = (view.sheet.project, view.sheet.cells, block)
        put(copied_texts(*copied), copied_block(*copied), cut)


def copied_texts(project: Project, cells: Cells, block: Block) -> clip.Texts:
    """Return the texts of a block as printed; merged levels stand in each of their rows."""
    return tuple(
        tuple(
            _text(project, cell) if cell.row == row or cell.covers else ""
            for cell in _in(cells, block, row)
        )
        for row in range(block.top, block.bottom + 1)
    )


def copied_block(project: Project, cells: Cells, block: Block) -> clip.Block:
    """Return a block with its merged cells, as a table of another program shows it.

    Rows of the grid have a column for each cell. With rows of the head among them the columns
    are those of the sheet, so that the whole form looks as it is printed.
    """
    if block.top > cells.sheet.heading_row:
        return _grid_block(project, cells, block)
    width = block.right - block.left + 1
    texts = [[""] * width for _ in range(block.top, block.bottom + 1)]
    merges = []
    for cell in dict.fromkeys(
        c for row in range(block.top, block.bottom + 1) for c in _in(cells, block, row)
    ):
        row, column = cell.row - block.top, cell.column - block.left
        texts[row][column] = cell.text
        if cell.rows * cell.columns > 1:
            merges.append(clip.Merge(row, column, cell.rows, cell.columns))
    return clip.Block(tuple(map(tuple, texts)), tuple(merges))


def _grid_block(project: Project, cells: Cells, block: Block) -> clip.Block:
    rows = [_in(cells, block, row) for row in range(block.top, block.bottom + 1)]
    texts = tuple(
        tuple(_text(project, cell) if cell.row == row else "" for cell in line)
        for row, line in enumerate(rows, block.top)
    )
    merges = tuple(
        clip.Merge(cell.row - block.top, column, cell.rows, 1)
        for row, line in enumerate(rows, block.top)
        for column, cell in enumerate(line)
        if cell.rows > 1 and cell.row == row
    )
    return clip.Block(texts, merges)


def _in(cells: Cells, block: Block, row: int) -> list[Cell]:
    return [
        cell
        for cell in cells.in_row(row)
        if cell.column <= block.right and cell.column + cell.columns > block.left
    ]


def _text(project: Project, cell: Cell) -> str:
    return project.name if cell.role is Role.TITLE else cell.text
