"""Undo and redo as actions: they name what they would take back, and take over typing first."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QWidget

from perfdesk.ui.look.icons import icon


class History(QObject):
    """The two actions on an undo stack.

    `commit` is called before a step: what is still being typed becomes the newest edit, so that
    undo takes that back and not an older one under it.
    """

    def __init__(self, stack: QUndoStack, commit: Callable[[], None], window: QWidget) -> None:
        super().__init__(window)
        self.undo = _step("撤销", "undo", ("Ctrl+Z",), window)
        self.redo = _step("重做", "redo", ("Ctrl+Y", "Ctrl+Shift+Z"), window)
        for made, step in ((self.undo, stack.undo), (self.redo, stack.redo)):
            made.triggered.connect(_after(commit, step))
        stack.canUndoChanged.connect(self.undo.setEnabled)
        stack.canRedoChanged.connect(self.redo.setEnabled)
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)
        self.undo.setEnabled(stack.canUndo())
        self.redo.setEnabled(stack.canRedo())
        self._name_undo(stack.undoText())
        self._name_redo(stack.redoText())

    def _name_undo(self, label: str) -> None:
        _name(self.undo, label)

    def _name_redo(self, label: str) -> None:
        _name(self.redo, label)


def _step(name: str, drawing: str, keys: tuple[str, ...], window: QWidget) -> QAction:
    made = QAction(icon(drawing), name, window)
    made.setIconText(name)  # on the tool bar, which would jump with every edit
    made.setShortcuts([QKeySequence(key) for key in keys])
    return made


def _name(made: QAction, label: str) -> None:
    """Let an action say what it would take back or do again."""
    words = f"{made.iconText()} {label}".rstrip()
    made.setText(words)
    made.setToolTip(f"{words}（{made.shortcut().toString()}）")


def _after(commit: Callable[[], None], step: Callable[[], None]) -> Callable[[], None]:
    def both() -> None:
        commit()
        step()

    return both
