"""Numbered steps that make an old store a new one, all of them or none."""

import logging
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from perfdesk.io.problem import Problem
from perfdesk.io.store.backup import back_up
from perfdesk.io.store.identity import mark, version_of
from perfdesk.io.store.trouble import sentence_for

Step = Callable[[sqlite3.Connection], None]
"""Brings the tables from one version to the next, in plain SQL and without committing.

Its docstring says what is new. It speaks of the tables of its time and never of `schema`,
which goes on changing.
"""

_log = logging.getLogger(__name__)


class Upgrades:
    """The steps from the first version on, each registered with the version it leads to."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    @property
    def version(self) -> int:
        """The version that the last step leads to."""
        return 1 + len(self._steps)

    def to(self, version: int) -> Callable[[Step], Step]:
        """Register the decorated step; they must come in order, without a gap."""
        if version != self.version + 1:
            raise ValueError(f"the next step leads to version {self.version + 1}, not {version}")

        def register(step: Step) -> Step:
            if not step.__doc__:
                raise ValueError(f"the step to version {version} does not say what is new")
            self._steps.append(step)
            return step

        return register

    def run(self, connection: sqlite3.Connection, path: Path) -> None:
        """Bring a store up to date in one transaction, after a backup beside it.

        Raises Problem where it cannot be done; the store is then as it was, and no backup stays.
        """
        found = version_of(connection)
        if found == self.version:
            return
        backup = backup_path(path, found)
        back_up(connection, backup)
        try:
            self._run_steps(connection, found)
        except Exception as error:
            backup.unlink()
            _log.info("upgrade from version %d failed", found, exc_info=True)
            reason = sentence_for(error, path) or "请先使用原来的程序，并把日志交给技术人员。"
            raise Problem(f"数据文件“{path.name}”升级没有成功，内容没有改动。{reason}") from error
        _log.info("upgraded from version %d to %d", found, self.version)

    def _run_steps(self, connection: sqlite3.Connection, found: int) -> None:
        # Steps may rebuild tables; whether all rows belong somewhere is checked at the end.
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        try:
            for step in self._steps[found - 1 :]:
                step(connection)
            if torn := connection.execute("PRAGMA foreign_key_check").fetchall():
                raise sqlite3.IntegrityError(f"{len(torn)} rows without what they belong to")
            mark(connection, self.version)
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def backup_path(path: Path, version: int) -> Path:
    """Return the name beside a store for its backup before an upgrade from `version`."""
    time = datetime.now().astimezone()
    return path.with_name(f"{path.stem}-升级前-第{version}版-{time:%Y%m%d-%H%M%S}{path.suffix}")


SHIPPED = Upgrades()
"""The steps of this program; version 1 is the first and needs none."""


@SHIPPED.to(2)
def give_reasons_a_place(connection: sqlite3.Connection) -> None:
    """What clerks answer to findings has tables, for projects and for part one."""
    connection.execute("""
        CREATE TABLE reason (
            document_id TEXT NOT NULL,
            project_id TEXT NOT NULL,
            position INTEGER NOT NULL,
            rule TEXT NOT NULL,
            subject TEXT NOT NULL,
            facts TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (document_id, project_id, position),
            FOREIGN KEY(document_id, project_id)
                REFERENCES project (document_id, id) ON DELETE CASCADE
        ) WITHOUT ROWID""")
    connection.execute("""
        CREATE TABLE statement_reason (
            document_id TEXT NOT NULL,
            position INTEGER NOT NULL,
            rule TEXT NOT NULL,
            subject TEXT NOT NULL,
            facts TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (document_id, position),
            FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE
        ) WITHOUT ROWID""")


@SHIPPED.to(3)
def remember_last_year_and_submission(connection: sqlite3.Connection) -> None:
    """Cells know that they came from last year, and documents that they were handed in."""
    for table, column in (
        ("document", "submitted_at TEXT DEFAULT '' NOT NULL"),
        ("document", "submitted_by TEXT DEFAULT '' NOT NULL"),
        ("document", "submission_note TEXT DEFAULT '' NOT NULL"),
        ("project", "carried TEXT DEFAULT '' NOT NULL"),
        ("project", "unconfirmed INTEGER DEFAULT '0' NOT NULL"),
        ("indicator", "carried TEXT DEFAULT '' NOT NULL"),
    ):
        connection.execute(f"ALTER TABLE {table} ADD COLUMN {column}")


@SHIPPED.to(4)
def remember_last_year_in_part_one(connection: sqlite3.Connection) -> None:
    """The parts of part one know that they came from last year too."""
    for table, column in (
        ("document", "carried TEXT DEFAULT '' NOT NULL"),
        ("document", "unconfirmed INTEGER DEFAULT '0' NOT NULL"),
        ("subgoal", "carried TEXT DEFAULT '' NOT NULL"),
        ("safeguard", "carried TEXT DEFAULT '' NOT NULL"),
    ):
        connection.execute(f"ALTER TABLE {table} ADD COLUMN {column}")


@SHIPPED.to(5)
def remember_where_cells_came_from(connection: sqlite3.Connection) -> None:
    """Cells know, where they came from another project or a template, from which.

    And what is still to be looked at is added up by an index, as what is filled in.
    """
    for table in ("project", "indicator"):
        column = "carried_from TEXT DEFAULT '' NOT NULL"
        connection.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    connection.execute("DROP INDEX project_counts")
    counted = "document_id, filled, needed, unconfirmed"
    connection.execute(f"CREATE INDEX project_counts ON project ({counted})")
