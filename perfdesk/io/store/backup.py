"""A copy of a store that is known to be whole."""

import contextlib
import sqlite3
from pathlib import Path

from perfdesk.io.atomic import replace_file
from perfdesk.io.problem import Problem
from perfdesk.io.store.trouble import told


def back_up(connection: sqlite3.Connection, target: Path) -> None:
    """Copy an open store to `target`, and take the copy apart before it gets its name.

    Raises Problem where there is no room or the copy is not what it should be.
    """

    def write(path: Path) -> None:
        with told(target), contextlib.closing(_opened(path)) as copy:
            connection.backup(copy)
            # A single file, which needs no other beside it wherever it is carried.
            copy.execute("PRAGMA journal_mode = DELETE")

    def verify(path: Path) -> None:
        with told(target), contextlib.closing(_opened(path)) as copy:
            findings = [line for (line,) in copy.execute("PRAGMA integrity_check")]
            whole = findings == ["ok"] and _counts(copy) == _counts(connection)
        if not whole:
            raise Problem(f"备份“{target.name}”核对不一致，没有保留。请检查磁盘后重试。")

    replace_file(target, write, verify)


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Count the rows of every table."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in tables
    }
