"""Going along the steps that were done."""

from perfdesk.ui.undo_stack import UndoStack


def go_to_step(stack: UndoStack, index: int) -> None:
    """Take steps back, or do them again, until so many are done."""
    for _ in range(stack.index() - index):
        stack.undo()
    for _ in range(index - stack.index()):
        stack.redo()
