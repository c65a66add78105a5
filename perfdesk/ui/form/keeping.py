"""Texts that found no cell when pasted, kept in a field that takes any text."""

from collections.abc import Mapping, Sequence

from perfdesk.models.change import Change, SetField, Together
from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.names import FIELD_NAMES
from perfdesk.models.project import Project

_TAKING = ("purpose", "goals")


def taking_fields(form: Form) -> list[tuple[str, str]]:
    """Return the fields of a form that take any text, each with what it is called."""
    return [(field, FIELD_NAMES[field]) for field in _TAKING if field in form.fields]


def with_kept(
    project: Project, change: Change | None, kept: Mapping[str, Sequence[str]], label: str
) -> Change | None:
    """Return a change that also puts texts behind what fields will say after it."""
    if not kept:
        return change
    (after,) = (change.apply if change else _same)(Document(projects=(project,))).projects
    more: list[Change] = []
    if texts := kept.get("purpose"):
        said = "\n".join(filter(None, (after.purpose, *texts)))
        more.append(SetField(project.id, "purpose", said))
    if texts := kept.get("goals"):
        more.append(SetField(project.id, "goals", (*after.goals, *texts)))
    return Together(label, ((change,) if change else ()) + tuple(more))


def _same(document: Document) -> Document:
    return document
