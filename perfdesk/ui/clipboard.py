"""The system's clipboard: blocks of cells for other programs, and what those put there."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from perfdesk.io.clipboard.block import Block, Texts
from perfdesk.io.clipboard.html_writer import to_html
from perfdesk.io.clipboard.reading import Copied, read_copied
from perfdesk.io.clipboard.tab_text import to_text

_CUT = "application/x-perfdesk-cut"
_RICH = ("text/rtf", "application/rtf", "text/richtext")


def put(texts: Texts, block: Block | None = None, cut: str = "") -> None:
    """Put cells on the clipboard, as text and as an HTML table; the block has their merges.

    `cut` is by what to know them again that are to be moved when they are pasted.
    """
    data = QMimeData()
    data.setText(to_text(texts))
    data.setHtml(to_html(block or Block(texts)))
    if cut:
        data.setData(_CUT, QByteArray(cut.encode()))
    QGuiApplication.clipboard().setMimeData(data)


def cut_mark() -> str:
    """Return by what cells were marked that were cut, empty where others were copied since."""
    return bytes(_data().data(_CUT).data()).decode(errors="replace")


def taken(*, as_text: bool = False) -> Copied | None:
    """Return what is on the clipboard, None where it holds no text; `as_text` without its HTML.

    Raises `Problem` where it holds more than can be pasted at once.
    """
    data = _data()
    if data.hasUrls() and not data.hasHtml():
        return None
    html = data.html() if data.hasHtml() and not (as_text and data.hasText()) else ""
    return read_copied(html, data.text())


def raw() -> tuple[str, str]:
    """Return the HTML and the text that are on the clipboard, empty where there is none."""
    data = _data()
    return data.html() if data.hasHtml() else "", "" if data.hasUrls() else data.text()


def files() -> list[Path]:
    """Return the files that were copied in a file manager."""
    urls = _data().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def why_nothing() -> str:
    """Return why there is nothing to paste, and what to do."""
    data = _data()
    if data.hasUrls():
        return "复制的是文件，没有粘贴。要导入文件，请按 Ctrl+O"
    if any(data.hasFormat(each) for each in _RICH):
        return "复制的内容只有带格式的文本，没有粘贴。请先粘贴到记事本，再从那里复制"
    if data.hasImage() or data.hasHtml():
        return "复制的是图片，没有粘贴。表中只能填写文字"
    return "剪贴板里没有可以粘贴的文字，请先复制"


def _data() -> QMimeData:
    """Return what is on the clipboard; there may be nothing at all, not even an empty text."""
    held: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return held or QMimeData()
