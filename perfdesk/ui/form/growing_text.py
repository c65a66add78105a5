"""The text field inside every cell editor: it wraps like the cell, grows, and knows when to go."""

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from perfdesk.models.sheet import Role
from perfdesk.ui.form.insertions import inserted_by
from perfdesk.ui.form.leave import LEAVING, RETURN, Leave, leave_by, moves_on
from perfdesk.ui.form.metrics import Metrics, text_option
from perfdesk.ui.numbered_lines import KeepCounting, break_line
from perfdesk.ui.tidying import TIDY_KEY, Tidying


class GrowingText(QTextEdit):
    """Plain text of any number of lines, as wide as it is told and as high as it needs.

    `leaving` comes when a key asks to leave; never while an input method is composing.
    `reworded` comes when the text is another one, or what is being composed, `told` for a
    sentence.
    """

    break_words = "换行"
    """What a line break is called."""

    leaving = Signal(Leave)
    grown = Signal()
    reworded = Signal()
    told = Signal(str)

    def __init__(self, metrics: Metrics, role: Role, parent: QWidget) -> None:
        super().__init__(parent)
        self._composed = ""
        self.breaks_lines = True
        self.entering = False
        """Whether the cell was begun by typing, so that arrows leave it as in a spreadsheet."""
        self.keeps_arrows = False
        """Whether arrows stay in the text however it was begun."""
        self.key_taken: Callable[[QKeyEvent], bool] = lambda _: False
        """Asked first about every key that no input method wants; true when it is done with."""
        self.above = ""
        """What stands in the cell above, for the key that types it."""
        self._metrics = metrics
        self._role = role
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(False)
        self.setFont(metrics.font(role))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("field")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document = self.document()
        document.setDocumentMargin(0)
        document.setDefaultTextOption(text_option(role))
        self._height = 0
        document.documentLayout().documentSizeChanged.connect(self._resized)
        self.textChanged.connect(self.reworded)
        self.begin_counting()

    @property
    def composing(self) -> bool:
        """Whether an input method has text that is not taken over yet."""
        return bool(self._composed)

    def wording(self) -> str:
        """Return the text as one sees it: with the letters that are still being composed."""
        text, at = self.text(), self.textCursor().selectionStart()
        return text[:at] + self._composed + text[at:] if self._composed else text

    @cached_property
    def tidying(self) -> Tidying:
        """What looks after texts pasted here."""
        tidying = Tidying(self)
        tidying.told.connect(self.told)
        return tidying

    def begin_counting(self) -> None:
        """Let the numbers of lists in the text follow from now on."""
        KeepCounting(self)

    def text(self) -> str:
        """Return the text with its line breaks, not a character else altered."""
        return self.document().toRawText().replace("\u2029", "\n")

    def start(self, text: str) -> None:
        """Put a text in, the caret at its end; undo begins here."""
        self.setPlainText(text)
        self.document().setModified(False)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def begin(self, *, by_typing: bool) -> None:
        """Let arrows leave the cell, as it was begun by typing, or go over its text."""
        self.entering = by_typing and not self.keeps_arrows

    def put_caret(self, point: QPoint) -> None:
        """Put the caret where a point of the field is."""
        self.setTextCursor(self.cursorForPosition(point))

    def height_for(self, width: int) -> int:
        """Return how high the text is at a width."""
        if width == self.viewport().width():
            height = self.document().size().height()
        else:
            # The field lays its text out for its own width and for no other.
            height = self._metrics.set(self.text(), self._role, width).height
        return round(max(height, self._metrics.line_height(self._role)) + 0.499)

    def _resized(self, size: QSizeF) -> None:
        if round(size.height()) != self._height:
            self._height = round(size.height())
            self.grown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.composing:
            event.accept()  # what the input method leaves over is for nobody
            return
        if self.key_taken(event):
            return
        if self.entering and moves_on(event):
            event.ignore()  # the sheet takes over what was typed, and moves
            return
        if key == Qt.Key.Key_F2 and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.begin(by_typing=not self.entering)
            return
        if QKeySequence(event.keyCombination()) == QKeySequence(TIDY_KEY):
            self.tidying.tidy()
            return
        if inserted := inserted_by(event, self.above):
            self.textCursor().insertText(inserted)
            return
        sideways = key not in RETURN and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in RETURN and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if self.breaks_lines:
                self.break_line()
        elif key in LEAVING and not sideways:
            self.leaving.emit(leave_by(event))
        else:
            super().keyPressEvent(event)

    def at_start(self) -> bool:
        """Whether the caret is before everything, and nothing is selected."""
        caret = self.textCursor()
        return caret.atStart() and not caret.hasSelection()

    def all_selected(self) -> bool:
        """Whether everything is selected, and that is something."""
        caret = self.textCursor()
        whole = len(caret.selectedText()) == self.document().characterCount() - 1
        return caret.hasSelection() and whole

    def at_end(self) -> bool:
        """Whether the caret is behind everything, and nothing is selected."""
        caret = self.textCursor()
        return caret.atEnd() and not caret.hasSelection()

    def break_line(self) -> None:
        """Begin a new line at the caret, with the next number where the line has one."""
        caret = self.textCursor()
        break_line(caret)
        self.setTextCursor(caret)
        self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composed = event.preeditString()
        super().inputMethodEvent(event)
        self.reworded.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files dropped on an open editor are for the window to import.
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasUrls():  # whose text is where the files are
            from perfdesk.ui.clipboard import why_nothing  # late: seldom said

            self.told.emit(why_nothing())
            return
        text = source.text().rstrip("\r\n")
        if self.breaks_lines:
            self.tidying.insert(text.replace("\r\n", "\n").replace("\r", "\n"))
        else:
            self.textCursor().insertText(" ".join(text.split()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.begin(by_typing=False)
        event.accept()  # a right click is no click on the sheet below, which would end the editing

    def line_deeds(self) -> Sequence[tuple[str, Callable[[], None], str, str]]:
        """Return what can be done with the line one is in: words, deed, key and icon of each."""
        return ()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from perfdesk.ui.form.editor_menu import offer  # late: seldom asked for

        offer(self, event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # all of the text is seen; it is the page that scrolls

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self.composing:
            event.accept()
            return True
        return super().event(event)
