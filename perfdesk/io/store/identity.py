"""What marks a SQLite file as a store, and which version of one it is."""

import sqlite3
from pathlib import Path

from perfdesk.io.problem import Problem, problem_with

APPLICATION_ID = 0x50446573
"""`PDes`, in the place that SQLite's file format keeps for it."""

VERSION = 1
"""The version of the tables that this program reads and writes, kept in `user_version`."""

_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID_AT = 68


def exists(path: Path) -> bool:
    """Tell whether there is a store, whatever its version, and not just a place for one.

    Only the file's first bytes are read. Raises Problem where something else is in its place.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_APPLICATION_ID_AT + 4)
    except FileNotFoundError:
        return False
    except OSError as error:
        if path.is_dir():  # some systems speak of permissions then
            raise Problem(f"“{path}”是一个文件夹。请指定其中的数据文件。") from error
        raise problem_with(path, "读取", error) from error
    if not head:
        return False
    marked = head[_APPLICATION_ID_AT:] == APPLICATION_ID.to_bytes(4, "big")
    if not head.startswith(_MAGIC) or not marked:
        raise Problem(f"“{path.name}”不是本程序的数据文件，未作任何改动。请选择其他文件。")
    return True


def holds_tables(connection: sqlite3.Connection) -> bool:
    """Tell whether a database has any table; one whose making was interrupted has none."""
    count: int = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return count > 0


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of a store's tables."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def refuse_newer(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Raise Problem where a store is newer than the `version` that the program knows."""
    found = version_of(connection)
    if found > version:
        raise Problem(
            f"数据文件“{path.name}”由更新的程序保存（第{found}版，本程序只认识到第{version}版），"
            "未作任何改动。请安装新版程序后再打开。"
        )


def mark(connection: sqlite3.Connection, version: int) -> None:
    """Mark a database as a store of this version, in the transaction that is open."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")


def wal_of(path: Path) -> Path:
    """Return the file beside a store that holds its newest edits while it is open."""
    return path.with_name(path.name + "-wal")
