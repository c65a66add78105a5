"""Writing a block as an HTML table that spreadsheets and word processors paste as it stands."""

import re
from collections.abc import Iterator
from html import escape

from perfdesk.io.clipboard.block import Block, Merge

_TABLE = (
    '<table border="1" cellspacing="0" cellpadding="4" '
    'style="border-collapse:collapse;font-family:宋体,SimSun,serif;font-size:10.5pt">'
)
# Text for everybody, so that codes keep their zeros and nothing becomes a date or a formula: the
# number format for Excel, x:str for WPS, sdnum for LibreOffice.
_AS_TEXT = "mso-number-format:'\\@';white-space:pre-wrap;vertical-align:middle"
_TEXT_FORMAT = 'x:str sdnum="1033;0;@"'
_STYLE = "<style>br{mso-data-placement:same-cell}</style>"
# A line break that stays inside its cell when Excel pastes it.
_BREAK = '<br style="mso-data-placement:same-cell">'
_BLANKS = '<span style="mso-spacerun:yes">{}</span>'
_FOLDING = re.compile("^[ \xa0]+|[ \xa0]+$|[ \xa0]{2,}")


def to_html(block: Block) -> str:
    """Return a block as a whole HTML document with one table; line breaks and merges are kept."""
    rows = "".join(f"<tr>{''.join(cells)}</tr>\n" for cells in _rows(block))
    head = f'<meta charset="utf-8"><meta name="Generator" content="PerfDesk">{_STYLE}'
    names = 'xmlns:x="urn:schemas-microsoft-com:office:excel"'
    return f"<html {names}><head>{head}</head><body>{_TABLE}\n{rows}</table></body></html>"


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
    """Return a line with the blanks that would fold marked as blanks, which Excel keeps as such."""
    line = _FOLDING.sub(lambda gap: _BLANKS.format("&#160;" * len(gap[0])), line)
    return line.replace("\t", '<span style="mso-tab-count:1">&#9;</span>').replace("\r", "&#13;")
