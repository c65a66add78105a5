"""Finding one's way in the window by what it says, as a person does."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTreeWidget,
)

from perfdesk.ui.frame.main_window import MainWindow

AGAIN_MS = 10


def label(window: MainWindow, name: str) -> str:
    """What the status bar says under an accessible name."""
    labels = window.status.findChildren(QLabel)
    return next(each.text() for each in labels if each.accessibleName() == name)


def command(window: MainWindow, text: str) -> QAction:
    """An action of the menus by what it is called."""
    actions = window.findChildren(QAction)
    return next(each for each in actions if each.text().rstrip("…") == text)


def report(window: MainWindow) -> list[list[str]]:
    """The rows of the report on files; none where it is not shown."""
    lists = (each for each in window.findChildren(QTreeWidget) if each.isVisible())
    shown = next((each for each in lists if each.accessibleName() == "文件情况"), None)
    if shown is None:
        return []
    items = (shown.topLevelItem(row) for row in range(shown.topLevelItemCount()))
    return [[item.text(column) for column in range(4)] for item in items if item]


def question() -> QMessageBox | None:
    """The question that stands open, if there is one."""
    box = QApplication.activeModalWidget()
    return box if isinstance(box, QMessageBox) else None


def answer_with(*texts: str) -> list[str]:
    """Press the buttons of these names in the questions that will come, one after the other.

    Returns a list that will hold what the questions said.
    """
    said: list[str] = []
    left = list(texts)

    def press_it() -> None:
        if box := question():
            said.append(box.text())
            button = next(b for b in box.findChildren(QPushButton) if b.text() == left[0])
            del left[0]
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        if left:
            QTimer.singleShot(AGAIN_MS, press_it)

    QTimer.singleShot(0, press_it)
    return said


def choose_file(path: str, kind: str = "") -> None:
    """Type a path into the file dialog that will come, pick a kind of file first, and agree."""

    def type_it() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(AGAIN_MS, type_it)
            return
        if kind:
            dialog.selectNameFilter(kind)
            dialog.filterSelected.emit(kind)
        line = next(each for each in dialog.findChildren(QLineEdit) if each.isVisible())
        if path:
            line.setText(path)
        QTest.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(0, type_it)
