"""The manual in a window of its own, so that one can read and work side by side."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from perfdesk.paths import resource_dir
from perfdesk.ui.look import theme


class HelpWindow(QWidget):
    """Shows `resources/help/index.md`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("使用说明")
        self.resize(720, 760)
        text = QTextBrowser(self)
        text.setAccessibleName("使用说明")
        text.setFont(theme.font(theme.TEXT_PX + 1))
        text.document().setDocumentMargin(24)
        page = resource_dir() / "help" / "index.md"
        text.setMarkdown(page.read_text(encoding="utf-8"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(text)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
