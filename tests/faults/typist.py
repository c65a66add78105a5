"""A clerk who is interrupted: starts the real program, types into one text and never leaves it.

Usage: typist.py STORE WHERE TEXT. WHERE is `goals`, for the goals of the last project of the
document that was opened last, or `statement`, for the overall text of its part one. With `!` at
its end the text is given up by Esc. Prints `typed` when it stands there, and stays.
"""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from perfdesk.models.sheet import OVERALL, Place
from perfdesk.ui.app import run
from perfdesk.ui.frame.main_window import MainWindow
from perfdesk.ui.tree.nodes import Key, Kind
from tests.ui.keys import type_text

LOOKING_AROUND_MS = 500  # nobody types before the window has been seen


def work(where: str, text: str) -> None:
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    document_id, project_id = window.tree.view.project_keys()[-1][1:3]
    if where == "statement":
        there = window.go_to_place(Key(Kind.STATEMENT, document_id), OVERALL, edit=True)
    else:
        key = Key(Kind.PROJECT, document_id, project_id)
        there = window.go_to_place(key, Place(project_id, "goals"), edit=True)
    assert there
    for character in text.removesuffix("!"):
        type_text(focus(), character)
    if text.endswith("!"):
        QTimer.singleShot(3 * LOOKING_AROUND_MS, give_up)
    tell("typed")


def give_up() -> None:
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    tell("given up")


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


if __name__ == "__main__":
    # Before there is an application only timers of no length can be set.
    begin = partial(work, *sys.argv[2:4])
    QTimer.singleShot(0, lambda: QTimer.singleShot(LOOKING_AROUND_MS, begin))
    sys.exit(run(Path(sys.argv[1]), []))
