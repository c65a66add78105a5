"""Whether two documents say the same, whatever ids their rows have."""

from dataclasses import replace

from perfdesk.models.document import Document
from perfdesk.models.project import Project


def same_content(one: Document, other: Document) -> bool:
    """Tell whether two documents agree in every field and every row, in order."""
    return _nameless(one) == _nameless(other)


def without_ids(project: Project) -> Project:
    """Return what a project says, whatever ids it and its rows have."""
    indicators = tuple(replace(each, id="") for each in project.indicators)
    return replace(project, id="", indicators=indicators)


def _nameless(document: Document) -> Document:
    statement = replace(
        document.statement,
        subgoals=tuple(replace(each, id="") for each in document.statement.subgoals),
        safeguards=tuple(replace(each, id="") for each in document.statement.safeguards),
    )
    projects = tuple(without_ids(each) for each in document.projects)
    return replace(document, id="", statement=statement, projects=projects)
