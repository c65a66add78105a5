"""What can be done with a text that is being written: the clipboard, selecting, tidying."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTextEdit, QWidget

from perfdesk.ui.actions import Entry, heard_elsewhere
from perfdesk.ui.clipboard import files
from perfdesk.ui.tidying import TIDY_KEY, Tidying


class TextActions(QObject):
    """The actions on the text that `field` says, for a menu; the field hears their keys itself.

    `tidying` looks after that text.
    """

    def __init__(
        self,
        parent: QWidget,
        field: Callable[[], QTextEdit],
        tidying: Callable[[], Tidying],
    ) -> None:
        super().__init__(parent)
        self._field = field
        make = partial(heard_elsewhere, parent)
        self.cut = make(Entry("剪切", lambda: field().cut(), "Ctrl+X", "cut"))
        self.copy = make(Entry("复制", lambda: field().copy(), "Ctrl+C", "copy"))
        self.paste = make(Entry("粘贴", lambda: field().paste(), "Ctrl+V", "paste"))
        self.select_all = make(Entry("全选", lambda: field().selectAll(), "Ctrl+A"))
        self.tidy = make(Entry("整理文字", lambda: tidying().tidy(), TIDY_KEY))
        self.refresh()

    def for_clipboard(self) -> list[QAction]:
        """Return what can be done with what is selected."""
        return [self.cut, self.copy, self.paste, self.select_all]

    def refresh(self) -> None:
        """Let what cannot be done now rest."""
        field = self._field()
        chosen, writable = field.textCursor().hasSelection(), not field.isReadOnly()
        self.cut.setEnabled(chosen and writable)
        self.copy.setEnabled(chosen)
        self.paste.setEnabled(writable and (field.canPaste() or bool(files())))
        self.select_all.setEnabled(not field.document().isEmpty())
        self.tidy.setEnabled(writable)
