"""Asks what a version shall be called."""

from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from perfdesk.io.versions import LONGEST_NAME
from perfdesk.ui.look import theme
from perfdesk.ui.look.answer_buttons import AnswerButtons

_WIDTH_PX = 420
_MARGINS_PX = (20, 16, 20, 16)
_NOTE = "把整份文本的当前内容留一份底，以后可以对比和恢复。"


class NameDialog(QDialog):
    """One field; `ask` returns what was typed."""

    def __init__(self, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("保存版本")
        self.setMinimumWidth(_WIDTH_PX)
        heading = QLabel(about, self)
        heading.setFont(theme.font(theme.TEXT_PX + 1, bold=True))
        heading.setWordWrap(True)
        note = QLabel(_NOTE, self)
        note.setObjectName("soft")
        note.setWordWrap(True)
        self.field = QLineEdit(self)
        self.field.setAccessibleName("版本名称")
        self.field.setPlaceholderText("版本名称，如：送审前")
        self.field.setMaxLength(LONGEST_NAME)
        column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS_PX)
        column.setSpacing(10)
        for widget in (heading, note, self.field, AnswerButtons(self, "保存版本")):
            column.addWidget(widget)

    def ask(self) -> str | None:
        """Show the dialog and wait; None where the person thought better of it."""
        agreed = self.exec() == QDialog.DialogCode.Accepted
        name = self.field.text().strip()
        self.deleteLater()
        return name if agreed else None
