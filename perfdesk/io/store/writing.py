"""Writing a document: which rows of which tables an edit touched."""

from collections.abc import Iterable
from functools import partial

from sqlalchemy import Connection, delete

from perfdesk.io.forms import form_or_default
from perfdesk.io.store import columns
from perfdesk.io.store.batch import Batch, Columns
from perfdesk.io.store.difference import difference
from perfdesk.io.store.schema import (
    DOCUMENT,
    GOAL,
    INDICATOR,
    PROJECT,
    REASON,
    SAFEGUARD,
    STATEMENT_REASON,
    SUBGOAL,
    UNREAD,
)
from perfdesk.models.document import Document
from perfdesk.models.project import Project


def write_whole(connection: Connection, document: Document) -> None:
    """Put a document into the store, in place of whatever has its id."""
    remove(connection, document.id)
    batch = Batch(connection)
    batch.add(DOCUMENT, {"id": document.id, **columns.of_document(document)})
    _parts(batch, Document(form=document.form), document)
    batch.run()


def write_difference(connection: Connection, before: Document, after: Document) -> None:
    """Write what `after` has otherwise than `before`, which the store holds.

    Raises OutOfStepError where it turns out that the store does not.
    """
    batch = Batch(connection)
    head = columns.of_document(after)
    if head != columns.of_document(before):
        batch.change(DOCUMENT, {"id": after.id}, head)
    _parts(batch, before, after)
    batch.run()


def remove(connection: Connection, document_id: str) -> None:
    """Take a document and everything in it out of the store."""
    connection.execute(delete(DOCUMENT).where(DOCUMENT.c.id == document_id))


def count_anew(connection: Connection, document: Document) -> None:
    """Write how far the parts of a document are, where forms or the counting have changed."""
    batch = Batch(connection)
    batch.change(DOCUMENT, {"id": document.id}, columns.count_of_document(document))
    _count_projects(batch, document, document.projects)
    batch.run()


def _parts(batch: Batch, before: Document, after: Document) -> None:
    owner = {"document_id": after.id}
    old, new = before.statement, after.statement
    subgoals = difference(old.subgoals, new.subgoals)
    safeguards = difference(old.safeguards, new.safeguards)
    batch.list_of_rows(SUBGOAL, owner, subgoals, columns.of_subgoal)
    batch.list_of_rows(SAFEGUARD, owner, safeguards, columns.of_safeguard)
    batch.list_of_texts(STATEMENT_REASON, owner, old.reasons, new.reasons, columns.of_reason)
    batch.list_of_texts(UNREAD, owner, before.unread, after.unread, columns.of_unread)

    form = form_or_default(after.form)
    projects = difference(before.projects, after.projects)
    batch.list_of_rows(PROJECT, owner, projects, partial(columns.of_project, form))
    for project in projects.added:
        _below_project(batch, owner, Project(id=project.id), project)
    for project_before, project in projects.changed:
        _below_project(batch, owner, project_before, project)
    if before.form != after.form:
        # Those that are added are counted on this form already.
        added = {project.id for project in projects.added}
        _count_projects(batch, after, [each for each in after.projects if each.id not in added])


def _below_project(batch: Batch, owner: Columns, before: Project, after: Project) -> None:
    owner = {**owner, "project_id": after.id}
    batch.list_of_texts(GOAL, owner, before.goals, after.goals, columns.of_goal)
    batch.list_of_texts(REASON, owner, before.reasons, after.reasons, columns.of_reason)
    indicators = difference(before.indicators, after.indicators)
    batch.list_of_rows(INDICATOR, owner, indicators, columns.of_indicator)


def _count_projects(batch: Batch, document: Document, projects: Iterable[Project]) -> None:
    form = form_or_default(document.form)
    for project in projects:
        key = {"document_id": document.id, "id": project.id}
        batch.change(PROJECT, key, columns.count_of_project(form, project))
