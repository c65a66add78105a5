"""Dates in texts such as 2025年12月31日前: read, looked up in the calendar, compared in style."""

import re
from calendar import monthrange
from dataclasses import dataclass

from perfdesk.models.amount import plain_digits
from perfdesk.models.value import PERIOD

_YEAR = re.compile(r"(?<!\d)(20\d{2})(?=[年\-./])")
_DAY = re.compile(
    r"(?<!\d)(?:(20\d{2})\s*[年\-./]\s*)?(\d{1,2})\s*([月\-./])\s*(\d{1,2})(?!\d|月|\s*-\s*\d)"
)
_RANGE = re.compile(r"\d\s*[-—~～至到]\s*\d{1,2}月")
_MONTH = re.compile(r"(?<!\d)(\d{1,2})月")


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it was written; `year` is None where none was, `mark` what parts month and day."""

    year: int | None
    month: int
    day: int
    mark: str

    def exists(self, budget_year: int) -> bool:
        """Whether the calendar has it, in its own year or else in the budget year."""
        year = budget_year if self.year is None else self.year
        return 1 <= self.month <= 12 and 1 <= self.day <= monthrange(year, self.month)[1]

    @property
    def printed(self) -> str:
        """The day without its year, as sentences name it."""
        return f"{self.month}月{self.day}日"


def years_in(text: str) -> list[int]:
    """Return the years of the dates in a text."""
    return [int(year) for year in _YEAR.findall(plain_digits(text))]


def day_in(text: str) -> Day | None:
    """Return the last day that is written in a text, or None."""
    plain = plain_digits(text)
    a_span = _RANGE.search(plain) or PERIOD.search(plain)
    found = None if a_span else [*_DAY.finditer(plain)]
    if not found:
        return None
    year, month, mark, day = found[-1].groups()
    return Day(int(year) if year else None, int(month), int(day), mark)


def strange_month(text: str) -> int | None:
    """Return the number of a month that the year does not have, or None."""
    plain = plain_digits(text)
    ends = (period[name] for period in PERIOD.finditer(plain) for name in ("first", "last"))
    months = (int(month) for month in (*_MONTH.findall(plain), *ends) if month)
    return next((month for month in months if not 1 <= month <= 12), None)
