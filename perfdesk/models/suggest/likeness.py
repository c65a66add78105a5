"""Names of projects that are alike: they share pairs of neighbouring characters."""

from array import array
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice, pairwise
from math import log
from typing import Generic, TypeVar

Thing = TypeVar("Thing")

_COMMON = 3
_MOST = 30


class LikeNames(Generic[Thing]):
    """Things by name, to be found again by a name that is like theirs.

    A pair of characters that few names have says more than one that many have; a pair that more
    than a third of them have, such as 经费, says nothing.
    """

    def __init__(self) -> None:
        self._things: dict[str, list[Thing]] = {}
        self._names: list[str] = []
        self._having: defaultdict[str, array[int]] = defaultdict(_numbers)
        self._last: tuple[str, list[tuple[Thing, float]]] | None = None

    def add(self, name: str, thing: Thing) -> None:
        """Take in a thing under its name."""
        self._last = None
        if name not in self._things:
            self._things[name] = []
            for pair in _pairs(name):
                self._having[pair].append(len(self._names))
            self._names.append(name)
        self._things[name].append(thing)

    def remove(self, name: str, thing: Thing) -> None:
        """Let go of a thing. Raises ValueError where it is not there under that name."""
        self._last = None
        self._things.get(name, []).remove(thing)

    def called(self, name: str) -> Sequence[Thing]:
        """Return the things of exactly this name."""
        return self._things.get(name, [])

    def alike(self, name: str) -> list[tuple[Thing, float]]:
        """Return a few things with the names most like this one, and how much, from 0 to 1.

        1 is a name that has all pairs of characters of this one. Of things with one name those
        that came last go first.
        """
        if self._last is None or self._last[0] != name:
            self._last = name, self._alike(name)
        return self._last[1]

    def _alike(self, name: str) -> list[tuple[Thing, float]]:
        weights = {pair: self._weight(pair) for pair in _pairs(name)}
        whole = sum(weights.values())
        shared: defaultdict[int, float] = defaultdict(float)
        for pair, weight in weights.items():
            for other in self._having.get(pair, ()) if weight else ():
                shared[other] += weight
        best = sorted(shared.items(), key=lambda each: -each[1])[:_MOST]
        things = (
            (thing, weight / whole)
            for other, weight in best
            for thing in reversed(self._things[self._names[other]])
        )
        return list(islice(things, _MOST))

    def _weight(self, pair: str) -> float:
        everywhere, here = len(self._things), len(self._having.get(pair, ()))
        if here > max(_COMMON, everywhere / 3):
            return 0.0
        return 1 + log((1 + everywhere) / (1 + here))


def _pairs(name: str) -> set[str]:
    return {one + other for one, other in pairwise("".join(name.split()))}


def _numbers() -> "array[int]":
    return array("L")
