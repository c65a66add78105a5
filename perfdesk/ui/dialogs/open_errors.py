"""Asks before a document with open 强制 findings goes out: the bureau would send it back."""

from enum import Enum, auto

from PySide6.QtWidgets import QMessageBox, QWidget


class Decision(Enum):
    """What shall be done with a document that has open errors."""

    LOOK = auto()
    EXPORT = auto()
    STAY = auto()


def ask_about_errors(count: int, window: QWidget) -> Decision:
    """Ask what shall be done, and wait for the answer."""
    box = QMessageBox(window)
    box.setWindowTitle("导出")
    box.setText(f"还有 {count} 处强制问题未改，送审可能被退回。")
    look = box.addButton("查看问题", QMessageBox.ButtonRole.AcceptRole)
    export = box.addButton("仍然导出", QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(look)
    box.setEscapeButton(stay)
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    decisions = ((look, Decision.LOOK), (export, Decision.EXPORT))
    return next((decision for button, decision in decisions if button is chosen), Decision.STAY)
