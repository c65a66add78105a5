"""How the content of cells is worded: printed in the cell, and named in the status bar."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from perfdesk.models.amount import amount
from perfdesk.models.form import Form
from perfdesk.models.names import FIELD_NAMES
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Cell, Place, Role
from perfdesk.models.value import NUMERIC_SIGNS, IndicatorValue, glue

_GAP = "\u00a0"


class Shown(NamedTuple):
    """A text as a cell shows it; `strong` is where its number begins and how long it is.

    From `small` on it is printed small; 0 where none of it is.
    """

    text: str
    strong: tuple[int, int] | None = None
    small: int = 0


def shown_value(value: IndicatorValue) -> Shown:
    """Return a value with its number set apart; as printed where its parts say otherwise."""
    sign, number, unit = value.sign, value.number, value.unit
    if sign not in NUMERIC_SIGNS or not number or glue(sign, number, unit) != value.text:
        return Shown(value.text)
    before = "" if sign == "＝" else sign + _GAP
    after = _GAP + unit if unit else ""
    return Shown(before + number + after, (len(before), len(number)))


def with_small(shown: Shown, text: str) -> Shown:
    """Return a text with another one printed small below it."""
    return shown._replace(text=f"{shown.text}\n{text}", small=len(shown.text) + 1)


def on_one_line(small: str) -> str:
    """Return what is printed small in a cell as one says it elsewhere."""
    return small.replace(_GAP, " ").replace("\n", "　")


def place_name(form: Form, project: Project, place: Place) -> str:
    """Return what a place is called: `三级指标 2 · 指标值`, `预算数`."""
    if place.row_id == project.id:
        field = place.field
        return "项目名称" if field == "name" else FIELD_NAMES.get(field, "")
    number = 1 + next(
        (i for i, each in enumerate(project.indicators) if each.id == place.row_id), 0
    )
    heading = next((each.heading for each in form.grid if each.field == place.field), "")
    row = next((each.heading for each in form.grid if each.field == "name"), "")
    return f"{row} {number}" if place.field == "name" else f"{row} {number} · {heading}"


def selection_words(project: Project, cells: Sequence[Cell]) -> str:
    """Return how many cells are selected, and what they add up to if they can be added up."""
    words = f"已选 {len(cells)} 格"
    found = [each for cell in cells if (each := _number(project, cell))]
    units = {unit for _, unit in found}
    if len(found) < 2 or len(units) > 1:
        return words
    total = sum((number for number, _ in found), Decimal(0))
    return f"{words} · 合计 {total:f} {units.pop()}".rstrip()


def _number(project: Project, cell: Cell) -> tuple[Decimal, str] | None:
    """Return the number in a cell and what it counts; None where there is none."""
    if cell.role is Role.AMOUNT:
        text, unit = cell.text, "万元"
    elif cell.role is Role.PERCENT:
        text, unit = cell.text.removesuffix("%"), "%"
    elif cell.role is Role.VALUE and cell.place:
        row_id = cell.place.row_id
        row = next((each for each in project.indicators if each.id == row_id), Indicator())
        text, unit = row.value.number, row.value.unit
    else:
        return None
    number = amount(text)
    return None if number is None else (number, unit)
