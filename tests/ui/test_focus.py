"""Going round a window's widgets harms none of them when one goes."""

import shiboken6
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from perfdesk.ui.focus import in_focus_chain


class Editor(QLineEdit):
    """An editor of our own, which goes again."""


def test_what_was_come_by_outlives_what_stood_before_it(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    bar = window.addToolBar("工具栏")
    buttons = [bar.widgetForAction(bar.addAction(text)) for text in "甲乙"]
    editor = Editor(window)
    window.setCentralWidget(editor)
    window.show()
    for forward in (True, False):
        round_trip: list[QWidget] = [editor]
        while len(round_trip) == 1 or round_trip[-1] is not editor:
            round_trip.append(in_focus_chain(round_trip[-1], forward=forward))
        assert {*buttons, window, bar} <= {*round_trip}
    shiboken6.delete(editor)
    assert all(shiboken6.isValid(each) for each in (window, bar, *buttons))
    assert all(each.isVisible() for each in (window, bar, *buttons))
