"""The texts of a document that hold what is looked for."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from perfdesk.models.document import Document
from perfdesk.models.search.query import Query
from perfdesk.models.search.texts import Written, texts_of_project, texts_of_statement


class Found(NamedTuple):
    """A text in which a query stands, and where in it."""

    written: Written
    spans: list[tuple[int, int]]


def find(query: Query, texts: Iterable[Written]) -> Iterator[Found]:
    """Yield the texts that hold what is looked for."""
    for written in texts:
        if spans := query.spans(written.text):
            yield Found(written, spans)


def find_in(query: Query, document: Document, project_id: str | None = None) -> Iterator[Found]:
    """Yield what a document holds of a query, in the order of the form.

    With a `project_id` only that project is looked through, with an empty one only part one.
    """
    if not project_id:
        yield from find(query, texts_of_statement(document.statement))
    for project in document.projects:
        if project_id is None or project.id == project_id:
            yield from find(query, texts_of_project(project))
