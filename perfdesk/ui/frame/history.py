"""Undo and redo as the window offers them: named, shown where they happen, told afterwards."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from perfdesk.ui.actions import begin_command
from perfdesk.ui.frame.whereabouts import place_before, whereabouts
from perfdesk.ui.look.icons import icon
from perfdesk.ui.session import Session
from perfdesk.ui.tree.nodes import Key
from perfdesk.ui.undo_stack import Step

if TYPE_CHECKING:
    from perfdesk.ui.frame.main_window import MainWindow

_PATIENCE_MS = 20_000


class History(QObject):
    """The two actions on the session's steps; `told` says what they did.

    What is being typed is taken over first and becomes the newest step, so that undo takes that
    back and not an older one under it. A step in another document is gone to before it is taken
    back, and one that makes a whole document vanish is asked for twice.
    """

    told = Signal(str)

    def __init__(self, session: Session, window: "MainWindow") -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        stack = session.undo_stack
        self._asked: Step | None = None
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._forget)
        self.undo = _Step("撤销", "undo", ("Ctrl+Z",), window)
        self.redo = _Step("重做", "redo", ("Ctrl+Y", "Ctrl+Shift+Z"), window)
        self.undo.triggered.connect(
            lambda: self._take(self.undo, stack.next_undo, stack.passed_by_undo, stack.undo)
        )
        self.redo.triggered.connect(
            lambda: self._take(self.redo, stack.next_redo, stack.passed_by_redo, stack.redo)
        )
        stack.changed.connect(self._refresh)
        session.changed.connect(self._forget)
        self._refresh()

    def _refresh(self) -> None:
        stack = self._session.undo_stack
        self.undo.offer(stack.next_undo(), some=stack.can_undo())
        self.redo.offer(stack.next_redo(), some=stack.can_redo())

    def _take(
        self,
        made: "_Step",
        ways: Callable[[], Step | None],
        passed: Callable[[], frozenset[str]],
        go: Callable[[], None],
    ) -> None:
        begin_command(self._window)
        way, kept = ways(), passed()
        here = self._window.navigator.key
        if here.document_id in kept or (way is None and kept):
            self.told.emit(self._refusal(made.iconText(), kept))
        elif way and self._may_go(made, way, here):
            go()
            moved = self._window.navigator.key != here
            where = whereabouts(way.back()) if moved else ""
            self.told.emit(f"已{made.iconText()}：{way.label}{where}")

    def _may_go(self, made: "_Step", way: Step, here: Key) -> bool:
        """Whether a step is seen where one is; else show it, and say what would be done."""
        vanishes = any(each.after is None for each in way.passages)
        elsewhere = here.document_id not in way.document_ids and not any(
            each.before is None for each in way.passages
        )
        if self._asked == way or not (vanishes or elsewhere):
            return True
        place = None if vanishes else place_before(way)
        if place:
            self._window.go_to(place)
            self._window.navigator.setFocus()
        key, name = made.shortcut().toString(), made.iconText()
        where = whereabouts(way) if elsewhere else ""
        self.told.emit(f"再按一次 {key} {name}：{way.label}{where}")
        self._asked = way
        self._patience.start()
        return False

    def _refusal(self, name: str, kept: frozenset[str]) -> str:
        """Return why a document that was handed in since keeps what was done to it."""
        from perfdesk.models.years.submit import refusal_to_step  # late: seldom needed

        here = self._window.navigator.key.document_id
        for each in sorted(kept, key=lambda document_id: document_id != here):
            outline = self._session.find_outline(each)
            if outline and outline.submitted:
                document = self._session.document(each)
                return refusal_to_step(name, document)
        return f"没有可以{name}的修改"

    def _forget(self, *_: object) -> None:
        self._asked = None


class _Step(QAction):
    """Goes one step along the history, and says which."""

    def __init__(self, name: str, drawing: str, keys: tuple[str, ...], window: QWidget) -> None:
        super().__init__(icon(drawing), name, window)
        self.setIconText(name)  # on the tool bar, which would jump with every edit
        self.setShortcuts([QKeySequence(key) for key in keys])

    def offer(self, way: Step | None, *, some: bool) -> None:
        """Say what would be taken back or done again; rest where there is nothing at all."""
        words = f"{self.iconText()} {way.label if way else ''}".rstrip()
        self.setText(words)
        self.setToolTip(f"{words}（{self.shortcut().toString()}）")
        self.setEnabled(some)
