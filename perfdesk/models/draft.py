"""What was still being typed when the program ended, and whether it may go back by itself."""

from dataclasses import dataclass, field
from enum import Enum, auto

from perfdesk.models.document import Content, Department, Document, Row
from perfdesk.models.numbering import number_lines
from perfdesk.models.project import Unit
from perfdesk.models.sheet import Place
from perfdesk.models.value import IndicatorValue

_GOAL_NUMBER = "1."


@dataclass(frozen=True, slots=True)
class Draft:
    """The content of an open editor that was not handed over yet.

    `base` is what the field held meanwhile, `name` what the place was called, and `at` when the
    draft was kept, an ISO time with its zone; two drafts of different times may be equal.
    """

    document_id: str
    place: Place
    content: Content
    base: Content
    name: str
    at: str = field(default="", compare=False)

    @property
    def text(self) -> str:
        """What was typed, as one text to be copied elsewhere."""
        return text_of(self.content)


class Fate(Enum):
    """What becomes of a draft: it goes back by itself, is in its place already, or is offered."""

    GOES_BACK = auto()
    IS_THERE = auto()
    CHANGED_SINCE = auto()
    SUBMITTED = auto()
    GONE = auto()


def fate(draft: Draft, document: Document | None) -> Fate:
    """Tell what becomes of a draft, its document being as it is now; None where it is not there.

    It never wins over anything newer: only where its field holds what it held then, it goes back.
    """
    if document is None:
        return Fate.GONE
    try:
        now = content_at(document, draft.place)
    except KeyError:
        return Fate.GONE
    if now == draft.content:
        return Fate.IS_THERE
    if document.submitted:
        return Fate.SUBMITTED
    return Fate.GOES_BACK if now == draft.base else Fate.CHANGED_SINCE


def content_at(document: Document, place: Place) -> Content:
    """Return what stands in a field of one of a document's rows. Raises KeyError for none such."""
    row = next((each for each in document.rows() if each.id == place.row_id), None)
    if row is None:
        raise KeyError(place.row_id)
    return content_in(row, place.field)


def content_in(row: Row, path: str) -> Content:
    """Return what stands in a field of a row, `budget.total` too. Raises KeyError for none such."""
    name, _, inner = path.partition(".")
    try:
        content: Content = getattr(getattr(row, name), inner) if inner else getattr(row, name)
    except AttributeError as error:
        raise KeyError(path) from error
    return content


def text_of(content: Content) -> str:
    """Return any content as one text; goals below one another, with their numbers."""
    if isinstance(content, IndicatorValue):
        return content.text
    if isinstance(content, Unit):
        return content.printed
    if isinstance(content, Department):
        return content.code + content.name
    if isinstance(content, tuple):
        return number_lines(_GOAL_NUMBER, content)
    return str(content)
