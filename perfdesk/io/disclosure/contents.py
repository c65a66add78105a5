"""Finds what repeats a document's headings without being one: a table of contents, page numbers."""

from collections.abc import Iterator

from perfdesk.io.disclosure.blocks import Block, Paragraph, TableRow, block_text
from perfdesk.io.disclosure.headings import (
    LONGEST_HEADING,
    SECTIONS,
    Kind,
    heading_of,
    is_page_number,
    without_page,
)
from perfdesk.io.disclosure.words import Words, is_unit, plain


def repetitions(blocks: list[Block], words: Words) -> tuple[frozenset[int], frozenset[int]]:
    """Return the indexes of blocks that only repeat headings, and of contents' strange lines.

    Of a table of contents, lines that name a heading further down are repetitions; lines that
    name chapters which are not there are strange and worth keeping.
    """
    keys = [_key(block) for block in blocks]
    last = {key: index for index, key in enumerate(keys) if key}
    repeating: set[int] = set()
    strange: set[int] = set()
    index = 0
    while index < len(blocks):
        end = index + 1
        if _is_page(blocks, index):
            repeating.add(index)
        elif _opens_contents(blocks[index], words):
            repeating.add(index)
            for entry in _entries(blocks, keys, last, index + 1):
                (repeating if last.get(keys[entry], entry) > entry else strange).add(entry)
                end = entry + 1
        elif last.get(keys[index], index) > index and _is_entry(
            blocks, index, words, below_entry=index - 1 in repeating
        ):
            repeating.add(index)
        index = end
    return frozenset(repeating), frozenset(strange)


def _entries(
    blocks: list[Block], keys: list[str], last: dict[str, int], start: int
) -> Iterator[int]:
    """Yield the indexes of the lines of a table of contents that begins at `start`."""
    seen: set[str] = set()
    for index in range(start, len(blocks)):
        key = keys[index]
        if _is_page(blocks, index):
            continue
        paged = key != plain(block_text(blocks[index])[: 2 * LONGEST_HEADING])
        if not key or key in seen or not (paged or last[key] > index):
            return
        seen.add(key)
        yield index


def _is_entry(blocks: list[Block], index: int, words: Words, *, below_entry: bool) -> bool:
    """Tell whether a line that comes again further down stands here in a list of headings.

    It does when it has a page number, or when nothing of its own follows it.
    """
    text = block_text(blocks[index])
    found = heading_of(without_page(text), words)
    if without_page(text) != text:
        return below_entry or found is not None
    following = blocks[index + 1]
    if found is None or isinstance(following, TableRow):
        return False
    if found.kind is Kind.PROJECT:
        return bool(found.text) and not is_unit(following.text)
    below = heading_of(without_page(following.text), words)
    return found.kind in SECTIONS and below is not None and below.kind is not found.kind


def _opens_contents(block: Block, words: Words) -> bool:
    found = heading_of(block.text, words) if isinstance(block, Paragraph) else None
    return found is not None and found.kind is Kind.CONTENTS


def _is_page(blocks: list[Block], index: int) -> bool:
    """Tell whether a block is a page number; a number right above a cell is part of a row."""
    block = blocks[index]
    if not isinstance(block, Paragraph) or not is_page_number(block.text):
        return False
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return not (isinstance(following, TableRow) and following.line == block.line + 1)


def _key(block: Block) -> str:
    """Return what a line of contents and its heading have in common, "" for other blocks."""
    if isinstance(block, TableRow) and len(block.cells) != 2:
        return ""
    text = block_text(block)
    return plain(without_page(text)) if len(text) <= LONGEST_HEADING else ""
