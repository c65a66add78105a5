"""Puts every edit on disk, one after the other, off the window's thread."""

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from perfdesk.io.problem import Problem
from perfdesk.models.document import Document

if TYPE_CHECKING:
    from perfdesk.io.store.store import Store
    from perfdesk.models.draft import Draft

_RETRY_SECONDS = 5.0
_QUIET_SECONDS = 20.0
_UNEXPECTED = "程序遇到意外，已写入日志。"
_GONE = "数据文件“{name}”不在原处。请放回“{folder}”，或把文本导出为交换文件。"
_CHANGED = "“{name}”已被另一个窗口修改。请把这里的文本导出为交换文件，重新打开程序后再导入。"

_log = logging.getLogger(__name__)


class SaveState(NamedTuple):
    """What the status bar says: `problem` is empty when all is on disk or on its way there."""

    pending: int
    saved_at: datetime | None
    problem: str = ""


class Saver(QObject):
    """A thread with the store: takes edits in order, one transaction each.

    Where the disk refuses, the edits stay in memory in their order and are tried again every
    few seconds and with every further edit; nothing is given up while the program runs. Nor is
    anything written over what another window has saved since a document was read.

    Drafts wait until all edits before them are on disk: until then the older draft is what is
    left of a text whose edit the disk does not take.
    """

    state_changed = Signal(object)
    opened = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.found: tuple[Draft, ...] = ()
        """The drafts that the store held when it was `opened`."""
        self._drafts: tuple[Draft, ...] | None = None
        self._jobs: SimpleQueue[_Job | _Drafts | threading.Event | None] = SimpleQueue()
        self._waiting: list[_Job] = []
        self._known: set[str] = set()
        self._settled = True
        self._idle = threading.Event()
        self._idle.set()
        self._pending = 0
        self._guard = threading.Lock()
        self._state = SaveState(0, None)
        self._thread = threading.Thread(target=self._work, name="saver", daemon=True)

    @property
    def state(self) -> SaveState:
        """How things stand now; for any thread."""
        return self._state._replace(pending=self._pending)

    def start(self) -> None:
        """Open the store and begin to save; `opened` or a problem in the state follows."""
        self._thread.start()

    def save(self, before: Document | None, after: Document | None) -> None:
        """Take one edit; it is on disk when the state says that nothing is pending."""
        self._enqueue(lambda store: self._save(store, before, after))

    def remember(self, key: str, value: str) -> None:
        """Keep a habit of the window, as the place one was at, with the store."""
        self._enqueue(lambda store: store.remember(key, value), edit=False)

    def keep_drafts(self, drafts: "Sequence[Draft]") -> None:
        """Keep what is being typed, in place of what was kept of it before.

        Nobody waits for it; where the disk refuses, only the latest is tried again.
        """
        self._jobs.put(_Drafts(tuple(drafts)))

    def wait_until_saved(self, seconds: float) -> bool:
        """Try now to put everything on disk; False when the disk refuses or it takes longer."""
        if self._idle.is_set():
            return True
        tried = threading.Event()
        self._jobs.put(tried)
        tried.wait(seconds)
        return self._idle.is_set()

    def close(self) -> None:
        """Save what is left if the disk allows, close the store and end the thread."""
        self._jobs.put(None)
        if self._thread.is_alive():
            self._thread.join()

    def _enqueue(self, write: "Callable[[Store], None]", *, edit: bool = True) -> None:
        with self._guard:
            self._pending += 1
            self._idle.clear()
        self._jobs.put(_Job(write, edit))

    def _work(self) -> None:
        store = self._opened_store()
        while (job := self._next(store)) is not _END:
            if isinstance(job, _Job):
                self._waiting.append(job)
            elif isinstance(job, _Drafts):
                self._drafts = job.drafts
            store = store or self._opened_store()
            if store is not None:
                self._write(store)
            if isinstance(job, threading.Event):
                job.set()
        if store is not None:
            store.close()

    def _next(self, store: "Store | None") -> "_Job | _Drafts | threading.Event | object | None":
        """Return the next job, `_END`, or None when it is time to look what is left to do."""
        seconds = _QUIET_SECONDS if not self._settled else None
        if store is None or self._waiting or self._drafts is not None:
            seconds = _RETRY_SECONDS
        try:
            return self._jobs.get(timeout=seconds) or _END
        except Empty:
            return None

    def _opened_store(self) -> "Store | None":
        from perfdesk.io.store.store import Store

        store = None
        with self._telling():
            store = Store.open(self.path)
            with suppress(Problem):  # which the next write tells of too
                self.found = store.drafts()
            self._tell("")
            self.opened.emit()
        return store

    def _write(self, store: "Store") -> None:
        """Write what waits; when there has been nothing for a while, bring all into one file."""
        if not self._waiting and self._drafts is None:
            self._settled = True
            with suppress(Problem):
                store.settle()
            return
        self._settled = False
        with self._telling():
            while self._waiting:
                self._look_for_file()
                self._waiting[0].write(store)
                if self._waiting.pop(0).edit:
                    self._state = self._state._replace(saved_at=datetime.now().astimezone())
                with self._guard:
                    self._pending -= 1
                    if not self._pending:
                        self._idle.set()
            if self._drafts is not None:
                self._look_for_file()
                store.keep_drafts(self._drafts)
                self._drafts = None
            self._tell("")

    def _save(self, store: "Store", before: Document | None, after: Document | None) -> None:
        if before is not None and before.id not in self._known and not _holds(store, before):
            raise Problem(_CHANGED.format(name=self.path.name))
        store.save(before, after)
        self._known |= {each.id for each in (before, after) if each}

    def _look_for_file(self) -> None:
        """Raise Problem where the store was taken away: the system would let us write on."""
        if not self.path.exists():
            raise Problem(_GONE.format(name=self.path.name, folder=self.path.parent))

    @contextmanager
    def _telling(self) -> "Iterator[None]":
        """Tell what goes wrong inside the block; the thread goes on, as edits wait in it."""
        try:
            yield
        except Problem as problem:
            self._tell(str(problem))
        except Exception:  # noqa: BLE001 - a mistake of ours must not lose what was typed
            if self._state.problem != _UNEXPECTED:
                _log.exception("not saved")
            self._tell(_UNEXPECTED)

    def _tell(self, problem: str) -> None:
        self._state = SaveState(self._pending, self._state.saved_at, problem)
        self.state_changed.emit(self._state)


def _holds(store: "Store", document: Document) -> bool:
    """Whether the store has the document exactly as it was read."""
    try:
        return store.load(document.id) == document
    except KeyError:
        return False


class _Job(NamedTuple):
    write: "Callable[[Store], None]"
    edit: bool  # else a habit of the window, whose time says nothing to the clerk


class _Drafts(NamedTuple):
    drafts: "tuple[Draft, ...]"


_END = object()
