"""Numbers of lists written by hand that follow when an item goes or another one comes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from perfdesk.models.listing import Marker, marker

_Item = tuple[int, Marker]
"""Where a line stands, and the number that it begins with."""


class Sign(NamedTuple):
    """How a line begins anew: `text` takes the place of its first `length` characters."""

    length: int
    text: str


@dataclass(frozen=True, slots=True)
class _Edit:
    """What one edit did to the lines of a text: the first `head` and the last `tail` stand."""

    before: Sequence[str]
    after: Sequence[str]
    head: int
    tail: int

    @classmethod
    def between(cls, before: Sequence[str], after: Sequence[str]) -> "_Edit":
        """Find the lines at both ends that are the same."""
        most = min(len(before), len(after))
        head = 0
        while head < most and before[head] == after[head]:
            head += 1
        tail = 0
        while tail < most - head and before[-1 - tail] == after[-1 - tail]:
            tail += 1
        return cls(before, after, head, tail)

    @property
    def gone(self) -> Sequence[str]:
        """The lines that stood where others stand now."""
        return self.before[self.head : len(self.before) - self.tail]

    @property
    def come(self) -> Sequence[str]:
        """The lines that stand there now."""
        return self.after[self.head : len(self.after) - self.tail]

    @property
    def moved(self) -> int:
        """How far the lines behind the edit went down."""
        return len(self.after) - len(self.before)


def renumbered(before: Sequence[str], after: Sequence[str]) -> Mapping[int, Sign]:
    """Return how lines of a text begin anew so that its lists count on as before an edit.

    The keys are places in `after`. A list goes on where an item was taken out of it, or where
    another one was put in with the number that comes next. Nothing follows where only the number
    of a line was edited: whoever does that means it.
    """
    edit = _Edit.between(before, after)
    gone, come = list(_items(edit.gone)), list(_items(edit.come))
    if len(gone) == len(come) or _plain(edit.come) > _plain(edit.gone):
        return {}
    found: dict[int, Sign] = {}
    for run in _runs(_items(before)):
        found |= _following(edit, run, [found for _, found in come])
    return found


def _following(edit: _Edit, run: Sequence[_Item], come: Sequence[Marker]) -> Mapping[int, Sign]:
    """Return how the items of one list behind an edit begin anew."""
    behind = len(edit.before) - edit.tail
    later = [item for item in run if item[0] >= behind]
    if not later:
        return {}
    new = [found for found in come if found.style == run[0][1].style]
    lost = sum(edit.head <= at < behind for at, _ in run)
    earlier = [found.number for at, found in run if at < edit.head]
    if not (lost or earlier) and not _is_next(edit, later[0]):
        return {}
    last = earlier[-1] if earlier else run[0][1].number - 1
    if [found.number for found in new] != list(range(last + 1, last + 1 + len(new))):
        return {}
    first = last + len(new) + 1
    if first == later[0][1].number:
        return {}
    return {
        at + edit.moved: _sign(edit.before[at], found, number)
        for number, (at, found) in enumerate(later, first)
    }


def _sign(line: str, found: Marker, number: int) -> Sign:
    """Return how a line begins with another number, the blanks around it as they are."""
    sign = line[: found.length]
    blanks = sign[: -len(sign.lstrip())], sign[len(sign.rstrip()) :]
    return Sign(found.length, found.counting(number).join(blanks))


def _is_next(edit: _Edit, item: _Item) -> bool:
    """Whether an item stands right below what was edited, blank lines aside."""
    lines = edit.before[len(edit.before) - edit.tail : item[0]]
    return not any(line.strip() for line in lines)


def _items(lines: Sequence[str]) -> Iterator[_Item]:
    for at, line in enumerate(lines):
        if found := marker(line):
            yield at, found


def _runs(items: Iterator[_Item]) -> Iterator[Sequence[_Item]]:
    """Yield the lists of a text: items of one style that count up by one."""
    going: dict[tuple[str, str, str], list[_Item]] = {}
    for at, found in items:
        run = going.get(found.style, [])
        if run and found.number == run[-1][1].number + 1:
            run.append((at, found))
            continue
        if run:
            yield run
        going[found.style] = [(at, found)]
    yield from going.values()


def _plain(lines: Sequence[str]) -> int:
    """Return how many lines say something without a number before it."""
    return sum(bool(line.strip()) and marker(line) is None for line in lines)
