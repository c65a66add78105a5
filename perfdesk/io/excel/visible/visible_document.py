"""Builds a document from the worksheets of a workbook that carries none: any filled-in form."""

from collections import Counter
from collections.abc import Iterable, Sequence

from perfdesk.io.excel.merge.overview_merge import SeenOverview, seen_overview
from perfdesk.io.excel.notes import Notes
from perfdesk.io.excel.parts.grid import Grid
from perfdesk.io.excel.visible.labels import head_labels
from perfdesk.io.excel.visible.meaning import (
    name_in_title,
    visible_department,
    visible_project,
    visible_statement,
    year_in,
)
from perfdesk.io.excel.visible.project_seen import has_grid, seen_projects
from perfdesk.io.excel.visible.seen import SeenProject, SeenStatement
from perfdesk.io.excel.visible.statement_seen import seen_statement
from perfdesk.io.excel.visible.table import Table, key
from perfdesk.io.forms import all_forms
from perfdesk.models.code import code_year
from perfdesk.models.document import Department, Document
from perfdesk.models.form import Form
from perfdesk.models.names import FIELD_NAMES
from perfdesk.models.project import Project
from perfdesk.models.statement import Statement

_NO_PLACE = "没有对应的栏目，没有读入"
_ITSELF = "本级"
_UNIT_CODE, _DEPARTMENT_CODE = 6, 3
_GAIN = 2


class VisibleDocument:
    """Reads what the worksheets show, all else is kept as unread text."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._projects: list[Project] = []
        self._statement: SeenStatement | None = None
        self._years: Counter[int] = Counter()

    def read(self, grids: Sequence[Grid]) -> Document | None:
        """Return the document; None where no worksheet holds a form or a statement."""
        sheets = [Table.of_grid(grid) for grid in grids]
        form = _form_of(sheets)
        overviews: list[tuple[Table, SeenOverview]] = []
        for grid, sheet in zip(grids, sheets, strict=True):
            self._notes.oddities(grid)
            statement = seen_statement(form, sheet)
            overview = seen_overview(form, sheet)
            if statement and self._statement is None and not has_grid(form, sheet):
                self._read_statement(sheet, statement)
            elif overview:
                overviews.append((sheet, overview))
            else:
                self._read_projects(form, sheet)
        for sheet, overview in overviews:
            self._pass_over(sheet, overview)
        if not self._projects and self._statement is None:
            return None
        return Document(
            year=self._year(),
            form=form.id,
            department=self._department(),
            statement=visible_statement(self._statement) if self._statement else Statement(),
            projects=tuple(self._projects),
            unread=tuple(self._notes.unread),
        )

    def _read_statement(self, sheet: Table, statement: SeenStatement) -> None:
        self._statement = statement
        department = statement.head.get("department")
        unread = list(statement.unread)
        if department and visible_department(department.text) is None:
            unread.append(department)
        self._notes.keep(sheet.name, unread, _NO_PLACE)

    def _read_projects(self, form: Form, sheet: Table) -> None:
        found, stray = seen_projects(form, sheet)
        for seen in found:
            self._read_project(form, sheet, seen)
        if found:
            self._notes.keep(sheet.name, stray, _NO_PLACE)
        else:
            self._notes.keep_sheet(sheet)

    def _read_project(self, form: Form, sheet: Table, seen: SeenProject) -> None:
        project = visible_project(form, seen)
        missing = sorted(form.fields - seen.head.keys(), key=list(FIELD_NAMES).index)
        if missing:
            names = "、".join(f"“{FIELD_NAMES[field]}”" for field in missing)
            self._notes.say(f"没有找到{names}栏，留空。", sheet.name)
        unread = list(seen.unread)
        title = seen.head.get("title")
        if title and key(name_in_title(form, title.text, numbered=True)) != key(project.name):
            unread.append(title)
        self._notes.keep(sheet.name, unread, _NO_PLACE)
        self._years[code_year(project.code) or year_in(project.name)] += 1
        self._projects.append(project)

    def _pass_over(self, sheet: Table, overview: SeenOverview) -> None:
        """Leave out an overview of projects that were read."""
        names = {key(project.name) for project in self._projects}
        unknown = (row for row in overview.rows if key(row["name"].text) not in names)
        stray = [each for row in unknown for each in row.values() if each.text]
        self._notes.keep(sheet.name, stray, "没有对应的项目表，没有读入")

    def _year(self) -> int:
        """Return the year the statement names, or the one that most projects are of."""
        head = self._statement.head if self._statement else {}
        named = (year_in(head[field].text) for field in ("year", "title") if field in head)
        if year := next((year for year in named if year), 0):
            return year
        del self._years[0]
        return max(self._years, key=lambda year: (self._years[year], year), default=0)

    def _department(self) -> Department:
        """Return the department the statement names, or the one whose own unit has a project."""
        head = self._statement.head if self._statement else {}
        if "department" in head and (found := visible_department(head["department"].text)):
            return found
        units = [project.unit for project in self._projects if len(project.unit.code) == _UNIT_CODE]
        own = next((unit for unit in units if unit.name.endswith(_ITSELF)), None)
        code = units[0].code[:_DEPARTMENT_CODE] if units else ""
        return Department(code, own.name.removesuffix(_ITSELF) if own else "")


def _form_of(sheets: Iterable[Table]) -> Form:
    """Return the form whose labels are on the worksheets, the newest one that fits best."""
    texts = {key(text) for sheet in sheets for text in sheet.texts.values()}

    def fit(form: Form) -> int:
        labels = {label.key for label in head_labels(form)}
        return _GAIN * len(labels & texts) - len(labels - texts)

    return max(all_forms(), key=fit)
