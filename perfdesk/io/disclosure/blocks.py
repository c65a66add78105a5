"""The block stream: what a document is made of before anybody knows what it means.

Text files give it now; Word and HTML files can give the same one, and everything that reads
blocks knows nothing of files.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph outside tables, outer blanks trimmed; `line` is where it stands, from 1."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table as far as the file shows it; a cell may have several lines.

    A cell that goes on from a merged one above is empty. A row may be a piece of a torn one.
    """

    line: int
    cells: tuple[str, ...]


Block = Paragraph | TableRow
Placed = tuple[int, Block]
"""A block and its index in the stream."""
PlacedParagraph = tuple[int, Paragraph]


def last_line(block: Block) -> int:
    """Return the line on which a block ends."""
    if isinstance(block, Paragraph):
        return block.line
    return block.line + sum(cell.count("\n") + 1 for cell in block.cells) - 1


def block_text(block: Block) -> str:
    """Return a block as a person would copy it: cells with tabs between them."""
    if isinstance(block, Paragraph):
        return block.text
    return "\t".join(block.cells).strip()
