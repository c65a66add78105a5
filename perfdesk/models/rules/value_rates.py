"""Rules on rates: what is a share of a whole lies between 0 and 100 %, and is written in %.

满意度 is judged by its own rules; an upper limit to a rate by those on directions.
"""

from perfdesk.models.review.direction import head_of, wanted
from perfdesk.models.review.facts import RowFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.heads import LESS
from perfdesk.models.review.rule import Hit, Text, row_rule
from perfdesk.models.review.shape import Shape
from perfdesk.models.review.sources import PRACTICE
from perfdesk.models.review.wording import Complaint, complaint_of, of_satisfaction
from perfdesk.models.value import IndicatorValue

_USUALLY_ALL = frozenset(("done", "finished"))
_IN_PERCENT = frozenset(("rate", "extent"))
_AS_GOOD = frozenset(("ratio", "marks"))


@row_rule(
    "V07",
    Group.FITTING,
    Text(
        "比率超过100%",
        "合格率、覆盖率、及时率是部分占全部的比例，最多100%；增长率不受此限。",
        "设备验收合格率 ≥120%",
        "设备验收合格率 100%",
        PRACTICE,
    ),
)
def more_than_all(row: RowFacts) -> Hit | None:
    """A share of a whole that shall be more than the whole."""
    number = row.number
    if number is None or number < 100 or (number == 100 and row.sign != "＞"):
        return None
    if row.shape is not Shape.MEASURED or not row.percent or "share" not in row.kinds:
        return None
    if _is_unlimited(row) or of_satisfaction(row):
        return None
    head = head_of(row)
    if head.kind in _USUALLY_ALL and head.word not in row.book.words.heads.words("beyond"):
        return Hit("value.number", f"{row.called}最多是100%，“{row.text}”做不到，请核对数值。")
    said = f"{row.called}一般不超过100%，请核对“{row.text}”；确有可能超过的请说明。"
    return Hit("value.number", said, severity=row.book.case("V07.unsure"))


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
    if row.sign != "≥" or row.number != 100 or not row.percent or row.shape is not Shape.MEASURED:
        return None
    if _is_unlimited(row) or of_satisfaction(row) or wanted(row) == LESS:
        return None
    fix = row.fix(f"改为“100{row.unit}”", "value", IndicatorValue.of_parts("＝", "100", row.unit))
    return Hit("value.sign", f"{row.called}最多是100%，“{row.text}”应写为“100{row.unit}”。", fix)


@row_rule(
    "V17",
    Group.FITTING,
    Text(
        "名称是比率，指标值不是百分数",
        "“…率”“…比例”要写百分数；要考核数量或温度、天数，就把名称改掉。",
        "室内温度达标率 24摄氏度",
        "室内温度达标率 ≥95%",
        PRACTICE,
    ),
)
def rate_without_percent(row: RowFacts) -> Hit | None:
    """A rate in another unit, or in words that would do for other indicators."""
    if row.kinds.isdisjoint(_IN_PERCENT) or of_satisfaction(row):
        return None
    if row.shape is Shape.MEASURED:
        if row.percent or not row.unit_kinds.isdisjoint(_AS_GOOD):
            return None
    elif complaint_of(row) is not Complaint.RATE:
        return None
    percent = row.project.setting.form.wording.percent
    said = f"{row.called}是比率，“{row.text}”不是百分数，请写成“≥95{percent}”这样的值。"
    return Hit("value.unit" if row.shape is Shape.MEASURED else "value", said)


@row_rule(
    "V30",
    Group.FEASIBLE,
    Text(
        "比率的目标过低",
        "合格率、及时率等目标低于60%，审核时会要求说明理由，或者是写错了数值。",
        "培训合格率 ≥6%",
        "培训合格率 ≥96%",
        PRACTICE,
    ),
)
def low_target(row: RowFacts) -> Hit | None:
    """A low target for a rate of which most is usual."""
    number = row.number
    if number is None or "rate" not in row.kinds or not row.percent:
        return None
    if row.shape is not Shape.MEASURED or not 0 < number < row.book.limit("V30.low"):
        return None
    if row.sign not in ("≥", "＞", "＝") or row.dimension == "cost" or of_satisfaction(row):
        return None
    head = head_of(row)
    if head.kind not in _USUALLY_ALL or head.turned or _is_usually_low(row):
        return None
    return Hit("value.number", f"{row.called}的目标只有“{row.text}”，偏低，请核对或说明理由。")


def _is_unlimited(row: RowFacts) -> bool:
    """Tell whether a name speaks of per cent of something else than a whole: of last year's."""
    if "growth" in row.kinds or "open" in row.book.words.heads.kinds_of(row.name):
        return True
    return head_of(row).kind == "rise"


def _is_usually_low(row: RowFacts) -> bool:
    return "low" in row.book.words.heads.kinds_of(row.name)
