"""What a single table row shows about the table it stands in."""

from enum import Enum, auto

from perfdesk.io.disclosure.blocks import Block, Paragraph, TableRow
from perfdesk.io.disclosure.headings import heading_of
from perfdesk.io.disclosure.words import Words, is_money_unit, is_unit, label

_FAR = 16
"""Blocks looked through for the indicator grid of a table; a head has six rows."""


class RowKind(Enum):
    """What a row is, as far as it can be told without its neighbours."""

    UNIT = auto()
    HEAD = auto()
    HEADINGS = auto()
    OTHER = auto()


def row_kind(row: TableRow, words: Words) -> RowKind:
    """Tell the line of the budget unit, rows that begin with a head label, grid headings."""
    cells = row.cells
    if label(cells[0]) in words.head.opening:
        return RowKind.HEAD
    if words.grid_fields(cells):
        return RowKind.HEADINGS
    filled = [cell for cell in cells if cell]
    has_unit = is_unit(cells[0]) or any(is_money_unit(cell) for cell in filled)
    return RowKind.UNIT if has_unit and len(filled) <= 3 else RowKind.OTHER


def begins_indicator(cells: tuple[str, ...], words: Words) -> bool:
    """Tell whether a row begins like one of the grid: with a level, or an empty cell and one."""
    if not cells:
        return False
    if cells[0]:
        return words.is_level(cells[0], 1)
    return len(cells) > 1 and words.is_level(cells[1], 2)


def table_follows(blocks: list[Block], index: int, words: Words) -> bool:
    """Tell whether the row at `index` begins a project's table, judged by the rows below it."""
    for block in blocks[index : index + _FAR]:
        if isinstance(block, Paragraph):
            if heading_of(block.text, words):
                return False
        elif row_kind(block, words) is RowKind.HEADINGS:
            return True
    return False


def is_unit_paragraph(text: str) -> bool:
    """Tell whether a paragraph is the line above a table that names unit and 单位：万元."""
    return is_unit(text) or any(is_money_unit(part) for part in text[-80:].split()[-2:])
