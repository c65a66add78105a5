"""What a new document and a new project begin with, and whether nobody has written in it yet."""

from dataclasses import dataclass, replace

from perfdesk.models.document import Department, Document
from perfdesk.models.form import Form
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.statement import ROW_FIELDS
from perfdesk.models.suggest.beginning import is_bare


def blank_indicators(form: Form) -> tuple[Indicator, ...]:
    """Return the rows a new form is handed out with: one for each second level, in order."""
    return tuple(
        Indicator(level1=level.name, level2=name) for level in form.levels for name in level.level2
    )


def blank_project(form: Form, unit: Unit) -> Project:
    """Return an empty form of a unit, its levels filled in."""
    return Project(unit=unit, indicators=blank_indicators(form))


def blank_document(form: Form, year: int, department: Department, unit: Unit) -> Document:
    """Return a document with one empty form, so that there is something to begin with."""
    return Document(
        year=year, form=form.id, department=department, projects=(blank_project(form, unit),)
    )


@dataclass(frozen=True, slots=True)
class FillBlank:
    """Put what was read from elsewhere into a document in which nothing was written."""

    content: Document

    @property
    def label(self) -> str:
        """What undo and redo call it."""
        return "导入文件"

    def apply(self, document: Document) -> Document:
        """Return the document with all that is in the other one."""
        named = self.content.department.name
        department = self.content.department if named else document.department
        return replace(self.content, id=document.id, department=department)


def is_blank(document: Document) -> bool:
    """Whether nothing was written in a document: it has units and levels, but no text."""
    statement = document.statement
    texts = [statement.overall]
    for row in statement.rows:
        texts += [getattr(row, field) for field in ROW_FIELDS[type(row)]]
    written = any(text.strip() for text in texts) or document.unread or document.submitted
    return not written and all(map(_is_blank_project, document.projects))


def _is_blank_project(project: Project) -> bool:
    empty = (project.budget, project.plan) == (Budget(), SpendingPlan())
    texts = (project.code, project.name, project.purpose, *project.goals)
    return empty and is_bare(project) and not any(text.strip() for text in texts)


def next_unit(document: Document) -> Unit:
    """Return a further budget unit of a department, with the code behind the last and no name."""
    codes = [int(unit.code) for unit in document.units if _is_code(unit.code)]
    if codes:
        return Unit(f"{max(codes) + 1:06d}")
    return Unit(f"{document.department.code}001" if document.department.code else "")


def _is_code(text: str) -> bool:
    return len(text) == 6 and text.isascii() and text.isdigit()
