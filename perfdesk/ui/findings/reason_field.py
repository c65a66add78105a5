"""Where a reason (说明) is written: two lines, kept on leaving, given up with Esc."""

from math import ceil

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from perfdesk.ui.focus import STAYING

_LINES = 2
_AROUND_PX = 18
_USUAL = "填写说明，Ctrl+Enter 保存"
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReasonField(QPlainTextEdit):
    """`committed(text)` when another text than the one shown is to be kept; `done` when one is.

    Ctrl+Enter and leaving keep the text, Esc brings the old one back.
    """

    committed = Signal(str)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._composing = False
        self.setAccessibleName("说明")
        self.setTabChangesFocus(True)
        self.suggest("")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()

    def suggest(self, words: str) -> None:
        """Show words where nothing is written yet; empty for those that always stand there."""
        self.setPlaceholderText(words or _USUAL)

    def show_text(self, text: str) -> None:
        """Show a reason as it is kept; what is being typed stands."""
        typed = self.toPlainText() != self._shown
        if text == self._shown or (typed and self.hasFocus()):
            return
        self._shown = text
        self.setPlainText(text)

    def commit(self) -> None:
        """Hand over what has been typed."""
        text = self.toPlainText().strip()
        if text != self._shown:
            self._shown = text
            self.committed.emit(text)

    def give_up(self) -> None:
        """Bring back what is kept."""
        self.setPlainText(self._shown)

    def event(self, event: QEvent) -> bool:
        # Esc brings one back to the list; only from there it closes the panel.
        overriding = event.type() == QEvent.Type.ShortcutOverride
        if overriding and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self._composing:
            super().keyPressEvent(event)
        elif event.key() in _RETURN and control:
            self.commit()
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.give_up()
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYING:
            self.commit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(ceil(self.fontMetrics().lineSpacing() * _LINES) + _AROUND_PX)
