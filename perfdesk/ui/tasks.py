"""Long work away from the window's thread, with progress, and with a way to stop it."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from perfdesk.io.problem import Problem

Result = TypeVar("Result")
_CLEANED_UP_SECONDS = 10.0


class Cancelled(Exception):
    """Raised inside work that the person has stopped."""


class Progress:
    """What work is handed: it reports how far it is, and learns that it shall stop."""

    def __init__(self, report: Callable[[int, int, str], None]) -> None:
        self._report = report
        self._stop = threading.Event()

    def report(self, done: int, total: int, text: str) -> None:
        """Say that `done` of `total` steps are done and which comes now. Raises Cancelled."""
        self.check()
        self._report(done, total, text)

    def check(self) -> None:
        """Raise Cancelled when the work shall stop."""
        if self._stop.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()


class Task(QObject, Generic[Result]):
    """One piece of work in a thread of its own.

    Exactly one of `finished(result)`, `failed(sentence)` and `stopped()` follows `start`.
    """

    progressed = Signal(int, int, str)
    finished = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(
        self, name: str, work: Callable[[Progress], Result], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._work = work
        self._progress = Progress(self.progressed.emit)
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop at the next step; work that has taken its last one finishes."""
        self._progress.cancel()

    def end(self) -> None:
        """Stop and wait until the thread has cleaned up; not for ever, as a disk may hang."""
        self.cancel()
        self._thread.join(_CLEANED_UP_SECONDS)

    def _run(self) -> None:
        try:
            result = self._work(self._progress)
        except Problem as problem:
            self.failed.emit(str(problem))
        except Cancelled:
            self.stopped.emit()
        except Exception:  # the window must learn that its work has ended, whatever the reason
            self.failed.emit(f"{self.name}时程序出现意外情况，未完成；已写入日志。")
            raise
        else:
            self.finished.emit(result)
