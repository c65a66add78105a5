"""Reading HTML from a clipboard: the tables and paragraphs of Excel, WPS, Word, web pages.

They differ in what they wrap around a table; what stands in the cells is plain HTML. Source:
the fragments these programs put on the clipboard (CF_HTML, text/html).
"""

import re
from dataclasses import replace
from html.parser import HTMLParser

from perfdesk.io.clipboard.block import Block
from perfdesk.io.clipboard.office_marks import (
    Manner,
    is_hidden,
    is_preformatted,
    rows_meant,
    spans_for_looks,
    tab_count,
)
from perfdesk.io.clipboard.running_text import RunningText
from perfdesk.io.clipboard.table_layout import HtmlTable, TableCell, laid_out

Part = str | Block
"""A paragraph, or a table."""

_LARGEST_SPAN = 2_000  # some programs span all rows or columns of a sheet
_DEEPEST = 200
_PARAGRAPHS = {"p", "div", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6"}
_PARAGRAPHS |= {"section", "article", "header", "footer", "blockquote", "pre", "caption", "form"}
_VOID = {"br", "meta", "link", "col", "img", "hr", "input", "wbr", "base", "area"}
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_FIRST_PART = re.compile(r"<(/?)(table|tr|td|th|col|tbody)\b", re.IGNORECASE)
# Conditional marks of office programs; those that end a comment belong to it.
_CONDITION = re.compile(r"<!\[(?![^>]*--\s*>)[^>]*(?:>|$)")
_CALC = re.compile(r"content=[\"']?LibreOffice", re.IGNORECASE)
_SAME_CELL = "mso-data-placement"


class _Reader(HTMLParser):
    """Collects the outermost tables and what stands around them; a table in a cell is its text."""

    def __init__(self, *, has_body: bool, of_calc: bool, of_sheet: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[Part] = []
        self._images = 0
        self._in_body = not has_body
        self._of_calc = of_calc
        self._of_sheet = of_sheet
        self._table: HtmlTable | None = None
        self._depth = 0
        self._outside = RunningText()
        self._open: list[tuple[str, Manner]] = []
        self._floor = 0
        self._numbers: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, a row, a cell, or note what parts a text."""
        given = {name: value or "" for name, value in attrs}
        style = given.get("style", "")
        if tag == "body":
            self._in_body = True
            self._open.clear()
        elif tag == "table":
            self._begin_table()
        elif tag in ("tr", "td", "th", "col") and self._depth <= 1:
            self._begin_part(tag, given, style)
            style = ""  # what nobody sees of a table is left out as a whole
        else:
            self._begin_text(tag, given, style)
        if tag not in _VOID:
            self._open.append((tag, self._manner.within(tag, style)))

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if tag in _PARAGRAPHS or tag == "li" or (self._depth > 1 and tag == "tr"):
            self._text.part()
        for at in range(len(self._open) - 1, max(-1, len(self._open) - _DEEPEST), -1):
            if self._open[at][0] == tag:
                del self._open[at:]
                break
        if tag in ("ul", "ol") and self._numbers:
            self._numbers.pop()
        elif tag == "table" and self._depth:
            self._depth -= 1
            if self._depth:
                self._text.part()
            else:
                self._end_table()
        elif tag in ("td", "th", "tr") and self._depth == 1 and self._table:
            self._table.cell = None

    def handle_data(self, data: str) -> None:
        """Keep what is seen."""
        if self._in_body and not self._manner.hidden:
            self._text.add(data, self._manner)

    def finish(self) -> None:
        """Take over what was never closed."""
        self.close()
        self._end_table()

    @property
    def _manner(self) -> Manner:
        return self._open[-1][1] if self._open else Manner()

    @property
    def _text(self) -> RunningText:
        cell = self._table.cell if self._table else None
        return cell.content if cell else self._outside

    def _begin_table(self) -> None:
        self._depth += 1
        if self._depth == 1:
            self._table = HtmlTable()
            self._floor = len(self._open) + 1
        else:
            self._text.part()

    def _end_table(self) -> None:
        self.parts += (line.strip() for line in self._outside.lines() if line.strip())
        self._outside = RunningText()
        table, self._table, self._depth = self._table, None, 0
        images, self._images = self._images, 0
        if table:
            table.end()
            if block := laid_out(table, of_sheet=self._of_sheet):
                notes = (f"复制的内容里有 {images} 张图片，没有粘贴",) if images else ()
                self.parts.append(replace(block, notes=(*block.notes, *notes)))

    def _begin_part(self, tag: str, given: dict[str, str], style: str) -> None:
        """Open a part of an outermost table."""
        if self._table is None:  # only a piece of a table was copied
            self._begin_table()
        table = self._table
        if table is None:
            return
        del self._open[self._floor :]  # an element never closed ends with its cell
        hidden = is_hidden(style)
        if tag == "col":
            table.hidden_columns += [hidden] * _span(given.get("span"))
        elif tag == "tr":
            table.cell = None
            flat = given.get("height") == "0"  # Word's row that only says how wide columns are
            table.add_row(hidden=hidden or flat, stands_for=rows_meant(style))
        else:
            self._begin_cell(table, given, style)

    def _begin_cell(self, table: HtmlTable, given: dict[str, str], style: str) -> None:
        if not table.rows:
            table.add_row(hidden=False, stands_for=1)
        self._numbers.clear()
        table.cell = TableCell(
            RunningText(preformatted=is_preformatted(style), keeps_blanks=self._of_calc),
            _span(given.get("rowspan")),
            _span(given.get("colspan")),
            given.get("x:num") or given.get("sdval") or "",
            is_hidden(style),
            merged=not spans_for_looks(style),
        )
        table.rows[-1].append(table.cell)

    def _begin_text(self, tag: str, given: dict[str, str], style: str) -> None:
        """Note what parts a text, or stands in it."""
        if self._manner.hidden or not self._in_body:
            return
        text = self._text
        if tag == "br":
            text.break_line()
            if self._table and self._table.cell:
                self._table.cell.marked_breaks |= _SAME_CELL in style
        elif tag == "li":
            self._begin_item(text)
        elif tag in ("ul", "ol"):
            text.part()
            start = given.get("start", "1")
            ordered = tag == "ol" and given.get("type", "1") == "1"
            self._numbers.append(int(start) - 1 if ordered and start.isdecimal() else None)
        elif tag in _PARAGRAPHS or tag == "tr":
            text.part()
        elif tag in ("td", "th"):
            text.add(" ", self._manner)
        elif tag == "img" and self._table and self._table.cell:
            self._images += 1
        elif count := tab_count(style):
            text.add_tabs(count)

    def _begin_item(self, text: RunningText) -> None:
        """Begin an item of a list, numbered as it is seen."""
        text.part()
        if self._numbers and (number := self._numbers[-1]) is not None:
            self._numbers[-1] = number + 1
            text.add_number(f"{number + 1}.")


def parts_in(html: str) -> tuple[Part, ...]:
    """Return the paragraphs and the tables of an HTML text in their order."""
    fragment = _CONDITION.sub("", _fragment(html))
    calc = _CALC.search(html) is not None
    reader = _Reader(
        has_body=_BODY.search(fragment) is not None,
        of_calc=calc,
        of_sheet=calc or _SAME_CELL in html,
    )
    reader.feed(fragment)
    reader.finish()
    return tuple(reader.parts)


def blocks_in(html: str) -> tuple[Block, ...]:
    """Return the tables of an HTML text as blocks, in order; none where it has no table."""
    return tuple(part for part in parts_in(html) if isinstance(part, Block))


def _fragment(html: str) -> str:
    """Return the part between the marks that say what was copied, or all of it.

    Excel's marks stand inside the table, so the table's beginning is kept with it.
    """
    start, end = html.find("<!--StartFragment"), html.find("<!--EndFragment")
    if start < 0 or end < start:
        return html
    inside = html[start:end]
    first = _FIRST_PART.search(inside)
    return inside if first is None or first[0].lower() == "<table" else html


def _span(text: str | None) -> int:
    return min(max(int(text), 1), _LARGEST_SPAN) if text and text.strip().isdecimal() else 1
