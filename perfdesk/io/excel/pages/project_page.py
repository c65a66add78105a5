"""The worksheet of one project: its form as `perfdesk.models.sheet` lays it out."""

from perfdesk.io.excel.pages.page import Page, fitted, page_cell
from perfdesk.models.form import Form
from perfdesk.models.project import Project
from perfdesk.models.sheet import project_sheet

WIDTH = 86
"""Of all columns together, in characters: what an upright A4 page holds unshrunk."""


def project_page(form: Form, project: Project, name: str) -> Page:
    """Lay out the worksheet called `name` for a project."""
    sheet = project_sheet(form, project)
    whole = sum(sheet.widths)
    widths = tuple(round(width * WIDTH / whole, 2) for width in sheet.widths)
    cells = [
        page_cell(cell.row, cell.column, cell.role, cell.text, rows=cell.rows, columns=cell.columns)
        for cell in sheet.cells
    ]
    placed, heights, starts = fitted(cells, widths, sheet.row_count)
    return Page(name, widths, heights, placed, heading_row=starts[sheet.heading_row])
