"""A worksheet as it was read: the texts its cells show, and where they are merged."""

from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple


class Spot(NamedTuple):
    """A cell's place, counted from 0."""

    row: int
    column: int

    def __str__(self) -> str:
        return f"{column_name(self.column)}{self.row + 1}"


class Area(NamedTuple):
    """Merged cells: the first one, and how far it reaches."""

    row: int
    column: int
    rows: int
    columns: int


class Oddity(Enum):
    """What a person should know about a cell that was read."""

    FORMULA = auto()
    NO_RESULT = auto()
    FAILED = auto()
    DATE = auto()
    LOST_DIGITS = auto()
    HIDDEN = auto()


@dataclass(slots=True)
class Grid:
    """The cells of one worksheet that show something, as they show it."""

    name: str
    hidden: bool = False
    texts: dict[Spot, str] = field(default_factory=dict)
    areas: list[Area] = field(default_factory=list)
    oddities: dict[Oddity, list[Spot]] = field(default_factory=dict)


@lru_cache(maxsize=1024)
def column_name(column: int) -> str:
    """Return the letters of a column counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
