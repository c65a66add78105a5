"""The worksheet 项目汇总: all projects in one table, with subtotals and a total.

Sums stand there as numbers, not as formulas: the library that writes the file cannot store a
formula's result beside it, and whatever does not reckon (previews, a bureau's upload page)
would show empty cells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from perfdesk.io.excel.pages.names import OVERVIEW
from perfdesk.io.excel.pages.page import Extra, Look, Page, PageCell, fitted, page_cell
from perfdesk.models.amount import printed, total
from perfdesk.models.document import Document, year_words
from perfdesk.models.form import Form
from perfdesk.models.project import Project, Unit
from perfdesk.models.sheet import Role, field_text

NUMBER = "number"
COUNT = "count"
MONEY = ("budget.total", "budget.fiscal", "budget.other")


@dataclass(frozen=True, slots=True)
class OverviewColumn:
    """A column of the table: what it shows of a project, its heading, its width."""

    field: str
    heading: str
    width: float


_COLUMNS = (
    OverviewColumn(NUMBER, "序号", 6),
    OverviewColumn("unit.code", "预算单位编码", 10),
    OverviewColumn("unit.name", "预算单位", 18),
    OverviewColumn("code", "项目编码", 25),
    OverviewColumn("name", "项目名称", 35),
    OverviewColumn("budget.total", "预算数", 12),
    OverviewColumn("budget.fiscal", "财政资金", 12),
    OverviewColumn("budget.other", "其他资金", 12),
    OverviewColumn(COUNT, "指标数", 8),
)
_ALWAYS = (NUMBER, "unit.code", "unit.name", "name", COUNT)
HEADING_ROW = 2
_UPRIGHT = 90


def overview_columns(form: Form) -> tuple[OverviewColumn, ...]:
    """Return the columns that the form has something to put into."""
    fields = form.fields
    return tuple(each for each in _COLUMNS if each.field in _ALWAYS or each.field in fields)


def by_unit(projects: Sequence[Project]) -> dict[Unit, list[tuple[int, Project]]]:
    """Gather numbered projects under their units, in the order the units first appear."""
    units: dict[Unit, list[tuple[int, Project]]] = {}
    for number, project in enumerate(projects, 1):
        units.setdefault(project.unit, []).append((number, project))
    return units


def overview_page(form: Form, document: Document) -> Page:
    """Lay out the table of all projects, with a subtotal for each unit where there are several."""
    columns = overview_columns(form)
    widths = tuple(column.width for column in columns)
    cells = [*_head(form, document, columns)]
    row = HEADING_ROW + 1
    units = by_unit(document.projects)
    for unit, projects in units.items():
        for number, project in projects:
            cells += _project(form, columns, row, number, project)
            row += 1
        if len(units) > 1:
            members = [project for _, project in projects]
            cells += _sum(columns, row, f"{unit.name or unit.code}小计", members)
            row += 1
    cells += _sum(columns, row, f"合计（{len(document.projects)}个项目）", document.projects)
    placed, heights, starts = fitted(cells, widths, row + 1)
    wide = sum(widths) > _UPRIGHT
    return Page(OVERVIEW, widths, heights, placed, starts[HEADING_ROW], landscape=wide, frozen=True)


def overview_text(form: Form, project: Project, field: str) -> str:
    """Return what a column shows of a project."""
    if field == COUNT:
        return str(len(project.indicators))
    if field.startswith("unit."):
        return project.unit.code if field == "unit.code" else project.unit.name
    return field_text(form, project, field)


def _head(
    form: Form, document: Document, columns: tuple[OverviewColumn, ...]
) -> Iterator[PageCell]:
    whole, right = len(columns), 2
    department = document.department
    title = f"{year_words(document.year)}{department.name}项目汇总表"
    yield page_cell(0, 0, Role.TITLE, title, columns=whole)
    name = department.code + department.name
    yield page_cell(1, 0, Role.UNIT, name, columns=whole - right)
    money = form.wording.money_unit if any(each.field in MONEY for each in columns) else ""
    yield page_cell(1, whole - right, Role.MONEY_UNIT, money, columns=right)
    for column, each in enumerate(columns):
        yield page_cell(HEADING_ROW, column, Role.HEADING, each.heading)


def _project(
    form: Form, columns: tuple[OverviewColumn, ...], row: int, number: int, project: Project
) -> Iterator[PageCell]:
    for column, each in enumerate(columns):
        text = str(number) if each.field == NUMBER else overview_text(form, project, each.field)
        yield page_cell(row, column, _look(each.field), text)


def _sum(
    columns: tuple[OverviewColumn, ...], row: int, label: str, projects: Sequence[Project]
) -> Iterator[PageCell]:
    """Yield a row of sums; its label covers the columns before the first sum."""
    summed = (*MONEY, COUNT)
    first = next(index for index, each in enumerate(columns) if each.field in summed)
    yield page_cell(row, 0, Extra.TOTAL, label, columns=first)
    for column, each in enumerate(columns[first:], first):
        if each.field == COUNT:
            count = sum(len(project.indicators) for project in projects)
            yield page_cell(row, column, Extra.TOTAL, str(count))
        elif each.field in MONEY:
            yield page_cell(row, column, Extra.TOTAL_AMOUNT, _sum_text(each.field, projects))


def _sum_text(field: str, projects: Sequence[Project]) -> str:
    """Return the sum of an amount over projects; empty where none of them has it."""
    texts = [getattr(project.budget, field.removeprefix("budget.")) for project in projects]
    return printed(total(texts)) if any(texts) else ""


def _look(field: str) -> Look:
    if field in MONEY:
        return Role.AMOUNT
    return Extra.ORDINAL if field in (NUMBER, COUNT) else Role.TEXT
