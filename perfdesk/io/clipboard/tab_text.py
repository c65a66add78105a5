"""Blocks of cells as plain text: tabs between columns, quotes around line breaks."""

import re
from collections.abc import Iterator, Sequence

from perfdesk.io.clipboard.block import Texts

_SPECIAL = ("\t", "\n", "\r", '"')
_CELL_END = re.compile("[\t\n]")


def to_text(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of cells the way spreadsheets put them on the clipboard."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


def from_text(text: str) -> Texts:
    """Return the rows of cells in a text from the clipboard, all equally wide.

    A cell in quotes may hold tabs and line breaks; a quote that is never closed is a quote. One
    line break at the very end belongs to no cell.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[list[str]] = [[]]
    for cell, end in _parted(text):
        rows[-1].append(cell)
        if end == "\n":
            rows.append([])
    width = max(map(len, rows))
    return tuple(tuple(row + [""] * (width - len(row))) for row in rows)


def _quoted(cell: str) -> str:
    if any(each in cell for each in _SPECIAL):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """Yield each cell and what ended it: a tab, a line break, or nothing."""
    at = 0
    while True:
        cell, at = _cell(text, at)
        yield cell, text[at : at + 1]
        if at >= len(text):
            return
        at += 1


def _cell(text: str, start: int) -> tuple[str, int]:
    """Return the cell that begins at `start`, and where it ends."""
    if text.startswith('"', start):
        closing = start + 1
        while (closing := text.find('"', closing)) >= 0:
            if text[closing + 1 : closing + 2] == '"':
                closing += 2
                continue
            if text[closing + 1 : closing + 2] in ("", "\t", "\n"):
                return text[start + 1 : closing].replace('""', '"'), closing + 1
            break
    ends = _CELL_END.search(text, start)
    end = ends.start() if ends else len(text)
    return text[start:end], end
