"""Line breaks in a text with numbered lines: the next line counts on, and so do those below."""

from PySide6.QtGui import QTextBlock, QTextCursor

from perfdesk.models.listing import Marker, marker

_ANCHOR = QTextCursor.MoveMode.KeepAnchor
_SENTENCE_END = "。；;！!？?"


def break_line(caret: QTextCursor) -> None:
    """Begin a new line at the caret, with the next number where the line is one of a list.

    In a line that has a number and nothing else the number goes away instead: the list has
    ended. To undo takes the number back first, then the break.
    """
    line, at = caret.block().text(), caret.positionInBlock()
    found = marker(line)
    if caret.hasSelection() or found is None or at < found.length or _is_heading(found, line):
        caret.insertBlock()
        return
    if not line[found.length :].strip():
        caret.setPosition(caret.block().position())
        caret.setPosition(caret.position() + len(line), _ANCHOR)
        caret.removeSelectedText()
        return
    caret.insertBlock()
    caret.beginEditBlock()
    caret.insertText(found.counting(found.number + 1))
    _count_on(caret.block().next(), found)
    caret.endEditBlock()


def _is_heading(found: Marker, line: str) -> bool:
    """Whether 一、 or （一） begins a heading, below which no second one is wanted at once."""
    return found.style[1] == "一" and line.rstrip()[-1:] not in _SENTENCE_END


def _count_on(block: QTextBlock, above: Marker) -> None:
    """Let the lines of a list below a new one count one further."""
    number = above.number + 1
    while block.isValid():
        found = marker(block.text())
        if found and found.style == above.style:
            if found.number != number:
                return
            number += 1
            caret = QTextCursor(block)
            caret.setPosition(block.position() + found.length, _ANCHOR)
            caret.insertText(found.counting(number))
        block = block.next()
