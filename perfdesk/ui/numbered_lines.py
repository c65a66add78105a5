"""Lists in a text that is being written: a new line counts on, and so do those below."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from perfdesk.models.listing import Marker, marker
from perfdesk.models.renumbering import Sign, renumbered

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


class KeepCounting(QObject):
    """Lets the numbers of a field's lists follow when an item is deleted or another one comes.

    What follows is one step to undo with what it follows from, whichever way that was done.
    """

    def __init__(self, field: QTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self._lines = self._now()
        field.textChanged.connect(self._follow)

    def _follow(self) -> None:
        before, self._lines = self._lines, self._now()
        text = self._field.document()
        # A text that was put in or taken back is to stay as it is.
        if text.isUndoAvailable() and not text.isRedoAvailable():
            self._renumber(renumbered(before, self._lines))

    def _renumber(self, signs: Mapping[int, Sign]) -> None:
        if not signs:
            return
        text = self._field.document()
        caret = QTextCursor(text)
        caret.joinPreviousEditBlock()
        for at, sign in signs.items():
            start = text.findBlockByNumber(at).position()
            caret.setPosition(start)
            caret.setPosition(start + sign.length, _ANCHOR)
            caret.insertText(sign.text)
        self._lines = self._now()
        caret.endEditBlock()

    def _now(self) -> list[str]:
        return self._field.document().toRawText().split("\u2029")
