"""Whether two documents say the same, whatever ids their rows have."""

from collections.abc import Iterable
from dataclasses import replace

from perfdesk.models.document import Document
from perfdesk.models.project import Project


def same_content(one: Document, other: Document) -> bool:
    """Tell whether two documents agree in every field and every row, in order."""
    return _nameless(one) == _nameless(other)


def _nameless(document: Document) -> Document:
    statement = replace(
        document.statement,
        subgoals=tuple(replace(each, id="") for each in document.statement.subgoals),
        safeguards=tuple(replace(each, id="") for each in document.statement.safeguards),
    )
    projects = tuple(_nameless_projects(document.projects))
    return replace(document, id="", statement=statement, projects=projects)


def _nameless_projects(projects: Iterable[Project]) -> Iterable[Project]:
    for project in projects:
        indicators = tuple(replace(each, id="") for each in project.indicators)
        yield replace(project, id="", indicators=indicators)
