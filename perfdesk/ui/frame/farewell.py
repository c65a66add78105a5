"""Leaving: nothing is closed over unsaved edits or a half-written file without being asked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from perfdesk.io.problem import Problem
from perfdesk.ui.file_dialog import folder_to_write
from perfdesk.ui.saver import Saver
from perfdesk.ui.session import Session
from perfdesk.ui.settings import Settings
from perfdesk.ui.traffic.departures import file_name, free

_PATIENCE_SECONDS = 10.0


def may_close(
    window: QWidget, saver: Saver, session: Session, settings: Settings, *, busy: bool
) -> bool:
    """Tell whether the window may close: all is on disk, or the person decided otherwise."""
    if busy and not _ask(window, "正在导入或导出文件。", "停止并退出", "继续等待"):
        return False
    while not _saved(saver):
        answer = _ask_what_to_do(window, saver.state.problem)
        if answer == "keep":
            return False
        if answer == "leave":
            return True
        if answer == "copy" and _saved_copies(window, session, settings):
            return True
    return True


def _saved(saver: Saver) -> bool:
    QGuiApplication.setOverrideCursor(QCursor(Qt.CursorShape.WaitCursor))
    try:
        return saver.wait_until_saved(_PATIENCE_SECONDS)
    finally:
        QGuiApplication.restoreOverrideCursor()


def _ask_what_to_do(window: QWidget, problem: str) -> str:
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("尚有修改未保存")
    box.setText(problem or "磁盘反应很慢，修改还没有全部写入。")
    box.setInformativeText("可以先把文本另存为交换文件，以后再导入。")
    again = box.addButton("重试", QMessageBox.ButtonRole.AcceptRole)
    copy = box.addButton("另存到其他文件夹…", QMessageBox.ButtonRole.ActionRole)
    leave = box.addButton("放弃修改并退出", QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton("返回", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(again)
    box.setEscapeButton(keep)
    box.exec()
    names = ((again, "again"), (copy, "copy"), (leave, "leave"))
    chosen = box.clickedButton()
    return next((name for button, name in names if button is chosen), "keep")


def _saved_copies(window: QWidget, session: Session, settings: Settings) -> bool:
    """Write every document that was opened to a folder of the person's choice."""
    from perfdesk.io.files import write_file

    folder = folder_to_write(window, settings, "另存到文件夹")
    if folder is None:
        return False
    try:
        for document in session.opened():
            write_file(document, free(folder / file_name(document, ".json")))
    except Problem as problem:
        _ask(window, str(problem), "返回", "")
        return False
    return True


def _ask(window: QWidget, text: str, yes: str, no: str) -> bool:
    box = QMessageBox(window)
    box.setWindowTitle("退出")
    box.setText(text)
    agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    if no:
        box.setEscapeButton(box.addButton(no, QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is agreed
