"""审核结果: what a rule found, where, how bad it is, and what would mend it."""

import re
from dataclasses import dataclass
from enum import Enum

from perfdesk.models.change import Change
from perfdesk.models.sheet import Place


class Severity(Enum):
    """How bad a finding is, worst first; the values are those of the findings in JSON."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return _RANKS[self]

    @property
    def word(self) -> str:
        """What reviewers call it: 强制, 提示 or 建议."""
        return _WORDS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}
_WORDS = {Severity.ERROR: "强制", Severity.WARNING: "提示", Severity.HINT: "建议"}


class Group(Enum):
    """What reviewers sort their remarks by (绩效目标审核的四个方面)."""

    COMPLETE = "完整性"
    RELEVANT = "相关性"
    FITTING = "适当性"
    FEASIBLE = "可行性"


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe mend: `label` says in Chinese what it does, `change` does it."""

    label: str
    change: Change


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a reviewer would write beside a form.

    `project_id` is empty for the statement. `place` names the row and the field in it as the
    interchange file spells it below that row: `name`, `value.unit`, `goals[0]`, `indicators`.
    `subject` and `facts` say the same thing in every year, so that a reason can find it again.
    """

    rule: str
    severity: Severity
    project_id: str
    place: Place
    sentence: str
    subject: str
    facts: str
    fix: Fix | None = None


_YEAR = re.compile(r"20\d\d(?!\d)")


def facts_in(sentence: str, year: int) -> str:
    """Return a sentence with its years counted from the budget year, so that it can come again.

    `2024` becomes `〈-1〉` in a document of 2025.
    """
    return _YEAR.sub(lambda found: f"〈{int(found[0]) - year:+d}〉", sentence)


def cell_field(field: str) -> str:
    """Return the field of the cell in which a finding's field is shown.

    `value.unit` stands in the cell `value`, `goals[1]` in `goals`, `unit.code` in `unit`; parts
    of budget, plan and statement are cells of their own.
    """
    field = field.partition("[")[0]
    head, _, rest = field.partition(".")
    return field if rest and head in ("budget", "plan", "statement") else head if rest else field
