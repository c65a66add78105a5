"""Which findings the list shows: whose, how bad, of which group, with which words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from perfdesk.models.review.finding import Group, Severity
from perfdesk.ui.findings.finding_row import Column, FindingRow

ANY_LEVEL = frozenset(Severity)


class Reach(Enum):
    """How far the list reaches."""

    PROJECT = "本项目"
    DOCUMENT = "本文本"
    WORKSPACE = "全部年度"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for; `project` is the name of one, empty for any, and so are `words`."""

    levels: frozenset[Severity] = ANY_LEVEL
    group: Group | None = None
    project: str = ""
    words: str = ""
    open_only: bool = False

    def shows(self, row: FindingRow) -> bool:
        """Whether a finding is asked for."""
        return row.finding.severity in self.levels and self._would_show(row)

    def counts(self, rows: Iterable[FindingRow]) -> Mapping[Severity, int]:
        """Count the open findings that would be shown if every level were."""
        shown = (row for row in rows if not row.answered and self._would_show(row))
        return Counter(row.finding.severity for row in shown)

    @property
    def narrows(self) -> bool:
        """Whether anything but the level is asked for."""
        return bool(self.group or self.project or self.words.strip() or self.open_only)

    def _would_show(self, row: FindingRow) -> bool:
        if self.open_only and row.answered:
            return False
        if self.group and row.rule.group is not self.group:
            return False
        if self.project and row.text(Column.PROJECT) != self.project:
            return False
        return all(word in row.searched for word in self.words.casefold().split())
