"""How the content of cells is worded: printed in the cell, and named in the status bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from perfdesk.models.amount import amount
from perfdesk.models.form import Form
from perfdesk.models.names import FIELD_NAMES
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Cell, Place, Role
from perfdesk.models.value import NUMERIC_SIGNS, IndicatorValue, glue

_GAP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as a cell shows it; `strong` is where its number begins and how long it is."""

    text: str
    strong: tuple[int, int] | None = None


def shown_value(value: IndicatorValue) -> Shown:
    """Return a value with its number set apart; as printed where its parts say otherwise."""
    sign, number, unit = value.sign, value.number, value.unit
    if sign not in NUMERIC_SIGNS or not number or glue(sign, number, unit) != value.text:
        return Shown(value.text)
    before = "" if sign == "＝" else sign + _GAP
    after = _GAP + unit if unit else ""
    return Shown(before + number + after, (len(before), len(number)))


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
    """Return how many cells are selected, and the sum of the numbers in them, if any."""
    words = f"已选 {len(cells)} 格"
    numbers = [number for cell in cells if (number := _number(project, cell)) is not None]
    if not numbers:
        return words
    total = sum(numbers, Decimal(0))
    return f"{words} · 合计 {total:f}"


def _number(project: Project, cell: Cell) -> Decimal | None:
    if cell.role in (Role.AMOUNT, Role.PERCENT):
        return amount(cell.text.removesuffix("%"))
    if cell.role is not Role.VALUE or cell.place is None:
        return None
    row: Indicator | None = next(
        (each for each in project.indicators if each.id == cell.place.row_id), None
    )
    return amount(row.value.number) if row else None
