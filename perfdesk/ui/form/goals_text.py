"""Lines of text of which some begin a goal and carry its number."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextBlock, QTextCursor
from PySide6.QtWidgets import QWidget

from perfdesk.models.numbering import number_lines, numbered, unnumber_lines
from perfdesk.models.sheet import Role
from perfdesk.ui.form.growing_text import GrowingText
from perfdesk.ui.form.metrics import Metrics

_NUMBER = re.compile(r"\s*(\d{1,3})[.．、]\s*")
_DECIMAL = re.compile(r"\s*\d+[.．]\d")
_COUNTED = 1
_ANCHOR = QTextCursor.MoveMode.KeepAnchor
_TRAVEL = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class GoalsText(GrowingText):
    """A text field whose line breaks begin the next goal, and whose numbers keep counting.

    A line is a goal's first when its number was put there by this field, or when it was typed
    or pasted with the number that comes next.
    """

    def __init__(self, style: str, metrics: Metrics, parent: QWidget) -> None:
        super().__init__(metrics, Role.TEXT, parent)
        self._style = style
        self.key_taken = self._joins_goals

    def start_goals(self, goals: Sequence[str]) -> None:
        """Begin with these goals, numbered."""
        self.start(number_lines(self._style, tuple(goals)))
        block = self.document().firstBlock()
        for goal in goals:
            block.setUserState(_COUNTED)
            for _ in range(goal.count("\n") + 1):
                block = block.next()

    def goals(self) -> tuple[str, ...]:
        """Return the goals without their numbers; other lines go on with the one before."""
        lines = [(block.text(), number) for block, number in self._lines()]
        if not any(number for _, number in lines):
            return unnumber_lines(self.text())
        goals = [""]
        for text, number in lines:
            if number:
                goals.append(text[len(number) :])
            else:
                goals[-1] += "\n" + text.strip()
        return tuple(goal.strip() for goal in goals if goal.strip())

    def break_line(self) -> None:
        caret = self.textCursor()
        caret.beginEditBlock()
        caret.removeSelectedText()
        if not any(number for _, number in self._lines()):
            self._number_every_line()
        caret.insertBlock()
        caret.insertText(numbered(self._style, 1))
        caret.block().setUserState(_COUNTED)
        self._recount()
        caret.endEditBlock()
        self.setTextCursor(caret)
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        lines = self.document().blockCount()
        super().keyPressEvent(event)
        if self.document().blockCount() != lines and not any(map(event.matches, _TRAVEL)):
            self._recount_along()

    def insertFromMimeData(self, source: QMimeData) -> None:
        super().insertFromMimeData(source)
        self._recount_along()

    def _lines(self) -> Iterator[tuple[QTextBlock, str]]:
        """Yield every line and the number that begins a goal there, empty where none does."""
        count = 0
        block = self.document().firstBlock()
        while block.isValid():
            text = block.text()
            match = _NUMBER.match(text)
            next_in_line = match and int(match[1]) == count + 1 and not _DECIMAL.match(text)
            if match and (block.userState() == _COUNTED or next_in_line):
                count += 1
                yield block, match[0]
            else:
                yield block, ""
            block = block.next()

    def _number_every_line(self) -> None:
        for block, _ in list(self._lines()):
            if block.text().strip():
                QTextCursor(block).insertText(numbered(self._style, 1))
                block.setUserState(_COUNTED)

    def _recount(self) -> None:
        """Let the numbers count up from 1 again."""
        numbers = [(block, number) for block, number in self._lines() if number]
        for count, (block, number) in enumerate(numbers, 1):
            wanted = numbered(self._style, count)
            block.setUserState(_COUNTED)
            if number.strip() != wanted:
                caret = QTextCursor(block)
                caret.setPosition(block.position() + len(number), _ANCHOR)
                caret.insertText(wanted)

    def _recount_along(self) -> None:
        """Count anew, to be undone together with what was just typed."""
        caret = self.textCursor()
        caret.joinPreviousEditBlock()
        self._recount()
        caret.endEditBlock()

    def _joins_goals(self, event: QKeyEvent) -> bool:
        """Take a goal's number away with the line break before it, when Backspace asks so."""
        caret = self.textCursor()
        block = caret.block()
        if event.key() != Qt.Key.Key_Backspace or caret.hasSelection():
            return False
        number = next((number for each, number in self._lines() if each == block), "")
        first = block == self.document().firstBlock()
        if first or not number or caret.positionInBlock() > len(number):
            return False
        caret.setPosition(block.position() - 1)
        caret.setPosition(block.position() + len(number), _ANCHOR)
        caret.removeSelectedText()
        self._recount_along()
        return True
