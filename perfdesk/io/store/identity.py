"""What marks a SQLite file as a store, and which version of one it is.

SQLite is asked, and the file never opened beside it: closing it again would drop the locks
that another connection of this process has on it.
"""

import sqlite3
from pathlib import Path

from perfdesk.io.problem import Problem, problem_with
from perfdesk.io.store.trouble import sentence_about

APPLICATION_ID = 0x50446573
"""`PDes`, in the place that SQLite's file format keeps for it."""

VERSION = 5
"""The version of the tables that this program reads and writes, kept in `user_version`."""


def exists(path: Path) -> bool:
    """Tell whether something is there that may be a store, and is not just an empty file.

    Raises Problem where there is a folder or nothing can be asked.
    """
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return False
    except OSError as error:
        raise problem_with(path, "读取", error) from error
    if not path.is_file():
        raise Problem(f"“{path}”是文件夹，不是数据文件。请指定文件夹中的文件。")
    return size > 0


def is_blank(connection: sqlite3.Connection) -> bool:
    """Tell whether a database was never made, or its making was cut off."""
    return _pragma(connection, "page_count") == 0


def refuse_other(connection: sqlite3.Connection, path: Path, version: int = VERSION) -> None:
    """Raise Problem for another program's database, and for a store newer than `version`."""
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise Problem(sentence_about(sqlite3.SQLITE_NOTADB, path))
    found = version_of(connection)
    if found > version:
        raise Problem(
            f"数据文件“{path.name}”由更新的程序保存（第{found}版，本程序只认识到第{version}版），"
            "未作任何改动。请安装新版程序后再打开。"
        )


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of a store's tables."""
    return _pragma(connection, "user_version")


def mark(connection: sqlite3.Connection, version: int) -> None:
    """Mark a database as a store of this version, in the transaction that is open."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")


def wal_of(path: Path) -> Path:
    """Return the file beside a store that holds its newest edits while it is open."""
    return path.with_name(path.name + "-wal")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    value: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value
