"""Reading the tables in HTML from a clipboard: Excel, WPS, Word, LibreOffice, web pages.

They differ in what they wrap around a table; what stands in the cells is plain HTML. Source:
the fragments these programs put on the clipboard (CF_HTML, text/html).
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from perfdesk.io.clipboard.block import Block, Merge

_LARGEST_SPAN = 2_000  # some programs span all rows or columns of a sheet
_SILENT = {"style", "script", "head", "title", "xml"}
_PARAGRAPHS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"}
_FOLDED = re.compile(r"[ \t\r\n\f]+")
_TAB, _HARD_BLANK = "\ue000", "\ue001"  # stand for themselves until blanks are folded


@dataclass(slots=True)
class _Cell:
    rows: int
    columns: int
    preformatted: bool
    parts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    rows: list[list[_Cell]] = field(default_factory=list)
    cell: _Cell | None = None


class _Reader(HTMLParser):
    """Collects every outermost table; a table inside a cell is text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._depth = 0
        self._silent = 0
        self._tabs = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, a row, a cell, or note a line break."""
        given = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append(_Table())
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self._table.rows.append([])
        elif self._depth == 1 and tag in ("td", "th"):
            self._begin_cell(given)
        elif tag == "br":
            self._break()
        elif tag in _PARAGRAPHS or (self._depth > 1 and tag == "tr"):
            self._begin_line()
        elif tag == "span" and "mso-tab-count" in given.get("style", ""):
            count = re.search(r"mso-tab-count:\s*(\d+)", given["style"])
            self._add(_TAB * min(int(count[1]) if count else 1, 9))
            self._tabs += 1

    def handle_endtag(self, tag: str) -> None:
        """Close a table or a cell."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "table" and self._depth:
            if self._depth == 1:
                self._end_cell()
            self._depth -= 1
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "span":
            self._tabs = max(0, self._tabs - 1)

    def handle_data(self, data: str) -> None:
        """Keep what stands in a cell."""
        if not self._silent and not (self._tabs and not data.strip("\xa0 \t")):
            self._add(data.replace("\xa0", _HARD_BLANK))

    def unknown_decl(self, data: str) -> None:
        """Pass over the conditional marks of office programs (`<![if !supportEmptyParas]>`)."""

    @property
    def _table(self) -> _Table:
        return self.tables[-1]

    def _begin_cell(self, given: dict[str, str]) -> None:
        self._end_cell()
        table = self._table
        if not table.rows:
            table.rows.append([])
        pre = re.search(r"white-space:\s*pre", given.get("style", "")) is not None
        table.cell = _Cell(_span(given.get("rowspan")), _span(given.get("colspan")), pre)
        table.rows[-1].append(table.cell)

    def _end_cell(self) -> None:
        if self.tables:
            self._table.cell = None

    def _begin_line(self) -> None:
        """Begin a new line, unless the cell is at the beginning of one."""
        cell = self._table.cell if self.tables else None
        if cell and "".join(cell.parts).strip():
            self._break()

    def _add(self, text: str) -> None:
        if self.tables and self._depth and (cell := self._table.cell):
            cell.parts.append(text if cell.preformatted else _FOLDED.sub(" ", text))

    def _break(self) -> None:
        if self.tables and self._depth and (cell := self._table.cell):
            cell.parts.append("\n")


def blocks_in(html: str) -> tuple[Block, ...]:
    """Return the tables of an HTML text as blocks, in order; none where it has no table."""
    reader = _Reader()
    reader.feed(_fragment(html))
    reader.close()
    return tuple(_block(table) for table in reader.tables if any(table.rows))


def _fragment(html: str) -> str:
    """Return the part between the marks that say what was copied, or all of it.

    Excel's mark stands inside the table, so the table's beginning is kept with it.
    """
    start, end = html.find("<!--StartFragment"), html.find("<!--EndFragment")
    if start < 0 or end < start:
        return html
    inside = html[start:end]
    if re.search(r"<table\b", inside, re.IGNORECASE):
        return inside
    return html


def _span(text: str | None) -> int:
    return min(max(int(text), 1), _LARGEST_SPAN) if text and text.strip().isdecimal() else 1


def _block(table: _Table) -> Block:
    """Lay a table's cells out on its grid, below what spans down from above."""
    texts: dict[tuple[int, int], str] = {}
    taken: set[tuple[int, int]] = set()
    merges: list[Merge] = []
    height = len(table.rows)
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            merge = Merge(row, column, min(cell.rows, height - row), cell.columns)
            taken.update(merge.cells())
            texts[row, column] = _text(cell)
            if merge.rows * merge.columns > 1:
                merges.append(merge)
            column += cell.columns
    width = max(column for _, column in taken) + 1
    rows = tuple(
        tuple(texts.get((row, column), "") for column in range(width)) for row in range(height)
    )
    return Block(rows, tuple(merges))


def _text(cell: _Cell) -> str:
    text = "".join(cell.parts)
    if not cell.preformatted:
        text = "\n".join(line.strip(" ") for line in text.split("\n"))
        text = re.sub(" {2,}", " ", text)
    return text.replace(_HARD_BLANK, " ").replace(_TAB, "\t")
