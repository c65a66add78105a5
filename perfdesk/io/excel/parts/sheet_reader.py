"""Reads the XML of one worksheet into a `Grid`."""

import re
from dataclasses import dataclass
from functools import lru_cache

from perfdesk.io.excel.pages.shown import unstored
from perfdesk.io.excel.parts.formats import Kind, NumberFormat
from perfdesk.io.excel.parts.grid import Area, Grid, Oddity, Spot
from perfdesk.io.excel.parts.package import Attributes, Package

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_MOST_CELLS = 3_000_000
_ODDITY = {Kind.DATE: Oddity.DATE, Kind.LOST_DIGITS: Oddity.LOST_DIGITS}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What worksheets refer to by number: shared texts, and the formats of the cell styles."""

    texts: list[str]
    formats: list[NumberFormat]
    default: NumberFormat


class SheetReader:
    """Hears the elements of a worksheet and fills a grid with what its cells show.

    The size that the worksheet claims to have is ignored: some programs write a wrong one.
    """

    def __init__(self, package: Package, grid: Grid, vocabulary: Vocabulary) -> None:
        self._package = package
        self._grid = grid
        self._vocabulary = vocabulary
        self._row = -1
        self._spot = Spot(0, -1)
        self._cell: Attributes = {}
        self._pieces: list[str] = []
        self._listening = False
        self._phonetic = False
        self._formula = False
        self._hidden_row = False
        self._hidden_columns: list[range] = []

    def start(self, name: str, attributes: Attributes) -> None:
        """Hear the beginning of an element."""
        if name == "c":
            self._cell = attributes
            self._spot = self._place(attributes.get("r", ""))
            self._pieces.clear()
            self._formula = False
        elif name in ("v", "t"):
            self._listening = not self._phonetic
        elif name == "f":
            self._formula = True
        elif name == "rPh":
            self._phonetic = True
        elif name == "row":
            number = attributes.get("r", "")
            self._row = int(number) - 1 if number.isdigit() else self._row + 1
            self._spot = Spot(self._row, -1)
            self._hidden_row = _is_true(attributes.get("hidden"))
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "col" and _is_true(attributes.get("hidden")):
            first, last = attributes.get("min", ""), attributes.get("max", "")
            if first.isdigit() and last.isdigit():
                self._hidden_columns.append(range(int(first) - 1, int(last)))

    def end(self, name: str) -> None:
        """Hear the end of an element."""
        if name in ("v", "t"):
            self._listening = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "c" and (self._pieces or self._formula):
            self._keep("".join(self._pieces))

    def data(self, text: str) -> None:
        """Hear text."""
        if self._listening:
            self._pieces.append(text)

    def _keep(self, stored: str) -> None:
        if self._formula:
            self._note(Oddity.FORMULA if stored else Oddity.NO_RESULT)
        text = self._meaning(stored)
        if not text.strip():
            return
        if self._hidden_row or (self._hidden_columns and self._is_in_hidden_column()):
            self._note(Oddity.HIDDEN)
        self._grid.texts[self._spot] = text
        if len(self._grid.texts) > _MOST_CELLS:
            raise self._package.problem(f"工作表“{self._grid.name}”的单元格过多，无法读入。")

    def _is_in_hidden_column(self) -> bool:
        return any(self._spot.column in each for each in self._hidden_columns)

    def _meaning(self, stored: str) -> str:
        kind = self._cell.get("t", "n")
        if kind == "s":
            texts = self._vocabulary.texts
            index = int(stored) if stored.isdigit() else -1
            if not 0 <= index < len(texts):
                raise self._package.damaged()
            return texts[index]
        if kind in ("inlineStr", "str", "d"):
            return unstored(stored)
        if kind == "b":
            return "TRUE" if stored == "1" else "FALSE"
        if kind == "e":
            self._note(Oddity.FAILED)
            return stored
        if not stored:
            return ""
        shown, what = self._format().show(stored)
        if what in _ODDITY:
            self._note(_ODDITY[what])
        return shown

    def _format(self) -> NumberFormat:
        style = self._cell.get("s", "0")
        formats = self._vocabulary.formats
        known = style.isdigit() and int(style) < len(formats)
        return formats[int(style)] if known else self._vocabulary.default

    def _note(self, oddity: Oddity) -> None:
        self._grid.oddities.setdefault(oddity, []).append(self._spot)

    def _place(self, reference: str) -> Spot:
        return _spot(reference) or Spot(self._spot.row, self._spot.column + 1)

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        start, stop = _spot(first), _spot(last)
        if start and stop and stop.row >= start.row and stop.column >= start.column:
            rows, columns = stop.row - start.row + 1, stop.column - start.column + 1
            self._grid.areas.append(Area(*start, rows, columns))


@lru_cache(maxsize=65_536)
def _spot(reference: str) -> Spot | None:
    found = _REFERENCE.fullmatch(reference)
    if not found:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return Spot(int(found[2]) - 1, column - 1)


def _is_true(text: str | None) -> bool:
    return text in ("1", "true")
