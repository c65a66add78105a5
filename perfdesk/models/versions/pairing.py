"""Which row of an earlier list is which row of the present one, where ids do not tell."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

RowT = TypeVar("RowT")
Key = Callable[[RowT], Hashable]


def paired(past: Sequence[RowT], now: Sequence[RowT], *keys: Key[RowT]) -> list[RowT | None]:
    """Return for each row of the past the present row it became, None where it is gone.

    Rows that agree in the first key are the same row, those left over where they agree in the
    second, and so on; an empty text says nothing. Among equals the order counts.
    """
    found: list[RowT | None] = [None] * len(past)
    free = list(now)
    for key in keys:
        waiting: dict[Hashable, deque[RowT]] = defaultdict(deque)
        for row in free:
            if (value := key(row)) != "":
                waiting[value].append(row)
        taken: set[int] = set()
        for at, row in enumerate(past):
            if found[at] is None and (value := key(row)) != "" and waiting[value]:
                mate = waiting[value].popleft()
                found[at] = mate
                taken.add(id(mate))
        free = [row for row in free if id(row) not in taken]
    return found
