"""From a path to a connection that may write: made, upgraded, set to lose nothing."""

import logging
import sqlite3
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import StaticPool

from perfdesk.io.store.drive import is_remote
from perfdesk.io.store.identity import (
    VERSION,
    exists,
    holds_tables,
    mark,
    refuse_newer,
    wal_of,
)
from perfdesk.io.store.schema import METADATA
from perfdesk.io.store.upgrade import Upgrades

BUSY_SECONDS = 2.0
"""How long to wait for another program, such as a virus scanner, to let go of the file."""

_log = logging.getLogger(__name__)


def opened(path: Path, upgrades: Upgrades) -> sqlite3.Connection:
    """Open the store at `path`, whose folder is there and whose write lock is held.

    Raises Problem where it is newer than the program, sqlite3.Error where SQLite fails.
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
        if is_remote(path.parent):
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        if not holds_tables(connection):
            _create(connection)
        refuse_newer(connection, path, upgrades.version)
        upgrades.run(connection, path)
        _choose_journal(connection, path)
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def engine_connection(connection: sqlite3.Connection) -> Connection:
    """Return SQLAlchemy's connection over an open one; its transactions write from the start."""
    engine = create_engine("sqlite+pysqlite://", creator=lambda: connection, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def begin(starting: Connection) -> None:
        starting.exec_driver_sql("BEGIN IMMEDIATE")

    return engine.connect()


def _create(connection: sqlite3.Connection) -> None:
    creating = engine_connection(connection)
    with creating.begin():
        METADATA.create_all(creating)
        mark(connection, VERSION)


def _choose_journal(connection: sqlite3.Connection, path: Path) -> None:
    """Set how commits reach the disk: all of them at once, also where the power fails."""
    remote = is_remote(path.parent)
    wanted = "DELETE" if remote else "WAL"
    try:
        mode = connection.execute(f"PRAGMA journal_mode = {wanted}").fetchone()[0]
    except sqlite3.OperationalError:
        _log.info("no %s journal here", wanted, exc_info=True)
        mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    if remote:
        connection.execute("PRAGMA locking_mode = NORMAL")
    # Without a WAL only EXTRA brings to disk that the journal is gone, which is the commit.
    connection.execute(f"PRAGMA synchronous = {'FULL' if mode == 'wal' else 'EXTRA'}")


def _put_aside_leftovers(path: Path) -> None:
    """Keep the newest edits of a store that somebody removed; SQLite would delete them."""
    left = wal_of(path)
    if left.exists() and left.stat().st_size:
        time = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
        left.rename(left.with_name(f"{left.name}-{time}"))
        _log.warning("a write-ahead log without its store was put aside: %s", left.name)
