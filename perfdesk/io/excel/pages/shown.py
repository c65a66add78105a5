"""What a cell can show of a text, and the spelling that a workbook stores it in.

A cell holds at most 32,767 characters and no control characters. What it cannot show stays in
the document that the workbook carries (see `perfdesk.io.excel.embedded`).
"""

import re

LONGEST = 32_767
CUT_NOTE = "……（单元格放不下，其余文字完整保存在本文件中，读回时不会丢失）"
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\u2028\u2029]")
_UNSHOWABLE = re.compile(r"[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def shown(text: str) -> str:
    """Return what a cell shows of a text: line ends made alike, � for what has no picture.

    A text that is too long ends in `CUT_NOTE`.
    """
    text = _UNSHOWABLE.sub("\ufffd", _LINE_ENDS.sub("\n", text))
    if len(text) <= LONGEST // 2 or stored_length(text) <= LONGEST:
        return text
    room = LONGEST - stored_length(CUT_NOTE)
    head = text[:room]
    while (excess := stored_length(head) - room) > 0:
        # A character more than it seems is stored as two or, as part of `_x0041_`, as seven.
        head = head[: -max(1, excess // 7)]
    return head + CUT_NOTE


def with_rest(text: str, before: str, whole: str) -> str:
    """Return a changed text together with what its cell could not show of the whole one.

    `before` is what the cell showed of `whole`. Without its closing note the text is all there
    is meant to be.
    """
    if before == whole or not (before.endswith(CUT_NOTE) and text.endswith(CUT_NOTE)):
        return text
    shown_length = len(shown(whole)) - len(CUT_NOTE)
    return text.removesuffix(CUT_NOTE) + _LINE_ENDS.sub("\n", whole)[shown_length:]


def stored(text: str) -> str:
    """Spell a shown text so that no program takes part of it (`_x000D_`) for an escape."""
    return _ESCAPE.sub("_x005F_", text)


def unstored(text: str) -> str:
    """Return the text that a workbook spells with escapes (`_x000D_`), line ends made alike."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), text)
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        text = _LINE_ENDS.sub("\n", text)
    return text


def stored_length(text: str) -> int:
    """Count as Excel does: UTF-16 units of the stored spelling."""
    return len(stored(text).encode("utf-16-le", "surrogatepass")) // 2
