"""Fits the cells of a row to the columns of its table: blanks too many, cells too few."""

from collections import defaultdict

from perfdesk.io.disclosure.tables import begins_indicator
from perfdesk.io.disclosure.words import Words


def spare_columns(
    rows: list[tuple[str, ...]], width: int, words: Words
) -> dict[int, frozenset[int]]:
    """Return, for each length of row above `width`, the blank columns to take out.

    Blank columns at the end go first, unless the rows then do not begin with levels.
    """
    by_length: defaultdict[int, list[tuple[str, ...]]] = defaultdict(list)
    for row in rows:
        if len(row) > width:
            by_length[len(row)].append(row)
    return {length: _spare(alike, length - width, words) for length, alike in by_length.items()}


def fitted(cells: tuple[str, ...], spare: dict[int, frozenset[int]]) -> tuple[str, ...]:
    """Return the cells of a row without the spare ones."""
    out = spare.get(len(cells), frozenset())
    return tuple(cell for column, cell in enumerate(cells) if column not in out)


def aligned(
    cells: tuple[str, ...], width: int, words: Words, *, has_rows: bool
) -> tuple[str, ...] | None:
    """Put the cells of a short row under their headings; None where it is no indicator.

    Level cells that are merged with those above may be left out altogether; else the cells
    missing are those at the end.
    """
    missing = width - len(cells)
    if missing <= 0 or begins_indicator(cells, words) or not any(cells[:2]):
        return cells + ("",) * missing
    if words.is_level(cells[0], 2):
        return ("", *cells, *("",) * (missing - 1))
    if has_rows and (missing == 2 or (missing == 1 and not cells[0])):
        return ("",) * missing + cells
    return None


def _spare(rows: list[tuple[str, ...]], count: int, words: Words) -> frozenset[int]:
    length = len(rows[0])
    blank = [column for column in range(length) if not any(row[column] for row in rows)]
    if len(blank) < count:
        return frozenset()
    choices = (blank[-count:], [column for column in blank if column][:count])
    for choice in choices:
        spare = frozenset(choice)
        kept = [column for column in range(length) if column not in spare]
        begun = sum(begins_indicator(tuple(row[at] for at in kept), words) for row in rows)
        if 2 * begun > len(rows):
            return spare
    return frozenset(choices[0])
