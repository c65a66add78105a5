"""Plain text as word processors export it, taken apart into blocks.

A line that begins with a tab begins a cell, lines below it without one go on with that cell,
an empty line ends the row. `[bookmark: …]` marks stand before generated headings. Files that
were pasted from a sheet have a row on each line instead, its cells parted by tabs.
"""

import re
from collections.abc import Iterator

from perfdesk.io.disclosure.blocks import Block, Paragraph, TableRow

_BOOKMARK = re.compile(r"\[bookmark:[^\]\n]*\]")
_ROW_PER_LINE = re.compile(r"一级指标[ \u3000\xa0]*\t[\t \u3000\xa0]*二级指标")
_BLANKS = " \u3000\xa0"
_LINE_END = re.compile(r"\r\n?")
_NOTHING: dict[int, str | None] = dict.fromkeys([*range(9), *range(14, 32), 0x7F, 0x200B, 0xFEFF])
_BREAK, _PAGE = "\x0b", "\x0c"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x85\u200b\u2028\u2029\ufeff]")
_CONTROLS = _NOTHING | {0x1E: "-", 0x85: _BREAK, 0x2028: _BREAK, 0x2029: _BREAK}


def blocks_of(text: str) -> list[Block]:
    """Return the paragraphs and table rows of a text, without blank ones and bookmarks."""
    text = _LINE_END.sub("\n", text)
    if _CONTROL.search(text):
        text = text.translate(_CONTROLS)
    if _ROW_PER_LINE.search(text):
        return list(_rows_per_line(text))
    return list(_cells_per_line(text))


def _cells_per_line(text: str) -> Iterator[Block]:
    cells: list[list[str]] = []
    row_line = 0
    for line, raw in _lines(text):
        begins_cell = raw.lstrip(_BLANKS).startswith("\t")
        content = raw.strip()
        if cells and (begins_cell or content) and not (begins_cell and raw[0] != "\t"):
            if begins_cell:
                cells.append([content])
            else:
                cells[-1].append(content)
            continue
        if cells:
            yield _row(row_line, cells)
            cells = []
        if begins_cell:
            row_line = line
            cells = [[content]]
        elif content:
            yield Paragraph(line, content)
    if cells:
        yield _row(row_line, cells)


def _row(line: int, cells: list[list[str]]) -> TableRow:
    return TableRow(line, tuple("\n".join(each).strip() for each in cells))


def _rows_per_line(text: str) -> Iterator[Block]:
    found = _ROW_PER_LINE.search(text)
    beginning = text.rfind("\n", 0, found.start()) + 1 if found else 0
    first_cell = 1 if text[beginning : beginning + 1] == "\t" else 0
    for line, raw in _lines(text):
        if "\t" in raw:
            yield TableRow(line, tuple(cell.strip() for cell in raw.split("\t")[first_cell:]))
        elif content := raw.strip():
            yield Paragraph(line, content)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines with their numbers, "" for empty lines, however many there are.

    A line that only held a bookmark is left out, a page break counts as an empty line.
    """
    line, end = 1, 0
    for match in re.finditer(r"[^\n]+", text):
        start = match.start()
        if start > end + 1:
            yield line, ""
        line += start - end
        end = match.end()
        raw = match[0]
        if "[bookmark:" in raw:
            raw = _BOOKMARK.sub("", raw)
            if not raw:
                continue
        if _BREAK in raw or _PAGE in raw:
            for part in re.split(f"({_PAGE})|{_BREAK}", raw):
                if part:
                    yield line, "" if part == _PAGE else part
        else:
            yield line, raw
