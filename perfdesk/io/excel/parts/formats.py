"""Number formats: what a cell that holds a number shows.

Thousands separators are left out, as the forms print none, and decimals that a format hides
are shown: what a cell really holds must not get lost.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum, auto
from functools import cached_property

GENERAL = "General"
_YEAR_MONTH, _MONTH_DAY = 'yyyy"年"m"月"', 'm"月"d"日"'
_HOUR_MINUTE, _TO_SECONDS = 'h"时"mm"分"', 'h"时"mm"分"ss"秒"'
BUILT_IN = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    # The numbers from 27 on mean something else in each language; these are the Chinese ones.
    27: _YEAR_MONTH,
    28: _MONTH_DAY,
    29: _MONTH_DAY,
    30: "m/d/yy",
    31: 'yyyy"年"m"月"d"日"',
    32: _HOUR_MINUTE,
    33: _TO_SECONDS,
    34: _HOUR_MINUTE,
    35: _TO_SECONDS,
    36: _YEAR_MONTH,
    45: "mm:ss",
    46: "h:mm:ss",
    47: "mm:ss",
    49: "@",
    50: _YEAR_MONTH,
    51: _MONTH_DAY,
    52: _YEAR_MONTH,
    53: _MONTH_DAY,
    54: _MONTH_DAY,
    55: _HOUR_MINUTE,
    56: _TO_SECONDS,
    57: _YEAR_MONTH,
    58: _MONTH_DAY,
}
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|(?P<skipped>[_*].|\[[^\]]*\])'
    r"|(?P<general>General|G/通用格式)|(?P<number>[0#?][0#?.,/ ]*(?:E[+-][0#?]+)?)"
    r"|(?P<percent>%)|(?P<date>y+|e+|m+|d+|h+|s+|a{3,}|AM/PM|上午/下午)|(?P<end>;)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_DIGITS_HELD = 15
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - dates in workbooks have no time zone
_FIRST_DAY_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_LEAP_BUG_ENDS = 60


class Kind(Enum):
    """What to say about a number that was read."""

    PLAIN = auto()
    DATE = auto()
    LOST_DIGITS = auto()


@dataclass(frozen=True)
class NumberFormat:
    """A number format's code, its first section understood."""

    code: str
    from_1904: bool = False

    def show(self, stored: str) -> tuple[str, Kind]:
        """Return what a cell with this number shows; the number itself where that is unclear."""
        try:
            value = Decimal(f"{float(stored):.{_DIGITS_HELD}g}")
        except (ValueError, InvalidOperation):
            return stored, Kind.PLAIN
        if not value.is_finite():
            return stored, Kind.PLAIN
        if self._is_date and (moment := self._moment(value)):
            return self._date(moment), Kind.DATE
        lost = value.adjusted() >= _DIGITS_HELD
        return self._number(value), Kind.LOST_DIGITS if lost else Kind.PLAIN

    @cached_property
    def _tokens(self) -> tuple[tuple[str, str], ...]:
        return tuple(_tokens(self.code))

    @cached_property
    def _is_date(self) -> bool:
        kinds = {kind for kind, _ in self._tokens}
        return "date" in kinds and "number" not in kinds

    def _moment(self, serial: Decimal) -> datetime | None:
        if self.from_1904:
            first = _FIRST_DAY_1904
        else:
            # Excel believes in a 29 February 1900, so the days before it are one short.
            first = _FIRST_DAY + timedelta(days=serial < _LEAP_BUG_ENDS)
        try:
            return first + timedelta(seconds=round(float(serial) * 86_400)) if serial >= 0 else None
        except OverflowError:
            return None

    def _date(self, moment: datetime) -> str:
        letters = [text[0].lower() for kind, text in self._tokens if kind == "date"]
        only_time = "s" in letters and not {"y", "e", "d"} & set(letters)
        shown, before = "", ""
        for kind, text in self._tokens:
            if kind != "date":
                shown += text
                continue
            part = text.lower()
            shown += _date_part(moment, part, minutes=only_time or before == "h")
            before = part[0]
        return shown.strip()

    def _number(self, value: Decimal) -> str:
        patterns = [text.rstrip() for kind, text in self._tokens if kind == "number"]
        if len(patterns) > 1 or any(pattern.endswith(",") for pattern in patterns):
            # Shown in thousands, or cut into groups: its words would not fit the number.
            return _plain(value, 0)
        value = value * 100 if ("percent", "%") in self._tokens else value
        decimals = patterns[0].partition(".")[2].partition("E")[0].count("0") if patterns else 0
        number = _plain(value, decimals)
        parts = (number if kind == "number" else text for kind, text in self._tokens)
        return "".join(parts).strip() if patterns else number


def _plain(value: Decimal, decimals: int) -> str:
    """Return a number with all its decimals, and at least so many."""
    exponent = value.normalize().as_tuple().exponent
    needed = -exponent if isinstance(exponent, int) else 0
    return f"{value:.{max(decimals, needed, 0)}f}"


def _tokens(code: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a format's first section: (literal, number, percent or date, its text)."""
    for found in _TOKEN.finditer(code):
        kind = found.lastgroup or ""
        if kind == "end":
            return
        if kind in ("quoted", "escaped", "other"):
            yield "literal", found[kind].replace("@", "") if kind == "other" else found[kind]
        elif kind == "skipped":
            currency = re.match(r"\[\$([^-\]]+)", found[0])
            yield "literal", currency[1] if currency else ""
        elif kind == "general":
            yield "number", ""
        else:
            yield kind, found[0]


def _date_part(moment: datetime, letters: str, *, minutes: bool) -> str:
    """Return one part of a date as `yyyy`, `m`, `dd` … ask for it."""
    two = "02d" if len(letters) > 1 else "d"
    match letters[0]:
        case "y" | "e":
            return f"{moment.year % 100:02d}" if letters == "yy" else str(moment.year)
        case "m":
            return format(moment.minute if minutes else moment.month, two)
        case "d":
            return format(moment.day, two)
        case "h":
            return format(moment.hour, two)
        case "s":
            return format(moment.second, two)
    return ""
