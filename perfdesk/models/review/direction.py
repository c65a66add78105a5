"""Whether more or less of what an indicator measures is wanted, as far as its name tells."""

from perfdesk.models.review.facts import RowFacts

MORE, LESS, UNKNOWN = "more", "less", ""

_COUNTED = frozenset(("count", "people", "days"))
_BENEFITS = frozenset(("economic", "social", "ecological", "lasting"))
_RATES = frozenset(("rate", "growth", "satisfaction"))
_UNWELCOME = frozenset(("negative", "less_is_better", "accident"))
_GAINS = frozenset(("social", "economic", "drawn_in"))
_EITHER_WAY = frozenset(("standard", "portion", "decline", "expense"))


def wanted(row: RowFacts) -> str:
    """Return MORE or LESS, or UNKNOWN where the name allows both."""
    kinds = row.kinds
    if "reduction" in kinds:
        return MORE
    if row.dimension == "cost":
        return _of_cost(row)
    if not kinds.isdisjoint(_UNWELCOME):
        return LESS
    if not kinds.isdisjoint(_EITHER_WAY):
        return UNKNOWN
    return MORE if not kinds.isdisjoint(_RATES) else _of_number(row)


def _of_cost(row: RowFacts) -> str:
    if not row.kinds.isdisjoint(("saving", "standard", "decline")):
        return UNKNOWN
    return LESS if "money" in row.unit_kinds or "元" in row.unit else UNKNOWN


def _of_number(row: RowFacts) -> str:
    kinds = row.kinds
    if row.dimension == "time":
        lasts = "time" in row.unit_kinds and "ratio" not in row.unit_kinds
        return LESS if "deadline" in kinds and lasts else UNKNOWN
    if row.dimension == "quantity":
        return UNKNOWN if kinds.isdisjoint(_COUNTED) else MORE
    if row.dimension not in _BENEFITS:
        return UNKNOWN
    if "time" in row.unit_kinds:
        return MORE if "lasting" in kinds or row.dimension == "lasting" else UNKNOWN
    return UNKNOWN if kinds.isdisjoint(_GAINS) else MORE
