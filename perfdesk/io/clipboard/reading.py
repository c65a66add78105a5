"""What a clipboard holds, as one block of cells: its HTML and its text, each for what it knows."""

import re
from dataclasses import replace

from perfdesk.io.clipboard.block import Block
from perfdesk.io.clipboard.html_reader import blocks_in
from perfdesk.io.clipboard.long_numbers import is_damaged
from perfdesk.io.clipboard.tab_text import from_text
from perfdesk.io.problem import Problem

MOST_ROWS = 500
"""How many rows are taken at once; an official form has some dozens."""

_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_BLANKS = re.compile("[ \t]+")


def read_block(html: str, text: str) -> Block | None:
    """Return the cells on a clipboard, None where there are none.

    A table in HTML comes first, as it knows merged cells and line breaks; several of them, as
    from a text document, are one below the other. Blanks and tabs, which HTML folds, are taken
    from the text beside it. Raises `Problem` where there are more rows than `MOST_ROWS`.
    """
    if text.count("\n") > MOST_ROWS:
        text = text.rstrip()  # a whole column ends with rows and rows of nothing
    lines = text.count("\n") + 1
    rows = sum(1 for _ in _ROW.finditer(html))
    if rows > MOST_ROWS and text and lines <= MOST_ROWS:
        html, rows = "", 0
    if (rows or lines) > MOST_ROWS:
        raise Problem(
            f"复制了 {rows or lines} 行，一次最多粘贴 {MOST_ROWS} 行，没有粘贴。"
            "请只复制需要的那些行，再粘贴。"
        )
    blocks = blocks_in(html) if html else ()
    if blocks:
        return _noted(_with_blanks_of(text, Block.stacked(blocks)))
    return _noted(Block(from_text(text))) if text else None


def _with_blanks_of(text: str, block: Block) -> Block:
    """Return a block with its cells as a text of the same shape has them, blanks and all."""
    plain = from_text(text) if text else ()
    if len(plain) != len(block.texts) or len(plain[0]) != block.width:
        return block
    return replace(
        block,
        texts=tuple(
            tuple(_fuller(*pair) for pair in zip(row, other, strict=True))
            for row, other in zip(block.texts, plain, strict=True)
        ),
    )


def _fuller(cell: str, plain: str) -> str:
    """Return the text of a cell that differs from the HTML's in nothing but wider gaps."""
    wider = (len(plain), plain.count("\t")) > (len(cell), cell.count("\t"))
    return plain if wider and _folded(plain) == _folded(cell) else cell


def _folded(text: str) -> str:
    return "\n".join(_BLANKS.sub(" ", line).strip(" ") for line in text.split("\n"))


def _noted(block: Block) -> Block:
    damaged = [text.strip() for row in block.texts for text in row if is_damaged(text)]
    if not damaged:
        return block
    words = f"有 {len(damaged)} 处长数字被表格软件显示成“{damaged[0]}”，后面的数字已经丢失，请补全"
    return replace(block, notes=(*block.notes, words))
