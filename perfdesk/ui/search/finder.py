"""Looks through documents in a thread of its own, those that nobody has opened as well."""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from perfdesk.io.forms import form_or_default
from perfdesk.io.problem import Problem
from perfdesk.models.document import Document
from perfdesk.models.search.found import find_in
from perfdesk.models.search.query import Query
from perfdesk.models.search.texts import texts_of
from perfdesk.ui.reader import OpenReader, Reader
from perfdesk.ui.search.hit import Hit, Home

MOST = 5000
"""How many texts are listed; whoever finds more has to say more precisely what is meant."""

_AT_ONCE = 300
_OFTEN = 50
_PAUSE_SECONDS = 0.05
_BREATH_SECONDS = 0.0001
_PATIENCE_SECONDS = 5.0  # a disk may hang


class Source(NamedTuple):
    """Where to look: a document as it stands, or where it is None as it is stored.

    With a `project_id` only in that project, with an empty one only in part one.
    """

    document_id: str
    document: Document | None = None
    project_id: str | None = None


class _Wish(NamedTuple):
    number: int
    query: Query
    sources: Sequence[Source]


class Finder(QObject):
    """Finds the texts that hold a query; a newer query ends the search under way.

    `found(number, hits)` comes whenever there is something to show, `done(number, whole)` at
    the end, not `whole` where there are more than are listed, `troubled(sentence)` for a store
    that cannot be read. `number` is what `look` returned.
    """

    found = Signal(int, object)
    done = Signal(int, bool)
    troubled = Signal(str)

    def __init__(self, open_reader: OpenReader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_reader = open_reader
        self._number = 0
        self._wish: _Wish | None = None
        self._guard = threading.Lock()
        self._thread: threading.Thread | None = None
        self._texts: dict[str, str] = {}

    def look(self, query: Query, sources: Sequence[Source]) -> int:
        """Begin to look for a query; returns the number of this search."""
        with self._guard:
            self._number += 1
            self._wish = _Wish(self._number, query, sources)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="finder", daemon=True)
                self._thread.start()
        return self._number

    def stop(self) -> None:
        """End the search under way."""
        with self._guard:
            self._wish = None

    def rest(self) -> None:
        """End the search under way, and let go of what was kept to be looked through again."""
        self.stop()
        self._texts = {}

    def close(self) -> None:
        """End the search under way and wait for it, as the window goes."""
        self.rest()
        if thread := self._thread:
            thread.join(_PATIENCE_SECONDS)

    # --- in the thread

    def _work(self) -> None:
        last: _Wish | None = None
        while wish := self._next(last):
            last = wish
            try:
                self._search(wish)
            except _Obsolete:
                continue
            except Problem as problem:
                self.troubled.emit(str(problem))
                self.done.emit(wish.number, True)

    def _next(self, last: _Wish | None) -> _Wish | None:
        """Return the newest wish; None, for the thread to end, where that one is done."""
        with self._guard:
            if self._wish is last:
                self._wish = None
            if self._wish is None:
                self._thread = None
            return self._wish

    def _search(self, wish: _Wish) -> None:
        waiting: list[Hit] = []
        total = 0
        told_at = time.monotonic()
        with ExitStack() as resources:
            for hit in self._hits(wish, resources):
                waiting.append(hit)
                total += 1
                if total == MOST:
                    break
                if not total % _OFTEN:
                    self._breathe(wish)
                now = time.monotonic()
                if len(waiting) >= _AT_ONCE or now - told_at > _PAUSE_SECONDS:
                    self.found.emit(wish.number, waiting)
                    waiting, told_at = [], now
        if waiting:
            self.found.emit(wish.number, waiting)
        self.done.emit(wish.number, total < MOST)

    def _hits(self, wish: _Wish, resources: ExitStack) -> Iterator[Hit]:
        reader: Reader | None = None
        for source in wish.sources:
            document = source.document
            texts = self._texts.get(source.document_id)
            if document is None and (texts is None or wish.query.may_stand_in(texts)):
                reader = reader or resources.enter_context(self._open_reader())
                document = self._loaded(reader, source.document_id)
            if document is not None:
                yield from self._hits_in(wish, source, document)
            self._breathe(wish)

    def _hits_in(self, wish: _Wish, source: Source, document: Document) -> Iterator[Hit]:
        form = form_or_default(document.form)
        home = Home.of(form, document)
        parts = {each.id: each for each in document.projects}
        for written, spans in find_in(wish.query, document, source.project_id):
            part = parts.get(written.project_id, document.statement)
            yield Hit(home, part, written, spans)

    def _loaded(self, reader: Reader, document_id: str) -> Document | None:
        """Read a document that nobody has opened, and keep what is needed to pass by it next time.

        It cannot change as long as nobody opens it.
        """
        try:
            document = reader.load(document_id)
        except KeyError:
            return None  # deleted meanwhile
        self._texts[document_id] = "\0".join(each.text for each in texts_of(document))
        return document

    def _breathe(self, wish: _Wish) -> None:
        """Let the window go on. Raises _Obsolete where nobody waits for this search any more."""
        time.sleep(_BREATH_SECONDS)
        if self._wish is not wish:
            raise _Obsolete


class _Obsolete(Exception):
    """Raised inside a search that nobody waits for any more."""
