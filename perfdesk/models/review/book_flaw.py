"""What is wrong with changes to the rule book, for forms and settings that come from outside.

Rules and limits that nobody knows here are no matter: a newer program may.
"""

from collections.abc import Iterator, Mapping
from math import isfinite

from perfdesk.models.review.book import OFF, Limit
from perfdesk.models.review.finding import Severity

Changes = Mapping[str, Mapping[str, Limit]]
"""What is judged otherwise: rule id -> `severity` (or `off`) and limits by name."""

_SEVERITIES = tuple(severity.value for severity in Severity)
_SHOWN = 20


def flaws_of_rules(changes: Changes, standard: Changes) -> Iterator[str]:
    """Yield what keeps changes from being judged by, as half a Chinese sentence each.

    Limits must be of the kind that they are of in the `standard` book.
    """
    for rule_id, entries in changes.items():
        known = standard.get(rule_id, {})
        for name, value in entries.items():
            if wanted := _wanted(name, value, known.get(name)):
                yield f"rules.{rule_id}.{name} {wanted}，现为“{str(value)[:_SHOWN]}”"


def _wanted(name: str, value: Limit, standard: Limit | None) -> str:
    """Return what an entry should be, empty where it is that."""
    if name == "severity":
        return "" if value in (*_SEVERITIES, OFF) else f"只能是 {'、'.join(_SEVERITIES)} 或 {OFF}"
    if standard in _SEVERITIES:
        return "" if value in _SEVERITIES else f"只能是 {'、'.join(_SEVERITIES)}"
    if isinstance(value, str):
        return "应为数字" if isinstance(standard, int | float) else ""
    if isinstance(standard, str):
        return "应为文本"
    return "" if isfinite(value) else "应为数字"
