"""The cells of a page as the XML of a worksheet.

Spelled directly, because openpyxl spends most of its time on cell objects that would only be
made to be written once.
"""

import re
from collections.abc import Callable
from xml.sax.saxutils import escape

from perfdesk.io.excel.pages.page import Look, Page, PageCell
from perfdesk.io.excel.pages.shown import stored
from perfdesk.io.excel.parts.grid import Spot, column_name
from perfdesk.models.sheet import Role

LONGEST_AS_TEXT = 255
"""Excel shows #### for a longer text in a cell of the number format @."""
StyleNumber = Callable[[Look, str], int]
"""Gives the number of a cell style for a look, with another number format where one is named."""
_MONEY_DECIMALS = 2
_EMPTY_SHEET = re.compile(r"<sheetData\s*/>|<sheetData>\s*</sheetData>")
_DIMENSION = re.compile(r'<dimension ref="[^"]*"')


def page_xml(page: Page, style_number: StyleNumber) -> str:
    """Return the cells of a page, and which of them are merged."""
    return _rows(page, style_number) + _merged(page)


def texts_xml(texts: list[str]) -> str:
    """Return cells with one text in each row."""
    rows = (
        f'<row r="{number}">{_text(f"A{number}", "", text)}</row>'
        for number, text in enumerate(texts, 1)
    )
    return f"<sheetData>{''.join(rows)}</sheetData>"


def filled(worksheet: str, cells: str, last: Spot) -> str:
    """Return the XML of an empty worksheet with cells put in, the last of them at `last`."""
    worksheet = _DIMENSION.sub(f'<dimension ref="A1:{last}"', worksheet, count=1)
    return _EMPTY_SHEET.sub(lambda _: cells, worksheet, count=1)


def _rows(page: Page, style_number: StyleNumber) -> str:
    rows: list[list[tuple[int, str]]] = [[] for _ in page.heights]
    columns = [column_name(column) for column in range(len(page.widths))]
    for cell in page.cells:
        if cell.look is Role.GAP:
            continue
        style = style_number(cell.look, "")
        rows[cell.row].append((cell.column, _cell(cell, style, style_number)))
        for row in range(cell.row, cell.row + cell.rows):
            covered = range(cell.column + (row == cell.row), cell.column + cell.columns)
            rows[row] += [(at, f'<c r="{columns[at]}{row + 1}" s="{style}"/>') for at in covered]
    xml = [
        f'<row r="{number}" ht="{height}" customHeight="1">'
        f"{''.join(text for _, text in sorted(cells))}</row>"
        for number, (height, cells) in enumerate(zip(page.heights, rows, strict=True), 1)
    ]
    return f"<sheetData>{''.join(xml)}</sheetData>"


def _cell(cell: PageCell, style: int, style_number: StyleNumber) -> str:
    at = str(Spot(cell.row, cell.column))
    if cell.number is not None:
        format_ = _number_format(cell)
        style = style_number(cell.look, format_) if format_ else style
        return f'<c r="{at}" s="{style}"><v>{cell.number:f}</v></c>'
    if not cell.text:
        return f'<c r="{at}" s="{style}"/>'
    if len(cell.text) > LONGEST_AS_TEXT:
        style = style_number(cell.look, "General")
    return _text(at, f' s="{style}"', cell.text)


def _text(at: str, attributes: str, text: str) -> str:
    """Return a cell whose text stays one, whatever it begins with."""
    inner = f'<is><t xml:space="preserve">{escape(stored(text))}</t></is>'
    return f'<c r="{at}"{attributes} t="inlineStr">{inner}</c>'


def _number_format(cell: PageCell) -> str:
    """Return the number format that shows as many decimals as the text, empty for the usual."""
    decimals = len(cell.text.partition(".")[2].removesuffix("%"))
    if cell.look is Role.PERCENT:
        return f"0.{'0' * decimals}%" if decimals else ""
    return f"0.{'0' * decimals}" if decimals > _MONEY_DECIMALS else ""


def _merged(page: Page) -> str:
    areas = [
        f'<mergeCell ref="{Spot(cell.row, cell.column)}:'
        f'{Spot(cell.row + cell.rows - 1, cell.column + cell.columns - 1)}"/>'
        for cell in page.cells
        if (cell.rows, cell.columns) != (1, 1) and cell.look is not Role.GAP
    ]
    return f'<mergeCells count="{len(areas)}">{"".join(areas)}</mergeCells>' if areas else ""
