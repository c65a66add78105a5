"""Writes a check report as an office workbook of one worksheet, and tells whether it is one."""

from pathlib import Path

from perfdesk.io.excel.embedded import fingerprint
from perfdesk.io.excel.pages.report_page import report_page
from perfdesk.io.excel.parts.grid import Area, Spot
from perfdesk.io.excel.parts.workbook_reader import read_grids
from perfdesk.io.problem import Problem
from perfdesk.models.review.report import Report


def write_report(report: Report, path: Path) -> None:
    """Write the workbook at `path`, whatever was there before."""
    # Late: it loads openpyxl, which the window's start need not wait for.
    from perfdesk.io.excel.draw.drawing import draw_workbook

    draw_workbook([report_page(report)], None, path)


def says_report(path: Path, report: Report) -> bool:
    """Tell whether the workbook at `path` says the report, cell by cell, and nothing else.

    Outer blanks do not count.
    """
    page = report_page(report)
    try:
        (grid,) = read_grids(path)
    except (Problem, ValueError):
        return False
    texts = {Spot(cell.row, cell.column): cell.text for cell in page.cells if cell.text}
    areas = {
        Area(cell.row, cell.column, cell.rows, cell.columns)
        for cell in page.cells
        if (cell.rows, cell.columns) != (1, 1)
    }
    same_texts = fingerprint(grid.texts) == fingerprint(texts)
    return grid.name == page.name and same_texts and set(grid.areas) == areas
