"""One text that holds what is looked for, as the panel lists it."""

from enum import Enum, IntEnum
from typing import NamedTuple

from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.project import Project
from perfdesk.models.review.place_words import home_words, place_words, project_words
from perfdesk.models.search.query import Query
from perfdesk.models.search.replacing import replaced_text
from perfdesk.models.search.texts import Written
from perfdesk.models.sheet import Place
from perfdesk.models.statement import Statement


class Scope(Enum):
    """How far is looked."""

    FORM = "本表"
    DOCUMENT = "本文本"
    ALL = "全部年度"


class Here(NamedTuple):
    """Where in the workspace one is; `project_id` is None outside a form, empty in part one."""

    document_id: str = ""
    project_id: str | None = None

    def scope(self, wanted: Scope) -> Scope:
        """Return how far can be looked from here: as far as wanted, or further."""
        if not self.document_id:
            return Scope.ALL
        return Scope.DOCUMENT if wanted is Scope.FORM and self.project_id is None else wanted


class Key(NamedTuple):
    """Names a text for good, whatever it says."""

    document_id: str
    place: Place


class Column(IntEnum):
    """The columns of the list."""

    TICK = 0
    YEAR = 1
    PROJECT = 2
    PLACE = 3
    TEXT = 4
    AFTER = 5


HEADINGS = ("", "年度", "项目", "位置", "内容", "替换后")
SUBMITTED = "已上报，不替换"


class Home(NamedTuple):
    """What is to be known of the document that a hit is in; the document itself is let go.

    One that is `locked` was handed in and stays as it is.
    """

    document_id: str
    form: Form
    words: str
    locked: bool

    @classmethod
    def of(cls, form: Form, document: Document) -> "Home":
        """Return what is to be known of a document."""
        return cls(document.id, form, home_words(document), document.submitted is not None)


class Hit(NamedTuple):
    """A text, the project or statement it is in, and where in it the query stands."""

    home: Home
    part: Project | Statement
    written: Written
    spans: list[tuple[int, int]]

    @property
    def key(self) -> Key:
        """What names the text."""
        return Key(self.home.document_id, self.written.place)

    @property
    def project_id(self) -> str:
        """The project it is in, empty for part one."""
        return self.written.project_id

    def words(self, column: Column) -> str:
        """Return what a column says, but for what a replacement would make of the text."""
        if column is Column.YEAR:
            return self.home.words
        if column is Column.PROJECT:
            return project_words(self.part if isinstance(self.part, Project) else None)
        if column is Column.PLACE:
            return place_words(self.home.form, self.part, self.written.place)
        return self.written.text if column is Column.TEXT else ""

    def replaced(self, query: Query, by: str) -> str:
        """Return what a replacement makes of the text."""
        return replaced_text(self.home.form, self.written, query, by)

    def spans_of(self, by: str) -> list[tuple[int, int]]:
        """Return where in the replaced text the replacements stand."""
        found, moved = [], 0
        for start, end in self.spans:
            found.append((start + moved, start + moved + len(by)))
            moved += len(by) - (end - start)
        return found
