"""What differs between an earlier state of a document and its present one, cell by cell."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.project import Project
from perfdesk.models.review.place_words import place_words, project_words
from perfdesk.models.search.texts import Written, texts_of_project, texts_of_statement
from perfdesk.models.sheet import Place
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.models.versions.restoring import with_present_ids


class Fate(Enum):
    """What became of a project since then."""

    CHANGED = "有修改"
    NEW = "后来新增"
    GONE = "已删除"


class CellDifference(NamedTuple):
    """One cell: what its place is called, what it said then and what it says now."""

    place: str
    past: str
    now: str


class PartDifference(NamedTuple):
    """A project, or part one, that is not as it was; without cells where only the order is new."""

    name: str
    fate: Fate
    cells: tuple[CellDifference, ...]


def differences(form: Form, past: Document, now: Document) -> tuple[PartDifference, ...]:
    """Return which parts of a document differ, in the order of the present form.

    `past` may come from a file: its rows are recognised by what they say.
    """
    past = with_present_ids(past, now)
    return tuple(_differences(form, past, now))


def _differences(form: Form, past: Document, now: Document) -> Iterator[PartDifference]:
    heads = [
        CellDifference(words, before, after)
        for words, before, after in (
            ("年度", str(past.year or ""), str(now.year or "")),
            ("部门编码", past.department.code, now.department.code),
            ("部门名称", past.department.name, now.department.name),
        )
        if before != after
    ]
    if heads:
        yield PartDifference("文本属性", Fate.CHANGED, tuple(heads))
    if past.statement is not now.statement:
        cells = _cells(form, past.statement, now.statement)
        if cells:
            yield PartDifference(project_words(None), Fate.CHANGED, cells)
    known = {each.id: each for each in past.projects}
    standing = {each.id for each in now.projects}
    for project in now.projects:
        before = known.get(project.id)
        if before is None:
            fate, cells = Fate.NEW, _cells(form, Project(id=project.id), project)
        else:
            fate, cells = Fate.CHANGED, _cells(form, before, project)
        if before is not project and (cells or fate is Fate.NEW):
            yield PartDifference(project_words(project), fate, cells)
    for project in past.projects:
        if project.id not in standing:
            cells = _cells(form, project, Project(id=project.id))
            yield PartDifference(project_words(project), Fate.GONE, cells)


def _cells(
    form: Form, past: Project | Statement, now: Project | Statement
) -> tuple[CellDifference, ...]:
    before = {each.place: each.text for each in _texts(past)}
    after = {each.place: each.text for each in _texts(now)}
    places = [*after, *(place for place in before if place not in after)]
    return tuple(
        CellDifference(_words(form, past, now, place), before.get(place, ""), after.get(place, ""))
        for place in places
        if before.get(place, "") != after.get(place, "")
    )


def _words(form: Form, past: Project | Statement, now: Project | Statement, place: Place) -> str:
    """Return what a place is called now, or then where it is no more."""
    part = now if _holds(now, place.row_id) else past
    return place_words(form, part, place)


def _holds(part: Project | Statement, row_id: str) -> bool:
    if isinstance(part, Project):
        return row_id == part.id or any(each.id == row_id for each in part.indicators)
    rows: tuple[SubGoal | Safeguard, ...] = (*part.subgoals, *part.safeguards)
    return not row_id or any(each.id == row_id for each in rows)


def _texts(part: Project | Statement) -> Sequence[Written]:
    return tuple(texts_of_project(part) if isinstance(part, Project) else texts_of_statement(part))
