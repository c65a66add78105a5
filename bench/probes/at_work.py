"""A person at work in the window: keys pressed in cells, each until all of it is painted.

Usage: at_work.py STORE ROUNDS. Prints lists of milliseconds.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from perfdesk.models.change import SetField
from perfdesk.models.sheet import Place
from perfdesk.paths import settings_dir
from perfdesk.ui.app import make_application, seek_garbage_seldom
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.frame.appearance import Appearance
from perfdesk.ui.settings import Settings
from perfdesk.ui.workspace import Workspace

_PATIENCE = 60.0
_QUIET = 0.2
_LETTERS = "项目完成率按计划执行并通过验收"


class _Painted(QObject):
    """Notices that a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def settle() -> None:
    """Let everything happen that is under way."""
    quiet_since = time.monotonic()
    while time.monotonic() < quiet_since + _QUIET:
        began = time.perf_counter()
        application.processEvents()
        if time.perf_counter() - began > 0.001:
            quiet_since = time.monotonic()


def until_painted(act: Callable[[], object], sheet: _Painted) -> float:
    """Return how long something takes until it, and all it changed, has been painted."""
    sheet.seen = False
    began = time.perf_counter()
    act()
    while not sheet.seen:
        application.processEvents()
    application.processEvents()
    return (time.perf_counter() - began) * 1000


def press(key: Qt.Key) -> Callable[[], None]:
    """Return the deed of pressing a key wherever the focus is then."""
    return lambda: QTest.keyClick(focus(), key)


def focus() -> QWidget:
    """Return the widget that hears the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def keys_in_cells(rounds: int) -> dict[str, list[float]]:
    """Type over cells one after the other, leave them by Enter, and empty every fourth."""
    took: dict[str, list[float]] = {"typed": [], "left": [], "emptied": []}
    indicators = page.view.sheet.project.indicators
    for number in range(rounds):
        place = Place(indicators[number % len(indicators)].id, "name")
        page.view.where.go_to(place)
        settle()
        for letter in (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_C, Qt.Key.Key_D):
            took["typed"].append(until_painted(press(letter), painted))
        took["left"].append(until_painted(press(Qt.Key.Key_Return), painted))
        if number % 4 == 3:
            page.view.where.go_to(place)
            settle()
            took["emptied"].append(until_painted(press(Qt.Key.Key_Delete), painted))
    return took


def edits_taken_back(rounds: int) -> list[float]:
    """Undo as many of these edits."""
    stack = workspace.session.undo_stack
    took = []
    for _ in range(min(rounds, stack.count())):
        settle()
        took.append(until_painted(stack.undo, painted))
    return took


def edits_on_disk(rounds: int) -> list[float]:
    """Make edits, one at a time, and wait for each until the saver says it is on disk."""
    took = []
    document = workspace.session.outlines[0]
    chosen = document.projects[0]
    for number in range(rounds):
        change = SetField(chosen.id, "purpose", f"{_LETTERS}{number}")
        began = time.perf_counter()
        workspace.session.do(document.id, change)
        assert workspace.saver.wait_until_saved(_PATIENCE)
        took.append((time.perf_counter() - began) * 1000)
        settle()
    return took


application = make_application()
settings = Settings(settings_dir())
appearance = Appearance(application, settings)
workspace = Workspace(Path(sys.argv[1]), settings)
workspace.show()
workspace.window.activateWindow()
QTest.qWaitForWindowActive(workspace.window, 1000)
seek_garbage_seldom()
workspace.complete()
assert workspace.saver.wait_until_saved(_PATIENCE)
shown = workspace.window.navigator.page()
assert isinstance(shown, ProjectPage)
page = shown
page.view.setFocus()
painted = _Painted(page.view.viewport())
settle()
rounds = int(sys.argv[2])
keys_in_cells(2)  # the first time, editors are made and fonts are loaded
answer = keys_in_cells(rounds)
answer["undone"] = edits_taken_back(rounds)
answer["saved"] = edits_on_disk(rounds)
workspace.window.close()
workspace.close()
print(json.dumps(answer))
