"""The words that were found or are to be found, in whatever is being written in."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from perfdesk.models.search.query import Query

_LONGEST = 60
_BREAKS = ("\n", "\u2029", "\u2028")


def selected_words(widget: QWidget | None) -> str:
    """Return what is selected in a field or editor, nothing where that is much or several lines."""
    if isinstance(widget, QLineEdit):
        text = widget.selectedText()
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        text = widget.textCursor().selectedText()
    else:
        return ""
    return text if len(text) <= _LONGEST and not any(each in text for each in _BREAKS) else ""


def select_words(widget: QWidget | None, query: Query, near: str) -> None:
    """Select what was found in the editor that shows it; `near` is the text it was found in.

    Goals share one editor: the words are looked for in their own goal.
    """
    if isinstance(widget, QLineEdit):
        if spans := query.spans(widget.text()):
            widget.setSelection(spans[0][0], spans[0][1] - spans[0][0])
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        text = widget.toPlainText()
        start = max(0, text.find(near))
        found = query.spans(near) if near in text else query.spans(text)
        if found:
            cursor = widget.textCursor()
            cursor.setPosition(start + found[0][0])
            cursor.setPosition(start + found[0][1], QTextCursor.MoveMode.KeepAnchor)
            widget.setTextCursor(cursor)
