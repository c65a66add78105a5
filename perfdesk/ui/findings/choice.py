"""Which findings the list shows: whose, how bad, of which group, with which words."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from perfdesk.models.review.counts import Counts
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

    def sift(self, rows: Sequence[FindingRow]) -> tuple[Sequence[FindingRow], Counts]:
        """Return the findings asked for, and how many are open whatever levels are asked for."""
        left = [row for row in rows if self._would_show(row)] if self._narrows else rows
        open_ones = [0, 0, 0, 0]
        for row in left:
            open_ones[row.rank if row.reason is None else -1] += 1
        counts = Counts._make(open_ones)
        if self.levels == ANY_LEVEL:
            return left, counts
        ranks = {severity.rank for severity in self.levels}
        return [row for row in left if row.rank in ranks], counts

    @property
    def _narrows(self) -> bool:
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
