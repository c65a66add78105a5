"""What SQLite complains of, said so that the clerk can do something about it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from perfdesk.io.problem import Problem

_SENTENCES = {
    sqlite3.SQLITE_FULL: "磁盘空间不足，没有写入“{name}”。请清理磁盘“{folder}”后重试。",
    sqlite3.SQLITE_READONLY: "数据文件“{name}”是只读的。请检查文件和文件夹“{folder}”的写入权限。",
    sqlite3.SQLITE_PERM: "没有权限使用数据文件“{name}”。请检查文件夹“{folder}”的权限。",
    sqlite3.SQLITE_BUSY: "数据文件“{name}”正被其他程序占用。请关闭该程序后重试。",
    sqlite3.SQLITE_LOCKED: "数据文件“{name}”正被其他程序占用。请关闭该程序后重试。",
    sqlite3.SQLITE_CORRUPT: "数据文件“{name}”已损坏，未作任何改动。请用备份恢复，或交给技术人员。",
    sqlite3.SQLITE_NOTADB: "“{name}”不是本程序的数据文件，未作任何改动。请选择其他文件。",
    sqlite3.SQLITE_CANTOPEN: "无法打开数据文件“{name}”。请检查文件夹“{folder}”是否存在、能否写入。",
    sqlite3.SQLITE_IOERR: "读写数据文件“{name}”失败。请检查磁盘“{folder}”是否已断开或已写满。",
}
CUT_OFF = sqlite3.SQLITE_READONLY_ROLLBACK
"""What a reader is told of a file whose writer was killed in the middle of a commit."""

_PRIMARY = 0xFF
"""SQLite's extended codes carry the plain one in their lowest byte."""


def sentence_about(code: int, path: Path) -> str:
    """Return what to tell the clerk of one of SQLite's codes; nothing where it is our mistake."""
    return _SENTENCES.get(code & _PRIMARY, "").format(name=path.name, folder=path.parent)


def sentence_for(error: BaseException | None, path: Path) -> str:
    """Return what to tell the clerk of an error; nothing where it is our mistake."""
    code = getattr(error, "sqlite_errorcode", None)
    return sentence_about(code, path) if isinstance(code, int) else ""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite cannot do inside the block into a Problem with the store at `path`."""
    try:
        yield
    except sqlite3.Error as error:
        if sentence := sentence_for(error, path):
            raise Problem(sentence) from error
        raise
