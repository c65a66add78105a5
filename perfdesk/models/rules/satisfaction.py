"""Rules on 满意度: a number of per cent that is neither low nor all.

Complaints and the like under 满意度指标 are judged as what they are, by other rules.
"""

from decimal import Decimal

from perfdesk.models.review.facts import RowFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.rule import Hit, Text, row_rule
from perfdesk.models.review.shape import Shape
from perfdesk.models.review.sources import METHOD, PRACTICE
from perfdesk.models.review.wording import NUMBERED, WITHOUT_NUMBER, of_satisfaction
from perfdesk.models.value import IndicatorValue

_FEWEST_MARKS = 50
"""Fewer marks are hardly out of a hundred."""


@row_rule(
    "V13",
    Group.FEASIBLE,
    Text(
        "满意度的数值不合适",
        "满意度用百分数，一般定在80%至99%之间：低于80%偏低，100%很难做到。",
        "群众满意度 ≥20次；≥60%；100%",
        "群众满意度 ≥90%",
        PRACTICE,
    ),
)
def unfit_satisfaction(row: RowFacts) -> Hit | None:
    """A 满意度 that is no per cent of 0 to 100, or low, or all."""
    if row.shape is not Shape.MEASURED or not of_satisfaction(row) or row.number is None:
        return None
    if not row.percent:
        return _in_another_unit(row)
    if not 0 <= row.number <= 100:
        return Hit("value.number", f"{row.called}应在0到100%之间，“{row.text}”请核对数值。")
    if row.sign in ("≤", "＜") or ("rate" in row.kinds and "satisfaction" not in row.kinds):
        return None
    return _low_or_all(row, row.number)


@row_rule(
    "V14",
    Group.RELEVANT,
    Text(
        "满意度没有写数值",
        "满意度要有百分数才能和调查结果比较，只写“满意”没法考核。",
        "参训人员满意度 满意",
        "参训人员满意度 ≥90%",
        METHOD,
    ),
)
def satisfaction_in_words(row: RowFacts) -> Hit | None:
    """A 满意度 without a number."""
    if row.shape not in WITHOUT_NUMBER or row.dimension in NUMBERED or not of_satisfaction(row):
        return None
    return Hit("value", f"{row.called}写的是“{row.text}”，请写百分数，如“≥90{_percent(row)}”。")


def _in_another_unit(row: RowFacts) -> Hit:
    """Return the hit for marks, heads and the like; marks out of a hundred are as many per cent."""
    percent = _percent(row)
    severity = None if "satisfaction" in row.kinds else row.book.case("V13.other")
    if row.unit != "分" or row.number is None or not _FEWEST_MARKS <= row.number <= 100:
        said = f"{row.called}要写百分数，“{row.text}”请改为“≥90{percent}”这样的值。"
        return Hit("value.unit", said, severity=severity)
    number = row.indicator.value.number.strip()
    value = IndicatorValue.of_parts(row.sign, number, percent)
    said = f"{row.called}要写百分数，百分制的“{row.text}”请写成“{value.text}”。"
    fix = row.fix(f"改为“{value.text}”", "value", value)
    return Hit("value.unit", said, fix, severity=severity)


def _low_or_all(row: RowFacts, number: Decimal) -> Hit | None:
    least = row.book.limit("V13.least")
    if number < least:
        said = f"{row.called}的目标“{row.text}”偏低，一般不低于{least}%。"
        return Hit("value.number", said, severity=row.book.case("V13.low"))
    if number == 100:
        said = f"{row.called}定为100%，人人满意很难做到，建议改为“≥95{_percent(row)}”左右。"
        return Hit("value.number", said, severity=row.book.case("V13.all"))
    return None


def _percent(row: RowFacts) -> str:
    return row.project.setting.form.wording.percent
