"""Rules on deadlines and durations: days that exist, in the budget year, and that say something."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from perfdesk.models.review.dates import Day, day_in, strange_month, years_in
from perfdesk.models.review.facts import DocumentFacts, RowFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.rule import Hit, Text, document_rule, row_rule
from perfdesk.models.review.shape import Shape
from perfdesk.models.review.sources import PRACTICE
from perfdesk.models.review.wording import of_output

_DATED = frozenset((Shape.DATE, Shape.WORDED))
_YEAR_LONG = (("years", (1,)), ("months", (12,)), ("days", (365, 366)))
_MISTYPED_YEAR_END = (12, 13)
_YEAR_AHEAD = re.compile(r"^20\d{2}(?=年内|年度内|全年)|^20\d{2}年度?")


class Style(NamedTuple):
    """How a date is written; of styles used equally often the greatest is taken as usual."""

    without_year: bool
    before: bool
    mark: str


@row_rule(
    "V24",
    Group.FEASIBLE,
    Text(
        "日期不存在或不在预算年度内",
        "写错的日期无法考核。目标是本年度的，截止日期应在预算年度内；12月13日常是12月31日之误。",
        "2月30日前；12月13日前；上一年的12月31日前",
        "2月28日前；12月31日前",
        PRACTICE,
    ),
)
def impossible_date(row: RowFacts) -> Hit | None:
    """A day that no calendar has, that lies in another year, or that is a likely slip."""
    if row.shape not in _DATED:
        return None
    year = row.project.setting.year
    day = day_in(row.text)
    if row.shape is Shape.WORDED and (day is None or day.mark != "月"):
        return None
    no_such = _no_such(row.text, day, year)
    if no_such:
        return Hit("value", f"没有{no_such}，请核对{row.called}的日期。")
    years = years_in(row.text) if row.shape is Shape.DATE and of_output(row) else []
    if years and not min(years) <= year <= max(years):
        return Hit("value", f"“{row.text}”不在{year}年预算年度内，请核对年份。")
    if day and (day.month, day.day) == _MISTYPED_YEAR_END:
        said = f"{row.called}写的是“{row.text}”，是否应为12月31日？请核对。"
        return Hit("value", said, severity=row.book.case("V24.slip"))
    return None


@document_rule(
    "V25",
    Group.COMPLETE,
    Text(
        "日期写法不统一",
        "同一份文本里的日期用一种写法，如都写“12月31日前”，不要有的带年份、有的不带“前”。",
        "12月31日；12月31日前；2025年12月31日前",
        "12月31日前",
        PRACTICE,
    ),
)
def mixed_dates(document: DocumentFacts) -> Iterator[Hit]:
    """Deadlines written in different ways; one hit at the first that is not as most are."""
    rows = (row for project in document.projects for row in project.live)
    dated = [
        (Style(day.year is None, "前" in row.text, day.mark), row)
        for row in rows
        if row.shape is Shape.DATE and (day := day_in(row.text))
        # A date in another year needs its year.
        if day.year in (None, document.setting.year)
    ]
    if not dated:
        return
    times = Counter(style for style, _ in dated)
    usual = max(times, key=lambda style: (times[style], style))
    example = next(row.text for style, row in dated if style == usual)
    for style, row in dated:
        if style != usual:
            said = f"日期“{row.text}”和其他指标的写法“{example}”不一致，请统一。"
            yield Hit("value", said, row=row)
            return


@row_rule(
    "V26",
    Group.FITTING,
    Text(
        "时限就是整个预算年度",
        "预算本来就是一年的，写“≤1年”“年内完成”等于没有时限，请写具体日期或更短的时间。",
        "资金拨付时限 ≤1年",
        "资金拨付时限 6月30日前",
        PRACTICE,
    ),
)
def whole_year(row: RowFacts) -> Hit | None:
    """A 时效 that allows the whole budget year."""
    if row.dimension != "time":
        return None
    if not (_some_time_in_the_year(row) or _at_most_a_year(row)):
        return None
    return Hit("value", f"“{row.text}”就是整个预算年度，等于没有时限，请写具体日期。")


@row_rule(
    "V35",
    Group.FEASIBLE,
    Text(
        "一年里没有这么多月或天",
        "预算年度只有12个月、最多366天。使用年限、质保期不受此限；按人数累计的天数，单位写“人天”。",
        "正常服务月数 13月",
        "正常服务月数 12月",
        PRACTICE,
    ),
)
def longer_than_a_year(row: RowFacts) -> Hit | None:
    """More months or days than the budget year has."""
    number = row.number
    if number is None or number <= 12 or row.shape is not Shape.MEASURED:
        return None
    if not of_output(row) or row.dimension == "cost":
        return None
    most = 12 if "months" in row.unit_kinds else 366 if "days" in row.unit_kinds else None
    if most is None or number <= most or _lasts_longer(row):
        return None
    said = f"{row.called}的“{row.text}”超过了一年的{most}{row.unit}，请核对数值和单位。"
    return Hit("value.number", said)


def _lasts_longer(row: RowFacts) -> bool:
    """Tell whether what is measured outlives the budget year, as a warranty does."""
    if not row.kinds.isdisjoint(("lasting", "outlasting")):
        return True
    return row.dimension != "time" and "duration" in row.kinds and "days" not in row.kinds


def _some_time_in_the_year(row: RowFacts) -> bool:
    if row.shape is not Shape.DATE or "月" in row.text or "季" in row.text:
        return False
    if any(year != row.project.setting.year for year in years_in(row.text)):
        return False
    words = row.project.setting.words.values
    rest = _YEAR_AHEAD.sub("", row.text)
    return not rest or "within_year" in words.kinds_of(rest)


def _at_most_a_year(row: RowFacts) -> bool:
    if row.shape is not Shape.MEASURED or row.sign not in ("≤", "＜"):
        return False
    return any(row.number in numbers for unit, numbers in _YEAR_LONG if unit in row.unit_kinds)


def _no_such(text: str, day: Day | None, year: int) -> str:
    """Return the day or month in a text that no calendar has, or nothing."""
    if day and not day.exists(year):
        return f"{day.printed}这一天"
    month = strange_month(text)
    return f"{month}月" if month is not None else ""
