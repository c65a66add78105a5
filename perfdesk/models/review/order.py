"""Where findings stand: their path in the interchange file, and the order of the form."""

import re
from collections.abc import Iterable

from perfdesk.models.document import Document
from perfdesk.models.form import HEAD_FIELDS, INDICATOR_FIELDS
from perfdesk.models.review.finding import Finding, cell_field
from perfdesk.models.sheet import Place

_STATEMENT = -1
_HEAD_ORDER = ("unit", *HEAD_FIELDS, "indicators")
_PART_ONE = ("statement.overall", "statement.subgoals", "statement.safeguards")
_INDEX = re.compile(r"\[(\d+)\]")

Position = tuple[int, int, int, int]
"""Project, row in its grid (-1 for the head), field, and which of several parts."""


def in_order(document: Document, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings worst first, then in the order of the form, then by rule."""
    at = positions(document)
    return tuple(
        sorted(findings, key=lambda each: (each.severity.rank, position(at, each), each.rule))
    )


def positions(document: Document) -> dict[str, tuple[int, int]]:
    """Return for each row's id its project and its place in the grid, for `position`."""
    at = {document.id: (_STATEMENT, -1), "": (_STATEMENT, -1)}
    statement = document.statement
    parts = [*(each.id for each in statement.subgoals), *(each.id for each in statement.safeguards)]
    for index, part_id in enumerate(parts):
        at[part_id] = (_STATEMENT, index)
    for index, project in enumerate(document.projects):
        at[project.id] = (index, -1)
        for row, indicator in enumerate(project.indicators):
            at[indicator.id] = (index, row)
    return at


def position(at: dict[str, tuple[int, int]], finding: Finding) -> Position:
    """Return where a finding stands in the form, to sort by."""
    return place_position(at, finding.place)


def place_position(at: dict[str, tuple[int, int]], place: Place) -> Position:
    """Return where a place stands in the form, to sort by."""
    project, row = at.get(place.row_id, (_STATEMENT, -1))
    field = cell_field(place.field)
    order = INDICATOR_FIELDS if row >= 0 else _HEAD_ORDER if project >= 0 else _PART_ONE
    part = _INDEX.search(place.field)
    return (
        project,
        row,
        order.index(field) if field in order else len(order),
        int(part[1]) if part else 0,
    )


def path_of(document: Document, place: Place) -> str:
    """Return a place as the interchange file spells it: `projects[0].indicators[1].value.unit`.

    Raises KeyError where the document has no such row.
    """
    if place.row_id in ("", document.id):
        return place.field
    statement = document.statement
    for index, subgoal in enumerate(statement.subgoals):
        if subgoal.id == place.row_id:
            return f"statement.subgoals[{index}].{place.field}"
    for index, safeguard in enumerate(statement.safeguards):
        if safeguard.id == place.row_id:
            return f"statement.safeguards[{index}].{place.field}"
    for index, project in enumerate(document.projects):
        if project.id == place.row_id:
            return f"projects[{index}].{place.field}"
        for row, indicator in enumerate(project.indicators):
            if indicator.id == place.row_id:
                return f"projects[{index}].indicators[{row}].{place.field}"
    raise KeyError(place.row_id)
