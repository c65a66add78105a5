"""How many findings there are, and how many of them are still open."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from perfdesk.models.reason import Reason
from perfdesk.models.review.reason import reason_for

if TYPE_CHECKING:  # counts are shown before anything is judged
    from perfdesk.models.review.finding import Finding, Severity


class Counts(NamedTuple):
    """How many findings are open, by severity, and how many have been answered by a reason."""

    errors: int = 0
    warnings: int = 0
    hints: int = 0
    answered: int = 0

    @property
    def words(self) -> str:
        """What they say, `强制 2 · 提示 5 · 已说明 1`; empty where there is nothing."""
        pairs = zip(_WORDS, self, strict=True)
        return " · ".join(f"{word} {number}" for word, number in pairs if number)

    @classmethod
    def of_all(cls, parts: "Iterable[Counts]") -> "Counts":
        """Add up several."""
        errors = warnings = hints = answered = 0
        for part in parts:
            errors += part[0]
            warnings += part[1]
            hints += part[2]
            answered += part[3]
        return cls(errors, warnings, hints, answered)


NOTHING = Counts()
_WORDS = ("强制", "提示", "建议", "已说明")
_ANSWERED = Counts._fields.index("answered")


def count(findings: "Iterable[Finding]", reasons: tuple[Reason, ...]) -> Counts:
    """Count findings; those that a reason answers are not open."""
    counts = [0, 0, 0, 0]
    for finding in findings:
        counts[_ANSWERED if answer_to(finding, reasons) else finding.severity.rank] += 1
    return Counts(*counts)


def count_severities(severities: "Iterable[Severity]") -> Counts:
    """Count findings of which nobody has answered any by their severities."""
    counts = [0, 0, 0, 0]
    for severity in severities:
        counts[severity.rank] += 1
    return Counts(*counts)


def answer_to(finding: "Finding", reasons: tuple[Reason, ...]) -> Reason | None:
    """Return the reason that answers a finding; what must be mended (强制) no reason answers."""
    if not reasons or finding.severity.rank == 0:
        return None
    return reason_for(finding, reasons)
