"""A whole published document that was copied out of Word, WPS or a web page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from perfdesk.io.clipboard.block import Block as Cells
from perfdesk.io.clipboard.html_reader import Part, parts_in
from perfdesk.io.clipboard.reading import MOST_OF_A_DOCUMENT, refuse_endless, without_pictures
from perfdesk.io.disclosure.blocks import Block, Paragraph, TableRow
from perfdesk.io.disclosure.headings import LONGEST_HEADING, SECTIONS, heading_of
from perfdesk.io.disclosure.reader import read_blocks, read_text
from perfdesk.io.disclosure.words import words_of
from perfdesk.io.forms import all_forms
from perfdesk.io.reading import Reading

_GRID = re.compile(r"一级指标[\s\u3000]*\t[\s\u3000]*二级指标")
_LEAST_GRIDS = 2
_LEAST_SECTIONS = 2
_LOOKED_AT = 500_000


def is_whole_document(text: str) -> bool:
    """Tell whether a text holds several projects' tables, or the headings of the statement."""
    text = text[:_LOOKED_AT]
    grids = sum(1 for _ in _GRID.finditer(text))
    return grids >= _LEAST_GRIDS or len(_sections(text)) >= _LEAST_SECTIONS


def read_copied_document(html: str, text: str, name: str, year: int | None = None) -> Reading:
    """Read a document out of what was copied; its tables come from the HTML, where that has any.

    `name` is what messages call it. Raises Problem where it is no such document, or endless.
    """
    html = without_pictures(html)
    refuse_endless(html, text, MOST_OF_A_DOCUMENT, "导入")
    parts = parts_in(html) if html else ()
    if any(isinstance(part, Cells) for part in parts):
        reading = read_blocks(list(blocks_from(parts)), name, year=year)
    else:
        reading = read_text(text or "\n".join(map(str, parts)), name, year=year)
    # Nobody sees lines of a clipboard.
    return replace(reading, remarks=tuple(replace(each, place="") for each in reading.remarks))


def blocks_from(parts: Sequence[Part]) -> Iterator[Block]:
    """Yield the paragraphs and table rows of what was copied."""
    line = 1
    for part in parts:
        if isinstance(part, str):
            yield Paragraph(line, part)
            line += 1
        else:
            for cells in _rows(part):
                yield TableRow(line, cells)
                line += sum(cell.count("\n") + 1 for cell in cells)


def _rows(table: Cells) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table; a cell that goes on to the right is there once."""
    beyond = {
        (row, column)
        for merge in table.merges
        for row, column in merge.cells()
        if column > merge.column
    }
    for row, texts in enumerate(table.texts):
        yield tuple(
            text.strip() for column, text in enumerate(texts) if (row, column) not in beyond
        )


def _sections(text: str) -> set[object]:
    words = words_of(all_forms())
    lines = (line.strip() for line in text.splitlines())
    headings = (heading_of(line, words) for line in lines if 0 < len(line) <= LONGEST_HEADING)
    return {found.kind for found in headings if found and found.kind in SECTIONS and found.sure}
