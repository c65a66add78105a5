"""Many names, found at once by text and by pinyin."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from perfdesk.models.suggest.query import Match, Query, Readings, folded, spellings

_ENOUGH = 12


class Names:
    """A list of names that only grows; each is known by its number, counted from 0.

    Those that come first are found first, so the most important ones belong there.
    """

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._count = 0
        self._texts = _Lines()
        self._spellings = _Lines()

    def __len__(self) -> int:
        return self._count

    def add(self, names: Sequence[str]) -> None:
        """Put names behind the others."""
        lines = list(enumerate(map(folded, names), self._count))
        self._count += len(lines)
        self._texts.add(lines)
        self._spellings.add(
            (number, each) for number, line in lines for each in spellings(line, self._readings)
        )

    def find(self, query: Query, most: int) -> dict[int, Match]:
        """Return the numbers of the names that match, with how well, about `most` of them.

        Names with the characters merely in order come in where there are not enough others; a
        query of nothing finds the first names.
        """
        if not query:
            return dict.fromkeys(range(min(most, self._count)), Match.IN_ORDER)
        found = dict(self._texts.search(query, query.in_text, most))
        if query.latin:
            for number, match in self._spellings.search(query, query.in_spelling, most):
                found[number] = max(match, found.get(number, Match.NONE))
        lines = self._spellings if query.latin else self._texts
        for number, _ in lines.search(query, query.in_order, min(most, _ENOUGH) - len(found)):
            found.setdefault(number, Match.IN_ORDER)
        return found


class _Lines:
    """Lines in one text, so that one search goes through them all; each belongs to a number."""

    def __init__(self) -> None:
        self._text = ""
        self._starts = array("L")
        self._numbers = array("L")

    def add(self, lines: Iterable[tuple[int, str]]) -> None:
        at = len(self._text)
        parts = [self._text]
        for number, line in lines:
            self._starts.append(at)
            self._numbers.append(number)
            parts += (line, "\n")
            at += len(line) + 1
        self._text = "".join(parts)

    def search(
        self, query: Query, pattern: re.Pattern[str], most: int
    ) -> Iterator[tuple[int, Match]]:
        """Yield the numbers of at most so many lines that a query's pattern is found in."""
        at = 0
        while most > 0 and (found := pattern.search(self._text, at)):
            index = bisect_right(self._starts, found.start()) - 1
            end = self._text.index("\n", found.end())
            yield self._numbers[index], query.place(found, self._starts[index], end)
            at = end + 1
            most -= 1
