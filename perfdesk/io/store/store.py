"""The store as its one writer has it: opened under a lock, every edit one transaction."""

import contextlib
import logging
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import StaticPool

from perfdesk.io.problem import Problem, problem_with
from perfdesk.io.store import queries, writing
from perfdesk.io.store.batch import OutOfStepError
from perfdesk.io.store.counting import COUNTED_BY, counted_by
from perfdesk.io.store.drafts import DRAFTS, dumped, loaded
from perfdesk.io.store.drive import is_remote
from perfdesk.io.store.glance import read_only
from perfdesk.io.store.identity import exists, refuse_other
from perfdesk.io.store.lock import WriteLock
from perfdesk.io.store.opening import opened
from perfdesk.io.store.schema import MEMORY
from perfdesk.io.store.trouble import CUT_OFF, sentence_for, told
from perfdesk.io.store.upgrade import SHIPPED, Upgrades
from perfdesk.models.document import Document
from perfdesk.models.draft import Draft
from perfdesk.models.outline import DocumentOutline

_log = logging.getLogger(__name__)


class Store:
    """All documents of an office in one file, to be read and written by one thread at a time.

    What a method wrote is on disk when it returns. Where the disk or the system refuses, it
    raises Problem and the store is as it was.
    """

    def __init__(self, path: Path, lock: WriteLock, connection: sqlite3.Connection) -> None:
        self.path = path
        self._lock = lock
        self._reading = connection
        self._writing = _engine_connection(connection)

    @classmethod
    def open(cls, path: Path, upgrades: Upgrades = SHIPPED) -> Self:
        """Open the store at `path`, made with its folder where there is none, and lock it.

        An older store is upgraded. Raises Problem, with nothing changed, where another window
        has it open, where it is of a newer program or damaged, or something else is there.
        """
        path = Path(os.path.realpath(path))
        _look_before(path, upgrades.version)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise problem_with(path.parent, "写入", error) from error
        lock = WriteLock(path)
        try:
            with told(path):
                connection = opened(path, upgrades, remote=is_remote(path.parent))
        except BaseException as error:
            lock.release()
            if isinstance(error, OSError):
                raise problem_with(path, "写入", error) from error
            raise
        store = cls(path, lock, connection)
        try:
            store._keep_counts_true()
        except BaseException:
            store.close()
            raise
        return store

    def outline(self) -> tuple[DocumentOutline, ...]:
        """Return what lists show of all documents, latest year first."""
        with told(self.path):
            return queries.outline(self._reading)

    def load(self, document_id: str) -> Document:
        """Return a whole document. Raises KeyError where there is none with this id."""
        with told(self.path):
            return queries.load(self._reading, document_id)

    def save(self, before: Document | None, after: Document | None) -> None:
        """Write that a document is now `after`, where the store holds it as `before`.

        None means that there is none: a document comes, or goes. Only the difference is written.
        """
        if before is not None and after is not None and before.id != after.id:
            raise ValueError("an edit never changes which document it is")
        try:
            with self._transaction() as connection:
                if before is not None and after is not None:
                    writing.write_difference(connection, before, after)
                elif after is not None:
                    writing.write_whole(connection, after)
                elif before is not None:
                    writing.remove(connection, before.id)
        except (OutOfStepError, IntegrityError):
            if after is None:
                raise
            # What is on screen is what the clerk wants kept.
            _log.exception("the store was out of step; the document is written whole")
            with self._transaction() as connection:
                writing.write_whole(connection, after)

    def remember(self, key: str, value: str) -> None:
        """Keep a small text for the program itself, such as the document that was open last."""
        with self._transaction() as connection:
            _remember(connection, key, value)

    def recall(self, key: str) -> str:
        """Return what was remembered under `key`, or an empty text."""
        with told(self.path):
            return queries.recall(self._reading, key)

    def keep_drafts(self, drafts: Sequence[Draft]) -> None:
        """Keep what is being typed, in place of what was kept of it before."""
        self.remember(DRAFTS, dumped(drafts))

    def drafts(self) -> tuple[Draft, ...]:
        """Return what was being typed when the program ended, if it did not end by itself."""
        return loaded(self.recall(DRAFTS))

    def settle(self) -> None:
        """Bring everything into the one file, for when nothing is being typed.

        The clerk may copy the file then, or put another in its place, and nothing is missing.
        """
        with told(self.path):
            self._reading.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Let go of the file, and leave it as one that is whole without any other beside it."""
        with contextlib.suppress(sqlite3.Error):  # what is saved is safe in the log as well
            self._reading.execute("PRAGMA journal_mode = DELETE").fetchall()
        engine = self._writing.engine
        self._writing.close()
        engine.dispose()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _keep_counts_true(self) -> None:
        """Count anew how far everything is, where forms or the program have changed."""
        if self.recall(COUNTED_BY) == counted_by():
            return
        ids = [document.id for document in self.outline()]
        with self._transaction() as connection:
            for document_id in ids:
                writing.count_anew(connection, queries.load(self._reading, document_id))
            _remember(connection, COUNTED_BY, counted_by())

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._writing.begin():
                yield self._writing
        except DBAPIError as error:
            # SQLite leaves open what it could not commit because somebody reads.
            self._reading.rollback()
            if sentence := sentence_for(error.orig, self.path):
                raise Problem(sentence) from error
            raise


def _look_before(path: Path, version: int) -> None:
    """Raise Problem where there is something that is not to be touched, not even by a lock."""
    if not exists(path):
        return
    with told(path), contextlib.closing(read_only(path)) as connection:
        try:
            refuse_other(connection, path, version)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != CUT_OFF:  # which opening it for writing mends
                raise


def _engine_connection(connection: sqlite3.Connection) -> Connection:
    """Return SQLAlchemy's connection over an open one; its transactions write from the start."""
    engine = create_engine("sqlite+pysqlite://", creator=lambda: connection, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def begin(starting: Connection) -> None:
        starting.exec_driver_sql("BEGIN IMMEDIATE")

    return engine.connect()


def _remember(connection: Connection, key: str, value: str) -> None:
    upsert = insert(MEMORY).values(key=key, value=value)
    connection.execute(upsert.on_conflict_do_update(set_={"value": upsert.excluded.value}))
