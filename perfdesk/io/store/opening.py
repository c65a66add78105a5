"""From a path to a connection that may write: made, upgraded, set to lose nothing."""

import logging
import sqlite3
from datetime import datetime
from pathlib import Path

from perfdesk.io.problem import Problem
from perfdesk.io.store.identity import VERSION, exists, is_blank, mark, refuse_other, wal_of
from perfdesk.io.store.schema import statements
from perfdesk.io.store.trouble import sentence_about
from perfdesk.io.store.upgrade import Upgrades

BUSY_SECONDS = 2.0
"""How long to wait for another program, such as a virus scanner, to let go of the file."""

_log = logging.getLogger(__name__)


def opened(path: Path, upgrades: Upgrades, *, remote: bool) -> sqlite3.Connection:
    """Open the store at `path`, whose folder is there and whose write lock is held.

    `remote` is whether it lies on another machine, where a WAL's shared memory does not work.
    Raises Problem where it is newer than the program or damaged, and sqlite3.Error.
    """
    if not exists(path):
        _put_aside_leftovers(path)
    connection = sqlite3.connect(
        path,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,  # opened in one thread, it may be used in another
    )
    try:
        if is_blank(connection):
            _create(connection)
        refuse_other(connection, path, upgrades.version)
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise Problem(sentence_about(sqlite3.SQLITE_CORRUPT, path))
        upgrades.run(connection, path)
        _choose_journal(connection, remote=remote)
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _create(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for statement in statements():
        connection.execute(statement)
    mark(connection, VERSION)
    connection.execute("COMMIT")


def _choose_journal(connection: sqlite3.Connection, *, remote: bool) -> None:
    """Set how commits reach the disk: whole, also where the power fails."""
    wanted = "DELETE" if remote else "WAL"
    try:
        mode = connection.execute(f"PRAGMA journal_mode = {wanted}").fetchone()[0]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_READONLY:
            raise
        _log.info("no %s journal here", wanted, exc_info=True)
        mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    # Without a WAL only EXTRA brings to disk that the journal is gone, which is the commit.
    connection.execute(f"PRAGMA synchronous = {'FULL' if mode == 'wal' else 'EXTRA'}")


def _put_aside_leftovers(path: Path) -> None:
    """Keep the newest edits of a store that somebody removed; SQLite would delete them."""
    left = wal_of(path)
    if left.exists() and left.stat().st_size:
        time = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
        left.rename(left.with_name(f"{left.name}-{time}"))
        _log.warning("a write-ahead log without its store was put aside: %s", left.name)
