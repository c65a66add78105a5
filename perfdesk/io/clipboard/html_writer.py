"""Writing a block as an HTML table that spreadsheets and word processors paste as it stands."""

from collections.abc import Iterator
from html import escape

from perfdesk.io.clipboard.block import Block, Merge

_TABLE = (
    '<table border="1" cellspacing="0" cellpadding="4" '
    'style="border-collapse:collapse;font-family:宋体,SimSun,serif;font-size:10.5pt">'
)
# For Excel and WPS the number format, for LibreOffice its own: text, so that codes keep their
# zeros and nothing becomes a date or a formula.
_AS_TEXT = "mso-number-format:'\\@';white-space:pre-wrap;vertical-align:middle"
_TEXT_FORMAT = 'sdnum="1033;0;@"'
# A line break that stays inside its cell when Excel pastes it.
_BREAK = '<br style="mso-data-placement:same-cell">'


def to_html(block: Block) -> str:
    """Return a block as a whole HTML document with one table; line breaks and merges are kept."""
    rows = "".join(f"<tr>{''.join(cells)}</tr>\n" for cells in _rows(block))
    head = '<meta charset="utf-8"><meta name="Generator" content="PerfDesk">'
    return f"<html><head>{head}</head><body>{_TABLE}\n{rows}</table></body></html>"


def _rows(block: Block) -> Iterator[Iterator[str]]:
    merges = {(merge.row, merge.column): merge for merge in block.merges}
    covered = block.covered()
    for row, texts in enumerate(block.texts):
        yield (
            _cell(text, merges.get((row, column)))
            for column, text in enumerate(texts)
            if (row, column) not in covered
        )


def _cell(text: str, merge: Merge | None) -> str:
    spans = ""
    if merge and merge.rows > 1:
        spans += f' rowspan="{merge.rows}"'
    if merge and merge.columns > 1:
        spans += f' colspan="{merge.columns}"'
    return f'<td{spans} {_TEXT_FORMAT} style="{_AS_TEXT}">{_content(text)}</td>'


def _content(text: str) -> str:
    """Return a text as HTML; tabs and blanks that HTML would fold are written out."""
    lines = (escape(line, quote=False) for line in text.split("\n"))
    return _BREAK.join(_unfolded(line) for line in lines)


def _unfolded(line: str) -> str:
    if line[:1] == " " or line[-1:] == " " or "  " in line:
        line = line.replace(" ", "&#160;")
    return line.replace("\t", '<span style="mso-tab-count:1">&#9;</span>').replace("\r", "&#13;")
