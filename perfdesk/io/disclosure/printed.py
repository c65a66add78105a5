"""What of a document its published text can say: the same document, as reading gives it back."""

from dataclasses import replace

from perfdesk.io.forms import form_for_year, form_or_default
from perfdesk.models.document import Document, UnreadText
from perfdesk.models.form import Form
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.sheet import field_text
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.models.value import IndicatorValue


def in_print(document: Document) -> Document:
    """Return the document as its published text says it, with the same ids.

    Lines are trimmed, amounts have two decimals, a missing unit is the project's above, and
    what was unread stands at the beginning in one piece. Reasons are for the reviewers, not for
    the public, and are left out.
    """
    form = form_or_default(document.form) if document.projects else form_for_year(document.year)
    units = [_unit(project.unit) for project in document.projects]
    unit = next((each for each in units if each != Unit()), Unit())
    projects: list[Project] = []
    for project, own in zip(document.projects, units, strict=True):
        unit = own if own != Unit() else unit
        projects.append(_project(replace(project, unit=unit), form))
    return replace(
        document,
        form=form.id,
        department=replace(document.department, name=_line(document.department.name)),
        statement=_statement(document.statement),
        projects=tuple(projects),
        unread=_unread(document.unread),
    )


def _project(project: Project, form: Form) -> Project:
    goals = (_lines(goal) for goal in project.goals)
    return replace(
        project,
        code="".join(project.code.split()) if "code" in form.fields else "",
        name=_line(project.name),
        budget=_budget(project, form) if "budget.total" in form.fields else Budget(),
        purpose=_lines(project.purpose) if "purpose" in form.fields else "",
        plan=_plan(project.plan) if "plan.march" in form.fields else SpendingPlan(),
        goals=tuple(goal for goal in goals if goal),
        indicators=tuple(_indicator(each) for each in project.indicators),
        reasons=(),
    )


def _unit(unit: Unit) -> Unit:
    return Unit("".join(unit.code.split()), _line(unit.name))


def _budget(project: Project, form: Form) -> Budget:
    printed = (field_text(form, project, f"budget.{part}") for part in ("total", "fiscal", "other"))
    return Budget(*("".join(text.split()) for text in printed))


def _plan(plan: SpendingPlan) -> SpendingPlan:
    shares = (
        "".join(text.split()) for text in (plan.march, plan.june, plan.october, plan.december)
    )
    return SpendingPlan(*(share.rstrip("%％") for share in shares))


def _indicator(indicator: Indicator) -> Indicator:
    return replace(
        indicator,
        level1=_line(indicator.level1),
        level2=_line(indicator.level2),
        name=_lines(indicator.name),
        description=_lines(indicator.description),
        value=IndicatorValue.read(_lines(indicator.value.text)),
        basis=_lines(indicator.basis),
    )


def _statement(statement: Statement) -> Statement:
    return Statement(
        _paragraphs(statement.overall),
        tuple(_subgoal(each) for each in statement.subgoals),
        tuple(_safeguard(each) for each in statement.safeguards),
    )


def _subgoal(subgoal: SubGoal) -> SubGoal:
    return replace(
        subgoal,
        title=_line(subgoal.title).removesuffix("。"),
        goal=_paragraphs(subgoal.goal),
        indicators=_paragraphs(subgoal.indicators),
    )


def _safeguard(safeguard: Safeguard) -> Safeguard:
    title = _line(safeguard.title).removesuffix("。")
    return replace(safeguard, title=title, text=_paragraphs(safeguard.text))


def _unread(unread: tuple[UnreadText, ...]) -> tuple[UnreadText, ...]:
    text = _paragraphs("\n".join(each.text for each in unread))
    return (UnreadText(1, text),) if text else ()


def _line(text: str) -> str:
    """Return a text as one line: line breaks in a title are the page's, not the text's."""
    return "".join(line.strip() for line in text.split("\n"))


def _lines(text: str) -> str:
    """Return the text of a cell: each line trimmed, never two empty ones together."""
    lines: list[str] = []
    for line in map(str.strip, text.strip().split("\n")):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines)


def _paragraphs(text: str) -> str:
    """Return a text outside tables: each paragraph trimmed, no empty ones."""
    return "\n".join(filter(None, map(str.strip, text.split("\n"))))
