"""What of a document's parts goes into which column, keys and positions apart."""

from collections.abc import Mapping

from perfdesk.models.document import Document, Submission, UnreadText
from perfdesk.models.form import Form
from perfdesk.models.outline import completeness, statement_completeness
from perfdesk.models.project import Indicator, Project
from perfdesk.models.reason import Reason
from perfdesk.models.statement import Safeguard, SubGoal

Columns = Mapping[str, str | int]


def of_document(document: Document) -> Columns:
    """The columns of a document itself."""
    return {
        "year": document.year,
        "form": document.form,
        "department_code": document.department.code,
        "department_name": document.department.name,
        "overall": document.statement.overall,
        **count_of_document(document),
        **_of_submission(document.submitted),
        "carried": _names(document.statement.carried),
        "unconfirmed": document.statement.unconfirmed,
    }


def of_project(form: Form, project: Project) -> Columns:
    """The columns of a project itself, which is written on `form`."""
    return {
        "code": project.code,
        "name": project.name,
        "unit_code": project.unit.code,
        "unit_name": project.unit.name,
        "budget_total": project.budget.total,
        "budget_fiscal": project.budget.fiscal,
        "budget_other": project.budget.other,
        "purpose": project.purpose,
        "plan_march": project.plan.march,
        "plan_june": project.plan.june,
        "plan_october": project.plan.october,
        "plan_december": project.plan.december,
        "indicator_count": len(project.indicators),
        **count_of_project(form, project),
        "carried": _names(project.carried),
        "carried_from": project.carried_from,
        "unconfirmed": project.unconfirmed,
    }


def count_of_document(document: Document) -> Columns:
    """The columns that say how far a document's statement is."""
    count = statement_completeness(document)
    return {"filled": count.filled, "needed": count.needed}


def count_of_project(form: Form, project: Project) -> Columns:
    """The columns that say how far a project is."""
    count = completeness(form, project)
    return {"filled": count.filled, "needed": count.needed}


def _of_submission(submission: Submission | None) -> Columns:
    """The columns that say that a document was handed in; all empty where it was not."""
    said = submission or Submission("", "")
    return {
        "submitted_at": said.at,
        "submitted_by": said.who,
        "submission_note": said.note,
    }


def of_indicator(indicator: Indicator) -> Columns:
    """The columns of one row of the grid."""
    value = indicator.value
    return {
        "level1": indicator.level1,
        "level2": indicator.level2,
        "name": indicator.name,
        "description": indicator.description,
        "value_text": value.text,
        "value_sign": value.sign,
        "value_number": value.number,
        "value_unit": value.unit,
        "basis": indicator.basis,
        "carried": _names(indicator.carried),
        "carried_from": indicator.carried_from,
    }


def of_subgoal(subgoal: SubGoal) -> Columns:
    """The columns of a sub-goal."""
    return {
        "title": subgoal.title,
        "goal": subgoal.goal,
        "indicators": subgoal.indicators,
        "carried": _names(subgoal.carried),
    }


def of_safeguard(safeguard: Safeguard) -> Columns:
    """The columns of a safeguard."""
    return {
        "title": safeguard.title,
        "text": safeguard.text,
        "carried": _names(safeguard.carried),
    }


def of_goal(text: str) -> Columns:
    """The columns of one of a project's goals."""
    return {"text": text}


def of_reason(reason: Reason) -> Columns:
    """The columns of an answer to what a check found."""
    return {
        "rule": reason.rule,
        "subject": reason.subject,
        "facts": reason.facts,
        "text": reason.text,
    }


def of_unread(unread: UnreadText) -> Columns:
    """The columns of a text that no field could take."""
    return {"line": unread.line, "text": unread.text}


def _names(fields: frozenset[str]) -> str:
    return " ".join(sorted(fields))
