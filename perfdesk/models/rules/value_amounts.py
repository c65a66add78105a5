"""Rules on amounts and counts: costs against the budget, and numbers that there cannot be.

An amount that V18 finds above the budget is not also nearly the budget (V21).
"""

from collections.abc import Iterator
from decimal import Decimal

from perfdesk.models.amount import printed
from perfdesk.models.review.facts import ProjectFacts, RowFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.rule import Hit, Text, project_rule, row_rule
from perfdesk.models.review.shape import Shape
from perfdesk.models.review.sources import MONEY, PRACTICE

_TEN_THOUSANDS = {
    "元": Decimal("0.0001"),
    "千元": Decimal("0.1"),
    "万元": Decimal(1),
    "百万元": Decimal(100),
    "千万元": Decimal(1000),
    "亿元": Decimal(10000),
    "元人民币": Decimal("0.0001"),
    "万元人民币": Decimal(1),
    "亿元人民币": Decimal(10000),
}
_PER_PIECE = frozenset(("unit_cost", "standard"))


@project_rule(
    "V18",
    Group.FITTING,
    Text(
        "项目总成本与预算数不符",
        "总成本是全部预算的上限：超过预算数就没有钱可付，低于预算数说明预算多报了，或写漏了。",
        "预算数60.00万元，项目总成本 ≤66万元",
        "预算数60.00万元，项目总成本 ≤60万元",
        MONEY,
    ),
)
def cost_against_budget(project: ProjectFacts) -> Iterator[Hit]:
    """The cost of the whole project above the budget, or below it."""
    budget = project.total
    if not budget or budget <= 0:
        return
    costs = [row for row in project.live if row.dimension == "cost" and _is_total(row)]
    for row in costs:
        amount = _in_ten_thousands(row)
        if amount is None or row.sign in ("≥", "＞"):
            continue
        told = f"{row.called}是“{row.text}”，"
        if amount > budget:
            over = _printed(amount - budget)
            said = f"{told}比预算数{_printed(budget)}万元多{over}万元，总成本不能超过预算。"
            yield Hit("value.number", said, row=row)
        elif len(costs) == 1 and _is_low(project, amount, budget):
            under = _printed(budget - amount)
            said = f"{told}比预算数{_printed(budget)}万元少{under}万元，请核对金额和单位。"
            yield Hit("value.number", said, row=row, severity=project.book.case("V18.low"))


@row_rule(
    "V21",
    Group.FITTING,
    Text(
        "金额与预算数只差一两分",
        "差0.01、0.02万元多半是四舍五入或抄错，应与预算数一致。",
        "预算数843.78万元，拨付金额 ≥843.77万元",
        "预算数843.78万元，拨付金额 843.78万元",
        MONEY,
    ),
)
def nearly_the_budget(row: RowFacts) -> Hit | None:
    """An amount that is the budget but for a rounding."""
    budget = row.project.total
    if row.number is None or not budget or "money" not in row.unit_kinds:
        return None
    amount = _in_ten_thousands(row)
    if amount is None or not 0 < abs(amount - budget) * 100 <= row.book.limit("V21.cents"):
        return None
    if amount in (row.project.fiscal, row.project.other) or _above_as_cost(row, amount):
        return None
    said = (
        f"{row.called}是“{row.text}”，与预算数{_printed(budget)}万元只差"
        f"{_printed(abs(amount - budget))}万元，请核对。"
    )
    return Hit("value.number", said)


@row_rule(
    "V34",
    Group.FEASIBLE,
    Text(
        "人、次、个出现小数",
        "人、次、台、家只能是整数。平均数请在名称里写明“人均”“平均”。",
        "培训人次 ≥600.5人次",
        "培训人次 ≥600人次",
        PRACTICE,
    ),
)
def part_of_a_whole(row: RowFacts) -> Hit | None:
    """Half a person."""
    if row.number is None or "whole" not in row.unit_kinds or row.number % 1 == 0:
        return None
    if row.shape is not Shape.MEASURED or "averaged" in row.kinds:
        return None
    return Hit("value.number", f"{row.called}的“{row.text}”有小数，单位是“{row.unit}”时请写整数。")


def _is_low(project: ProjectFacts, amount: Decimal, budget: Decimal) -> bool:
    """Tell whether a cost leaves some of the budget open: more than a rounding, and no source."""
    if amount in (project.fiscal, project.other):
        return False
    if amount * 100 >= budget * project.book.limit("V18.least"):
        return False
    return (budget - amount) * 100 > project.book.limit("V21.cents")


def _is_total(row: RowFacts) -> bool:
    """Tell whether a row is about the money of the whole project, by name or description."""
    names = row.project.setting.words.names
    described = names.kinds_of(row.description)
    if not _PER_PIECE.isdisjoint(row.kinds | described):
        return False
    return "total_cost" in row.kinds or ("total_cost" in described and "rate" not in row.kinds)


def _above_as_cost(row: RowFacts, amount: Decimal) -> bool:
    budget = row.project.total
    return row.dimension == "cost" and budget is not None and amount > budget and _is_total(row)


def _printed(amount: Decimal) -> str:
    """Return an amount as sentences name it, without the zeros that a conversion adds."""
    return printed(amount.normalize())


def _in_ten_thousands(row: RowFacts) -> Decimal | None:
    """Return the amount in 万元, None where the value is no amount of yuan."""
    factor = _TEN_THOUSANDS.get(row.unit)
    if row.number is None or factor is None or row.shape is not Shape.MEASURED:
        return None
    return row.number * factor
