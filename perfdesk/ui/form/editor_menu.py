"""The menu of an open editor: the clipboard, and by mouse what its own keys do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from perfdesk.ui.actions import Entry, fill, heard_elsewhere, open_at
from perfdesk.ui.form.leave import Leave
from perfdesk.ui.text_actions import TextActions

if TYPE_CHECKING:
    from perfdesk.ui.form.growing_text import GrowingText


def offer(field: "GrowingText", point: QPoint) -> None:
    """Open the menu of a field at a point of the screen."""
    menu = QMenu(field.window())
    texts = TextActions(menu, lambda: field, lambda: field.tidying)
    undo = heard_elsewhere(menu, Entry("撤销", field.undo, "Ctrl+Z", "undo"))
    redo = heard_elsewhere(menu, Entry("重做", field.redo, "Ctrl+Y", "redo"))
    undo.setEnabled(field.document().isUndoAvailable())
    redo.setEnabled(field.document().isRedoAvailable())
    breaks = heard_elsewhere(menu, Entry(field.break_words, field.break_line, "Alt+Return"))
    leaves = heard_elsewhere(
        menu, Entry("放弃修改", lambda: field.leaving.emit(Leave.GIVE_UP), "Esc")
    )
    lines: list[QAction] = [breaks] if field.breaks_lines else []
    for words, does, key, name in field.line_deeds():
        lines.append(heard_elsewhere(menu, Entry(words, does, key, name)))
    fill(menu, [undo, redo, None, *texts.for_clipboard(), None])
    fill(menu, [*lines, texts.tidy, None, leaves] if lines else [leaves])
    open_at(menu, point)
