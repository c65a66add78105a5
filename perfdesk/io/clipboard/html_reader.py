"""Reading the tables in HTML from a clipboard: Excel, WPS, Word, LibreOffice, web pages.

They differ in what they wrap around a table; what stands in the cells is plain HTML. Source:
the fragments these programs put on the clipboard (CF_HTML, text/html).
"""

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from perfdesk.io.clipboard.block import Block, Merge
from perfdesk.io.clipboard.long_numbers import whole_number

_LARGEST_SPAN = 2_000  # some programs span all rows or columns of a sheet
_SILENT = {"style", "script", "head", "title", "xml"}
_PARAGRAPHS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"}
_FOLDED = re.compile(r"[ \t\r\n\f]+")
_FOLDED_BREAKS = re.compile(r"[ \t]*[\r\n\f][ \t\r\n\f]*")
_HIDDEN = re.compile(r"display:\s*none")
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_SAME_CELL = "mso-data-placement"
_TAB, _HARD_BLANK = "\ue000", "\ue001"  # stand for themselves until blanks are folded


@dataclass(slots=True)
class _Cell:
    rows: int
    columns: int
    preformatted: bool
    number: str
    hidden: bool
    parts: list[str] = field(default_factory=list)
    marked_breaks: bool = False


@dataclass(slots=True)
class _Table:
    rows: list[list[_Cell]] = field(default_factory=list)
    cell: _Cell | None = None
    hidden_rows: set[int] = field(default_factory=set)
    columns_hidden: list[bool] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects every outermost table; a table inside a cell is text of that cell.

    `outside` is how many pieces of text stand beside the tables.
    """

    def __init__(self, *, has_body: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self.outside = 0
        self._in_body = not has_body
        self._keeps_blanks = False
        self._depth = 0
        self._silent = 0
        self._tabs = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, a row, a cell, or note a line break."""
        given = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self._silent += 1
        elif tag in ("meta", "body"):
            self._in_body |= tag == "body"
            self._keeps_blanks |= given.get("content", "").startswith("LibreOffice")
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append(_Table())
        elif self._depth == 1 and tag in ("col", "tr", "td", "th"):
            self._begin_part(tag, given)
        else:
            self._begin_text(tag, given)

    def _begin_part(self, tag: str, given: dict[str, str]) -> None:
        """Open a part of an outermost table."""
        hidden = bool(_HIDDEN.search(given.get("style", "")))
        if tag == "col":
            self._table.columns_hidden += [hidden] * _span(given.get("span"))
        elif tag == "tr":
            self._end_cell()
            if hidden:
                self._table.hidden_rows.add(len(self._table.rows))
            self._table.rows.append([])
        else:
            self._begin_cell(given)

    def _begin_text(self, tag: str, given: dict[str, str]) -> None:
        """Note what parts the text of a cell."""
        if tag == "br":
            self._break(marked=_SAME_CELL in given.get("style", ""))
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
        if self._silent or (self._tabs and not data.strip("\xa0 \t")):
            return
        if not self._depth and self._in_body and data.strip():
            self.outside += 1
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
        style = given.get("style", "")
        table.cell = _Cell(
            _span(given.get("rowspan")),
            _span(given.get("colspan")),
            re.search(r"white-space:\s*pre", style) is not None,
            given.get("x:num") or given.get("sdval") or "",
            bool(_HIDDEN.search(style)),
        )
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
            if cell.preformatted:
                cell.parts.append(text)
            elif self._keeps_blanks:
                text = _FOLDED_BREAKS.sub("\r", text).replace(" ", _HARD_BLANK)
                cell.parts.append(text.replace("\t", _TAB).replace("\r", " "))
            else:
                cell.parts.append(_FOLDED.sub(" ", text))

    def _break(self, *, marked: bool = False) -> None:
        if self.tables and self._depth and (cell := self._table.cell):
            cell.parts.append("\n")
            cell.marked_breaks |= marked


def blocks_in(html: str) -> tuple[Block, ...]:
    """Return the tables of an HTML text as blocks, in order; none where it has no table."""
    fragment = _fragment(html)
    reader = _Reader(has_body=_BODY.search(fragment) is not None)
    reader.feed(fragment)
    reader.close()
    blocks = [_block(table) for table in reader.tables if any(table.rows)]
    blocks = [block for block in blocks if block.texts and block.width]
    if blocks and reader.outside:
        words = f"表格以外还有 {reader.outside} 段文字没有粘贴"
        blocks[0] = replace(blocks[0], notes=(*blocks[0].notes, words))
    return tuple(blocks)


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
    hidden: dict[tuple[int, int], bool] = {}
    height = len(table.rows)
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            merge = Merge(row, column, min(cell.rows, height - row), cell.columns)
            taken.update(merge.cells())
            texts[row, column] = _text(cell)
            hidden[row, column] = cell.hidden
            if merge.rows * merge.columns > 1:
                merges.append(merge)
            column += cell.columns
    width = max(column for _, column in taken) + 1
    rows = tuple(
        tuple(texts.get((row, column), "") for column in range(width)) for row in range(height)
    )
    rows_hidden = table.hidden_rows | _all_hidden(hidden, 0)
    columns = {number for number, each in enumerate(table.columns_hidden[:width]) if each}
    return _seen(Block(rows, tuple(merges)), rows_hidden, columns | _all_hidden(hidden, 1))


def _all_hidden(hidden: dict[tuple[int, int], bool], axis: int) -> set[int]:
    """Return the rows (0) or columns (1) of which every cell is hidden."""
    seen = {place[axis] for place, is_hidden in hidden.items() if not is_hidden}
    return {place[axis] for place in hidden} - seen


def _seen(block: Block, rows: set[int], columns: set[int]) -> Block:
    """Return a block without what was hidden in it, and with a note where that says anything."""
    if not rows and not columns:
        return block
    notes: list[str] = []
    across = tuple(zip(*block.texts, strict=True))
    for hidden, texts, words in ((rows, block.texts, "行"), (columns, across, "列")):
        said = sum(any(text.strip() for text in texts[number]) for number in hidden)
        if said:
            notes.append(f"复制的内容里有 {said} {words}是隐藏的，没有粘贴")
    return replace(block.without(rows, columns), notes=tuple(notes))


def _text(cell: _Cell) -> str:
    text = "".join(cell.parts)
    if not cell.preformatted:
        text = "\n".join(line.strip(" ") for line in text.split("\n"))
        text = re.sub(" {2,}", " ", text)
        if not text.strip("\n") and not cell.marked_breaks:
            text = ""  # how an empty cell is kept open
    text = text.replace(_HARD_BLANK, " ").replace(_TAB, "\t")
    return whole_number(text, cell.number)
