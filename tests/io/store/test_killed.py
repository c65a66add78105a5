"""What is on disk when the writing program is killed, at whatever moment."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from subprocess import Popen

import pytest

from perfdesk.io.store.glance import Glance, NeedsOpening
from perfdesk.io.store.identity import wal_of
from perfdesk.io.store.opening import opened
from perfdesk.io.store.store import Store
from perfdesk.io.store.upgrade import SHIPPED
from perfdesk.models.document import Document
from perfdesk.models.project import Project
from tests.conftest import ExpectLog
from tests.io.store.conftest import StartWriter
from tests.io.store.writer import UPGRADES, numbers_in


def kill_after(writer: "Popen[str]", edits: int) -> int:
    """Kill a writer some time after so many edits; return the last that it said is on disk."""
    assert writer.stdout is not None
    said = [int(writer.stdout.readline()) for _ in range(edits)]
    writer.kill()
    said += [int(line) for line in writer.stdout.read().splitlines()]
    writer.wait()
    return said[-1]


def integrity_of(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [line for (line,) in connection.execute("PRAGMA integrity_check")]


@pytest.mark.parametrize("seed", range(4))
def test_every_edit_that_was_saved_is_there_whole(
    tmp_path: Path, start_writer: StartWriter, seed: int
) -> None:
    path = tmp_path / "perfdesk.sqlite"
    edits = random.Random(seed).randrange(1, 300)
    last = kill_after(start_writer(path, "edit"), edits)
    with Glance(path) as glance:
        (outline,) = glance.outline()
        at_a_glance = glance.load(outline.id)
    with Store.open(path) as store:
        document = store.load(outline.id)
        assert document == at_a_glance
        (number,) = numbers_in(document)
        assert int(number) in (last, last + 1)
        after = Document(year=2025)
        store.save(None, after)
        assert store.load(after.id) == after
    assert integrity_of(path) == ["ok"]


def test_an_upgrade_that_was_killed_has_not_begun(
    tmp_path: Path, start_writer: StartWriter
) -> None:
    path = tmp_path / "perfdesk.sqlite"
    document = Document(year=2025)
    with Store.open(path) as store:
        store.save(None, document)
    writer = start_writer(path, "upgrade")
    assert writer.stdout is not None
    assert writer.stdout.readline() == "upgrading\n"
    writer.kill()
    writer.wait()
    with Store.open(path) as store:
        assert store.load(document.id) == document
    with Store.open(path, UPGRADES) as store:
        assert store.load(document.id) == document
    assert integrity_of(path) == ["ok"]


def test_the_backup_of_a_store_that_was_killed_is_whole_in_one_file(
    tmp_path: Path, start_writer: StartWriter
) -> None:
    path = tmp_path / "perfdesk.sqlite"
    last = kill_after(start_writer(path, "edit"), 20)
    Store.open(path, UPGRADES).close()
    (backup,) = tmp_path.glob("perfdesk-升级前-*.sqlite")
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    with Glance(backup) as glance:
        (number,) = numbers_in(glance.load(glance.outline()[0].id))
    assert int(number) in (last, last + 1)


def test_a_store_that_was_killed_may_go_on_on_a_network_drive(
    tmp_path: Path, start_writer: StartWriter
) -> None:
    path = tmp_path / "perfdesk.sqlite"
    last = kill_after(start_writer(path, "edit"), 20)
    opened(path, SHIPPED, remote=True).close()
    assert not wal_of(path).exists()
    with Glance(path) as glance:
        (number,) = numbers_in(glance.load(glance.outline()[0].id))
    assert int(number) in (last, last + 1)


def test_half_a_commit_is_taken_back(tmp_path: Path, store: Store) -> None:
    """What a killed writer leaves that had no write-ahead log, as on a network drive."""
    document = Document(projects=tuple(Project(name="项目" * 100) for _ in range(300)))
    store.save(None, document)
    store.close()
    killed = tmp_path / "killed.sqlite"
    with closing(sqlite3.connect(store.path)) as writer:
        writer.execute("PRAGMA cache_size = 1")  # so that some of it is on disk before the commit
        writer.execute("UPDATE project SET name = '半', code = id")
        for ending in ("", "-journal"):
            shutil.copy(f"{store.path}{ending}", f"{killed}{ending}")
    with pytest.raises(NeedsOpening, match="上次没有正常关闭"):
        Glance(killed)
    with Store.open(killed) as again:
        assert again.load(document.id) == document
    with Glance(killed) as glance:
        assert glance.load(document.id) == document


def test_side_files_that_belong_to_nothing_do_no_harm(store: Store) -> None:
    document = Document(year=2025)
    store.save(None, document)
    store.close()
    wal_of(store.path).write_bytes(random.Random(1).randbytes(9000))
    store.path.with_name(store.path.name + "-shm").write_bytes(b"\xff" * 32768)
    with Store.open(store.path) as again:
        assert again.load(document.id) == document
    assert integrity_of(store.path) == ["ok"]


def test_what_is_left_of_a_store_that_was_deleted_is_put_aside(
    tmp_path: Path, start_writer: StartWriter, expect_log: ExpectLog
) -> None:
    path = tmp_path / "perfdesk.sqlite"
    kill_after(start_writer(path, "edit"), 5)
    left = wal_of(path).read_bytes()
    path.unlink()
    expect_log("put aside")
    with Store.open(path) as store:
        assert store.outline() == ()
    assert left in [each.read_bytes() for each in tmp_path.glob("perfdesk.sqlite-wal-*")]
