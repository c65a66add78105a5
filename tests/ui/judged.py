"""Documents with slips, on a shelf that may take its time, and what an inspector says of them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from perfdesk.models.change import Change, SetField
from perfdesk.models.document import Document
from perfdesk.models.ids import new_id
from perfdesk.models.review.finding import Finding
from perfdesk.models.sheet import Place
from perfdesk.models.value import IndicatorValue
from perfdesk.ui.inspector import Inspector

RULE = "V08"


class Nobody:
    """A keeper that keeps nothing."""

    def save(self, before: Document | None, after: Document | None) -> None:
        """Take a change and let it go."""


class Shelf:
    """Stored documents, which may take their time to be read."""

    def __init__(self, *documents: Document) -> None:
        self.documents = {each.id: each for each in documents}
        self.open = threading.Event()
        self.open.set()
        self.reached = threading.Event()
        self.left = threading.Event()

    def load(self, document_id: str) -> Document:
        self.reached.set()
        self.open.wait()
        return self.documents[document_id]

    @contextmanager
    def reader(self) -> Iterator["Shelf"]:
        self.left.clear()
        yield self
        self.left.set()


def rate(document: Document, at: int = 0) -> Place:
    """The value of a rate in one of the projects."""
    rows = document.projects[at].indicators
    return Place(next(each.id for each in rows if each.name.endswith("率")), "value")


def slip(document: Document, at: int = 0) -> Change:
    """Promise at least all there is of the rate in one of the projects."""
    return SetField(rate(document, at).row_id, "value", IndicatorValue.read("≥100%"))


def another(document: Document, year: int = 2025) -> Document:
    """The same document with a slip in its first project, once more, under ids of its own."""
    projects = tuple(
        replace(
            each,
            id=new_id(),
            indicators=tuple(replace(row, id=new_id()) for row in each.indicators),
        )
        for each in document.projects
    )
    copy = replace(document, id=new_id(), year=year, projects=projects)
    return slip(copy).apply(copy)


def slips(inspector: Inspector, document_id: str) -> list[Finding]:
    """The slips found in a document."""
    return [each for each in inspector.findings(document_id) if each.rule == RULE]


def told(inspector: Inspector) -> list[str]:
    """The documents that were told to be others, from now on."""
    heard: list[str] = []
    inspector.changed.connect(heard.append)
    return heard
