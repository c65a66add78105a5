"""Numbered steps that make an old store a new one, all of them or none."""

import logging
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from perfdesk.io.problem import Problem
from perfdesk.io.store.backup import back_up
from perfdesk.io.store.identity import mark, version_of

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

        Raises Problem naming the backup where it cannot be done; the store is then as it was.
        """
        found = version_of(connection)
        if found == self.version:
            return
        backup = path.with_name(
            f"{path.stem}-升级前-第{found}版-{datetime.now().astimezone():%Y%m%d-%H%M%S}{path.suffix}"
        )
        back_up(connection, backup)
        # Tables may be rebuilt on the way; what belongs together is checked at the end.
        connection.execute("PRAGMA foreign_keys = OFF")
        try:
            connection.execute("BEGIN IMMEDIATE")
            for step in self._steps[found - 1 :]:
                step(connection)
            if torn := connection.execute("PRAGMA foreign_key_check").fetchall():
                raise sqlite3.IntegrityError(f"{len(torn)} rows without what they belong to")
            mark(connection, self.version)
            connection.execute("COMMIT")
        except Exception as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            _log.exception("upgrade from version %d to %d", found, self.version)
            raise Problem(
                f"数据文件“{path.name}”升级没有成功，内容没有改动，备份在“{backup.name}”。"
                "请先使用原来的程序，并把日志交给技术人员。"
            ) from error
        _log.info("upgraded from version %d to %d", found, self.version)


SHIPPED = Upgrades()
"""The steps of this program; version 1 is the first and needs none."""
