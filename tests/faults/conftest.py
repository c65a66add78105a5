"""The window's workspaces, and disks that are full, for tests of what goes wrong."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.ui.conftest import (  # noqa: F401 - fixtures, asked for by their names
    empty_workspace,
    filled_store,
    open_workspace,
    samples,
    store_path,
    workspace,
)


class Disk:
    """The disk under the store that was opened last, as full as the test wants it."""

    def __init__(self, connections: list[sqlite3.Connection]) -> None:
        self._connections = connections

    def fill(self) -> None:
        """Leave the store no page more than it has."""
        (pages,) = self._last.execute("PRAGMA page_count").fetchone()
        self._last.execute(f"PRAGMA max_page_count = {pages}").fetchall()

    def clear(self) -> None:
        """Make room again."""
        self._last.execute("PRAGMA max_page_count = 1000000").fetchall()

    @property
    def _last(self) -> sqlite3.Connection:
        return self._connections[-1]


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """The disk of the stores that are opened for writing from now on: ask for it first."""
    made: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def remembering(*args: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*args, **options)  # type: ignore[call-overload] # as given
        if "check_same_thread" in options:  # which the one writing connection asks for
            made.append(connection)
        return connection

    monkeypatch.setattr(sqlite3, "connect", remembering)
    return Disk(made)


@contextmanager
def files_not_larger_than(size: int) -> Iterator[None]:
    """Let the system refuse to write what goes beyond `size` bytes of a file."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
