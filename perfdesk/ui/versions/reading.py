"""Reads the files of versions one after the other, away from the window."""

import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from perfdesk.io.problem import Problem
from perfdesk.io.versions import Version, read_version


class Reading(QObject):
    """A thread that reads versions; `read(path, document or sentence)` comes for each."""

    read = Signal(object, object)

    def __init__(self, versions: Sequence[Version], parent: QObject) -> None:
        super().__init__(parent)
        self._versions = versions
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name="versions", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def end(self) -> None:
        """Stop after the file that is being read."""
        self._stop.set()
        self._thread.join()

    def _work(self) -> None:
        for version in self._versions:
            if self._stop.is_set():
                return
            try:
                self.read.emit(version.path, read_version(version))
            except Problem as problem:
                self.read.emit(version.path, str(problem))
