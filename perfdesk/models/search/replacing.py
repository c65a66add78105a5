"""Putting another text in the place of what was found, as changes that can be undone."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from perfdesk.models.change import Change, SetField, Together
from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.project import Unit
from perfdesk.models.search.query import Query
from perfdesk.models.search.texts import Written, texts_of
from perfdesk.models.sheet import Place, typed_content

_LABEL = "替换"


class Found(NamedTuple):
    """A text in which a query stands, and where in it."""

    written: Written
    spans: list[tuple[int, int]]


def find(query: Query, texts: Iterable[Written]) -> Iterator[Found]:
    """Yield the texts that hold what is looked for."""
    for written in texts:
        if spans := query.spans(written.text):
            yield Found(written, spans)


def replacement(
    form: Form, document: Document, query: Query, by: str, places: Collection[Place]
) -> Change | None:
    """Return the change that replaces a query at some places, None where nothing would change.

    A value is split anew, as if it had been typed.
    """
    changes: list[Change] = []
    goals: dict[str, dict[int, str]] = {}
    for written, _ in find(query, texts_of(document)):
        if written.place not in places:
            continue
        text = query.replaced(written.text, by)
        if text == written.text:
            continue
        row_id, field = written.place.row_id, written.place.field
        if field.startswith("goals["):
            goals.setdefault(row_id, {})[int(field[6:-1])] = text
        elif field == "unit":
            changes.append(SetField(row_id, field, Unit.typed(text)))
        elif field == "value":
            changes.append(SetField(row_id, field, typed_content(form, field, text)))
        else:
            changes.append(SetField(row_id, field, text))
    for project_id, lines in goals.items():
        project = document.project(project_id)
        if project:
            new = tuple(lines.get(at, goal) for at, goal in enumerate(project.goals))
            changes.append(SetField(project_id, "goals", new))
    return Together(_LABEL, tuple(changes)) if changes else None
