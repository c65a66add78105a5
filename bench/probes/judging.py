"""A person who types while everything is judged for the first time.

Usage: judging.py STORE. Prints the seconds it took from the moment the window was complete, and
lists of milliseconds from a key to the paint that shows it.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from perfdesk.models.sheet import Place
from perfdesk.paths import settings_dir
from perfdesk.ui.app import make_application, seek_garbage_seldom
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.frame.appearance import Appearance
from perfdesk.ui.settings import Settings
from perfdesk.ui.workspace import Workspace

_BETWEEN_KEYS_MS = 100
_KEYS = (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_C, Qt.Key.Key_D, Qt.Key.Key_Return)


class _Typist(QObject):
    """Types over one name after the other and measures each key; the first ones warm up."""

    def __init__(self, page: ProjectPage) -> None:
        super().__init__(page)
        self.took: dict[str, list[float]] = {"typed": [], "left": []}
        self._page = page
        self._pressed = 0
        self._painted = False
        page.view.viewport().installEventFilter(self)
        self._timer = QTimer(self, interval=_BETWEEN_KEYS_MS)
        self._timer.timeout.connect(self._press)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        self._painted = self._painted or event.type() == QEvent.Type.Paint
        return False

    def _press(self) -> None:
        rows = self._page.view.sheet.project.indicators
        word, letter = divmod(self._pressed, len(_KEYS))
        self._pressed += 1
        if letter == 0:
            self._page.view.where.go_to(Place(rows[word % len(rows)].id, "name"))
            application.processEvents()
        took = self._until_painted(lambda: QTest.keyClick(_focus(), _KEYS[letter]))
        if word:
            self.took["left" if letter == len(_KEYS) - 1 else "typed"].append(took)

    def _until_painted(self, act: Callable[[], object]) -> float:
        self._painted = False
        began = time.perf_counter()
        act()
        while not self._painted:
            application.processEvents()
        application.processEvents()
        return (time.perf_counter() - began) * 1000


def _focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def _leave_when_judged() -> None:
    if workspace.inspector.at_rest:
        answer["judged"] = time.perf_counter() - began
        application.quit()


application = make_application()
settings = Settings(settings_dir())
appearance = Appearance(application, settings)
workspace = Workspace(Path(sys.argv[1]), settings)
workspace.show()
workspace.window.activateWindow()
QTest.qWaitForWindowActive(workspace.window, 1000)
page = workspace.window.navigator.page()
assert isinstance(page, ProjectPage)
page.view.setFocus()
answer: dict[str, float | list[float]] = {}
seek_garbage_seldom()
workspace.complete()
began = time.perf_counter()
typist = _Typist(page)
watch = QTimer(interval=10)
watch.timeout.connect(_leave_when_judged)
watch.start()
application.exec()
workspace.window.close()
workspace.close()
print(json.dumps({**answer, **typist.took}))
