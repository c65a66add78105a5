"""Writes a document as the text that a word processor gives of its published form."""

from collections.abc import Iterator

from perfdesk.io.disclosure.detect import department_of
from perfdesk.io.disclosure.notes import Notes
from perfdesk.io.disclosure.printed import in_print
from perfdesk.io.forms import form_or_default
from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.numbering import numbered
from perfdesk.models.project import Project, Unit
from perfdesk.models.sheet import Cell, Role, project_sheet
from perfdesk.models.statement import Statement

_TITLE = "年部门预算绩效信息"
_GAP = ("", "", " ")


def write_text(document: Document) -> str:
    """Return the published text of a document: headings, paragraphs, a tab before each cell.

    What could not be read stands at the beginning. `in_print` tells what reading the text
    gives back.
    """
    shown = in_print(document)
    form = form_or_default(shown.form)
    lines = [*(each.text for each in shown.unread), *_title(shown)]
    if shown.statement != Statement() or not shown.projects:
        lines += _statement(form, shown.statement)
    if shown.projects:
        lines += [*_GAP, form.wording.project_part, ""]
    for number, project in enumerate(shown.projects, 1):
        lines += _project(form, number, project)
    return "\n".join(lines) + "\n"


def _title(document: Document) -> Iterator[str]:
    """Yield the title, which names the department where the units do not tell it."""
    if document.unread:
        yield from ("", "", "")
    if not document.year:
        return
    named = document.department
    units = (project.unit for project in document.projects)
    told = department_of(units, [], Notes()) == named
    yield ("" if told else named.code + named.name) + f"{document.year}{_TITLE}"
    yield ""


def _statement(form: Form, statement: Statement) -> Iterator[str]:
    words = form.wording
    yield from (words.statement_part, "", words.overall)
    if statement.overall:
        yield statement.overall
    yield words.subgoals
    for number, subgoal in enumerate(statement.subgoals, 1):
        yield numbered(words.subgoal_number, number) + subgoal.title
        if subgoal.goal:
            yield words.subgoal_goal + subgoal.goal
        if subgoal.indicators:
            yield words.subgoal_indicators + subgoal.indicators
    yield words.safeguards
    for number, safeguard in enumerate(statement.safeguards, 1):
        yield numbered(words.subgoal_number, number) + safeguard.title
        if safeguard.text:
            yield safeguard.text


def _project(form: Form, number: int, project: Project) -> Iterator[str]:
    for cells in _rows(form, project):
        if cells[0].role is Role.TITLE:
            yield numbered(form.wording.project_number, number) + cells[0].text
        elif cells[0].role is Role.UNIT:
            yield from ("\t" + _unit(project.unit), "\t" + cells[1].text, "")
        elif cells[0].role is Role.GAP:
            yield from ("", " ")
        else:
            yield from ("\t" + cell.text for cell in cells)
            yield ""
    yield from _GAP


def _unit(unit: Unit) -> str:
    """Return a unit's line; a name that begins with a digit is kept apart from the code."""
    gap = " " if unit.name[:1].isascii() and unit.name else ""
    return unit.code + gap + unit.name


def _rows(form: Form, project: Project) -> list[list[Cell]]:
    """Return the cells of each row; a cell that a merged one above covers is empty."""
    sheet = project_sheet(form, project)
    rows: list[list[Cell]] = [[] for _ in range(sheet.row_count)]
    for cell in sorted(sheet.cells, key=lambda each: each.column):
        rows[cell.row].append(cell)
        covered = Cell(cell.row, cell.column, 1, cell.columns, cell.role, "")
        for row in range(cell.row + 1, cell.row + cell.rows):
            rows[row].append(covered)
    return rows
