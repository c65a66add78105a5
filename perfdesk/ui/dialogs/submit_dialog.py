"""Asks who hands a document in, before it is marked as handed in and can only be read."""

import getpass
from datetime import datetime

from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from perfdesk.models.document import Submission
from perfdesk.ui.look import theme
from perfdesk.ui.look.answer_buttons import AnswerButtons

_WIDTH_PX = 420
_MARGINS_PX = (24, 20, 24, 18)


class SubmitDialog(QDialog):
    """Two lines to fill in, and what is still open in the document."""

    def __init__(self, name: str, who: str, still_open: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("标记为已上报")
        self.setMinimumWidth(_WIDTH_PX)
        says = QLabel(f"“{name}”标记后只能查看，需要修改时可以重新打开。")
        says.setWordWrap(True)
        self.who = QLineEdit(who or user_name())
        self.note = QLineEdit()
        self.note.setPlaceholderText("可不填，如报送方式、联系人")
        rows = QGridLayout()
        rows.setHorizontalSpacing(14)
        for row, (label, line) in enumerate((("上报人", self.who), ("备注", self.note))):
            title = QLabel(label)
            title.setBuddy(line)
            line.setAccessibleName(label)
            rows.addWidget(title, row, 0)
            rows.addWidget(line, row, 1)
        self._open = QLabel(still_open)
        self._open.setObjectName("soft")
        self._open.setWordWrap(True)
        self._open.setFont(theme.font(theme.SMALL_PX))
        self._open.setVisible(bool(still_open))
        column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS_PX)
        column.setSpacing(12)
        column.addWidget(says)
        column.addLayout(rows)
        column.addWidget(self._open)
        column.addStretch(1)
        column.addWidget(AnswerButtons(self, "标记为已上报"))
        self.who.setFocus()
        self.who.selectAll()

    def ask(self) -> Submission | None:
        """Show the dialog and wait; None where it was given up."""
        if self.exec() != QDialog.DialogCode.Accepted:
            return None
        now = datetime.now().astimezone()
        who, note = self.who.text().strip(), self.note.text().strip()
        return Submission(who, now.isoformat(timespec="seconds"), note)


def user_name() -> str:
    """Return what the system calls the person at the keyboard, empty where it does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
