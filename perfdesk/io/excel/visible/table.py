"""A worksheet as a table to be understood, whether it was read or is yet to be drawn."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping

from perfdesk.io.excel.pages.page import Page
from perfdesk.io.excel.parts.grid import Area, Grid, Spot

_LARGEST_AREA = 100_000
"""Of merged cells, counted in cells; a larger one says nothing about a form."""
_BLANKS = re.compile(r"\s+")
_BRACKETED = re.compile(r"\([^()]*\)$")
_SECTION_NUMBER = re.compile(r"^[(]?[一二三四五六七八九十]+[)]?[、.,]?")


class Table:
    """Texts and merged cells of a worksheet; outer blanks of texts do not count."""

    def __init__(self, name: str, texts: Mapping[Spot, str], areas: Iterable[Area]) -> None:
        self.name = name
        self.texts = {spot: text.strip() for spot, text in sorted(texts.items()) if text.strip()}
        self._starts: dict[Spot, Area] = {}
        self._covered: dict[Spot, Spot] = {}
        self._rows: dict[int, list[Spot]] = {}
        for spot in self.texts:
            self._rows.setdefault(spot.row, []).append(spot)
        self._filled = list(self._rows)
        self.row_count = max(self._rows, default=-1) + 1
        last_column = max((spot.column for spot in self.texts), default=-1)
        for area in areas:
            self._cover(area, last_column)

    @classmethod
    def of_page(cls, page: Page) -> "Table":
        """Return the table that a page will be when it is read again."""
        texts = {Spot(cell.row, cell.column): cell.text for cell in page.cells if cell.text}
        areas = (
            Area(cell.row, cell.column, cell.rows, cell.columns)
            for cell in page.cells
            if (cell.rows, cell.columns) != (1, 1)
        )
        return cls(page.name, texts, areas)

    @classmethod
    def of_grid(cls, grid: Grid) -> "Table":
        """Return the table that a worksheet holds."""
        return cls(grid.name, grid.texts, grid.areas)

    def filled(self, first: int = 0, end: int | None = None) -> list[int]:
        """Return the rows from `first` to `end` (without it) in which a cell with a text begins.

        A worksheet may have its last text in row 1,048,576 and nothing above it.
        """
        stop = len(self._filled) if end is None else bisect_left(self._filled, end)
        return self._filled[bisect_left(self._filled, first) : stop]

    def row(self, row: int) -> list[Spot]:
        """Return the cells of a row that begin there and show something, from the left."""
        return self._rows.get(row, [])

    def origin(self, row: int, column: int) -> Spot:
        """Return the cell that is seen at a place: itself, or the merged one that covers it."""
        return self._covered.get(Spot(row, column), Spot(row, column))

    def text(self, row: int, column: int) -> str:
        """Return what is seen at a place, also in the covered part of a merged cell."""
        return self.texts.get(self.origin(row, column), "")

    def area(self, spot: Spot) -> Area:
        """Return how far the cell reaches that begins at a place."""
        return self._starts.get(spot) or Area(*spot, 1, 1)

    def _cover(self, area: Area, last_column: int) -> None:
        """Keep a merged area, as far as the worksheet is filled: whole columns may be merged."""
        start = Spot(area.row, area.column)
        rows = range(area.row, min(area.row + area.rows, self.row_count))
        columns = range(area.column, min(area.column + area.columns, last_column + 1))
        self._starts[start] = area
        if len(rows) * len(columns) <= _LARGEST_AREA:
            for row in rows:
                for column in columns:
                    self._covered[Spot(row, column)] = start


def key(text: str) -> str:
    """Return what makes a printed label that label: no blanks, no brackets behind it."""
    plain = _BLANKS.sub("", unicodedata.normalize("NFKC", text))
    return _BRACKETED.sub("", plain.removeprefix("其中:").removesuffix(":"))


def section_key(text: str) -> str:
    """Return what makes a printed heading that heading: also without its number (一、)."""
    return _SECTION_NUMBER.sub("", key(text))
