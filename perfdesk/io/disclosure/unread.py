"""Keeps what no field could take, in blocks as it stood in the file, and says what it seems."""

import re

from perfdesk.io.disclosure.blocks import Block, Placed, TableRow, block_text, last_line
from perfdesk.io.disclosure.notes import Notes, quoted, span
from perfdesk.models.document import UnreadText

_MOST_REMARKS = 8
_DISCLOSURE = re.compile(
    r"预算公开|部门职责|主要职责|机构设置|三公|政府采购|国有资产|名词解释|收支"
)
_SPECIAL_FUNDS = re.compile(r"专项资金")

_DISCLOSED = "是部门预算公开说明的内容，不属于绩效目标"
_FUNDS = "是专项资金部分，这里没有对应的栏目"
_TABLE = "是一个不认识的表格"
_OTHER = "没有能够填入的栏目"


def unread_texts(
    strange: list[Placed], passed: frozenset[int], notes: Notes
) -> tuple[UnreadText, ...]:
    """Bring unread blocks together that follow one another, and note each of the bundles.

    `passed` are indexes of blocks that may lie between them, such as page numbers.
    """
    bundles: list[list[Placed]] = []
    for place, block in sorted(strange, key=lambda each: (each[0], each[1].line)):
        between = range(bundles[-1][-1][0] + 1, place) if bundles else range(1)
        if bundles and all(index in passed for index in between):
            bundles[-1].append((place, block))
        else:
            bundles.append([(place, block)])
    for bundle in bundles[:_MOST_REMARKS]:
        _note([block for _, block in bundle], notes)
    if rest := bundles[_MOST_REMARKS:]:
        first, last = rest[0][0][1].line, last_line(rest[-1][-1][1])
        sentence = f"另有 {len(rest)} 处内容没有能够填入的栏目，已随文本保留在“未识别内容”中。"
        notes.add_place(first, span(first, last), sentence)
    return tuple(_unread(bundle) for bundle in bundles)


def _unread(bundle: list[Placed]) -> UnreadText:
    return UnreadText(bundle[0][1].line, "\n".join(block_text(block) for _, block in bundle))


def _note(blocks: list[Block], notes: Notes) -> None:
    text = "\n".join(block_text(block) for block in blocks)
    first, last = blocks[0].line, last_line(blocks[-1])
    sentence = f"{quoted(text)}{_meaning(blocks, text)}，已随文本保留在“未识别内容”中。"
    notes.add_place(first, span(first, last), sentence)


def _meaning(blocks: list[Block], text: str) -> str:
    if _DISCLOSURE.search(text):
        return _DISCLOSED
    if _SPECIAL_FUNDS.search(text):
        return _FUNDS
    return _TABLE if all(isinstance(block, TableRow) for block in blocks) else _OTHER
