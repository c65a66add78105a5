"""A year's form as data: which fields exist, where they stand in print, how levels are called.

The forms themselves lie in `resources/forms`; another county's form is another file there.
Read them through `perfdesk.io.forms`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

INDICATOR_FIELDS = ("level1", "level2", "name", "description", "value", "basis")
HEAD_FIELDS = (
    "code",
    "name",
    "budget.total",
    "budget.fiscal",
    "budget.other",
    "purpose",
    "plan.march",
    "plan.june",
    "plan.october",
    "plan.december",
    "goals",
)
STRICT = {"extra": "forbid"}
"""For pydantic, which reads the forms: an unknown key in a form file is a mistake."""


@dataclass(frozen=True, slots=True)
class Level:
    """一级指标: its name, its 二级指标 in order, and other names it is known by."""

    __pydantic_config__ = STRICT
    name: str
    level2: tuple[str, ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadCell:
    """One cell of the head table: a printed `label` or a `field`, and how far it spans."""

    __pydantic_config__ = STRICT
    label: str = ""
    field: str = ""
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """One of the columns of the indicator grid; `columns` of the sheet's columns wide."""

    __pydantic_config__ = STRICT
    field: str
    heading: str
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Wording:
    """The words and numbering styles that the form's documents are printed with.

    Numbering styles show `1` or `一` where the number goes: `（一）`, `1、`, `1.`.
    """

    __pydantic_config__ = STRICT
    project_title: str
    project_number: str
    goal_number: str
    money_unit: str
    percent: str
    statement_part: str
    project_part: str
    overall: str
    subgoals: str
    safeguards: str
    subgoal_number: str
    subgoal_goal: str
    subgoal_indicators: str


@dataclass(frozen=True, slots=True)
class Form:
    """A form as one county issued it for the years `first_year` to `last_year` (0: open).

    `widths` are the relative widths of the sheet's columns, which head and grid share;
    `optional` are the fields that may stay empty; `rules` is what checks judge otherwise than the
    standard rule book, by rule id: `severity` and limits.
    """

    __pydantic_config__ = STRICT
    id: str
    name: str
    first_year: int
    last_year: int
    widths: tuple[int, ...]
    head: tuple[tuple[HeadCell, ...], ...]
    grid: tuple[Column, ...]
    levels: tuple[Level, ...]
    optional: tuple[str, ...]
    fixed_order: bool
    wording: Wording
    rules: Mapping[str, Mapping[str, int | float | str]] = field(default_factory=dict, hash=False)

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Form":
        """Build a form from already valid plain data, without the cost of checking it."""
        return cls(
            **{
                **plain,
                "widths": tuple(plain["widths"]),
                "head": tuple(tuple(HeadCell(**cell) for cell in row) for row in plain["head"]),
                "grid": tuple(Column(**column) for column in plain["grid"]),
                "levels": tuple(_level(level) for level in plain["levels"]),
                "optional": tuple(plain["optional"]),
                "wording": Wording(**plain["wording"]),
            }
        )

    @property
    def fields(self) -> frozenset[str]:
        """The head fields this form has, out of `HEAD_FIELDS`."""
        return frozenset(cell.field for row in self.head for cell in row if cell.field)

    @property
    def level2_names(self) -> tuple[str, ...]:
        """All second-level names, in the form's order."""
        return tuple(name for level in self.levels for name in level.level2)

    def in_force(self, year: int) -> bool:
        """Whether the county uses this form for a budget year."""
        return self.first_year <= year <= (self.last_year or year)

    def wants(self, field: str) -> bool:
        """Whether a field of head or grid is expected to be filled in."""
        return field not in self.optional

    def level(self, name: str) -> Level | None:
        """Return the first level that is called `name` here or elsewhere, or None."""
        return next((each for each in self.levels if name in (each.name, *each.aliases)), None)

    def level_above(self, level2: str) -> Level | None:
        """Return the first level under which a second-level name stands, or None."""
        return next((each for each in self.levels if level2 in each.level2), None)

    def title_of(self, project_name: str) -> str:
        """Return the printed title of a project's form, without its number."""
        return self.wording.project_title.format(name=project_name)


def _level(plain: Mapping[str, Any]) -> Level:
    return Level(plain["name"], tuple(plain["level2"]), tuple(plain.get("aliases", ())))
