"""Changes as values: each makes a new document out of one, and can say what it does in Chinese.

Undo keeps the document before; because documents share what a change did not touch, that
costs next to nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol, TypeVar, cast

from perfdesk.models.carried import carried_fields
from perfdesk.models.document import Content, Document, Row
from perfdesk.models.ids import new_id
from perfdesk.models.names import FIELD_NAMES, LIST_NAMES
from perfdesk.models.project import Project
from perfdesk.models.statement import Statement

ListName = Literal["projects", "indicators", "subgoals", "safeguards"]
RowT = TypeVar("RowT", bound=Row)
Owner = TypeVar("Owner", bound=Document | Row)
Carrier = TypeVar("Carrier", bound=Statement | Row)
Anything = TypeVar("Anything")


class Change(Protocol):
    """One thing a person did to a document."""

    @property
    def label(self) -> str:
        """What undo and redo call it, in Chinese."""
        ...

    def apply(self, document: Document) -> Document:
        """Return the changed document; the same object where nothing changes.

        Raises KeyError when a row it names is not there.
        """
        ...


@dataclass(frozen=True, slots=True)
class RowList:
    """A list of rows in a document; `project_id` only for the indicators of one project."""

    name: ListName
    project_id: str = ""

    def rows(self, document: Document) -> tuple[Row, ...]:
        """Return the rows as they stand in `document`."""
        return cast("tuple[Row, ...]", getattr(self._owner(document), self.name))

    def with_rows(self, document: Document, rows: Sequence[Row]) -> Document:
        """Return the document with these rows in the list's place."""
        owner = _replace(self._owner(document), self.name, tuple(rows))
        if isinstance(owner, Document):
            return owner
        if isinstance(owner, Project):
            return with_row(document, owner)
        return replace(document, statement=owner)

    def _owner(self, document: Document) -> Document | Project | Statement:
        if self.name == "projects":
            return document
        if self.name == "indicators":
            project = document.project(self.project_id)
            if project is None:
                raise KeyError(self.project_id)
            return project
        return document.statement


PROJECTS = RowList("projects")
SUBGOALS = RowList("subgoals")
SAFEGUARDS = RowList("safeguards")


def indicators_of(project_id: str) -> RowList:
    """Return the list of a project's indicators."""
    return RowList("indicators", project_id)


@dataclass(frozen=True, slots=True)
class SetField:
    """Put `content` into a field of a row, or of the document itself where `row_id` is empty.

    `field` is its path as the interchange file spells it: `name`, `budget.total`, `value`,
    `statement.overall`, `department`. A field that came from last year is known to be looked at
    then, also where the content is the same.
    """

    row_id: str
    field: str
    content: Content

    @property
    def label(self) -> str:
        """What undo and redo call it."""
        return f"修改{FIELD_NAMES.get(self.field, '内容')}"

    def apply(self, document: Document) -> Document:
        """Return the document with the field set."""
        if not self.row_id:
            changed = _with_field(document, self.field, self.content)
            part_one = _touched(changed.statement, self.field.removeprefix("statement."))
            untouched = part_one is changed.statement
            return changed if untouched else replace(changed, statement=part_one)
        row = next((each for each in document.rows() if each.id == self.row_id), None)
        if row is None:
            raise KeyError(self.row_id)
        new = _touched(_with_field(row, self.field, self.content), self.field)
        return document if new is row else with_row(document, new)


@dataclass(frozen=True, slots=True)
class Insert:
    """Put new rows into a list, the first of them at `index`."""

    into: RowList
    index: int
    rows: tuple[Row, ...]

    @property
    def label(self) -> str:
        """What undo and redo call it."""
        return f"添加{LIST_NAMES[self.into.name]}"

    def apply(self, document: Document) -> Document:
        """Return the document with the rows put in."""
        rows = self.into.rows(document)
        if not self.rows:
            return document
        return self.into.with_rows(document, (*rows[: self.index], *self.rows, *rows[self.index :]))


@dataclass(frozen=True, slots=True)
class Remove:
    """Take the rows with these ids out of a list."""

    out_of: RowList
    ids: frozenset[str]

    @property
    def label(self) -> str:
        """What undo and redo call it."""
        return f"删除{LIST_NAMES[self.out_of.name]}"

    def apply(self, document: Document) -> Document:
        """Return the document without the rows; rows that are not there are no matter."""
        rows = self.out_of.rows(document)
        kept = tuple(row for row in rows if row.id not in self.ids)
        return document if len(kept) == len(rows) else self.out_of.with_rows(document, kept)


@dataclass(frozen=True, slots=True)
class Move:
    """Bring rows of a list together, in their order, before the row that is now at `index`."""

    within: RowList
    ids: frozenset[str]
    index: int

    @property
    def label(self) -> str:
        """What undo and redo call it."""
        return f"移动{LIST_NAMES[self.within.name]}"

    def apply(self, document: Document) -> Document:
        """Return the document with the rows in their new order."""
        rows = self.within.rows(document)
        moved = [row for row in rows if row.id in self.ids]
        before = [row for row in rows[: self.index] if row.id not in self.ids]
        after = [row for row in rows[self.index :] if row.id not in self.ids]
        arranged = (*before, *moved, *after)
        return document if arranged == rows else self.within.with_rows(document, arranged)


@dataclass(frozen=True, slots=True)
class Together:
    """Several changes that are one thing to the person who makes them."""

    label: str
    changes: tuple[Change, ...]

    def apply(self, document: Document) -> Document:
        """Return the document with all changes made, one after the other."""
        for change in self.changes:
            document = change.apply(document)
        return document


def duplicate(document: Document, rows: RowList, ids: Collection[str]) -> Together:
    """Return the change that puts copies of these rows behind the last of them."""
    standing = rows.rows(document)
    originals = [index for index, row in enumerate(standing) if row.id in ids]
    if not originals:
        raise KeyError(*ids)
    copies = tuple(copy_of(standing[index]) for index in originals)
    label = f"复制{LIST_NAMES[rows.name]}"
    return Together(label, (Insert(rows, originals[-1] + 1, copies),))


def copy_of(row: RowT) -> RowT:
    """Return the same row under a new id, and its indicators too where it is a project."""
    if isinstance(row, Project):
        indicators = tuple(replace(each, id=new_id()) for each in row.indicators)
        return replace(row, id=new_id(), indicators=indicators)
    return replace(row, id=new_id())


def with_row(document: Document, row: Row) -> Document:
    """Return the document with `row` in place of the one that has its id."""
    statement = document.statement
    if subgoals := _replaced(statement.subgoals, row):
        return replace(document, statement=replace(statement, subgoals=subgoals))
    if safeguards := _replaced(statement.safeguards, row):
        return replace(document, statement=replace(statement, safeguards=safeguards))
    if projects := _replaced(document.projects, row):
        return replace(document, projects=projects)
    for project in document.projects:
        if indicators := _replaced(project.indicators, row):
            return with_row(document, replace(project, indicators=indicators))
    raise KeyError(row.id)


def _replaced(rows: tuple[RowT, ...], row: Row) -> tuple[RowT, ...]:
    """Return the rows with `row` in place of its namesake; empty where there is none."""
    if all(each.id != row.id for each in rows):
        return ()
    return tuple(cast("RowT", row) if each.id == row.id else each for each in rows)


def _with_field(owner: Owner, path: str, content: Content) -> Owner:
    name, _, inner = path.partition(".")
    if not hasattr(owner, name):
        raise KeyError(path)
    value = _with_field(getattr(owner, name), inner, content) if inner else content
    return owner if getattr(owner, name) == value else _replace(owner, name, value)


def _touched(row: Carrier, path: str) -> Carrier:
    """Return a row or part one that no longer knows a field as come from last year."""
    if not row.carried.intersection((path, path.partition(".")[0])):
        return row
    left = row.carried - {path, path.partition(".")[0]}
    return _replace(row, "carried", carried_fields(left))


def _replace(owner: Anything, name: str, value: object) -> Anything:
    """Return a frozen value with another in the field `name`, which only the caller knows."""
    changed: Anything = replace(cast("Any", owner), **{name: value})
    return changed
