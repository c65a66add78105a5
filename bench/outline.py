"""The lists of a large workspace: read from the store, against the plain query."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from bench.figure import Figure, Goal
from bench.measuring import medians, milliseconds
from bench.setting import Setting
from perfdesk.io.store.glance import Glance
from perfdesk.io.store.rest import Rest
from perfdesk.ui.tree.nodes import build

_ROUNDS = 12
_ROWS = "SELECT * FROM project ORDER BY document_id, position"


def outline(setting: Setting) -> Iterator[Figure]:
    """All that lists show of 10,000 projects, and what the first paint reads of it."""
    path = setting.large_store
    rest = Rest(path)
    with Glance(path) as glance, closing(sqlite3.connect(path)) as plain:
        rows, whole, sketched, built = medians(
            setting.rounds(_ROUNDS),
            lambda: milliseconds(plain.execute(_ROWS).fetchall),
            lambda: milliseconds(glance.outline),
            lambda: milliseconds(lambda: glance.sketch("", rest.projects)),
            lambda: milliseconds(lambda: list(build(glance.sketch("", rest.projects)).walk())),
        )
    yield Figure("list: 10,000 projects, whole", whole, Goal(3, of_floor=True), rows)
    yield Figure("list: 10,000 projects, first sight", sketched, Goal(0.5, of_floor=True), rows)
    yield Figure("list: 10,000 projects, whole tree", built, Goal(3, of_floor=True), rows)
