"""Numbers that prose mentions together with what they count: 600人次, 1.2亿元, 95%."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from perfdesk.models.amount import plain_digits

_SCALES = {"千": 1_000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000}
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ANY_FIGURE = re.compile(f"({_FIGURE})({_SCALE})?")
_ABOUT = ("约", "近", "逾")
_LONGEST_CLAUSE = 200  # a text without any punctuation is looked through no farther than this
_CLAUSE_ENDS = "，,。；;！!？?、\n"
_DATE = re.compile(r"(?<!\d)\d+(?=\s*[年月日号届])|(?<=第)\d+|[〔\[（(]\d{4}[)）\]〕]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A number in prose: `1.2亿元` is the figure 1.2 in a scale of 100000000.

    `shown` is how it stands there, `before` and `after` are the rest of its clause; `vague` says
    that it is about that many.
    """

    figure: Decimal
    scale: int
    shown: str
    before: str
    after: str
    vague: bool

    @property
    def number(self) -> Decimal:
        """How many there are."""
        return self.figure * self.scale

    @property
    def clause(self) -> str:
        """The clause in which it stands."""
        return self.before + self.shown + self.after


def mentions(text: str, units: tuple[str, ...]) -> Iterator[Mention]:
    """Return the numbers that stand before one of the units, one by one, ordinals left out."""
    return iter(_mentions(text, units))


def figures(texts: Iterable[str]) -> set[Decimal]:
    """Return every number in the texts, as it stands and scaled."""
    return set().union(*map(_figures, texts))


def without_dates(text: str) -> str:
    """Return a text without the digits of its dates, ordinals and document numbers."""
    return _DATE.sub("", plain_digits(text))


@lru_cache(maxsize=4096)
def _mentions(text: str, units: tuple[str, ...]) -> tuple[Mention, ...]:
    plain = plain_digits(text)
    return tuple(_mention(plain, found) for found in _pattern(units).finditer(plain))


def _mention(text: str, found: re.Match[str]) -> Mention:
    start, end = found.span()
    return Mention(
        _read(found["figure"]),
        _SCALES.get(found["scale"], 1),
        found[0],
        text[_clause_start(text, start) : start],
        text[end : _clause_end(text, end)],
        bool(found["more"]) or text[:start].endswith(_ABOUT) or text[end:].startswith("左右"),
    )


@lru_cache(maxsize=16_384)  # most rows stay as they are from one edit to the next
def _figures(text: str) -> frozenset[Decimal]:
    found: set[Decimal] = set()
    for figure, scale in _ANY_FIGURE.findall(plain_digits(text)):
        number = _read(figure)
        found |= {number, number * _SCALES.get(scale, 1)}
    return frozenset(found)


def _read(figure: str) -> Decimal:
    return Decimal(figure.replace(",", ""))


@lru_cache
def _pattern(units: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(sorted(map(re.escape, units), key=len, reverse=True))
    return re.compile(
        rf"(?<![\d.,第A-Za-z〔\[\-—~～])(?P<figure>{_FIGURE})\s*(?P<scale>{_SCALE})?"
        rf"(?P<more>余|多)?(?P<unit>{listed})"
    )


def _clause_start(text: str, at: int) -> int:
    first = max(at - _LONGEST_CLAUSE, 0)
    return max(max(text.rfind(end, first, at) for end in _CLAUSE_ENDS) + 1, first)


def _clause_end(text: str, at: int) -> int:
    last = min(at + _LONGEST_CLAUSE, len(text))
    ends = (text.find(end, at, last) for end in _CLAUSE_ENDS)
    return min((end for end in ends if end >= 0), default=last)
