"""Whether more or less of what an indicator measures is wanted, as far as it is plain.

The head of the name says so, in its unit: of 处置 more is wanted in %, less in hours.
"""

from perfdesk.models.review import heads
from perfdesk.models.review.facts import RowFacts
from perfdesk.models.review.heads import EITHER, LESS, MORE, UNKNOWN, Head

_COUNTED = frozenset(("count", "people", "days"))
_BENEFITS = frozenset(("economic", "social", "ecological", "lasting"))
_RATES = frozenset(("rate", "growth"))
_GAINS = frozenset(("social", "economic", "drawn_in"))


def head_of(row: RowFacts) -> Head:
    """Return the head of a row's name."""
    return heads.head_of(row.project.setting.words, row.name)


def speaks_of_a_fall(row: RowFacts) -> bool:
    """Whether a name asks by how much something falls: 事故下降率, 能耗降低幅度."""
    head = head_of(row)
    return head.kind == "fall" and head.measured and not head.elapsed


def wanted(row: RowFacts) -> str:
    """Return MORE or LESS, or UNKNOWN where name and unit allow both."""
    if row.dimension == "cost":
        return _of_cost(row)
    head = head_of(row)
    lasts = "time" in row.unit_kinds and "ratio" not in row.unit_kinds
    if head.kind == "slow":
        return LESS if lasts else UNKNOWN
    if head.kind == "finished" and lasts:
        return LESS if head.elapsed or row.dimension == "time" else UNKNOWN
    leaning = heads.leaning(row.project.setting.words, row.name)
    if leaning == UNKNOWN:
        return _of_no_head(row)
    if leaning == MORE:
        return _of_the_good(row, head, lasts)
    return UNKNOWN if leaning == EITHER else LESS


def _of_cost(row: RowFacts) -> str:
    if head_of(row).kind in ("fall", "rise", "gained"):
        return UNKNOWN
    if not row.kinds.isdisjoint(("saving", "standard", "action")):
        return UNKNOWN
    return LESS if "money" in row.unit_kinds or "元" in row.unit else UNKNOWN


def _of_the_good(row: RowFacts, head: Head, lasts: bool) -> str:
    """Return MORE but for work of which nobody knows how much there will be to do."""
    if head.kind not in ("done", "finished"):
        return UNKNOWN if lasts and head.elapsed else MORE
    if row.percent or "ratio" in row.unit_kinds:
        return UNKNOWN if head.elapsed else MORE
    if "money" in row.unit_kinds or row.dimension == "time":
        return UNKNOWN
    if heads.speaks_of_the_unwelcome(row.project.setting.words, head.before):
        return UNKNOWN
    return _of_number(row)


def _of_no_head(row: RowFacts) -> str:
    if "graded" in row.kinds:
        return UNKNOWN
    if "satisfaction" in row.kinds:
        return MORE
    if not row.kinds.isdisjoint(_RATES):
        return UNKNOWN
    if heads.speaks_of_the_unwelcome(row.project.setting.words, row.name):
        return UNKNOWN
    return _of_number(row)


def _of_number(row: RowFacts) -> str:
    kinds = row.kinds
    if row.dimension == "quantity":
        return UNKNOWN if kinds.isdisjoint(_COUNTED) else MORE
    if row.dimension not in _BENEFITS:
        return UNKNOWN
    if "time" in row.unit_kinds:
        return MORE if "lasting" in kinds or row.dimension == "lasting" else UNKNOWN
    return UNKNOWN if kinds.isdisjoint(_GAINS) else MORE
