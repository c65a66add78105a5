"""What a clipboard holds: its HTML and its text, each for what it knows."""

import re
from dataclasses import dataclass, replace

from perfdesk.io.clipboard.block import Block
from perfdesk.io.clipboard.html_reader import Part, parts_in
from perfdesk.io.clipboard.long_numbers import is_damaged
from perfdesk.io.clipboard.tab_text import from_text
from perfdesk.io.problem import Problem

MOST_ROWS = 500
"""How many rows are taken at once; an official form has some dozens."""

MOST_CHARACTERS = 5_000_000
"""The longest HTML or text that is looked at; Word writes a thousand for each cell of a table."""

MOST_OF_A_DOCUMENT = 30_000_000
"""The same for a whole document, which is looked at beside the window and has no limit of rows."""

_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_IMAGE_DATA = re.compile(r"\bdata:[^\"'>\s]{200,}")
_IMAGE = re.compile(r"<img\b", re.IGNORECASE)
_BLANKS = re.compile("[ \t]+")
_GAP = re.compile("[ \u3000]*\t[ \t\u3000]*|[ \u3000]{2,}")


@dataclass(frozen=True, slots=True)
class Copied:
    """What was copied: `cells` for cells, `beside` the paragraphs that stood around them.

    `parts` are paragraphs and tables in the order in which they were seen.
    """

    cells: Block
    parts: tuple[Part, ...] = ()

    @property
    def beside(self) -> tuple[str, ...]:
        """The paragraphs that stood above, between and below the tables."""
        return tuple(part for part in self.parts if isinstance(part, str))

    @property
    def page(self) -> Block:
        """All that was copied as one block, each paragraph a row of its own.

        What stands on one line with a gap between (a unit, and 单位：万元) is in cells of its own.
        """
        if not self.beside:
            return self.cells
        return Block.stacked([_row(part) if isinstance(part, str) else part for part in self.parts])


def read_copied(html: str, text: str) -> Copied | None:
    """Return what a clipboard holds, None where it holds no text, but pictures or nothing.

    Tables in HTML come first, as they know merged cells and line breaks; several of them, as
    from a text document, are one below the other. Blanks and tabs, which HTML folds, are taken
    from the text beside it. Raises `Problem` where there are more rows than `MOST_ROWS`.
    """
    html = without_pictures(html)
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
    refuse_endless(html, text)
    parts = parts_in(html) if html else ()
    blocks = [part for part in parts if isinstance(part, Block)]
    if blocks:
        if _IMAGE.search(html) and not any(map(_says, parts)):
            return None  # pictures alone, which would empty cells
        return Copied(_noted(_with_blanks_of(text, Block.stacked(blocks))), parts)
    text = text or "\n".join(part for part in parts if isinstance(part, str))
    return Copied(_noted(Block(from_text(text)))) if text else None


def without_pictures(html: str) -> str:
    """Return HTML without the pictures that are written out in it, which may be megabytes."""
    return _IMAGE_DATA.sub("", html)


def refuse_endless(html: str, text: str, most: int = MOST_CHARACTERS, deed: str = "粘贴") -> None:
    """Raise `Problem` where what was copied has more than `most` characters, before it is read."""
    length = max(len(html), len(text))
    if length > most:
        raise Problem(
            f"复制的内容太多（约 {length // 10_000} 万个字符），没有{deed}。"
            f"请只复制需要的那些行，再{deed}。"
        )


def _says(part: Part) -> bool:
    return isinstance(part, str) or any(text.strip() for row in part.texts for text in row)


def _row(paragraph: str) -> Block:
    return Block((tuple(_GAP.split(paragraph.strip())),))


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
