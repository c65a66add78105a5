"""What copying leaves in texts besides the words: blanks, wide digits, breaks within sentences.

Only blanks, invisible characters, line breaks and the width of digits and letters are ever
touched, never a word, a punctuation mark or a number's value.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """A kind of untidiness, by what mending it does."""

    BLANKS = "去除多余空格"
    TABS = "去除制表符"
    BREAKS = "合并换行"
    DIGITS = "全角数字"
    LETTERS = "全角字母"
    INVISIBLE = "去除不可见字符"


@dataclass(frozen=True, slots=True)
class Repair:
    """A part of a text, from `start` to `end`, and what tidily stands there instead."""

    start: int
    end: int
    text: str
    kind: Kind


_BLANK = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_HIDDEN = "\u00ad\u200b-\u200f\u2060\ufeff"
_BREAK = "\n\r\u000b\u000c\u0085\u2028\u2029"
# How spreadsheets write a carriage return inside a cell; hidden characters may stand in it.
_ESCAPED = f"[{_HIDDEN}]*".join("_x000D_")
_GAP = re.compile(f"(?:[{_BLANK}{_HIDDEN}{_BREAK}]|{_ESCAPED})+")
_LINE_END = re.compile(
    f"(?:\r\n|[{_BREAK}])?[{_BLANK}]*_x000D_[{_BLANK}]*(?:\r\n|[{_BREAK}])?|\r\n|[{_BREAK}]"
)
_BREAK_ONE = re.compile(f"[{_BREAK}]|_x000D_")
_HIDDEN_ONE = re.compile(f"[{_HIDDEN}]")
_WIDE = re.compile("[０-９]+|[Ａ-Ｚａ-ｚ]+|．")
_DIGIT_LAST = re.compile(f"[0-9０-９][{_HIDDEN}]*$")
_DIGIT_NEXT = re.compile(f"[{_HIDDEN}]*[0-9０-９]")
_YEAR_NEXT = re.compile("[12１２][0-9０-９]{3}年")
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}

_IDEOGRAPH = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS = "\u3001-\u3006\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff1f\uff3b-\uff3d\uff5e"
_CHINESE = re.compile(f"[{_IDEOGRAPH}{_MARKS}“”‘’…—]")
_MARK = re.compile(f"[{_MARKS}]")
_WORD = re.compile("[A-Za-z]")
_JOINED = re.compile(f"[{_IDEOGRAPH}]")

_SENTENCE_END = re.compile("[。！？；：!?;:…][”’）》」』】)]*$")
_GOES_ON = re.compile("[，、（《“‘「『【]$")
_CLOSES = re.compile("[，。、；！？）》”’」』】％]")
_NUMERAL = "〇零一二三四五六七八九十百"
_BEGINS = re.compile(
    "\\d{1,3}[.．、)）](?!\\d(?!\\d{3}年))"
    f"|[（(](?:\\d{{1,3}}|[{_NUMERAL}]{{1,3}})[)）]"
    f"|[{_NUMERAL}]{{1,3}}(?:[、.．]|是|要)|第[{_NUMERAL}\\d]+"
    "|[\u2460-\u24ff\u2776-\u2793•●○■□◆◇▪▲△★☆※·→➢√✓*\\-—–]|[A-Za-z][.．、)）]"
    "|[^，。；、\n]{1,8}[：:]"
)
_SHORTEST_WRAPPED = 18
_HEAD = 16


def repairs(text: str) -> tuple[Repair, ...]:
    """Return what tidying a text changes, from its beginning to its end, none overlapping."""
    found = sorted((*_narrowed(text), *_closed_gaps(text)), key=lambda repair: repair.start)
    return tuple(_joined(found))


def untidy(text: str) -> tuple[tuple[Kind, int], ...]:
    """Return how many places of each kind tidying would change; empty for a tidy text."""
    counts = Counter(repair.kind for repair in repairs(text))
    return tuple((kind, counts[kind]) for kind in Kind if counts[kind])


def tidied(text: str) -> str:
    """Return a text without what copying left in it; numbered lines and paragraphs stay."""
    parts: list[str] = []
    done = 0
    for repair in repairs(text):
        parts += (text[done : repair.start], repair.text)
        done = repair.end
    return "".join((*parts, text[done:]))


def _narrowed(text: str) -> Iterator[Repair]:
    """Yield wide digits and letters, and the wide point within a number."""
    narrow = _narrow(text)
    escaped = [match.span() for match in re.finditer(_ESCAPED, narrow)]
    for match in _WIDE.finditer(text):
        start, end = match.span()
        if any(first <= start < last for first, last in escaped):
            continue
        if match[0] == "．":
            if _is_point(text, start):
                yield Repair(start, end, ".", Kind.DIGITS)
        else:
            kind = Kind.LETTERS if match[0][0] > "９" else Kind.DIGITS
            yield Repair(start, end, narrow[start:end], kind)


def _is_point(text: str, at: int) -> bool:
    """Whether a wide stop is the point of a number; that of `１．2025年` numbers a line."""
    before, after = text[max(0, at - _HEAD) : at], text[at + 1 : at + 1 + _HEAD]
    if not (_DIGIT_LAST.search(before) and _DIGIT_NEXT.match(after)):
        return False
    return not _YEAR_NEXT.match(_HIDDEN_ONE.sub("", after))


def _narrow(text: str) -> str:
    """Return a text with its wide digits and letters narrow, of the same length."""
    return "".join(c.translate(_NARROW) if c.isalnum() else c for c in text)


def _joined(found: Sequence[Repair]) -> Iterator[Repair]:
    """Yield repairs with those of one number made one: it counts as one place."""
    last: Repair | None = None
    for repair in found:
        if last and last.end == repair.start and last.kind is repair.kind is Kind.DIGITS:
            last = Repair(last.start, repair.end, last.text + repair.text, Kind.DIGITS)
            continue
        if last:
            yield last
        last = repair
    if last:
        yield last


def _closed_gaps(text: str) -> Iterator[Repair]:
    """Yield the gaps between words that are wider, or break a line more, than they should."""
    narrow = _narrow(text)
    ends_sentences = bool(_SENTENCE_END.search(_GAP.sub("", text)))
    paragraph, done = "", 0
    for gap in _GAP.finditer(text):
        paragraph += narrow[done : gap.start()]
        after = _head(narrow, gap.end())
        closed = _closed(gap[0], paragraph, after, ends_sentences=ends_sentences)
        if closed != gap[0]:
            yield Repair(gap.start(), gap.end(), closed, _kind(gap[0], closed))
        paragraph = "" if "\n" in closed else paragraph + closed
        done = gap.end()


def _closed(gap: str, before: str, after: str, *, ends_sentences: bool) -> str:
    """Return what stands between two words of which one is the last of `before`."""
    shown = _HIDDEN_ONE.sub("", gap)
    if not shown or not before or not after:
        return ""
    breaks = len(_LINE_END.findall(shown))
    if breaks > 1 or (breaks and not _wrapped(before, after, ends_sentences=ends_sentences)):
        return "\n" * breaks
    pair = before[-1], after[0]
    if breaks:
        return " " if all(map(_WORD.match, pair)) else ""
    close = all(map(_CHINESE.match, pair)) or any(map(_MARK.match, pair))
    return "" if close else " "


def _wrapped(before: str, after: str, *, ends_sentences: bool) -> bool:
    """Whether a single line break is one within a sentence.

    Lines that are numbered, marked or labelled begin something of their own. Without a comma
    that tells it, a sentence is broken only where the text does end its sentences, and only
    behind a line too long to be a heading.
    """
    if _BEGINS.match(after) or _SENTENCE_END.search(before):
        return False
    if _CLOSES.match(after) or _GOES_ON.search(before):
        return True
    pair = before[-1], after[0]
    words = all(map(_WORD.match, pair)) or any(map(_JOINED.match, pair))
    return words and ends_sentences and len(before) >= _SHORTEST_WRAPPED


def _head(text: str, start: int) -> str:
    """Return how a line goes on, as far as that tells what it is."""
    end = next((m.start() for m in _BREAK_ONE.finditer(text, start)), len(text))
    return _GAP.sub("", text[start : min(end, start + 4 * _HEAD)])[:_HEAD]


def _kind(gap: str, closed: str) -> Kind:
    """Return what mending a gap is called."""
    if _HIDDEN_ONE.search(gap) or "_x000D_" in gap:
        return Kind.INVISIBLE
    if _LINE_END.search(gap) and "\n" not in closed:
        return Kind.BREAKS
    return Kind.TABS if "\t" in gap else Kind.BLANKS
