"""The way from one open finding to the next, in the order of the form, round and round."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from perfdesk.models.document import Document
from perfdesk.models.review.order import place_position, positions
from perfdesk.models.sheet import Place
from perfdesk.ui.findings.finding_row import FindingRow, Key

_Cell = tuple[int, int, int]
_BEFORE_ALL: _Cell = (-2, 0, 0)


class Step(NamedTuple):
    """The finding that a step leads to, its number among `of`, and whether it went round."""

    row: FindingRow
    number: int
    of: int
    round: bool


def step(
    document: Document,
    rows: Iterable[FindingRow],
    place: Place | None,
    current: Key | None,
    *,
    forward: bool,
) -> Step | None:
    """Return the next open finding behind where one is, or the one before; None without any.

    One is at `place`, and of several findings there at `current`, else at the first.
    """
    at = positions(document)

    def cell(where: Place) -> _Cell:
        return place_position(at, where)[:3]

    def order(row: FindingRow) -> tuple[object, ...]:
        return *place_position(at, row.finding.place), row.rank, row.finding.rule

    ways = sorted((row for row in rows if not row.answered), key=order)
    if not ways:
        return None
    here = cell(place) if place else _BEFORE_ALL
    cells = [cell(row.finding.place) for row in ways]
    first = bisect_left(cells, here)
    behind = bisect_left(cells, (*here[:2], here[2] + 1))
    standing = next((i for i in range(first, behind) if ways[i].key == current), first)
    if first == behind:
        wanted = first if forward else first - 1
    else:
        wanted = standing + (1 if forward else -1)
    number = wanted % len(ways)
    return Step(ways[number], number + 1, len(ways), number != wanted)
