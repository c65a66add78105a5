"""Putting another text in the place of what was found, as changes that can be undone."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from perfdesk.models.change import Change, SetField, Together
from perfdesk.models.document import Content, Document
from perfdesk.models.form import Form
from perfdesk.models.project import Unit
from perfdesk.models.search.found import find_in
from perfdesk.models.search.query import Query
from perfdesk.models.search.texts import Written
from perfdesk.models.sheet import Place, typed_content
from perfdesk.models.value import IndicatorValue

_LABEL = "替换"
_DIGITS = "0123456789"


def replaced_text(form: Form, written: Written, query: Query, by: str) -> str:
    """Return what a text becomes with a query replaced: a value in the form's spelling."""
    text = query.replaced(written.text, by)
    content = typed_content(form, written.place.field, text) if text != written.text else text
    return content.text if isinstance(content, IndicatorValue) else text


def replacement(
    form: Form, document: Document, query: Query, by: str, places: Collection[Place]
) -> "Replacement | None":
    """Return the change that replaces a query at some places, None where nothing would change.

    A value is split anew, as if it had been typed.
    """
    changes: dict[str, list[SetField]] = {}
    goals: dict[str, dict[int, str]] = {}
    texts = 0
    for written, spans in find_in(query, document):
        if written.place not in places:
            continue
        text = replaced_text(form, written, query, by)
        if text == written.text:
            continue
        texts += 1
        row_id, field = written.place.row_id, written.place.field
        if field.startswith("goals["):
            goals.setdefault(row_id, {})[int(field[6:-1])] = text
            continue
        content: Content = text
        if field == "unit":
            project = document.project(written.project_id)
            code = project.unit.code if project else ""
            content = _unit(text, _end_of_code(code, spans, len(by)))
        elif field == "value":
            content = typed_content(form, field, text)
        changes.setdefault(written.project_id, []).append(SetField(row_id, field, content))
    for project_id, lines in goals.items():
        project = document.project(project_id)
        if project:
            new = tuple(lines.get(at, goal) for at, goal in enumerate(project.goals))
            changes.setdefault(project_id, []).append(SetField(project_id, "goals", new))
    if not changes:
        return None
    parts = {key: Together(_LABEL, tuple(each)) for key, each in changes.items()}
    return Replacement(_LABEL, parts, texts)


def _end_of_code(code: str, spans: Sequence[tuple[int, int]], by: int) -> int | None:
    """Return where a unit's code ends once `by` characters stand in each span, None if unknown."""
    end = len(code)
    if any(start < end < stop or start == end == 0 for start, stop in spans):
        return None
    return end + sum(by - (stop - start) for start, stop in spans if stop <= end)


def _unit(text: str, end: int | None) -> Unit:
    """Part a printed unit where its code ends, or else behind the digits that it begins with."""
    if end is None:
        end = len(text) - len(text.lstrip(_DIGITS))
    return Unit(text[:end], text[end:])


@dataclass(frozen=True, slots=True)
class Replacement:
    """Changes to projects by their ids, and under an empty one to part one.

    `texts` is how many texts become others. Each change is made in its part alone: looked for
    in the whole document, thousands of them would take minutes.
    """

    label: str
    changes: Mapping[str, Change]
    texts: int

    def apply(self, document: Document) -> Document:
        """Return the document with all changes made."""
        projects = tuple(
            self.changes[each.id].apply(Document(projects=(each,))).projects[0]
            if each.id in self.changes
            else each
            for each in document.projects
        )
        changed = replace(document, projects=projects)
        if part_one := self.changes.get(""):
            statement = part_one.apply(Document(statement=document.statement)).statement
            changed = replace(changed, statement=statement)
        return changed
