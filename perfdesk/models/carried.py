"""来自上年: which fields of a row came from elsewhere, mostly last year, and were not touched."""

from collections.abc import Iterable

NOTHING_CARRIED: frozenset[str] = frozenset()
"""What most rows know of: one set for all of them, as each empty one would take room."""


def carried_fields(names: Iterable[str]) -> frozenset[str]:
    """Return fields as a row keeps them."""
    return frozenset(names) or NOTHING_CARRIED
