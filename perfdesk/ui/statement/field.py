"""A text on the statement's paper: as tall as what it says, kept while it is being typed."""

from collections.abc import Callable
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QMimeData, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QTextEdit

from perfdesk.models.sheet import Place
from perfdesk.ui.focus import STAYING
from perfdesk.ui.look import theme
from perfdesk.ui.look.tidy_bar import TidyBar
from perfdesk.ui.numbered_lines import KeepCounting, break_line
from perfdesk.ui.statement.keys import deed_of, scrolls, tidies, undoes_or_redoes, writes
from perfdesk.ui.statement.marking import describe, paint_carried, paint_ground, paint_mark
from perfdesk.ui.statement.spacing import space_lines
from perfdesk.ui.tidying import TIDY_KEY, Tidying

if TYPE_CHECKING:
    from perfdesk.ui.remarks import Remarks

_NONE = Qt.KeyboardModifier.NoModifier
TEXT_PX = 14
MARGIN_PX = 6
_LEAST_MARKED_PX = 120
_PAUSE_MS = 1000
_LONGEST_MS = 4000
_TABBING = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Field(QTextEdit):
    """One text of the statement, named by its `place` in the document.

    `committed(text, visit)` says what was typed, after a pause in typing and on leaving the
    field; all commits of one stay in the field carry the same `visit`. Text is handed over
    exactly, but for blanks at its ends and, in a field of one line, line breaks. `moved` when
    the caret or the selection did; `offered(words)` when what was pasted could be tidier, or is
    tidy by now; `menu_wanted(point)` when a menu is to open at a point of the screen;
    `refused` when one types into a text that is only to be read, `files_pasted` when it was
    files that were copied, `told` for a sentence.
    """

    committed = Signal(str, object)
    moved = Signal()
    offered = Signal(str)
    menu_wanted = Signal(QPoint)
    refused = Signal()
    files_pasted = Signal()
    told = Signal(str)

    def __init__(
        self, place: Place, name: str, hint: str, *, bold: bool = False, one_line: bool = False
    ) -> None:
        super().__init__()
        self.place = place
        self.takes_elsewhere: Callable[[str], bool] = lambda _: False
        """Asked about a text before it is pasted; true when it is no text for a field."""
        self.remarks: Remarks = ()
        self.origin = ""
        self.setObjectName("field")
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bold = bold
        self.one_line = one_line
        self._zoom = 1.0
        self._tidy_bar: TidyBar | None = None
        self._stored = ""
        self._shown = ""
        self._typed = False
        self._showing = False
        self._composing = False
        self._picked = False
        self._visit: object = None
        self._since = QElapsedTimer()
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._hand_over)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._on_text_changed)
        KeepCounting(self)
        self.cursorPositionChanged.connect(self.moved)
        self.selectionChanged.connect(self.moved)
        self.set_zoom(1.0)

    def set_zoom(self, factor: float) -> None:
        """Show the text `factor` times as large."""
        self._margin = MARGIN_PX * factor
        self._zoom = factor
        if self._tidy_bar:
            self._tidy_bar.set_zoom(factor)
        self.setFont(theme.font(TEXT_PX * factor, bold=self._bold))
        self._space_lines()

    def text(self) -> str:
        """Return what the field shows, every character of it."""
        return self.document().toRawText().replace("\u2029", "\n")

    def show_text(self, text: str) -> None:
        """Take over what the document says now; what is just being typed stands."""
        if text == self._stored:
            return
        self._stored = text
        self._show_stored()

    def show_origin(self, words: str) -> None:
        """Show that the text came from last year, and say so in these words; none where not."""
        if words != self.origin:
            self.origin = words
            describe(self, self.remarks, words)
            self._show_ink()

    def pick(self, *, picked: bool) -> None:
        """Show the text as the one that is meant, also while one is elsewhere."""
        if picked != self._picked:
            self._picked = picked
            self.viewport().update()

    def begin_anew(self) -> None:
        """Be a text of another document from now on: what was typed before is no part of it."""
        self._visit = object() if self.hasFocus() else None
        self.tidying.keep()
        self.document().clearUndoRedoStacks()

    def lock(self, *, locked: bool) -> None:
        """Let the text only be read, selected and copied, or let it be written again."""
        if locked != self.isReadOnly():
            self.document().clearUndoRedoStacks()  # a text that is only read takes nothing back
            flags = Qt.TextInteractionFlag
            reading = flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
            self.setTextInteractionFlags(reading if locked else flags.TextEditorInteraction)

    @cached_property
    def tidying(self) -> Tidying:
        """What looks after texts pasted here."""
        tidying = Tidying(self)
        tidying.offered.connect(self._offer_to_tidy)
        tidying.told.connect(self.told)
        return tidying

    def put_caret(self, *, at_end: bool) -> None:
        """Put the caret before or behind everything."""
        end, start = QTextCursor.MoveOperation.End, QTextCursor.MoveOperation.Start
        self.moveCursor(end if at_end else start)

    def commit(self) -> None:
        """Hand over what has been typed, also what an input method still holds."""
        if self._composing:
            QGuiApplication.inputMethod().commit()
        self._hand_over()

    def _hand_over(self) -> None:
        """Say what has been typed; what an input method still composes is no text yet."""
        self._pause.stop()
        # What came from last year is looked at also by who writes the same again.
        touched = self._typed and bool(self.origin) and self.document().isUndoAvailable()
        self._typed = False
        typed = self.text()
        text = self._stored if typed == self._shown else self._tidied(typed)
        self._shown = typed
        if text != self._stored or touched:
            self._stored = text
            self._visit = self._visit or object()
            self.committed.emit(text, self._visit)
        self._show_ink()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in STAYING:
            self._visit = object()
        if event.reason() in _TABBING:
            self.put_caret(at_end=True)
        self.moved.emit()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self.commit()
        if event.reason() not in STAYING:
            self._visit = None
            self.tidying.keep()
            self._show_stored()
            self.document().clearUndoRedoStacks()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        was_composing, self._composing = self._composing, bool(event.preeditString())
        if was_composing and not self._composing:
            self._show_stored()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and self._composing:
            event.accept()  # Tab would be a way out before anyone asks
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = undoes_or_redoes(event)
            if self._composing or self._takes_back(undoes) or deed_of(event):
                event.accept()
                return True
            if undoes:
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        undoes = undoes_or_redoes(event)
        if self.isReadOnly() and (writes(event) or tidies(event)):
            self.refused.emit()
        elif self._composing:
            event.accept()
        elif self._takes_back(undoes):
            (self.undo if undoes == "undo" else self.redo)()
        elif undoes:
            event.ignore()
        elif tidies(event):
            self.tidying.tidy()
        elif not self._walk_on(event):
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasUrls():  # whose text is where the files are
            self.files_pasted.emit()
            return
        text = source.text().replace("\r\n", "\n").replace("\r", "\n")
        if self.takes_elsewhere(text):
            return
        if self.one_line:
            self.textCursor().insertText(_on_one_line(text))
        else:
            self.tidying.insert(text)
        self._note_typing()
        self.ensureCursorVisible()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or self.underMouse() or self._picked:
            underline = "accent" if self.hasFocus() else "soft_ink" if self._picked else ""
            paint_ground(self.viewport(), underline)
        super().paintEvent(event)
        if self._looks_carried:
            paint_carried(self.viewport(), self._zoom)
        across = None
        if self.one_line:
            across = (0.0, max(_LEAST_MARKED_PX, self.document().idealWidth() + 2 * self._margin))
        paint_mark(self.viewport(), self.remarks, self._margin / MARGIN_PX, across)

    def show_remarks(self, remarks: "Remarks") -> None:
        """Mark the field with what checks say of it."""
        if remarks != self.remarks:
            self.remarks = remarks
            describe(self, remarks, self.origin)
            self.viewport().update()

    def _walk_on(self, event: QKeyEvent) -> bool:
        """Take a key that leaves this field or belongs to the page; say whether it did."""
        key = event.key()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain in (_NONE, shift):
            if self.one_line:
                self.focusNextPrevChild(plain == _NONE)
            else:
                caret = self.textCursor()
                break_line(caret)
                self.setTextCursor(caret)
            return True
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and plain == _NONE:
            down = key == Qt.Key.Key_Down
            step = QTextCursor.MoveOperation.Down if down else QTextCursor.MoveOperation.Up
            return not self.textCursor().movePosition(step) and self._walk_out(down)
        if deed_of(event) or scrolls(event):
            event.ignore()
            return True
        return False

    def _walk_out(self, down: bool) -> bool:
        """Step with an arrow key into the field below or above."""
        if not self.focusNextPrevChild(down):
            return False
        other = QApplication.focusWidget()
        if isinstance(other, Field):
            other.put_caret(at_end=not down)
        return True

    def _takes_back(self, undoes: str) -> bool:
        """Whether undo or redo has something to do that was typed in this stay."""
        text = self.document()
        return (undoes == "undo" and text.isUndoAvailable()) or (
            undoes == "redo" and text.isRedoAvailable()
        )

    def _on_text_changed(self) -> None:
        if not self._showing and (self._typed or self.text() != self._shown):
            self._note_typing()

    def _note_typing(self) -> None:
        """Hand over what was typed soon, when one pauses."""
        if not self._typed:
            self._typed = True
            self._show_ink()
            self._since.start()
        left = max(0, _LONGEST_MS - self._since.elapsed())
        self._pause.start(min(_PAUSE_MS, left))
        self.moved.emit()

    @property
    def _looks_carried(self) -> bool:
        return bool(self.origin) and not self._typed

    def _show_ink(self) -> None:
        """Write in the ink of what came from last year, or of what is this year's."""
        if self._looks_carried != bool(self.property("carried")):
            self.setProperty("carried", self._looks_carried)
            self.style().unpolish(self)  # a style sheet looks at properties only then
            self.style().polish(self)
            self.viewport().update()

    def _show_stored(self) -> None:
        """Show the document's text where it differs, unless something is being typed."""
        if self._typed or self._composing or self.text() == self._stored:
            return
        at = self.textCursor().position()
        self._showing = True
        self.setPlainText(self._stored)
        self._space_lines()
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._shown = self.text()
        self._showing = False

    def _space_lines(self) -> None:
        """Set the lines apart, which a new text forgets; not a step of the field's own undo."""
        self.document().setUndoRedoEnabled(False)
        space_lines(self.document(), self._margin, self.fontMetrics().height())
        self.document().setUndoRedoEnabled(True)

    def _tidied(self, text: str) -> str:
        return _on_one_line(text).strip() if self.one_line else text.rstrip().lstrip("\n")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()  # the text itself tells only later how high it has become
        if self._tidy_bar:
            height = self._tidy_bar.height()
            self._tidy_bar.setGeometry(0, self.height() - height, self.width(), height)

    def _offer_to_tidy(self, words: str) -> None:
        """Say below the text what of the pasted could be tidier."""
        if self._tidy_bar is None:
            self._tidy_bar = TidyBar(TIDY_KEY, self)
            self._tidy_bar.set_zoom(self._zoom)
            self._tidy_bar.wanted.connect(self.tidying.tidy)
            self._tidy_bar.kept.connect(self.tidying.keep)
        self._tidy_bar.show_words(words)
        self._fit()
        self.offered.emit(words)

    def _fit(self) -> None:
        bar = self._tidy_bar
        below = bar.height() if bar and not bar.isHidden() else 0
        self.setViewportMargins(0, 0, 0, below)
        self.setFixedHeight(ceil(self.document().size().height()) + below)


def _on_one_line(text: str) -> str:
    return " ".join(text.split("\n"))
