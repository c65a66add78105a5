"""Positions: integers with wide gaps, so that moving one row writes one row."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

STEP = 2**32


def placed(standing: Mapping[str, int], wanted: Sequence[str]) -> dict[str, int]:
    """Return the positions to write so that sorting by position gives `wanted`.

    `standing` are the different positions of the rows already there. As few rows as possible
    get another one; all do only where a gap is used up.
    """
    kept = _longest_rising([row for row in wanted if row in standing], standing)
    written: dict[str, int] = {}
    run: list[str] = []
    low: int | None = None
    for row in (*wanted, None):
        if row is not None and row not in kept:
            run.append(row)
            continue
        high = None if row is None else standing[row]
        free = _between(low, high, len(run))
        if len(free) < len(run):
            return _numbered_afresh(standing, wanted)
        written.update(zip(run, free, strict=True))
        run, low = [], high
    return written


def _longest_rising(rows: Iterable[str], standing: Mapping[str, int]) -> frozenset[str]:
    """Return the most rows that already stand in this order."""
    tails: list[int] = []
    ends: list[str] = []
    before: dict[str, str | None] = {}
    for row in rows:
        at = bisect_left(tails, standing[row])
        before[row] = ends[at - 1] if at else None
        tails[at : at + 1] = [standing[row]]
        ends[at : at + 1] = [row]
    kept: set[str] = set()
    row_before = ends[-1] if ends else None
    while row_before is not None:
        kept.add(row_before)
        row_before = before[row_before]
    return frozenset(kept)


def _between(low: int | None, high: int | None, count: int) -> range:
    """Return `count` positions between two, either of them open; fewer where there is no room."""
    if low is not None and high is not None:
        step = (high - low) // (count + 1)
        return range(low + step, low + step * count + 1, step) if step else range(0)
    start = low + STEP if low is not None else 0 if high is None else high - STEP * count
    return range(start, start + STEP * count, STEP)


def _numbered_afresh(standing: Mapping[str, int], wanted: Sequence[str]) -> dict[str, int]:
    return {
        row: number * STEP
        for number, row in enumerate(wanted)
        if standing.get(row) != number * STEP
    }
