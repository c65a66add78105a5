"""What the menu of a field offers: the clipboard, and what can be done with its section."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QTextEdit

from perfdesk.ui.look.icons import icon
from perfdesk.ui.statement.keys import Deed
from perfdesk.ui.tidying import TIDY_KEY


def text_menu(text: QTextEdit, tidy: Callable[[], object]) -> QMenu:
    """Return a menu that cuts, copies, pastes, selects and tidies in a text."""
    keys = QKeySequence.StandardKey
    chosen = text.textCursor().hasSelection()
    menu = QMenu(text)
    for words, does, key, enabled in (
        ("剪切", text.cut, keys.Cut, chosen),
        ("复制", text.copy, keys.Copy, chosen),
        ("粘贴", text.paste, keys.Paste, text.canPaste()),
        ("全选", text.selectAll, keys.SelectAll, not text.document().isEmpty()),
        ("整理文字", tidy, TIDY_KEY, not text.isReadOnly()),
    ):
        action = menu.addAction(words)
        action.setShortcut(QKeySequence(key))
        action.setEnabled(enabled)
        action.triggered.connect(does)
    return menu


def add_deeds(menu: QMenu, asked: Callable[[Deed], None]) -> None:
    """Put what can be done with a section at the end of a menu; `asked` hears what was chosen."""
    menu.addSeparator()
    for deed in Deed:
        action = menu.addAction(icon(deed.icon_name), deed.words)
        action.setShortcut(deed.keys)
        action.triggered.connect(lambda _=False, deed=deed: asked(deed))
