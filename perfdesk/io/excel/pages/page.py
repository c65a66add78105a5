"""A worksheet as it will look, before any library draws it and to compare a read one with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto
from math import ceil

from perfdesk.io.excel.pages.heights import HIGHEST_ROW, text_height
from perfdesk.io.excel.pages.shown import shown
from perfdesk.models.amount import amount, percentage, printed
from perfdesk.models.sheet import Role

_DIGITS_HELD = 15
_HIGHEST_TEXT = HIGHEST_ROW - 9


class Extra(Enum):
    """What a cell is on the pages that are not a project's form."""

    SECTION = auto()
    PROSE = auto()
    ORDINAL = auto()
    TOTAL = auto()
    TOTAL_AMOUNT = auto()
    GROUP = auto()
    NOTE = auto()
    ERROR = auto()
    WARNING = auto()
    HINT = auto()


Look = Role | Extra
FONT_SIZE = 10.5
TITLE_SIZE = 16.0
_LEAST_HEIGHT: dict[Look, float] = {
    Role.TITLE: 36,
    Role.UNIT: 20,
    Role.MONEY_UNIT: 20,
    Role.GAP: 9,
    Extra.SECTION: 28,
}
_LEAST_OTHERWISE = 24.0


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell covering `rows` × `columns` from (`row`, `column`), counted from 0.

    `text` is what it shows; `number` what it holds where that is a number.
    """

    row: int
    column: int
    rows: int
    columns: int
    look: Look
    text: str
    number: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A worksheet: column `widths` in characters, row `heights` in points, its cells.

    The row `heading_row` is repeated on every printed page; `frozen` keeps it in sight.
    """

    name: str
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    cells: tuple[PageCell, ...]
    heading_row: int | None = None
    landscape: bool = False
    frozen: bool = False


def page_cell(
    row: int, column: int, look: Look, text: str, *, rows: int = 1, columns: int = 1
) -> PageCell:
    """Return a cell that shows `text`, as a number where it is one and a cell can hold it."""
    text = shown(text)
    number = _number(look, text) if text else None
    return PageCell(row, column, rows, columns, look, text, number)


def fitted(
    cells: Sequence[PageCell], widths: Sequence[float], row_count: int
) -> tuple[tuple[PageCell, ...], tuple[float, ...], tuple[int, ...]]:
    """Give rows the heights that their texts need.

    A row higher than a worksheet allows becomes several, and its cells cover them all.
    Returns the cells, the heights, and for each row of before where it starts now.
    """
    needed = _needed_heights(cells, widths, row_count)
    parts = [max(1, ceil(height / _HIGHEST_TEXT)) for height in needed]
    starts = [sum(parts[:row]) for row in range(row_count + 1)]
    heights = tuple(
        round(height / count, 1)
        for height, count in zip(needed, parts, strict=True)
        for _ in range(count)
    )
    if len(heights) == row_count:
        return tuple(cells), heights, tuple(starts)
    moved = (
        replace(cell, row=starts[cell.row], rows=starts[cell.row + cell.rows] - starts[cell.row])
        for cell in cells
    )
    return tuple(moved), heights, tuple(starts)


def _needed_heights(
    cells: Iterable[PageCell], widths: Sequence[float], row_count: int
) -> list[float]:
    heights = [0.0] * row_count
    for cell in sorted(cells, key=lambda each: each.rows):
        least = _LEAST_HEIGHT.get(cell.look, _LEAST_OTHERWISE) if cell.rows == 1 else 0.0
        width = sum(widths[cell.column : cell.column + cell.columns])
        size = TITLE_SIZE if cell.look is Role.TITLE else FONT_SIZE
        height = max(least, text_height(cell.text, width, size)) if cell.text else least
        rows = range(cell.row, cell.row + cell.rows)
        missing = height - sum(heights[row] for row in rows)
        if missing > 0:
            for row in rows:
                heights[row] += missing / cell.rows
    return heights


def _number(look: Look, text: str) -> Decimal | None:
    """Return the number to hold, None unless it will read back as exactly this text."""
    if look in (Role.AMOUNT, Extra.TOTAL_AMOUNT):
        value = amount(text)
        exact = value is not None and printed(value) == text
    elif look is Role.PERCENT:
        value = percentage(text)
        exact = value is not None and f"{value:f}%" == text
        value = None if value is None else value / 100
    elif look in (Extra.ORDINAL, Extra.TOTAL):
        value = Decimal(text) if text.isascii() and text.isdigit() else None
        exact = value is not None and f"{value:f}" == text
    else:
        return None
    return value if exact and value is not None and _is_held(value) else None


def _is_held(value: Decimal) -> bool:
    """Tell whether a cell, which keeps 15 digits, gives this number back unchanged."""
    return not (value.is_zero() and value.is_signed()) and (
        Decimal(f"{float(value):.{_DIGITS_HELD}g}") == value
    )
