"""What a new document and a new project begin with."""

from perfdesk.models.document import Department, Document
from perfdesk.models.form import Form
from perfdesk.models.project import Indicator, Project, Unit


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


def next_unit(document: Document) -> Unit:
    """Return a further budget unit of a department, with the code behind the last and no name."""
    codes = [int(unit.code) for unit in document.units if _is_code(unit.code)]
    if codes:
        return Unit(f"{max(codes) + 1:06d}")
    return Unit(f"{document.department.code}001" if document.department.code else "")


def _is_code(text: str) -> bool:
    return len(text) == 6 and text.isascii() and text.isdigit()
