"""The program itself, started as `main.py --store …` does, until its window is painted.

With `--settle` it goes on until what it does by itself afterwards has been done: everything read,
judged and learned. Memory in MiB, 0 where the system does not say.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

_PAUSE_MS = 500
_QUIET_PAUSES = 4
_AT_REST = 0.1  # of a pause, spent working
_SOON = 1  # before what others have posted already


class _Watch(QObject):
    """Waits for the first paint of the window, then measures and closes it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._answer: dict[str, float] = {}
        self._quiet = 0
        self._worked = 0.0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:  # what is in the window is painted along with it
            watched.removeEventFilter(self)
            QApplication.postEvent(self, QEvent(QEvent.Type.User), _SOON)
        return False

    def customEvent(self, _event: QEvent) -> None:
        self._answer = {"at": time.monotonic(), "memory": _memory()}
        _expect_tree_and_form(self._window)
        self._wait() if settle else self._leave()

    def _wait(self) -> None:
        before, self._worked = self._worked, time.process_time()
        at_rest = self._worked - before < _AT_REST * _PAUSE_MS / 1000
        self._quiet = self._quiet + 1 if at_rest else 0
        if self._quiet < _QUIET_PAUSES:
            QTimer.singleShot(_PAUSE_MS, self._wait)
        else:
            self._answer["settled"] = _memory()
            self._leave()

    def _leave(self) -> None:
        import json  # late: no part of the start

        print(json.dumps(self._answer))
        self._window.close()


def _expect_tree_and_form(window: QWidget) -> None:
    from PySide6.QtWidgets import QTableView, QTreeView

    for kind in (QTreeView, QTableView):
        assert any(view.isVisible() for view in window.findChildren(kind)), kind


def _memory() -> float:
    """Return the memory of this process that is not swapped out; 0 where nobody says."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(each for each in status.read_text().splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _watched_show(window: QWidget) -> None:
    _Watch(window)
    show(window)


settle = "--settle" in sys.argv
sys.argv = [each for each in sys.argv if each != "--settle"]
show = QMainWindow.show
QMainWindow.show = _watched_show  # type: ignore[method-assign]  # there is no other way in

from perfdesk.app import main  # noqa: E402 - the program's own imports count as its start

sys.exit(main())
