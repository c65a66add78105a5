"""A clerk for a child process: starts the real program and works in it with real key events.

Usage: clerk.py STORE TEXT ROUNDS. Goes to the first project, and ROUNDS times types TEXT and the
round's number into the first cell of its form and leaves it with Enter. Prints `left N` each time
at the moment of leaving, and then stays, as a clerk does who reads what she wrote.
"""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from perfdesk.ui.app import run
from perfdesk.ui.frame.main_window import MainWindow
from tests.ui.keys import type_text

LOOKING_AROUND_MS = 500  # nobody types before the window has been seen


def work(text: str, rounds: int) -> None:
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    window.go_to(window.tree.view.project_keys()[0])
    window.navigator.setFocus()
    for number in range(1, rounds + 1):
        QTest.keyClick(focus(), Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        for character in f"{text}{number}":
            type_text(focus(), character)
        QTest.keyClick(focus(), Qt.Key.Key_Return)
        print("left", number, flush=True)
        QCoreApplication.processEvents()


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


if __name__ == "__main__":
    text, rounds = sys.argv[2], int(sys.argv[3])
    # Before there is an application only timers of no length can be set.
    begin = partial(work, text, rounds)
    QTimer.singleShot(0, lambda: QTimer.singleShot(LOOKING_AROUND_MS, begin))
    sys.exit(run(Path(sys.argv[1]), []))
