"""The program itself, started as `main.py --store …` does, until tree and page are painted.

With `--settle` it goes on until what it loads afterwards has been loaded. Memory in MiB.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow

_PAUSE_MS = 500
_QUIET_PAUSES = 4


class _Watch(QObject):
    """Waits for the first paint of every list in the window, then measures and closes it."""

    def __init__(self, window: QMainWindow, settle: bool) -> None:
        super().__init__(window)
        self._window = window
        self._settle = settle
        self._answer: dict[str, float] = {}
        self._quiet = 0
        views = [each for each in window.findChildren(QAbstractItemView) if each.isVisible()]
        self._waiting: set[QObject] = {each.viewport() for each in views}
        for each in self._waiting:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._waiting.discard(watched)
            if not self._waiting:
                # Comes once all is painted, and before every timer that waits for that.
                QApplication.postEvent(self, QEvent(QEvent.Type.User))
        return False

    def customEvent(self, _event: QEvent) -> None:
        self._answer = {"at": time.monotonic(), "memory": _memory()}
        self._wait() if self._settle else self._leave()

    def _wait(self) -> None:
        before = self._answer.get("settled", 0.0)
        self._answer["settled"] = _memory()
        grown = self._answer["settled"] > before + 0.1
        self._quiet = 0 if grown else self._quiet + 1
        if self._quiet < _QUIET_PAUSES:
            QTimer.singleShot(_PAUSE_MS, self._wait)
        else:
            self._leave()

    def _leave(self) -> None:
        import json  # late: no part of the start

        print(json.dumps(self._answer))
        self._window.close()


def _memory() -> float:
    """Return the memory of this process that is not swapped out; 0 where nobody says."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(each for each in status.read_text().splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _watched_exec(*_: object) -> int:
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow))
    watch = _Watch(window, settle)
    code = run()
    del watch
    return code


settle = "--settle" in sys.argv
sys.argv = [each for each in sys.argv if each != "--settle"]
run = QApplication.exec
QApplication.exec = _watched_exec  # type: ignore[method-assign]  # no other way in

from perfdesk.app import main  # noqa: E402 - the program's own imports count as its start

sys.exit(main())
