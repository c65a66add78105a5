"""What was typed to find a name: Chinese text, full pinyin, initials, or pinyin half of each."""

import re
from collections.abc import Callable, Sequence
from enum import IntEnum
from itertools import islice, product

from perfdesk.models.amount import plain_digits

Readings = Callable[[str], Sequence[Sequence[str]]]
"""Gives for each character of a text the ways it is read: small letters without tones."""

_MOST_SPELLINGS = 16
_LONGEST = 60
_ANYTHING = "[^\n]*"


class Match(IntEnum):
    """How well a name matches what was typed, from not at all."""

    NONE = 0
    IN_ORDER = 1
    INSIDE = 2
    START = 3
    WHOLE = 4


class Query:
    """Something typed, made into patterns that find it in names, one or many in lines.

    `in_text` finds it as it stands in folded names, `in_spelling` in their spellings, and
    `in_order` its characters one after another with others between: in spellings where it is
    `latin`, in names where not. `place` then says how well that matches.
    """

    def __init__(self, text: str) -> None:
        self.text = folded(text)[:_LONGEST]
        letters = self.text.replace("ü", "v").replace("'", "")
        self.latin = letters.isascii() and any(map(str.isalpha, letters))
        self.in_text = re.compile(re.escape(self.text))
        spelled = _spelled(letters) if self.latin else "(?!)"
        self.in_spelling = re.compile(spelled)
        self._whole = re.compile(f"{re.escape(self.text)}|{spelled}[a-z]*")
        spread = letters.upper() if self.latin else self.text
        self.in_order = re.compile(_ANYTHING.join(map(re.escape, spread)))

    def __bool__(self) -> bool:
        return bool(self.text)

    def match(self, name: str, readings: Readings) -> Match:
        """Return how well one name matches; a query of nothing matches everything a little."""
        if not self.text:
            return Match.IN_ORDER
        line = folded(name)
        lines = spellings(line, readings) if self.latin else (line,)
        best = self._in(self.in_text, line)
        if self.latin:
            best = max(best, *(self._in(self.in_spelling, each) for each in lines))
        in_order = not best and any(map(self.in_order.search, lines))
        return Match.IN_ORDER if in_order else best

    def place(self, found: re.Match[str], start: int, end: int) -> Match:
        """Judge where in its line, which goes from `start` to `end`, a pattern was found.

        What is left of the last syllable is no matter.
        """
        if found.start() > start:
            return Match.INSIDE
        return Match.WHOLE if self._whole.fullmatch(found.string, start, end) else Match.START

    def _in(self, pattern: re.Pattern[str], line: str) -> Match:
        found = pattern.search(line)
        return self.place(found, 0, len(line)) if found else Match.NONE


def folded(text: str) -> str:
    """Return a text as names are compared: without blanks, half-width, small letters."""
    return "".join(plain_digits(text).lower().split())


def spellings(line: str, readings: Readings) -> tuple[str, ...]:
    """Return how a folded name is spelled, every syllable with a capital: `YanShouHeGeLv`.

    Characters that are read in several ways give several spellings, but not too many.
    """
    ways = ([way.capitalize() for way in each] for each in readings(line))
    return tuple("".join(each) for each in islice(product(*ways), _MOST_SPELLINGS))


def _spelled(letters: str) -> str:
    """Return the pattern of letters that go on in a syllable or begin the next one.

    So `yshgl`, `yanshouhegelv` and `yanshhgl` all find `YanShouHeGeLv`.
    """
    nexts = (
        f"(?:{c}|[a-z]*{c.upper()})" if c.isalpha() else f"[a-z]*{re.escape(c)}"
        for c in letters[1:]
    )
    return re.escape(letters[0].upper()) + "".join(nexts)
