"""The rule on amounts of money that prose names: they must not contradict the budget."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from perfdesk.models.review.facts import ProjectFacts, RowFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.mentions import Mention, mentions
from perfdesk.models.review.rule import Hit, Text, project_rule
from perfdesk.models.review.sources import MONEY

_WAN = 10_000
_SHOWN = 20
"""Characters of the clause that a sentence quotes, counted from the amount backwards."""
_LEADING_UP = re.compile(r"(?:[共合总]?计|[约近共为达]|达到|不超过?|不高于|控制在|[:：(])+$")
_ONE_OF_MANY = ("/", "每")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@project_rule(
    "B05",
    Group.FITTING,
    Text(
        "文字中的金额与预算数不一致",
        "目标、用途和指标描述中写到项目总预算、资金总额或支付金额的，应与预算数一致；"
        "不一致多半是预算调整后文字没有改。",
        "预算数60.00万元，描述写“项目总预算不超过62.00万元”",
        "预算数60.00万元，描述写“项目总预算不超过60.00万元”",
        MONEY,
    ),
)
def amounts_agree(project: ProjectFacts) -> Iterator[Hit]:
    """An amount in goals, use or description that is the whole budget and is not, or exceeds it."""
    total = project.total
    if not total or total < 0:
        return
    for field, label, text, row in _texts(project):
        if "元" in text and (found := _contradicting(project, text, total)):
            said = (found.before + found.shown)[-_SHOWN - len(found.shown) :]
            sentence = f"{label}写“{said}”，预算数是{total.normalize():f}万元，请核对。"
            yield Hit(field, sentence, row=row)


def _texts(project: ProjectFacts) -> Iterator[tuple[str, str, str, RowFacts | None]]:
    yield "purpose", "资金用途", project.purpose, None
    for index, goal in enumerate(project.project.goals):
        yield f"goals[{index}]", "绩效目标", goal, None
    for row in project.live:
        yield "description", "指标描述", row.description, row


def _contradicting(project: ProjectFacts, text: str, total: Decimal) -> Mention | None:
    """Return the first amount that contradicts the total (万元); none where one is the total."""
    total *= _WAN
    said = list(mentions(text, ("元",)))
    if any(_same(each, total) for each in said):
        return None
    return next((each for each in said if _contradicts(project, each, total)), None)


def _contradicts(project: ProjectFacts, said: Mention, total: Decimal) -> bool:
    if said.after.startswith(_ONE_OF_MANY) or _of_another_year(project, said):
        return False
    texts = project.setting.words.texts
    if "other_money" in texts.kinds_of(said.clause):
        return False
    if "whole_money" in texts.kinds_of(said.before):
        return True
    about = texts.kinds_of(_LEADING_UP.sub("", said.before))
    return said.number > total and ("budget_money" in about or "paid" in about)


def _same(said: Mention, total: Decimal) -> bool:
    """Whether an amount is the total, as exactly as it is said."""
    if said.vague:
        return abs(said.number - total) <= total / 10
    rounded = (total / said.scale).quantize(said.figure, ROUND_HALF_UP)
    return rounded == said.figure and abs(said.number - total) <= total / 100


def _of_another_year(project: ProjectFacts, said: Mention) -> bool:
    years = _YEAR.findall(said.clause)
    return bool(years) and str(project.setting.year) not in years
