"""Puts every edit on disk, one after the other, off the window's thread."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from perfdesk.io.problem import Problem
from perfdesk.models.document import Document

if TYPE_CHECKING:
    from perfdesk.io.store.store import Store

_RETRY_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class SaveState:
    """What the status bar says: `problem` is empty when all is on disk or on its way there."""

    pending: int
    saved_at: datetime | None
    problem: str = ""


class Saver(QObject):
    """A thread with the store: takes edits in order, one transaction each.

    Where the disk refuses, the edits stay in memory in their order and are tried again every
    few seconds and with every further edit; nothing is given up while the program runs.
    """

    state_changed = Signal(object)
    opened = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._waiting: list[_Job] = []
        self._idle = threading.Event()
        self._idle.set()
        self._pending = 0
        self._guard = threading.Lock()
        self._state = SaveState(0, None)
        self._thread = threading.Thread(target=self._work, name="saver", daemon=True)

    @property
    def state(self) -> SaveState:
        """How things stand now; for any thread."""
        return self._state

    def start(self) -> None:
        """Open the store and begin to save; `opened` or a problem in the state follows."""
        self._thread.start()

    def save(self, before: Document | None, after: Document | None) -> None:
        """Take one edit; it is on disk when the state says that nothing is pending."""
        self._enqueue(lambda store: store.save(before, after))

    def remember(self, key: str, value: str) -> None:
        """Keep a habit of the window, as the place one was at, with the store."""
        self._enqueue(lambda store: store.remember(key, value))

    def wait_until_saved(self, seconds: float) -> bool:
        """Wait for everything to be on disk; False when it is not by then."""
        return self._idle.wait(seconds) and not self._state.problem

    def close(self) -> None:
        """Save what is left if the disk allows, close the store and end the thread."""
        self._jobs.put(None)
        if self._thread.is_alive():
            self._thread.join()

    def _enqueue(self, write: "Callable[[Store], None]") -> None:
        with self._guard:
            self._pending += 1
            self._idle.clear()
        self._jobs.put(_Job(write))

    def _work(self) -> None:
        store = self._opened_store()
        while (job := self._next()) is not _END:
            if isinstance(job, _Job):
                self._waiting.append(job)
            if store is None:
                store = self._opened_store()
            if store is not None:
                self._write(store)
        if store is not None:
            store.close()

    def _next(self) -> "_Job | object | None":
        """Return the next job, `_END`, or None when it is time to try the waiting ones again."""
        from queue import Empty

        if not self._waiting:
            return self._jobs.get() or _END
        try:
            return self._jobs.get(timeout=_RETRY_SECONDS) or _END
        except Empty:
            return None

    def _opened_store(self) -> "Store | None":
        from perfdesk.io.store.store import Store

        try:
            store = Store.open(self.path)
        except Problem as problem:
            self._tell(str(problem))
            return None
        self._tell("")
        self.opened.emit()
        return store

    def _write(self, store: "Store") -> None:
        while self._waiting:
            try:
                self._waiting[0].write(store)
            except Problem as problem:
                self._tell(str(problem))
                return
            del self._waiting[0]
            with self._guard:
                self._pending -= 1
                if not self._pending:
                    self._idle.set()
        self._tell("", datetime.now().astimezone())

    def _tell(self, problem: str, saved_at: datetime | None = None) -> None:
        self._state = SaveState(self._pending, saved_at or self._state.saved_at, problem)
        self.state_changed.emit(self._state)


@dataclass(frozen=True, slots=True)
class _Job:
    write: "Callable[[Store], None]"


_END = object()
