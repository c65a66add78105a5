"""Where a form that is longer than a page is parted: between rows, never through a line."""

from collections.abc import Iterator
from typing import NamedTuple

from perfdesk.models.sheet import Cell, Role
from perfdesk.ui.form.layout import SheetLayout
from perfdesk.ui.form.metrics import PADDING_X


class Segment(NamedTuple):
    """What of the sheet stands on one page, from `top` to `bottom`.

    Those that begin within the grid have its headings above them once more.
    """

    top: int
    bottom: int
    headed: bool


def segments(layout: SheetLayout, room: int, above: int = 0) -> Iterator[Segment]:
    """Yield the pages of a sheet that is laid out, each at most `room` high.

    On the first one, `above` is taken by what stands above the sheet.
    """
    top, end = layout.y[0], layout.y[-1]
    heading = layout.cells.sheet.heading_row
    below_heading = layout.y[heading + 1]
    heading_height = below_heading - layout.y[heading]
    while True:
        headed = top >= below_heading and top < end
        limit = top + room - above - (heading_height if headed else 0)
        bottom = end if end <= limit else _break(layout, top, limit)
        yield Segment(top, bottom, headed)
        if bottom >= end:
            return
        top, above = bottom, 0


def _break(layout: SheetLayout, top: int, limit: int) -> int:
    """Return where a page that begins at `top` ends: at `limit` or above it, where it can be."""
    heading = layout.cells.sheet.heading_row
    under_heading = layout.y[heading + 1]  # headings do not stand alone
    rows = [y for y in layout.y[1:] if top < y <= limit and y != under_heading]
    best = next((y for y in reversed(rows) if _cuts_nothing(layout, y)), top)
    below = layout.row_at(best)
    if best > top and layout.y[below + 1] - best <= limit - top:
        return best
    # The row below fits on no page: it begins on this one, as far as its lines go.
    lines = sorted({y for y in _line_ends(layout, best, limit) if best < y <= limit}, reverse=True)
    return next((y for y in lines if _cuts_nothing(layout, y)), best if best > top else limit)


def _cuts_nothing(layout: SheetLayout, y: int) -> bool:
    """Whether no line of text stands across a height; level names move to where they are seen."""
    return not any(
        start < y < end
        for cell in _cells_at(layout, y)
        for start, end in _lines(layout, cell)
        if not (cell.role is Role.LEVEL and cell.rows > 1)
    )


def _line_ends(layout: SheetLayout, top: int, limit: int) -> Iterator[int]:
    first, last = layout.row_at(top), layout.row_at(limit)
    for row in range(first, last + 1):
        for cell in layout.cells.in_row(row):
            for _, end in _lines(layout, cell):
                yield int(end)


def _cells_at(layout: SheetLayout, y: int) -> tuple[Cell, ...]:
    rows = {layout.row_at(y - 1), layout.row_at(y)}
    return tuple(dict.fromkeys(cell for row in rows for cell in layout.cells.in_row(row)))


def _lines(layout: SheetLayout, cell: Cell) -> Iterator[tuple[float, float]]:
    """Yield where the lines of a cell's text begin and end."""
    shown = layout.shown(cell)
    if not shown.text:
        return
    metrics, rect = layout.metrics, layout.rect(cell)
    width = rect.width() - 2 * metrics.px(PADDING_X)
    letters = metrics.set(shown.text, cell.role, width, shown.strong)
    top = rect.top() + max(0.0, rect.height() - letters.height) / 2
    for number in range(letters.layout.lineCount()):
        line = letters.layout.lineAt(number)
        yield top + line.y(), top + line.y() + line.height()
