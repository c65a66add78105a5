"""Tidying what was pasted into a text field: found, offered, done in one step, shown."""

from typing import Any, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from perfdesk.models.cleaning import Kind, repairs, untidy
from perfdesk.ui.look import theme

TIDY_KEY = "F6"
NOTHING_TO_TIDY = "没有需要整理的文字"
_LIT_MS = 1600
_KEEP = QTextCursor.MoveMode.KeepAnchor
_PARAGRAPH = "\u2029"


class Tidying(QObject):
    """Looks after one field: what was pasted there, and what of it could be tidier.

    `offered(what)` says so as soon as it is known, with an empty text when there is nothing any
    more; `told` carries a sentence where one asked for it and there was nothing to do.
    """

    offered = Signal(str)
    told = Signal(str)

    def __init__(self, field: QTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self._start: QTextCursor | None = None
        self._end: QTextCursor | None = None
        self._said = ""
        self._unlit = QTimer(self, singleShot=True)
        self._unlit.timeout.connect(lambda: field.setExtraSelections([]))
        field.textChanged.connect(self._look)

    def insert(self, text: str) -> None:
        """Put a pasted text in at the caret, over what is selected, as it is."""
        caret = self._field.textCursor()
        caret.beginEditBlock()
        caret.removeSelectedText()
        start = caret.position()
        caret.insertText(text)
        caret.endEditBlock()
        self._field.setTextCursor(caret)
        # Breaks around it part it from what stands there, and are no slip.
        within = text.strip("\n")
        start += len(text) - len(text.lstrip("\n")) if within else 0
        self._start, self._end = QTextCursor(caret), QTextCursor(caret)
        self._start.setPosition(start)
        self._end.setPosition(start + _units(within))
        self._start.setKeepPositionOnInsert(True)
        self._say(_words(untidy(_text_of(self._part()))))

    def keep(self) -> None:
        """Leave what was pasted as it is."""
        self._start = self._end = None
        self._say("")

    def tidy(self) -> bool:
        """Tidy what was pasted, else what is selected, else everything; tell whether it could."""
        if self._field.isReadOnly():
            return False
        part = self._part()
        text = _text_of(part)
        found = repairs(text)
        if not found:
            self.told.emit(NOTHING_TO_TIDY)
            return False
        lit: list[tuple[int, int]] = []
        done, at = 0, part.selectionStart()
        caret = QTextCursor(self._field.document())
        caret.beginEditBlock()
        for repair in found:
            at += _units(text[done : repair.start])
            done = repair.end
            caret.setPosition(at)
            caret.setPosition(at + _units(text[repair.start : repair.end]), _KEEP)
            caret.insertText(repair.text)
            lit.append((at, caret.position()))
            at = caret.position()
        caret.endEditBlock()
        self._light(lit)
        return True

    def _part(self) -> QTextCursor:
        """Return what is to be tidied, selected."""
        part = QTextCursor(self._field.document())
        if self._start and self._end and self._start.position() < self._end.position():
            part.setPosition(self._start.position())
            part.setPosition(self._end.position(), _KEEP)
        elif self._field.textCursor().hasSelection():
            part = self._field.textCursor()
        else:
            part.select(QTextCursor.SelectionType.Document)
        return part

    def _look(self) -> None:
        """See what of the pasted text could be tidier, now that something was typed or undone."""
        if self._start is None or self._end is None:
            return
        text = _text_of(self._part()) if self._start.position() < self._end.position() else ""
        if self._end.position() == self._field.textCursor().position():
            text = text.rstrip(" ")  # just being typed; the next word follows
        self._say(_words(untidy(text)))

    def _say(self, words: str) -> None:
        if words != self._said:
            self._said = words
            self.offered.emit(words)

    def _light(self, places: list[tuple[int, int]]) -> None:
        """Show for a moment where something was changed; what is gone shows by its neighbours."""
        look = QTextCharFormat()
        look.setBackground(theme.colour("warning_ground"))
        look.setForeground(theme.colour("warning"))
        last = self._field.document().characterCount() - 1
        selections = []
        for start, end in places:
            cursor = QTextCursor(self._field.document())
            gone = start == end
            cursor.setPosition(max(0, start - gone))
            cursor.setPosition(min(last, end + gone), _KEEP)
            selections.append(_selection(cursor, look))
        self._field.setExtraSelections(selections)
        self._unlit.start(_LIT_MS)


def _selection(cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    # The class has these two attributes, but its type hints do not name them.
    made: Any = QTextEdit.ExtraSelection()
    made.cursor, made.format = cursor, look
    return cast("QTextEdit.ExtraSelection", made)


def said_of(found: tuple[tuple[Kind, int], ...]) -> str:
    """Return what tidying would do, in words, empty where it would do nothing."""
    return "、".join(f"{kind.value} {count} 处" for kind, count in found)


def _words(found: tuple[tuple[Kind, int], ...]) -> str:
    return f"已粘贴；可整理：{said_of(found)}" if found else ""


def _text_of(part: QTextCursor) -> str:
    return part.selectedText().replace(_PARAGRAPH, "\n")


def _units(text: str) -> int:
    """Return how many places of the document a text takes: rare characters take two."""
    return len(text.encode("utf-16-le")) // 2
