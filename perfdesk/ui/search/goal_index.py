"""Everything one can go to, found by name, code, unit, year or pinyin."""

import time
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from perfdesk.models.suggest.names import Names
from perfdesk.models.suggest.query import Match, Query, Readings

Target = TypeVar("Target")

_PORTION = 50
_BREATH_SECONDS = 0.0002
_LOOKED_AT = 400


class Goal(NamedTuple, Generic[Target]):
    """A page to go to: what it is called, and what else is known of it, codes too."""

    target: Target
    name: str
    about: str


class GoalIndex(Generic[Target]):
    """Finds goals; those that come first are found first."""

    def __init__(self, readings: Readings) -> None:
        self._goals: list[Goal[Target]] = []
        self._names = Names(readings)
        self._rest = Names(readings)

    def __len__(self) -> int:
        return len(self._goals)

    def fill(self, goals: Iterable[Goal[Target]]) -> None:
        """Put goals behind the others, letting other threads go on meanwhile."""
        portion: list[Goal[Target]] = []
        for goal in goals:
            portion.append(goal)
            if len(portion) == _PORTION:
                self._take(portion)
                portion = []
                time.sleep(_BREATH_SECONDS)
        self._take(portion)

    def find(self, typed: str, most: int) -> list[Goal[Target]]:
        """Return the goals that fit every word that was typed, the best first."""
        words = [query for word in typed.split() if (query := Query(word))]
        if not words:
            return self._goals[:most]
        enough = _LOOKED_AT if len(words) == 1 else len(self._goals)
        found = self._find(words[0], enough)
        for query in words[1:]:
            more = self._find(query, enough)
            found = {at: min(match, more[at]) for at, match in found.items() if at in more}
        best = sorted(found, key=lambda at: (-found[at], at))
        return [self._goals[at] for at in best[:most]]

    def _take(self, portion: Sequence[Goal[Target]]) -> None:
        self._goals += portion
        self._names.add([goal.name for goal in portion])
        self._rest.add([goal.about for goal in portion])

    def _find(self, query: Query, enough: int) -> dict[int, Match]:
        """Return by number the goals whose name matches, or else what is known of them."""
        in_rest = self._rest.find(query, enough)
        found = {at: Match.IN_ORDER for at, match in in_rest.items() if match > Match.IN_ORDER}
        for at, match in self._names.find(query, enough).items():
            found[at] = max(match, found.get(at, Match.NONE))
        return found
