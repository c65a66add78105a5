"""Lines of text of which some begin a goal and carry its number."""

import re
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QWidget

from perfdesk.models.listing import item_lines, marker
from perfdesk.models.numbering import number_lines, numbered, unnumber_lines
from perfdesk.models.sheet import Role
from perfdesk.ui.form.growing_text import GrowingText
from perfdesk.ui.form.metrics import Metrics

_NUMBER = re.compile(r"\s*(\d{1,3})[.．、]\s*")
_DECIMAL = re.compile(r"\s*\d+[.．]\d")
_COUNTED = 1
_ANCHOR = QTextCursor.MoveMode.KeepAnchor
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class GoalsText(GrowingText):
    """A text field whose line breaks begin the next goal, and whose numbers keep counting.

    A line is a goal's first when its number was put there by this field, when it was pasted
    with a number of any style, or typed with the number that comes next.
    """

    break_words = "下一条目标"

    def __init__(self, style: str, metrics: Metrics, parent: QWidget) -> None:
        super().__init__(metrics, Role.TEXT, parent)
        self._style = style
        self._counting = False
        self.key_taken = self._take_key

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

    def line_deeds(self) -> Sequence[tuple[str, Callable[[], None], str, str]]:
        return (
            ("上移这一条", lambda: self._move_goal(-1), "Alt+Shift+Up", "move-up"),
            ("下移这一条", lambda: self._move_goal(1), "Alt+Shift+Down", "move-down"),
        )

    def begin_counting(self) -> None:
        self.textChanged.connect(self._keep_counting)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not self.canInsertFromMimeData(source):
            super().insertFromMimeData(source)
            return
        start = self.textCursor().selectionStart()
        self._counting = True  # once the pasted numbers are taken over, and not before
        super().insertFromMimeData(self._on_a_line_of_its_own(source))
        self._counting = False
        caret = self.textCursor()
        caret.joinPreviousEditBlock()
        self._take_numbers(start, caret.position())
        self._recount()
        caret.endEditBlock()

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

    def _blocks_of_goals(self) -> list[list[QTextBlock]]:
        """Return the lines of each goal; where nothing is numbered each line is one."""
        lines = list(self._lines())
        counted = any(number for _, number in lines)
        goals: list[list[QTextBlock]] = []
        for block, number in lines:
            if number or not goals or not counted:
                goals.append([])
            goals[-1].append(block)
        return goals

    def _number_every_line(self) -> None:
        for block, _ in list(self._lines()):
            if block.text().strip():
                QTextCursor(block).insertText(numbered(self._style, 1))
                block.setUserState(_COUNTED)

    def _on_a_line_of_its_own(self, source: QMimeData) -> QMimeData:
        """Let several numbered lines begin below the goal at whose end they are pasted."""
        caret, items = self.textCursor(), item_lines(source.text().splitlines())
        block = caret.block()
        text = block.text()
        written = text[len(match[0]) if (match := _NUMBER.match(text)) else 0 :].strip()
        several = items and items[0] and len(items) - items.count(None) > 1
        if not (several and written and caret.atBlockEnd() and not caret.hasSelection()):
            return source
        below = QMimeData()
        below.setText("\n" + source.text())
        return below

    def _take_numbers(self, start: int, end: int) -> None:
        """Let the numbered lines between two places, in whatever style, begin goals."""
        first = self.document().findBlock(start)
        before = first.text()[: start - first.position()]
        if (number := _NUMBER.fullmatch(before)) and (found := marker(first.text()[len(before) :])):
            caret = QTextCursor(first)
            caret.setPosition(first.position() + len(number[0]) + found.length, _ANCHOR)
            caret.insertText(found.counting(found.number))
            end -= len(number[0])
            before = ""
        lines: list[QTextBlock] = []
        block = first.next() if before.strip() else first
        while block.isValid() and block.position() <= end:
            lines.append(block)
            block = block.next()
        found_ones = item_lines([block.text() for block in lines])
        for block, found in zip(lines, found_ones, strict=True):
            if found:
                caret = QTextCursor(block)
                caret.setPosition(block.position() + found.length, _ANCHOR)
                caret.insertText(numbered(self._style, found.number))
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

    def _keep_counting(self) -> None:
        """Count anew where a number is out of turn, to be undone with what was just done.

        Nothing is out of turn in a text that was put in, or that was taken back.
        """
        text = self.document()
        if self._counting or not text.isUndoAvailable() or text.isRedoAvailable():
            return
        numbers = [number.strip() for _, number in self._lines() if number]
        if numbers == [numbered(self._style, n) for n in range(1, len(numbers) + 1)]:
            return
        self._counting = True
        caret = self.textCursor()
        caret.joinPreviousEditBlock()
        self._recount()
        caret.endEditBlock()
        self._counting = False

    def _take_key(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() in _STEPS and plain == Qt.KeyboardModifier.AltModifier:
            self._move_goal(_STEPS[Qt.Key(event.key())])
            return True
        return self._joins_goals(event)

    def _move_goal(self, step: int) -> None:
        """Bring the goal that the caret is in one up or down, with all of its lines."""
        goals, caret = self._blocks_of_goals(), self.textCursor()
        at = next(index for index, goal in enumerate(goals) if caret.block() in goal)
        if not 0 <= at + step < len(goals):
            return
        upper, lower = sorted((at, at + step))
        counted = [goals[index][0].userState() for index in (lower, upper)]
        first, second = (
            "\n".join(each.text() for each in goals[index]) for index in (lower, upper)
        )
        behind = _end(goals[at][-1]) - caret.position()
        moving = QTextCursor(goals[upper][0])
        moving.beginEditBlock()
        moving.setPosition(_end(goals[lower][-1]), _ANCHOR)
        moving.removeSelectedText()
        starts = [moving.position()]
        moving.insertText(first)
        ends = [moving.position()]
        moving.insertBlock()
        starts.append(moving.position())
        moving.insertText(second)
        ends.append(moving.position())
        for start, state in zip(starts, counted, strict=True):
            self.document().findBlock(start).setUserState(state)
        caret.setPosition(ends[0 if step < 0 else 1] - behind)
        self._recount()
        moving.endEditBlock()
        self.setTextCursor(caret)
        self.ensureCursorVisible()

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
        return True


def _end(block: QTextBlock) -> int:
    return block.position() + block.length() - 1
