"""The system's clipboard: blocks of cells for other programs, and what those put there."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from perfdesk.io.clipboard.block import Block, Texts
from perfdesk.io.clipboard.html_reader import blocks_in
from perfdesk.io.clipboard.html_writer import to_html
from perfdesk.io.clipboard.tab_text import from_text, to_text


def put(texts: Texts, block: Block | None = None) -> None:
    """Put cells on the clipboard, as text and as an HTML table; the block has their merges."""
    data = QMimeData()
    data.setText(to_text(texts))
    data.setHtml(to_html(block or Block(texts)))
    QGuiApplication.clipboard().setMimeData(data)


def taken() -> Block | None:
    """Return what is on the clipboard as a block of cells, None where it holds no text.

    A table in HTML comes first, as it knows merged cells and line breaks; several of them, as
    from a text document, are one below the other.
    """
    data = QGuiApplication.clipboard().mimeData()
    if data.hasHtml() and (blocks := blocks_in(data.html())):
        return Block.stacked(blocks)
    return Block(from_text(data.text())) if data.text() else None
