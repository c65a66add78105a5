"""One finding as the panel lists it: its texts by column, made when they are first asked for."""

from enum import IntEnum
from typing import NamedTuple

from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.project import Project
from perfdesk.models.reason import Reason
from perfdesk.models.review.finding import Finding
from perfdesk.models.review.place_words import home_words, place_words, project_words
from perfdesk.models.review.registry import all_rules
from perfdesk.models.review.rule import Rule
from perfdesk.models.sheet import Place
from perfdesk.models.statement import Statement


class Column(IntEnum):
    """The columns of the list."""

    LEVEL = 0
    HOME = 1
    PROJECT = 2
    PLACE = 3
    SENTENCE = 4
    RULE = 5
    SOURCE = 6
    REASON = 7
    FIX = 8


HEADINGS = ("级别", "文本", "项目", "位置", "问题", "规则", "依据", "说明", "修改")


class Key(NamedTuple):
    """Names a finding for good: what one rule found at one place, also after an edit elsewhere."""

    document_id: str
    rule: str
    place: Place
    number: int = 0


class FindingRow:
    """A finding, the project or statement it is in, and the reason that answers it."""

    __slots__ = (
        "_document",
        "_form",
        "_searched",
        "_texts",
        "finding",
        "key",
        "part",
        "rank",
        "reason",
    )

    def __init__(
        self,
        key: Key,
        finding: Finding,
        part: Project | Statement,
        reason: Reason | None,
        home: tuple[Document, Form],
    ) -> None:
        self.key = key
        self.finding = finding
        self.part = part
        self.reason = reason
        self._document, self._form = home
        self._texts: dict[int, str] = {}
        self._searched = ""
        self.rank = finding.severity.rank
        """How bad it is, 0 for the worst."""

    @property
    def project(self) -> Project | None:
        """The project it is in, None for part one."""
        return self.part if isinstance(self.part, Project) else None

    @property
    def rule(self) -> Rule:
        """The rule that found it."""
        return all_rules()[self.finding.rule]

    @property
    def answered(self) -> bool:
        """Whether a reason says that it is right as it stands."""
        return self.reason is not None

    def text(self, column: int) -> str:
        """Return what a column says."""
        text = self._texts.get(column)
        if text is None:
            text = self._texts[column] = _TEXTS[column](self)
        return text

    @property
    def searched(self) -> str:
        """What a search looks through, in small letters."""
        if not self._searched:
            texts = (self.text(column) for column in Column if column is not Column.FIX)
            self._searched = "\n".join(texts).casefold()
        return self._searched

    @property
    def home(self) -> str:
        """Year and department of its document."""
        return home_words(self._document)

    def place_words(self) -> str:
        """Return what its place is called."""
        return place_words(self._form, self.part, self.finding.place)


_TEXTS = (
    lambda row: row.finding.severity.word,
    lambda row: row.home,
    lambda row: project_words(row.project),
    FindingRow.place_words,
    lambda row: row.finding.sentence,
    lambda row: f"{row.finding.rule} {row.rule.title}",
    lambda row: row.rule.source,
    lambda row: row.reason.text if row.reason else "",
    lambda row: row.finding.fix.label if row.finding.fix else "",
)
