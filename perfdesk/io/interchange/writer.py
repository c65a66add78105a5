"""A document as the interchange file spells it, with the keys in the published order."""

import json
from collections.abc import Iterable
from typing import Any

from perfdesk.io.problem import Problem
from perfdesk.models.document import Document
from perfdesk.models.project import Indicator, Project
from perfdesk.models.reason import Reason
from perfdesk.models.statement import Statement, StatementRow

FORMAT = "perfdesk"
VERSION = 1

Plain = dict[str, Any]


def write_document(document: Document) -> str:
    """Return the text of the interchange file.

    Raises Problem where a text holds half of a character, which no file can keep.
    """
    text = json.dumps(to_plain(document), ensure_ascii=False, indent=2) + "\n"
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        before = text[max(0, error.start - 12) : error.start]
        raise Problem(f"“{before}”之后有无法保存的字符，请删除后重新输入。") from error
    return text


def to_plain(document: Document) -> Plain:
    """Return a document as plain data, ready for JSON; it holds no ids."""
    plain: Plain = {
        "format": FORMAT,
        "version": VERSION,
        "year": document.year,
        "form": document.form,
        "department": {"code": document.department.code, "name": document.department.name},
        "statement": _statement(document.statement),
        "projects": [_project(project) for project in document.projects],
    }
    if submitted := document.submitted:
        plain["submitted"] = {"who": submitted.who, "at": submitted.at, "note": submitted.note}
    if document.unread:
        plain["unread"] = [{"line": each.line, "text": each.text} for each in document.unread]
    return plain


def _statement(statement: Statement) -> Plain:
    return {
        "overall": statement.overall,
        "subgoals": [
            {
                "title": each.title,
                "goal": each.goal,
                "indicators": each.indicators,
                **_carried(each),
            }
            for each in statement.subgoals
        ],
        "safeguards": [
            {"title": each.title, "text": each.text, **_carried(each)}
            for each in statement.safeguards
        ],
        **_reasons(statement.reasons),
        **_carried(statement),
    }


def _project(project: Project) -> Plain:
    budget, plan = project.budget, project.plan
    return {
        "code": project.code,
        "name": project.name,
        "unit": {"code": project.unit.code, "name": project.unit.name},
        "budget": {"total": budget.total, "fiscal": budget.fiscal, "other": budget.other},
        "purpose": project.purpose,
        "plan": {
            "march": plan.march,
            "june": plan.june,
            "october": plan.october,
            "december": plan.december,
        },
        "goals": list(project.goals),
        "indicators": [_indicator(each) for each in project.indicators],
        **_reasons(project.reasons),
        **_carried(project),
        **_carried_from(project),
    }


def _reasons(reasons: Iterable[Reason]) -> Plain:
    """Return the key for reasons, and none where nothing was answered."""
    plain = [
        {"rule": each.rule, "subject": each.subject, "facts": each.facts, "text": each.text}
        for each in reasons
    ]
    return {"reasons": plain} if plain else {}


def _carried(row: Project | Indicator | Statement | StatementRow) -> Plain:
    """Return the key for what came from last year, and none where nothing did."""
    return {"carried": sorted(row.carried)} if row.carried else {}


def _carried_from(row: Project | Indicator) -> Plain:
    """Return the key for where that came from, and none where it was last year."""
    return {"carried_from": row.carried_from} if row.carried_from else {}


def _indicator(indicator: Indicator) -> Plain:
    value = indicator.value
    return {
        "level1": indicator.level1,
        "level2": indicator.level2,
        "name": indicator.name,
        "description": indicator.description,
        "value": {
            "text": value.text,
            "sign": value.sign,
            "number": value.number,
            "unit": value.unit,
        },
        "basis": indicator.basis,
        **_carried(indicator),
        **_carried_from(indicator),
    }
