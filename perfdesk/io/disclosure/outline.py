"""Puts a block stream in order before it is read: each heading one paragraph of its own.

Titles printed on two lines become one, titles that a file shows inside a table come out of
it, and rows that stick together are parted.
"""

import re
from collections.abc import Iterator

from perfdesk.io.disclosure.blocks import Block, Paragraph, TableRow, last_line
from perfdesk.io.disclosure.headings import (
    PARTS,
    Kind,
    heading_of,
    is_page_number,
    is_part_number,
)
from perfdesk.io.disclosure.words import Words, is_money_unit, is_unit, label

_FEWEST_COLUMNS = 4
_LONGEST_NAME = 80
_SENTENCE = re.compile(r"[。；;：:!！?？]")
_OFFICE = re.compile(r".*(?:局|委|办|院|会|厅|处|校|部|心|站|所|队|府|社|馆|团|园|区|司|部门)$")


def outlined(blocks: list[Block], words: Words) -> list[Block]:
    """Return the same content with every heading in a paragraph of its own."""
    return list(_merged([part for block in blocks for part in _parted(block, words)], words))


def _parted(block: Block, words: Words) -> Iterator[Block]:
    """Yield the headings in a table row as paragraphs, and what stands between them as rows."""
    if isinstance(block, Paragraph):
        yield block
        return
    line, cells, row_line = block.line, list[str](), block.line
    for index, cell in enumerate(block.cells):
        following = block.cells[index + 1 : index + 3]
        if not cells and _is_title_cell(cell, following, words):
            yield Paragraph(line, cell)
            row_line = line + cell.count("\n") + 1
        else:
            if len(cells) >= _FEWEST_COLUMNS and _opens_table(cell, following, words):
                yield TableRow(row_line, tuple(cells))
                cells, row_line = [], line
            above, heading, below = _heading_inside(cell, following, words)
            cells.append(above)
            if heading:
                yield TableRow(row_line, tuple(cells))
                yield Paragraph(line + above.count("\n") + 1, heading)
                cells = [below] if below else []
                row_line = line + cell.count("\n") + 1
        line += cell.count("\n") + 1
    if cells:
        yield TableRow(row_line, tuple(cells))


def _is_title_cell(cell: str, following: tuple[str, ...], words: Words) -> bool:
    """Tell whether the first cell of a row is a heading that a tab brought into a table."""
    found = heading_of(cell, words) if "\n" not in cell else None
    if found is None:
        return False
    return not following or (found.kind is Kind.PROJECT and _is_unit_line(following))


def _heading_inside(cell: str, following: tuple[str, ...], words: Words) -> tuple[str, str, str]:
    """Part a cell where a table ran on into the next title for want of an empty line."""
    if "\n" not in cell:
        return cell, "", ""
    lines = cell.split("\n")
    for number, text in enumerate(lines[1:], 1):
        found = heading_of(text, words)
        is_title = found is not None and found.kind is Kind.PROJECT and _is_unit_line(following)
        is_part = found is not None and found.kind in PARTS and number == len(lines) - 1
        if is_title or is_part:
            return "\n".join(lines[:number]).strip(), text, "\n".join(lines[number + 1 :])
    return cell, "", ""


def _opens_table(cell: str, following: tuple[str, ...], words: Words) -> bool:
    """Tell whether a row ends before this cell, which begins the head of another table."""
    if not following or label(cell) not in words.head.opening:
        return False
    return label(following[0]) not in words.head.all


def _is_unit_line(cells: tuple[str, ...]) -> bool:
    return any(is_unit(cell) or is_money_unit(cell) for cell in cells)


def _merged(blocks: list[Block], words: Words) -> Iterator[Block]:
    """Yield the blocks, with titles on two lines and torn labels made whole."""
    index = 0
    while index < len(blocks):
        block = blocks[index]
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        whole = _whole(block, following, words) if isinstance(following, Paragraph) else None
        yield whole or block
        index += 2 if whole else 1


def _whole(upper: Block, lower: Paragraph, words: Words) -> Block | None:
    """Join a paragraph to the title or the label that it goes on with, None where it does not."""
    if isinstance(upper, Paragraph):
        title = _title_on_two_lines(upper, lower, words)
        return Paragraph(upper.line, title) if title else None
    if lower.line > last_line(upper) + 2:
        return None
    joined = upper.cells[-1] + lower.text
    is_label = label(joined) in words.head.all or words.is_heading(label(joined))
    if is_label or is_money_unit(joined):
        return TableRow(upper.line, (*upper.cells[:-1], joined))
    return None


def _title_on_two_lines(upper: Paragraph, lower: Paragraph, words: Words) -> str:
    """Return the title that two lines make, "" where they are not one."""
    if len(upper.text) > _LONGEST_NAME or len(lower.text) > _LONGEST_NAME:
        return ""
    found = heading_of(lower.text, words)
    if is_part_number(upper.text):
        fits = not _SENTENCE.search(lower.text) and not is_page_number(lower.text)
        fits = fits and (found is None or found.kind in PARTS)
        return f"{upper.text} {lower.text}" if fits else ""
    if lower.line > last_line(upper) + 2 or _SENTENCE.search(upper.text):
        return ""
    if found is None or found.text or found.number or heading_of(upper.text, words):
        return ""
    if found.kind is Kind.PROJECT:
        return upper.text + lower.text.removeprefix("项目")
    is_name = found.kind is Kind.DOCUMENT and upper.line < 10 and _OFFICE.fullmatch(upper.text)
    return upper.text + lower.text if is_name else ""
