"""Draws pages into a workbook file: openpyxl sets it up, the cells are put in behind it."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from perfdesk.io.excel.draw.cells_xml import filled, page_xml, texts_xml
from perfdesk.io.excel.draw.styles import Styles
from perfdesk.io.excel.pages.page import Page
from perfdesk.io.excel.parts.grid import Spot

FOOTER = "第&P页 共&N页"
_CREATOR = "PerfDesk"
_A4 = "9"
_INCH = 1 / 25.4
_SIDE_MARGIN = 15 * _INCH
_TOP_MARGIN = 18 * _INCH
_FOOT_MARGIN = 9 * _INCH


def draw_workbook(pages: Sequence[Page], hidden: tuple[str, list[str]] | None, path: Path) -> None:
    """Write a workbook with a worksheet for each page.

    `hidden` is the name of one more worksheet, which no menu shows, and the text in each of
    its rows; None where there is none.
    """
    workbook = Workbook()
    workbook.properties.creator = _CREATOR
    styles = Styles(workbook)
    cells: list[tuple[Worksheet, str, Spot]] = []
    for page in pages:
        sheet = _empty_sheet(workbook, page)
        last = Spot(len(page.heights) - 1, len(page.widths) - 1)
        cells.append((sheet, page_xml(page, styles.number), last))
    if hidden:
        name, texts = hidden
        sheet = workbook.create_sheet(name)
        sheet.sheet_state = "veryHidden"
        cells.append((sheet, texts_xml(texts), Spot(len(texts) - 1, 0)))
    workbook.remove(workbook.worksheets[0])
    _save(workbook, cells, path)


def _save(workbook: Workbook, cells: Sequence[tuple[Worksheet, str, Spot]], path: Path) -> None:
    """Save a workbook of empty worksheets and put the cells in."""
    empty = BytesIO()
    workbook.save(empty)
    filling = {sheet.path.lstrip("/"): (xml, last) for sheet, xml, last in cells}
    with ZipFile(empty) as source, ZipFile(path, "w", ZIP_DEFLATED) as target:
        for part in source.namelist():
            content = source.read(part)
            if part in filling:
                xml, last = filling[part]
                content = filled(content.decode(), xml, last).encode()
            target.writestr(part, content)


def _empty_sheet(workbook: Workbook, page: Page) -> Worksheet:
    """Add a worksheet with its columns, printed on A4, one page wide and as high as it takes."""
    sheet: Worksheet = workbook.create_sheet(page.name)
    for index, width in enumerate(page.widths, 1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    setup = sheet.page_setup
    setup.paperSize = _A4
    setup.orientation = "landscape" if page.landscape else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = _SIDE_MARGIN
    margins.top = margins.bottom = _TOP_MARGIN
    margins.header = margins.footer = _FOOT_MARGIN
    sheet.print_options.horizontalCentered = True
    footer = HeaderFooterItem()
    footer.center.text = FOOTER
    sheet.oddFooter = footer
    sheet.print_area = f"A1:{get_column_letter(len(page.widths))}{len(page.heights)}"
    if page.heading_row is not None:
        sheet.print_title_rows = f"{page.heading_row + 1}:{page.heading_row + 1}"
        if page.frozen:
            sheet.freeze_panes = f"A{page.heading_row + 2}"
    return sheet
