"""Suggests while a field is typed in: when the list shows, and which keys are the list's."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from perfdesk.ui.form.advice import Hint
from perfdesk.ui.form.growing_text import GrowingText
from perfdesk.ui.form.hint_list import HintList
from perfdesk.ui.form.leave import LEAVING, Leave, leave_by
from perfdesk.ui.form.metrics import Metrics

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Offering(QObject):
    """Shows what `ask` answers about the text of a field, in a list below it.

    The list waits until a key press has been painted. Nothing in it is picked out before Down
    is pressed, so that typing on never means anything else, unless `for_letters` small Latin
    letters alone, which are no name, pick out the first. Esc puts the list away for good where
    one had gone into it, and is the field's where not. `taken(hint, leave)` comes when one is
    chosen, with the way that the key would leave the cell.
    """

    taken = Signal(object, Leave)

    def __init__(
        self,
        field: GrowingText,
        cell: QWidget,
        metrics: Metrics,
        ask: Callable[[str], Sequence[Hint]],
    ) -> None:
        super().__init__(cell)
        self.while_typing = False
        self.for_letters = False
        self.does = "填入"
        """What Enter does with what is picked out, in words."""
        self._entered = False
        self._field = field
        self._ask = ask
        self._list = HintList(metrics, field, cell)
        self._list.clicked_hint.connect(self._take_clicked)
        self._wanted = False
        self._away = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_soon)
        field.reworded.connect(self.follow_typing)

    def open(self) -> bool:
        """Show what could stand here, the best picked out; tell whether there is anything.

        What has been typed narrows it, what stood there before does not.
        """
        self._wanted, self._away = True, False
        self._soon.stop()
        self._show(0)
        self._enter(entered=self._list.isVisible())
        return self._list.isVisible()

    def place(self) -> None:
        """Keep to the field, which was moved or grew."""
        if self._list.isVisible():
            self._list.place()

    def close(self) -> None:
        """Put the list away."""
        self._soon.stop()
        self._list.hide()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means for the list; tell whether it means anything."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key in _STEPS and modifiers & Qt.KeyboardModifier.AltModifier:
            return self._open_or_close(key)
        if modifiers & _MODIFIERS:
            return False
        if self._soon.isActive() and (key in _STEPS or (key in LEAVING and self._letters())):
            self._soon.stop()
            self._show_soon()
        if self._list.isHidden():
            return False
        if key in _STEPS:
            self._list.step(_STEPS[key], out=True)
            self._enter(entered=self._list.highlighted_hint() is not None)
        elif key == Qt.Key.Key_Escape and self._entered:
            self._away = True
            self.close()
        elif key == Qt.Key.Key_Escape:
            return False
        elif key in LEAVING and key != Qt.Key.Key_Backtab and self._list.highlighted_hint():
            self.taken.emit(self._list.highlighted_hint(), leave_by(event))
        else:
            return False
        return True

    def _letters(self) -> bool:
        """Whether nothing but small Latin letters stands in a field where they are no text."""
        text = self._field.text().replace(" ", "").replace("'", "")
        typed = text.isascii() and text.isalpha() and text.islower()
        return self.for_letters and typed and not self._field.composing

    def _enter(self, *, entered: bool) -> None:
        """Know whether one has gone into the list, and say which keys do what now."""
        self._entered = entered
        taking = f"Enter {self.does}"
        if self._list.highlighted_hint() is None:
            self._list.say(f"↓ 选择，再按 {taking} · Esc 还原")
        else:
            self._list.say(f"↑↓ 选择 · {taking} · Esc {'关闭' if entered else '还原'}")

    def _open_or_close(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Down:
            return self.open()
        shown = self._list.isVisible()
        self.close()
        return shown

    def follow_typing(self) -> None:
        """Show soon what fits to what has been typed by now."""
        if not self._away and (self.while_typing or self._wanted):
            self._soon.start()

    def _show_soon(self) -> None:
        if self._wanted or self._field.document().isModified() or self._field.composing:
            self._show()

    def _show(self, highlighted: int = -1) -> None:
        """Show what fits; of a word that is still being composed, else what came before it."""
        field = self._field
        touched = field.document().isModified() or field.composing
        typed = field.wording() if touched else ""
        hints: Sequence[Hint] = ()
        if typed.strip() or self._wanted:
            hints = self._ask(typed)
            if not hints and self._field.composing and self._field.text().strip():
                hints = self._ask(self._field.text())
        if self._letters() and touched:
            highlighted = 0
        self._list.show_hints(hints, highlighted if hints else -1)
        self._enter(entered=False)

    def _take_clicked(self, hint: Hint) -> None:
        if self._field.composing:
            QGuiApplication.inputMethod().reset()
        self.taken.emit(hint, Leave.STAY)
