"""What an edit did to a list of rows, found by their ids."""

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class HasId(Protocol):
    """A row of a document."""

    @property
    def id(self) -> str:
        """The row's lasting id."""
        ...


RowT = TypeVar("RowT", bound=HasId)


@dataclass(frozen=True, slots=True)
class Difference(Generic[RowT]):
    """How one list of rows became another.

    `changed` are pairs of a row before and after. `order` are the ids of the list after, where
    rows came in or changed places; else it is empty.
    """

    removed: tuple[RowT, ...] = ()
    added: tuple[RowT, ...] = ()
    changed: tuple[tuple[RowT, RowT], ...] = ()
    order: tuple[str, ...] = ()


def difference(before: tuple[RowT, ...], after: tuple[RowT, ...]) -> Difference[RowT]:
    """Compare two lists; rows they share are told by `is` and cost next to nothing."""
    if before is after:
        return Difference()
    old = {row.id: row for row in before}
    new = {row.id for row in after}
    standing = [row.id for row in before if row.id in new]
    order = tuple(row.id for row in after)
    return Difference(
        removed=tuple(row for row in before if row.id not in new),
        added=tuple(row for row in after if row.id not in old),
        changed=tuple(
            (old[row.id], row)
            for row in after
            if row.id in old and old[row.id] is not row and old[row.id] != row
        ),
        order=() if list(order) == standing else order,
    )
