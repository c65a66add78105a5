"""Answering the dialog that asks who hands a document in."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from perfdesk.ui.dialogs.submit_dialog import SubmitDialog
from tests.ui.looking import AGAIN_MS


def when_asked(does: Callable[[SubmitDialog], None]) -> None:
    """Do something in the dialog that will come."""

    def wait() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, SubmitDialog) and dialog.isActiveWindow():
            try:
                does(dialog)
            finally:
                dialog.close()
        else:
            QTimer.singleShot(AGAIN_MS, wait)

    QTimer.singleShot(0, wait)
