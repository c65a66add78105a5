"""Brings the rows of a list that were seen together with those they were printed from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from perfdesk.io.excel.parts.grid import Spot
from perfdesk.io.excel.visible.seen import Row

RowT = TypeVar("RowT")
Pair = tuple[int | None, int | None]
"""The index of a row before and after."""
ALIKE = 0.5
"""The least likeness of two rows that are taken for the same one, changed."""


@dataclass(slots=True)
class Changes:
    """What was taken over from a worksheet: changed cells, added rows, how many rows are gone."""

    cells: list[Spot] = field(default_factory=list)
    added: list[Spot] = field(default_factory=list)
    removed: int = 0

    def __bool__(self) -> bool:
        return bool(self.cells or self.added or self.removed)


@dataclass(frozen=True, slots=True)
class RowsMerge(Generic[RowT]):
    """How to merge one list: `update` a row by what is seen of it, `build` one that is new.

    `printed` is what the kept `rows` look like, by their index; a row that prints nothing is
    not among them. It can be neither changed nor removed on paper, so it stays where it is.
    """

    rows: Sequence[RowT]
    printed: Mapping[int, Row]
    update: Callable[[RowT, Row, Row], RowT]
    build: Callable[[Row], RowT]

    def merge(self, seen: Sequence[Row], changes: Changes) -> tuple[RowT, ...]:
        """Return the list as it is now, and note what changed."""
        indexes = sorted(self.printed)
        before = [self.printed[index] for index in indexes]
        merged = [*self._unprinted(-1)]
        for old, new in aligned(before, seen):
            if old is not None and new is not None:
                row = self.rows[indexes[old]]
                merged.append(self.update(row, before[old], seen[new]))
            elif new is not None:
                merged.append(self.build(seen[new]))
                changes.added.append(max(each.spot for each in seen[new].values()))
            else:
                changes.removed += 1
            if old is not None:
                merged += self._unprinted(indexes[old])
        return tuple(merged)

    def _unprinted(self, index: int) -> Iterator[RowT]:
        """Yield the rows behind `index` that print nothing."""
        while (index := index + 1) < len(self.rows) and index not in self.printed:
            yield self.rows[index]


def aligned(before: Sequence[Row], after: Sequence[Row]) -> Iterator[Pair]:
    """Yield which row became which; None where one was added or removed."""
    matcher = SequenceMatcher(None, _texts(before), _texts(after), autojunk=False)
    for kind, old, old_end, new, new_end in matcher.get_opcodes():
        if kind == "equal" or old_end - old == new_end - new:
            yield from zip(range(old, old_end), range(new, new_end), strict=True)
        else:
            yield from _by_likeness(before, after, range(old, old_end), range(new, new_end))


def _by_likeness(
    before: Sequence[Row], after: Sequence[Row], old: range, new: range
) -> Iterator[Pair]:
    """Pair rows that have most of their texts in common, in their order."""
    start = old.start
    for index in new:
        alike = {each: likeness(before[each], after[index]) for each in range(start, old.stop)}
        found = max(alike, key=lambda each: alike[each], default=start)
        if alike.get(found, 0.0) < ALIKE:
            yield None, index
            continue
        for gone in range(start, found):
            yield gone, None
        yield found, index
        start = found + 1
    for gone in range(start, old.stop):
        yield gone, None


def _texts(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    return [tuple(row[field].text for field in sorted(row)) for row in rows]


def likeness(one: Row, other: Row) -> float:
    """Return which part of the fields that say something say the same in two rows."""
    fields = one.keys() & other.keys()
    telling = [field for field in fields if one[field].text or other[field].text]
    same = sum(one[field].text == other[field].text for field in telling)
    return same / len(telling) if telling else 0.0
