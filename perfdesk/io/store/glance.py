"""A quick look into a store: nothing but the standard library, no lock, nothing written."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote_from_bytes

from perfdesk.io.problem import Problem
from perfdesk.io.store import queries
from perfdesk.io.store.identity import VERSION, exists, is_blank, refuse_other, version_of
from perfdesk.io.store.trouble import CUT_OFF, told
from perfdesk.models.document import Document
from perfdesk.models.outline import DocumentOutline, ProjectOutline


class NoStore(Problem):
    """There is no store yet; opening one makes it."""


class NeedsOpening(Problem):
    """The store must be opened for writing first: it is of an older version, or was cut off."""


class Glance:
    """A store that is only read, also while another program writes it.

    Raises NoStore, NeedsOpening, or Problem where there is something else in its place.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        if not exists(self.path):
            raise NoStore(f"还没有数据文件“{self.path}”。")
        with told(self.path):
            self._connection = read_only(self.path)
            try:
                self._check()
            except BaseException:
                self._connection.close()
                raise

    def outline(self) -> tuple[DocumentOutline, ...]:
        """Return what lists show of all documents, latest year first."""
        with self._snapshot():
            return queries.outline(self._connection)

    def sketch(
        self, document_id: str, others: Callable[[str], tuple[ProjectOutline, ...]]
    ) -> tuple[DocumentOutline, ...]:
        """Return the same, but read of the projects only those of one document.

        `others` is asked for those of another one, by its id, when somebody looks at them.
        """
        with self._snapshot():
            return queries.sketch(self._connection, document_id, others)

    def load(self, document_id: str) -> Document:
        """Return a whole document. Raises KeyError where there is none with this id."""
        with self._snapshot():
            return queries.load(self._connection, document_id)

    def recall(self, key: str) -> str:
        """Return what the store was told to remember under `key`, or an empty text."""
        with self._snapshot():
            return queries.recall(self._connection, key)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _check(self) -> None:
        try:
            if is_blank(self._connection):
                raise NoStore(f"还没有数据文件“{self.path}”。")
            refuse_other(self._connection, self.path)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != CUT_OFF:
                raise
            raise NeedsOpening(
                f"数据文件“{self.path.name}”上次没有正常关闭。请先打开一次程序窗口，完成恢复。"
            ) from error
        if version_of(self._connection) < VERSION:
            raise NeedsOpening(
                f"数据文件“{self.path.name}”由旧版程序保存。请先打开一次程序窗口，完成升级。"
            )

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """Read as of one moment, whoever writes meanwhile."""
        with told(self.path), self._connection:
            self._connection.execute("BEGIN")
            yield


def read_only(path: Path) -> sqlite3.Connection:
    """Connect to the file at `path` so that nothing can be written to it."""
    return sqlite3.connect(_read_only_uri(path), uri=True, isolation_level=None)


def _read_only_uri(path: Path) -> str:
    """Return a file's address as SQLite reads it: a drive or a share, too, goes below a slash."""
    plain = path.as_posix()
    rooted = plain if plain.startswith("/") else "/" + plain
    return f"file://{quote_from_bytes(os.fsencode(rooted))}?mode=ro"
