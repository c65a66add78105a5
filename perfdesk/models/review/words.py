"""Recognising words by small tables: what a 率 is, which names speak of time, what is vague.

The tables lie in `resources/words`; an office may add its own words to them. Read them through
`perfdesk.io.rule_book`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of text is recognised: any of the first four, and none of those with `not_`."""

    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    equals: tuple[str, ...] = ()
    not_starts: tuple[str, ...] = ()
    not_ends: tuple[str, ...] = ()
    not_has: tuple[str, ...] = ()
    not_equals: tuple[str, ...] = ()

    def with_more(self, other: "Kind") -> "Kind":
        """Return this kind with the words of another one added."""
        return Kind(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Kind)))


class Table:
    """Kinds of texts by name, such as `rate` and `satisfaction` among names of indicators."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self._kinds = dict(kinds)
        self._patterns = [
            (name, _pattern(kind.starts, kind.ends, kind.has, kind.equals), _excluding(kind))
            for name, kind in kinds.items()
        ]
        self._known: dict[str, frozenset[str]] = {}
        self._sets: dict[frozenset[str], frozenset[str]] = {}
        self._words: dict[str, tuple[str, ...]] = {}

    def kinds_of(self, text: str) -> frozenset[str]:
        """Return the names of all kinds that a text is of."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            kinds = frozenset(
                name
                for name, pattern, excluded in self._patterns
                if pattern.search(text) and not (excluded and excluded.search(text))
            )
            # The same few kinds come again and again; a set takes more room than most texts.
            known = self._known[text] = self._sets.setdefault(kinds, kinds)
        return known

    def words(self, kind: str) -> tuple[str, ...]:
        """Return the words that make a text one of this kind, as the table lists them."""
        if kind not in self._words:
            listed = self._kinds[kind]
            self._words[kind] = (*listed.equals, *listed.starts, *listed.ends, *listed.has)
        return self._words[kind]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The tables: of level names, indicator names, values in words, units, and longer texts.

    `heads` are what names of indicators come down to, as `heads.py` reads them. `known` are no
    kinds but lists: names of well-known indicators, and how they get mistyped.
    """

    levels: Table
    names: Table
    heads: Table
    values: Table
    units: Table
    texts: Table
    descriptions: Table
    prose: Table
    known: Table


def _pattern(
    starts: Iterable[str], ends: Iterable[str], has: Iterable[str], equals: Iterable[str]
) -> re.Pattern[str]:
    parts = [
        *(f"^{re.escape(word)}" for word in starts),
        *(f"{re.escape(word)}$" for word in ends),
        *(re.escape(word) for word in has),
        *(f"^{re.escape(word)}$" for word in equals),
    ]
    return re.compile("|".join(parts) or "(?!)")


def _excluding(kind: Kind) -> re.Pattern[str] | None:
    if not (kind.not_starts or kind.not_ends or kind.not_has or kind.not_equals):
        return None
    return _pattern(kind.not_starts, kind.not_ends, kind.not_has, kind.not_equals)
