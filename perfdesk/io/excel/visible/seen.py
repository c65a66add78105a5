"""What is seen on a worksheet: texts at their places, before they are given a meaning."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perfdesk.io.excel.parts.grid import Spot


@dataclass(frozen=True, slots=True)
class Seen:
    """A text and the cell that shows it."""

    text: str
    spot: Spot


Row = Mapping[str, Seen]
"""A row of a list: what is seen in each of its fields."""


@dataclass(slots=True)
class SeenProject:
    """A project's form: the fields of its head, the rows of its grid, and what is neither.

    `has_grid` is false where the grid's headings are missing, so that no rows could be found;
    else they stand in `heading_row`.
    """

    head: dict[str, Seen] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    has_grid: bool = False
    heading_row: int = -1
    unread: list[Seen] = field(default_factory=list)


@dataclass(slots=True)
class SeenStatement:
    """A department's statement: single texts, the rows of its two lists, and what is neither.

    `is_whole` is false where one of the three headings is missing.
    """

    head: dict[str, Seen] = field(default_factory=dict)
    subgoals: list[Row] = field(default_factory=list)
    safeguards: list[Row] = field(default_factory=list)
    is_whole: bool = True
    unread: list[Seen] = field(default_factory=list)
