"""Rules of 指标值: the three cells that a value is made of, and what they may say."""

from perfdesk.models.review.facts import RowFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.rule import Hit, Text, row_rule
from perfdesk.models.review.sources import PRACTICE
from perfdesk.models.value import IndicatorValue


@row_rule(
    "V08",
    Group.FITTING,
    Text(
        "比率的目标写成“≥100%”",
        "比率最多是100%，“≥100%”实际上只能等于100%。直接写“100%”，计算符号选“＝”。",
        "资金使用合规率 ≥100%",
        "资金使用合规率 100%",
        PRACTICE,
    ),
)
def at_least_all(row: RowFacts) -> Hit | None:
    """A rate that shall reach at least all of what there is."""
    if row.sign != "≥" or not row.percent or row.number != 100 or "growth" in row.kinds:
        return None
    fix = row.fix("改为“100%”", "value", IndicatorValue.of_parts("＝", "100", row.unit))
    return Hit("value.sign", f"“{row.name}”最多是100%，“{row.text}”应写为“100%”。", fix)
