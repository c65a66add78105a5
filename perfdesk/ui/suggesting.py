"""The office's memory in the window: learned once in a thread, then kept up with every edit."""

import time
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from perfdesk.io.problem import Problem
from perfdesk.models.document import Document
from perfdesk.ui.memory import give_back
from perfdesk.ui.session import Session
from perfdesk.ui.settings import Settings
from perfdesk.ui.tasks import Progress, Task

if TYPE_CHECKING:  # library and memory are loaded in the thread
    from perfdesk.models.suggest.suggester import Suggester
    from perfdesk.ui.reader import OpenReader

_BREATH_SECONDS = 0.0001


class Suggesting(QObject):
    """Holds what suggestions come from, once every document of the workspace has been read.

    `suggester` is None until then; `ready` comes when it is there. `open_reader` is how those
    documents are read that nobody has opened.
    """

    ready = Signal()

    def __init__(
        self,
        session: Session,
        settings: Settings,
        parent: QObject | None = None,
        open_reader: "OpenReader | None" = None,
    ) -> None:
        super().__init__(parent)
        self.suggester: Suggester | None = None
        self._session = session
        self._settings = settings
        self._open_reader = open_reader
        self._task: Task[Suggester] | None = None
        # What is newer than what the thread reads, by id: the document before and after.
        self._newer: dict[str, tuple[Document | None, Document | None]] = {}
        session.changed.connect(self._follow)

    @property
    def while_typing(self) -> bool:
        """Whether something is suggested without being asked for."""
        return self._settings.suggests

    @while_typing.setter
    def while_typing(self, wanted: bool) -> None:
        self._settings.suggests = wanted

    def start(self) -> None:
        """Begin to learn, in a thread; once."""
        opened = self._session.opened()
        self._newer.update((each.id, (None, each)) for each in opened)
        others = [each.id for each in self._session.outlines if each.id not in self._newer]
        self._task = Task("整理往年指标", partial(self._learn, others), self)
        self._task.finished.connect(self._take)
        self._task.start()

    def close(self) -> None:
        """End the thread; nothing is learned any more."""
        if self._task:
            self._task.finished.disconnect(self._take)
            self._task.end()
            self._task = None

    # --- in the thread

    def _learn(self, document_ids: Sequence[str], progress: Progress) -> "Suggester":
        from perfdesk.io.library import library
        from perfdesk.io.pinyin import readings
        from perfdesk.io.rule_book import words
        from perfdesk.models.suggest.history import History
        from perfdesk.models.suggest.levels import Levels
        from perfdesk.models.suggest.suggester import Suggester

        levels = Levels(words().levels)
        history = History(levels, readings)
        history.learn(self._read(document_ids, progress))
        suggester = Suggester(library(), history, levels, readings)
        give_back()  # all there is has been read now, here and by what judges
        return suggester

    def _read(self, document_ids: Sequence[str], progress: Progress) -> Iterator[Document]:
        """Yield stored documents, letting the window go on after each. Raises Cancelled.

        Those that cannot be read are left out: the saver tells of a store that fails.
        """
        if self._open_reader is None or not document_ids:
            return
        try:
            with self._open_reader() as reader:
                for document_id in document_ids:
                    progress.check()
                    time.sleep(_BREATH_SECONDS)
                    try:
                        yield reader.load(document_id)
                    except (KeyError, Problem):
                        continue
        except Problem:
            return

    # --- in the window's thread

    def _take(self, suggester: "Suggester") -> None:
        for before, after in self._newer.values():
            suggester.history.update(None if after else before, after)
        self._newer.clear()
        self.suggester = suggester
        self.ready.emit()

    def _follow(self, before: Document | None, after: Document | None) -> None:
        if self.suggester:
            self.suggester.history.update(before, after)
        elif known := after or before:
            self._newer[known.id] = before, after
