"""The rule that a unit of measurement stands in the value, and not in the indicator's name."""

import re

from perfdesk.models.change import SetField, Together
from perfdesk.models.review.facts import RowFacts
from perfdesk.models.review.finding import Fix, Group
from perfdesk.models.review.one_line import one_line
from perfdesk.models.review.rule import Hit, Text, row_rule
from perfdesk.models.review.shape import Shape
from perfdesk.models.review.sources import PRACTICE
from perfdesk.models.review.words import Table
from perfdesk.models.value import IndicatorValue

_OPENING = re.compile(r"[（(【［\[]")
_CLOSING = ("）", ")", "】", "］", "]")
_CALLED_UNIT = re.compile(r"^\s*单位\s*[：:]?")
_LONGEST_UNIT = 8


@row_rule(
    "N05",
    Group.FITTING,
    Text(
        "名称中带计量单位",
        "计量单位有自己的一栏，写在名称里会重复。",
        "培训人数（人）",
        "培训人数",
        PRACTICE,
    ),
)
def unit_in_name(row: RowFacts) -> Hit | None:
    """A name that ends with a unit in brackets."""
    name = row.name
    if not name.endswith(_CLOSING):
        return None
    rest, unit = _parted(name)
    kinds = _kinds_of_unit(row.project.setting.words.units, unit) if rest else None
    if not kinds:
        return None
    said = f"名称中不用带单位“{unit}”，单位写在指标值里，名称写“{rest}”即可。"
    return Hit("name", said, _without_unit(row, rest, unit, "percent" in kinds))


def _parted(name: str) -> tuple[str, str]:
    """Part a name that ends with a bracket from what stands in it."""
    at = max((found.start() for found in _OPENING.finditer(name)), default=0)
    return name[:at].rstrip(), _CALLED_UNIT.sub("", name[at + 1 : -1], count=1).strip()


def _kinds_of_unit(units: Table, text: str) -> frozenset[str]:
    """Return the kinds of unit that a text is of, none where it is a formula or a remark."""
    if len(text) > _LONGEST_UNIT or "分之" in text:
        return frozenset()
    kinds = units.kinds_of(text.replace("／", "/").partition("/")[0])
    return frozenset() if "wording" in kinds else kinds


def _without_unit(row: RowFacts, rest: str, unit: str, percent: bool) -> Fix | None:
    """Return the mend that leaves the unit to the value alone, where the value agrees with it."""
    row_id = row.indicator.id
    label = one_line(f"改为“{rest}”，单位写在指标值里")
    renamed = SetField(row_id, "name", rest)
    if row.unit == unit or (percent and row.percent):
        return Fix(label, renamed)
    if row.shape is not Shape.NO_UNIT or row.number is None or row.unit:
        return None
    unit = row.project.setting.form.wording.percent if percent else unit
    value = IndicatorValue.of_parts(row.sign, row.indicator.value.number.strip(), unit)
    return Fix(label, Together(label, (renamed, SetField(row_id, "value", value))))
