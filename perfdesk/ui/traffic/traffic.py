"""Files coming in and going out: one batch at a time, away from the window."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from perfdesk.ui.tasks import Progress, Task


class Traffic(QObject):
    """Does one piece of work after another; `working(task)` when one begins, `told` why not.

    An heir names the work, says its two sentences, and takes the result.
    """

    working = Signal(object)
    told = Signal(str)

    name = ""
    busy_sentence = ""
    stopped_sentence = ""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task[Any] | None = None

    @property
    def busy(self) -> bool:
        """Whether files are being read or written."""
        return self._task is not None

    def end(self) -> None:
        """Stop what is going on, leaving nothing half done behind."""
        if self._task is not None:
            self._task.end()

    def take(self, result: Any) -> None:  # noqa: ANN401 - what the heir's own work returned
        """Use what the work returned, in the window's thread."""
        raise NotImplementedError

    def begin(self, work: Callable[[Progress], object]) -> None:
        """Start work, unless some is going on."""
        if self._task is not None:
            self.told.emit(self.busy_sentence)
            return
        self._task = Task(self.name, work, self)
        self._task.finished.connect(self._on_finished)
        self._task.failed.connect(self._on_failed)
        self._task.stopped.connect(self._on_stopped)
        self.working.emit(self._task)
        self._task.start()

    def _on_finished(self, result: object) -> None:
        self._task = None
        self.take(result)

    def _on_failed(self, sentence: str) -> None:
        self._task = None
        self.told.emit(sentence)

    def _on_stopped(self) -> None:
        self._on_failed(self.stopped_sentence)
