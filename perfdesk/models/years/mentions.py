"""Where a text speaks of years: of one, of several that belong together, or of what may be one.

What was issued under a title or a number speaks of no year and is hidden first. Then each year is
read with the date around it, and those that form a period or a list are joined, so that nothing
takes half of one. A year that stands alone has to look like one: 2024 may count something too.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """What is spoken of."""

    YEAR = auto()
    SPAN = auto()
    """A period or a list of years: 2024—2026年, 2024/25学年, 2024年、2025年."""
    UNSURE = auto()
    """Perhaps an edition, a class, a number or how long it takes: 2024版, 2024级, FY24, 24年."""


class Year(NamedTuple):
    """The digits of a year in a text, two or four of them."""

    start: int
    end: int
    year: int


class Mention(NamedTuple):
    """A passage that speaks of years, up to the end of its date."""

    kind: Kind
    start: int
    end: int
    years: tuple[Year, ...]

    @property
    def first(self) -> int:
        """The earliest year."""
        return min(each.year for each in self.years)

    @property
    def last(self) -> int:
        """The latest year."""
        return max(each.year for each in self.years)

    @property
    def short(self) -> bool:
        """Whether its year is written in two digits, as a number of years may be too."""
        return self.years[0].end - self.years[0].start < _DIGITS


class _Dated(NamedTuple):
    """A year in four digits and what of a date stands behind it."""

    year: Year
    end: int
    in_words: bool
    in_digits: bool
    exact: bool


_DIGITS = 4
_CLOSED = re.compile(
    r"《(?:[^《》]|《[^《》]*》)*》|《[^《》，。；\n]*"
    r"|[〔\[［【]\s*20\d\d\s*年?\s*[〕\]］】]"
    r"|[(（]\s*20\d\d\s*年?\s*[)）]\s*第?\s*\d+\s*号"
    r"|20\d\d\s*年?\s*第\s*\d+\s*号"
    r"|20\d\d\s*年\s*\d+\s*号(?=文|令|公告|通知|[，。；、,;)）]|$)"
    r"|20\d\d-\d+\s*号"
    r"|[A-Z][A-Z/]*\s*\d+(?:\.\d+)*\s*[-—]\s*20\d\d(?!\d)"
)
"""Titles, also unclosed ones; numbers of documents, notices and standards."""

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_MONTH = rf"\s*{_NUMBER}\s*月(?:份|\s*{_NUMBER}\s*[日号]|[上中下]旬)?[初底末]?"
_SEASON = r"\s*(?:[春夏秋冬]季?|[上下]半年|第?[一二三四1-4]季度|Q[1-4])"
_DATED = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?!\d)(?:"
    r"(?P<digits>\s?([-./])\s?(?:0?[1-9]|1[0-2])(?:\s?\3\s?(?:0?[1-9]|[12]\d|3[01]))?(?!\d))"
    r"|(?P<word>\s*(?:年(?!代(?![表理办建码征收购]))|学年|财年|财政年|预算年|会计年|自然年|全年)度?)?"
    rf"(?P<part>{_MONTH}|{_SEASON}|[初底末])?)"
)
_LINE = r"(?:[-—–―~～‐‑−/]+|至|到)"
_TO = re.compile(rf"\s*(?:起|开始)?\s*{_LINE}\s*")
_AND = re.compile(r"\s*(?:、|和|及|与)\s*")
_NO_LIST = re.compile(r"\s*(?:相比|比较|对比|相较|持平|同期)|[前内]")
_OTHER_YEARS = r"学年|财年|(?:年度?)?\s*(?:供暖|采暖|取暖|供热|跨年)"
_SHORT_END = re.compile(rf"\s*{_LINE}\s*(?P<year>\d\d)(?!\d)(?P<told>年度?|(?={_OTHER_YEARS}))?")
_SHORT_SPAN = re.compile(
    rf"(?<![\d.,])(\d\d)(?:\s*年度?)?\s*{_LINE}\s*(\d\d)(?:年度|(?={_OTHER_YEARS}))"
)
_IN_TWO = r"(?<![\d.,第满近约达每共足超逾限龄期≥≤><])(\d\d)年"
_SHORT = re.compile(rf"{_IN_TWO}(?:[度底末初]|(?=内)|{_MONTH}|{_SEASON})")
_SHORT_OR_LONG = re.compile(rf"{_IN_TWO}(?![度底末初内代以]|{_MONTH}|{_SEASON})")
_FISCAL = re.compile(r"FY\s?(\d\d)(?!\d)")
_UNIT = (
    r"\s*(?:人次|场次|[%％‰余多万亿千百元次]|平方|立方|公[里斤顷吨]|小时|工作日"
    r"|名(?![师校医家优特牌录称])|户(?![外籍口用型])"
    r"|[人家个台套次户亩吨件份期场项处条辆支组名只头批册篇块棵米天日周月]"
    r"(?:以|左右|$|[，。；、,;）)]))"
)
_HEADING = re.compile(rf"(?!{_UNIT}|[版级届款年])\s*[-—_]?\s*[\u4e00-\u9fff“(（]")
_NOTHING_YET = re.compile(r"\s*(?:[0-9A-Z]{15,}\s*[-—_]?\s*)?")
"""Before the name of a project there may be its code."""
_DEADLINE = re.compile(r"[月前底末初起止至到]|[之以]前")
_NAMED = re.compile(r"[版级届款]")
_ENDS = re.compile(r"\s*(?:$|[)）”\n，。；])")


def year_mentions(text: str) -> list[Mention]:
    """Return what a text, as `writing.plain` gives it, says of years, in the text's order."""
    text = _CLOSED.sub(_hidden, text)
    mentions = [*_in_four_digits(text)]
    for each in mentions:
        text = text[: each.start] + "\0" * (each.end - each.start) + text[each.end :]
    mentions += _in_two_digits(text)
    return sorted(mentions, key=lambda each: each.start)


def _hidden(found: re.Match[str]) -> str:
    return "\0" * len(found[0])


def _in_four_digits(text: str) -> Iterator[Mention]:
    group: list[_Dated] = []
    for each in map(_dated, _DATED.finditer(text)):
        if group and _belong_together(text, group[-1], each):
            group.append(each)
        else:
            yield from _told(text, group)
            group = [each]
    yield from _told(text, group)


def _dated(found: re.Match[str]) -> _Dated:
    year = Year(found.start(), found.end("year"), int(found["year"]))
    part = found["part"] is not None
    in_words = found["word"] is not None or (part and found["part"] not in tuple("初底末"))
    exact = part or found["digits"] is not None
    return _Dated(year, found.end(), in_words, found["digits"] is not None, exact)


def _belong_together(text: str, one: _Dated, other: _Dated) -> bool:
    """Whether two years in a row are a period, or a list of years without months."""
    between = text[one.end : other.year.start]
    if _TO.fullmatch(between):
        return True
    listed = _AND.fullmatch(between) and not one.exact and not other.exact
    return bool(listed) and not _NO_LIST.match(text, other.end)


def _told(text: str, group: list[_Dated]) -> Iterator[Mention]:
    """Yield what a group of years is, if it is anything."""
    if not group:
        return
    last = group[-1]
    years = tuple(each.year for each in group)
    if short := _short_end(text, last):
        end, year = short
        yield Mention(Kind.SPAN, years[0].start, end, (*years, year))
    elif len(group) > 1:
        yield Mention(Kind.SPAN, years[0].start, last.end, years)
    elif kind := _alone(text, last):
        named = _NAMED.match(text, last.end) if kind is Kind.UNSURE else None
        yield Mention(kind, years[0].start, named.end() if named else last.end, years)


def _short_end(text: str, last: _Dated) -> tuple[int, Year] | None:
    """Return a last year in two digits, 2024-26年 or 2024/25, and where its mention ends."""
    found = _SHORT_END.match(text, last.end)
    if not found:
        return None
    year = last.year.year // 100 * 100 + int(found["year"])
    told = found["told"] is not None or year == last.year.year + 1
    later = year > last.year.year and told
    return (found.end(), Year(*found.span("year"), year)) if later else None


def _alone(text: str, dated: _Dated) -> Kind | None:
    """Return what a year that stands alone is, None where it is most likely a number."""
    before, after = text[: dated.year.start], text[dated.end :]
    if dated.in_words:
        return Kind.YEAR
    if dated.in_digits:
        return Kind.YEAR if _is_date(text, dated) else None
    closed = re.match(r"\s*[)）]", after) and before.rstrip().endswith(("（", "("))
    heading = _NOTHING_YET.fullmatch(before) and _HEADING.match(after)
    ending = not after.strip() and re.search(r"[费金目助程项][-—_\s]?$", before)
    if closed or heading or ending or re.search(r"FY\s?$", before):
        return Kind.YEAR
    counted = re.search(r"[\d.,A-Za-z≥≤＝=><＞＜达共约为超近至到-]\s*$", before)
    unsure = _NAMED.match(after) or (_ENDS.match(after) and before.strip() and not counted)
    return Kind.UNSURE if unsure else None


def _is_date(text: str, dated: _Dated) -> bool:
    """Whether 2024.6 and the like are a day or a month: one of three parts, one with 0 or 前."""
    before, written = text[: dated.year.start], text[dated.year.end : dated.end]
    if before.endswith(("/", "-")) or re.search(r"[A-Za-z字第号]$", before):
        return False
    if _DEADLINE.match(text, dated.end):
        return True
    whole_day = len(re.findall(r"\d+", written)) > 1
    a_month = re.fullmatch(r"[-/]\d\d", written)
    return whole_day or (a_month is not None and not re.match(r"[-/]", text[dated.end :]))


def _in_two_digits(text: str) -> Iterator[Mention]:
    taken = 0
    for found in _SHORT_SPAN.finditer(text):
        years = tuple(_short_year(found, group) for group in (1, 2))
        if years[1].year == years[0].year + 1:
            taken = found.end()
            yield Mention(Kind.SPAN, found.start(), found.end(), years)
    unsure = ((Kind.UNSURE, pattern) for pattern in (_FISCAL, _SHORT_OR_LONG))
    for kind, pattern in ((Kind.YEAR, _SHORT), *unsure):
        for found in pattern.finditer(text, taken):
            yield Mention(kind, found.start(), found.end(), (_short_year(found, 1),))


def _short_year(found: re.Match[str], group: int) -> Year:
    return Year(found.start(group), found.end(group), 2000 + int(found[group]))
