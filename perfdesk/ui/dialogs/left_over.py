"""Asks before a paste that leaves something out, or takes the place of what is there."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from perfdesk.ui.look.answer_buttons import AnswerButtons

_WIDTH_PX = 460
_MARGINS_PX = (24, 20, 24, 18)
_LINES_SHOWN = 8


class LeftOverDialog(QDialog):
    """Lists texts that belong to no cell; the person pastes the rest, or nothing."""

    def __init__(self, texts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("粘贴")
        self.setMinimumWidth(_WIDTH_PX)
        words = QLabel(f"下面 {len(texts)} 处内容在表中没有对应的可填单元格，不会粘贴：")
        words.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName("不会粘贴的内容")
        self.list.addItems([" ".join(text.split()) for text in texts])
        for row, text in enumerate(texts):
            self.list.item(row).setToolTip(text)
        height = self.list.sizeHintForRow(0) * min(len(texts), _LINES_SHOWN)
        self.list.setFixedHeight(height + 2 * self.list.frameWidth() + 4)
        buttons = AnswerButtons(self, "粘贴其余内容", "不粘贴")
        self.agree = buttons.agree
        column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS_PX)
        for widget in (words, self.list, buttons):
            column.addWidget(widget)
        self.agree.setFocus()


def may_paste(texts: Sequence[str], parent: QWidget) -> bool:
    """Ask whether to paste without these texts; there is nothing to ask where there are none."""
    return not texts or LeftOverDialog(texts, parent).exec() == QDialog.DialogCode.Accepted


def may_replace(name: str, parent: QWidget) -> bool:
    """Ask whether a pasted form may take the place of what a project says."""
    box = QMessageBox(parent)
    box.setWindowTitle("粘贴")
    box.setText(f"复制的是一张完整的绩效目标表。要用它替换“{name or '本项目'}”现有的内容吗？")
    box.setInformativeText("替换后可以用“撤销”恢复。")
    agreed = box.addButton("替换", QMessageBox.ButtonRole.AcceptRole)
    box.setEscapeButton(box.addButton("不粘贴", QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(agreed)
    box.exec()
    return box.clickedButton() is agreed
