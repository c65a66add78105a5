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
        self.undo = _Step("撤销", "undo", ("Ctrl+Z",), window)
        self.redo = _Step("重做", "redo", ("Ctrl+Y", "Ctrl+Shift+Z"), window)
        for made, step in ((self.undo, stack.undo), (self.redo, stack.redo)):
            made.triggered.connect(_after(commit, step))
        stack.canUndoChanged.connect(self.undo.setEnabled)
        stack.canRedoChanged.connect(self.redo.setEnabled)
        stack.undoTextChanged.connect(self.undo.name)
        stack.redoTextChanged.connect(self.redo.name)
        self.undo.setEnabled(stack.canUndo())
        self.redo.setEnabled(stack.canRedo())
        self.undo.name(stack.undoText())
        self.redo.name(stack.redoText())


class _Step(QAction):
    """Goes one step along the history, and says which."""

    def __init__(self, name: str, drawing: str, keys: tuple[str, ...], window: QWidget) -> None:
        super().__init__(icon(drawing), name, window)
        self.setIconText(name)  # on the tool bar, which would jump with every edit
        self.setShortcuts([QKeySequence(key) for key in keys])

    def name(self, label: str) -> None:
        """Say what would be taken back or done again."""
        words = f"{self.iconText()} {label}".rstrip()
        self.setText(words)
        self.setToolTip(f"{words}（{self.shortcut().toString()}）")


def _after(commit: Callable[[], None], step: Callable[[], None]) -> Callable[[], None]:
    def both() -> None:
        commit()
        step()

    return both
