"""Edits that do not fit on the disk."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest

from perfdesk.io.problem import Problem
from perfdesk.io.store.glance import Glance
from perfdesk.io.store.identity import VERSION
from perfdesk.io.store.store import Store
from perfdesk.io.store.upgrade import SHIPPED
from perfdesk.models.document import Document
from perfdesk.models.project import Project
from perfdesk.models.statement import Statement

SMALL = Document(year=2025, statement=Statement("目标"))
LARGE = replace(SMALL, projects=tuple(Project(purpose="用途" * 2000) for _ in range(50)))


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[sqlite3.Connection]:
    """The connections that are opened during the test, in their order."""
    made: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def remembering(*args: object, **options: object) -> sqlite3.Connection:
        made.append(connect(*args, **options))  # type: ignore[call-overload] # as given
        return made[-1]

    monkeypatch.setattr(sqlite3, "connect", remembering)
    return made


def test_an_edit_that_does_not_fit_leaves_the_store_as_it_was(
    tmp_path: Path, connections: list[sqlite3.Connection]
) -> None:
    with Store.open(tmp_path / "perfdesk.sqlite") as store:
        (connection,) = connections
        store.save(None, SMALL)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 5}")
        with pytest.raises(Problem, match=r"磁盘空间不足.*请清理"):
            store.save(SMALL, LARGE)
        assert store.load(SMALL.id) == SMALL
        with Glance(store.path) as glance:
            assert glance.load(SMALL.id) == SMALL
        edited = replace(SMALL, year=2026)
        store.save(SMALL, edited)
        connection.execute("PRAGMA max_page_count = 100000")
        store.save(edited, LARGE)
        assert store.load(SMALL.id) == LARGE


@contextmanager
def files_not_larger_than(size: int) -> Iterator[None]:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_write_that_the_system_refuses_leaves_the_store_as_it_was(store: Store) -> None:
    store.save(None, SMALL)
    with files_not_larger_than(150_000):
        with pytest.raises(Problem, match="失败"):
            store.save(SMALL, LARGE)
        assert store.load(SMALL.id) == SMALL
        edited = replace(SMALL, year=2026)
        store.save(SMALL, edited)
    store.save(edited, LARGE)
    assert store.load(SMALL.id) == LARGE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_without_room_for_the_backup_nothing_is_upgraded(store: Store) -> None:
    store.save(None, LARGE)
    store.close()
    upgrades = deepcopy(SHIPPED)

    @upgrades.to(VERSION + 1)
    def nothing_much(connection: sqlite3.Connection) -> None:
        """Nothing is new."""
        del connection

    before = store.path.read_bytes()
    with files_not_larger_than(100_000), pytest.raises(Problem, match="升级前"):
        Store.open(store.path, upgrades)
    assert store.path.read_bytes() == before
    assert len(list(store.path.parent.glob("*.sqlite"))) == 1
    with Store.open(store.path) as again:
        assert again.load(LARGE.id) == LARGE
