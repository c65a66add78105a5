"""Reading a store: plain SQL over a plain connection, for the glance and for the store alike.

What is read together is one snapshot where the caller holds a transaction.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeVar

from perfdesk.models.carried import NOTHING_CARRIED
from perfdesk.models.document import Department, Document, Submission, UnreadText
from perfdesk.models.outline import Completeness, DocumentOutline, ProjectOutline, Unseen
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.reason import Reason
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.models.value import IndicatorValue

Answer = TypeVar("Answer")
_first = itemgetter(0)

_DOCUMENT_LINES = """
    SELECT id, year, form, department_code, department_name, filled, needed,
           submitted_at <> '', unconfirmed
    FROM document ORDER BY year DESC, department_code, department_name, id"""
_PROJECT_LINES = """
    SELECT document_id, id, code, name, unit_code, unit_name,
           budget_total, budget_fiscal, budget_other,
           plan_march, plan_june, plan_october, plan_december,
           indicator_count, filled, needed, unconfirmed
    FROM project {} ORDER BY document_id, position"""
_ALL_PROJECTS = _PROJECT_LINES.format("")
_OWN_PROJECTS = _PROJECT_LINES.format("WHERE document_id = ?")
_SUMS = """
    SELECT document_id, SUM(filled), SUM(needed), SUM(unconfirmed)
    FROM project GROUP BY document_id"""
_DOCUMENT = """
    SELECT year, form, department_code, department_name, overall,
           carried, submitted_by, submitted_at, submission_note
    FROM document WHERE id = ?"""
_SUBGOALS = """
    SELECT title, goal, indicators, id, carried
    FROM subgoal WHERE document_id = ? ORDER BY position"""
_SAFEGUARDS = """
    SELECT title, text, id, carried
    FROM safeguard WHERE document_id = ? ORDER BY position"""
_UNREAD = """
    SELECT line, text FROM unread WHERE document_id = ? ORDER BY position"""
_PROJECTS = """
    SELECT id, code, name, unit_code, unit_name, budget_total, budget_fiscal, budget_other,
           purpose, plan_march, plan_june, plan_october, plan_december, carried, carried_from
    FROM project WHERE document_id = ? ORDER BY position"""
_GOALS = """
    SELECT project_id, text FROM goal WHERE document_id = ? ORDER BY project_id, position"""
_INDICATORS = """
    SELECT project_id, value_text, value_sign, value_number, value_unit,
           level1, level2, name, description, basis, id, carried, carried_from
    FROM indicator WHERE document_id = ? ORDER BY project_id, position"""
_REASONS = """
    SELECT project_id, rule, subject, facts, text
    FROM reason WHERE document_id = ? ORDER BY project_id, position"""
_STATEMENT_REASONS = """
    SELECT rule, subject, facts, text
    FROM statement_reason WHERE document_id = ? ORDER BY position"""
_RECALL = "SELECT value FROM memory WHERE key = ?"


def outline(connection: sqlite3.Connection) -> tuple[DocumentOutline, ...]:
    """Return what lists show of all documents, latest year first."""
    return _whatever_text(connection, lambda: _outline(connection))


def sketch(
    connection: sqlite3.Connection,
    document_id: str,
    others: Callable[[str], tuple[ProjectOutline, ...]],
) -> tuple[DocumentOutline, ...]:
    """Return the same, but of all documents except one the projects only when `others` is asked."""
    return _whatever_text(connection, lambda: _sketch(connection, document_id, others))


def load(connection: sqlite3.Connection, document_id: str) -> Document:
    """Return a whole document. Raises KeyError where there is none with this id."""
    return _whatever_text(connection, lambda: _load(connection, document_id))


def recall(connection: sqlite3.Connection, key: str) -> str:
    """Return what was remembered under `key`, or an empty text."""
    row = _whatever_text(connection, lambda: connection.execute(_RECALL, (key,)).fetchone())
    return row[0] if row else ""


def _outline(connection: sqlite3.Connection) -> tuple[DocumentOutline, ...]:
    projects = _project_lines(connection.execute(_ALL_PROJECTS))
    return _documents(connection, lambda document_id: tuple(projects.get(document_id, ())))


def _sketch(
    connection: sqlite3.Connection,
    document_id: str,
    others: Callable[[str], tuple[ProjectOutline, ...]],
) -> tuple[DocumentOutline, ...]:
    own = _project_lines(connection.execute(_OWN_PROJECTS, (document_id,)))
    sums = {row[0]: row[1:] for row in connection.execute(_SUMS)}

    def projects(each: str) -> Sequence[ProjectOutline]:
        if each not in sums or each in own:
            return tuple(own.get(each, ()))
        filled, needed, unconfirmed = sums[each]
        return Unseen(Completeness(filled, needed), unconfirmed, lambda: others(each))

    return _documents(connection, projects)


def _documents(
    connection: sqlite3.Connection, projects: Callable[[str], Sequence[ProjectOutline]]
) -> tuple[DocumentOutline, ...]:
    departments: dict[tuple[str, ...], Department] = {}
    counts: dict[tuple[int, ...], Completeness] = {}

    def department(code_and_name: tuple[str, ...]) -> Department:
        known = departments.get(code_and_name)
        return known or departments.setdefault(code_and_name, Department(*code_and_name))

    return tuple(
        DocumentOutline(
            row[0],
            row[1],
            row[2],
            department(row[3:5]),
            counts.get(row[5:7]) or counts.setdefault(row[5:7], Completeness(*row[5:7])),
            projects(row[0]),
            bool(row[7]),
            row[8],
        )
        for row in connection.execute(_DOCUMENT_LINES)
    )


def _project_lines(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[ProjectOutline]]:
    """Return the projects of each document, with texts and counts that come again kept once."""
    units: dict[tuple[str, ...], Unit] = {}
    plans: dict[tuple[str, ...], SpendingPlan] = {}
    counts: dict[tuple[int, ...], Completeness] = {}
    projects: dict[str, list[ProjectOutline]] = {}
    for row in rows:
        unit, plan, count = row[4:6], row[9:13], row[14:16]
        line = ProjectOutline(
            row[1],
            row[2],
            row[3],
            units.get(unit) or units.setdefault(unit, Unit(*unit)),
            Budget(*row[6:9]),
            plans.get(plan) or plans.setdefault(plan, SpendingPlan(*plan)),
            row[13],
            counts.get(count) or counts.setdefault(count, Completeness(*count)),
            row[16],
        )
        projects.setdefault(row[0], []).append(line)
    return projects


def _load(connection: sqlite3.Connection, document_id: str) -> Document:
    def rows(sql: str) -> Iterator[tuple[Any, ...]]:
        return connection.execute(sql, (document_id,))

    head = next(rows(_DOCUMENT), None)
    if head is None:
        raise KeyError(document_id)
    year, form, department_code, department_name, overall, carried = head[:6]
    submission = Submission(*head[6:])
    shared: dict[Any, Any] = {}
    share = shared.setdefault
    return Document(
        year,
        form,
        Department(department_code, department_name),
        Statement(
            overall,
            tuple(
                SubGoal(title, goal, indicators, row_id, _fields(carried, share))
                for title, goal, indicators, row_id, carried in rows(_SUBGOALS)
            ),
            tuple(
                Safeguard(title, text, row_id, _fields(carried, share))
                for title, text, row_id, carried in rows(_SAFEGUARDS)
            ),
            tuple(Reason(*row) for row in rows(_STATEMENT_REASONS)),
            _fields(carried, share),
        ),
        _projects(rows, share),
        tuple(UnreadText(*row) for row in rows(_UNREAD)),
        document_id,
        submission if submission.at else None,
    )


def _projects(
    rows: Callable[[str], Iterator[tuple[Any, ...]]], share: Callable[[Any, Any], Any]
) -> tuple[Project, ...]:
    goals = {
        project_id: tuple(text for _, text in of_project)
        for project_id, of_project in groupby(rows(_GOALS), _first)
    }
    indicators = {
        project_id: tuple(_indicator(row, share) for row in of_project)
        for project_id, of_project in groupby(rows(_INDICATORS), _first)
    }
    reasons = {
        project_id: tuple(Reason(*row[1:]) for row in of_project)
        for project_id, of_project in groupby(rows(_REASONS), _first)
    }
    return tuple(
        Project(
            row[1],
            row[2],
            share(row[3:5], Unit(*row[3:5])),
            Budget(*row[5:8]),
            row[8],
            SpendingPlan(*row[9:13]),
            goals.get(row[0], ()),
            indicators.get(row[0], ()),
            row[0],
            reasons.get(row[0], ()),
            _fields(row[13], share),
            share(row[14], row[14]),
        )
        for row in rows(_PROJECTS)
    )


def _indicator(row: Sequence[str], share: Callable[[str, str], str]) -> Indicator:
    """Return an indicator; texts that come again and again are kept once."""
    _, text, sign, number, unit, level1, level2, name, description, basis, row_id = row[:11]
    carried, carried_from = row[11:]
    return Indicator(
        share(level1, level1),
        share(level2, level2),
        name,
        description,
        IndicatorValue(text, share(sign, sign), number, share(unit, unit)),
        share(basis, basis),
        row_id,
        _fields(carried, share),
        share(carried_from, carried_from),
    )


def _fields(carried: str, share: Callable[[Any, Any], Any]) -> frozenset[str]:
    """Return the fields that are named with blanks between, each set of them kept once."""
    if not carried:
        return NOTHING_CARRIED
    fields: frozenset[str] = share(("carried", carried), frozenset(carried.split()))
    return fields


def _whatever_text(connection: sqlite3.Connection, read: Callable[[], Answer]) -> Answer:
    """Return what `read` reads, also where a text holds half a surrogate pair."""
    try:
        return read()
    except sqlite3.OperationalError as error:
        if not str(error).startswith("Could not decode to UTF-8"):
            raise
    factory = connection.text_factory
    connection.text_factory = lambda data: data.decode("utf-8", "surrogatepass")
    try:
        return read()
    finally:
        connection.text_factory = factory
