"""A workbook of 1000 projects, written and read, against openpyxl used plainly."""

from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bench.figure import Figure, Goal
from bench.measuring import milliseconds
from bench.setting import Setting
from bench.workspace import project
from perfdesk.io.excel import read_workbook, write_workbook
from perfdesk.io.excel.pages.document_pages import document_pages
from perfdesk.io.excel.pages.page import PageCell
from perfdesk.io.forms import form_for_year
from perfdesk.models.document import Department, Document
from perfdesk.models.project import Unit

_SHEETS = 1000
_FEWER_SHEETS = 100
_YEAR = 2025
_WRITTEN = Goal(0.11, of_floor=True)
_READ = Goal(0.1, of_floor=True)


def excel(setting: Setting) -> Iterator[Figure]:
    """Every sheet of the form with its 12 indicators; the hidden copy of it all included."""
    _measured(setting, 1)  # loads what is loaded once
    count = _FEWER_SHEETS if setting.quick else _SHEETS
    written, written_plainly, read, read_plainly = _measured(setting, count)
    yield Figure(f"excel: {count} sheets written", written, _WRITTEN, written_plainly)
    yield Figure(f"excel: {count} sheets read", read, _READ, read_plainly)


def _measured(setting: Setting, count: int) -> tuple[float, float, float, float]:
    document = _document(count)
    ours, plain = setting.folder / "ours.xlsx", setting.folder / "plain.xlsx"
    return (
        milliseconds(lambda: write_workbook(document, ours)),
        milliseconds(lambda: _write_plainly(document, plain)),
        milliseconds(lambda: read_workbook(ours)),
        milliseconds(lambda: _read_plainly(plain)),
    )


def _document(count: int) -> Document:
    form = form_for_year(_YEAR)
    unit = Unit("315001", "云溪区商务局本级")
    projects = tuple(project(form, unit, number) for number in range(count))
    return Document(_YEAR, form.id, Department("315", "云溪区商务局"), projects=projects)


def _write_plainly(document: Document, path: Path) -> None:
    """Write the same cells as anybody would who has just met openpyxl."""
    workbook = Workbook()
    for page in document_pages(form_for_year(document.year), document):
        worksheet = workbook.create_sheet(page.name)
        for number, width in enumerate(page.widths, 1):
            worksheet.column_dimensions[get_column_letter(number)].width = width
        for number, height in enumerate(page.heights, 1):
            worksheet.row_dimensions[number].height = height
        for cell in page.cells:
            _draw_plainly(worksheet, cell)
    workbook.save(path)


def _draw_plainly(worksheet: Worksheet, cell: PageCell) -> None:
    """Draw a cell with its lines, which a merged one needs on all that it covers."""
    side = Side(style="thin")
    worksheet.cell(cell.row + 1, cell.column + 1, cell.text)
    for row in range(cell.row + 1, cell.row + 1 + cell.rows):
        for column in range(cell.column + 1, cell.column + 1 + cell.columns):
            drawn = worksheet.cell(row, column)
            drawn.font = Font(name="宋体", size=10)
            drawn.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            drawn.border = Border(left=side, right=side, top=side, bottom=side)
    if cell.rows > 1 or cell.columns > 1:
        last_row, last_column = cell.row + cell.rows, cell.column + cell.columns
        worksheet.merge_cells(None, cell.row + 1, cell.column + 1, last_row, last_column)


def _read_plainly(path: Path) -> None:
    for worksheet in load_workbook(path).worksheets:
        for row in worksheet.iter_rows():
            for cell in row:
                _ = cell.value
