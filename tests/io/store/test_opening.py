"""Opening a store, and every way in which it may be refused."""

import shutil
import sqlite3
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from perfdesk.io.problem import Problem
from perfdesk.io.store.glance import Glance, NeedsOpening, NoStore
from perfdesk.io.store.opening import opened
from perfdesk.io.store.store import Store
from perfdesk.io.store.upgrade import SHIPPED
from perfdesk.models.document import Document
from perfdesk.models.project import Project
from tests.io.store.conftest import StartWriter

DOCUMENT = Document(year=2025, projects=tuple(Project(name="项目" * 50) for _ in range(200)))
"""Large enough to fill several pages of a store."""


def closed_store(path: Path) -> Path:
    """Return the path of a store that holds `DOCUMENT` and is not open."""
    with Store.open(path) as store:
        store.save(None, DOCUMENT)
    return path


def files_in(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.suffix != ".lock"}


def assert_refused(path: Path, sentence: str) -> None:
    """Neither store nor glance opens it, both say so, and nothing is changed."""
    before = files_in(path.parent)
    with pytest.raises(Problem, match=sentence):
        Store.open(path)
    assert files_in(path.parent) == before
    with pytest.raises(Problem, match=sentence), Glance(path) as glance:
        glance.outline()
    assert files_in(path.parent) == before


def test_a_store_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "文档 100%" / "绩效?#" / "perfdesk.sqlite"
    with pytest.raises(NoStore, match="还没有"):
        Glance(path)
    assert not path.parent.exists()
    closed_store(path)
    with Glance(path) as glance:
        assert glance.load(DOCUMENT.id) == DOCUMENT
    with Store.open(path) as store:
        assert store.load(DOCUMENT.id) == DOCUMENT


def test_a_closed_store_is_one_file(tmp_path: Path) -> None:
    closed_store(tmp_path / "perfdesk.sqlite")
    assert {each.name for each in tmp_path.iterdir()} == {"perfdesk.sqlite", "perfdesk.sqlite.lock"}


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "perfdesk.sqlite"
    path.touch()
    with pytest.raises(NoStore):
        Glance(path)
    closed_store(path)
    with Glance(path) as glance:
        assert glance.load(DOCUMENT.id) == DOCUMENT


@pytest.mark.parametrize("content", ["绩效目标".encode(), b"SQLite", b"\0" * 5000])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "绩效.sqlite"
    path.write_bytes(content)
    assert_refused(path, "“绩效.sqlite”不是本程序的数据文件")


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE document (id TEXT PRIMARY KEY)")
    assert_refused(path, "不是本程序的数据文件")


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    path = closed_store(tmp_path / "perfdesk.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.commit()
    assert_refused(path, "由更新的程序保存（第99版.*请安装新版程序")


def test_an_older_store_is_not_glanced_at(tmp_path: Path) -> None:
    path = closed_store(tmp_path / "perfdesk.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")
    with pytest.raises(NeedsOpening, match="旧版程序"):
        Glance(path)


@pytest.mark.parametrize("damage", [slice(4096, None), slice(30_000, None), slice(100, 4000)])
def test_a_damaged_store_is_refused(tmp_path: Path, damage: slice) -> None:
    path = closed_store(tmp_path / "perfdesk.sqlite")
    data = bytearray(path.read_bytes())
    data[damage] = b"\xaa" * len(data[damage])
    path.write_bytes(data)
    assert_refused(path, "已损坏")


def test_half_a_store_is_refused(tmp_path: Path) -> None:
    path = closed_store(tmp_path / "perfdesk.sqlite")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    assert_refused(path, "已损坏")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "perfdesk.sqlite"
    path.mkdir()
    for opening in (Store.open, Glance):
        with pytest.raises(Problem, match="是文件夹"):
            opening(path)
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "文档").touch()
    with pytest.raises(Problem, match=r"perfdesk\.sqlite"):
        Store.open(tmp_path / "文档" / "perfdesk.sqlite")


def test_a_read_only_store_can_be_looked_at(
    open_folder: Path, as_ordinary_user: Callable[[], None]
) -> None:
    path = closed_store(open_folder / "perfdesk.sqlite")
    path.with_name("perfdesk.sqlite.lock").chmod(0o666)
    path.chmod(0o444)
    as_ordinary_user()
    with pytest.raises(Problem, match="是只读的"):
        Store.open(path)
    with Glance(path) as glance:
        assert glance.load(DOCUMENT.id) == DOCUMENT


def test_a_store_in_a_read_only_folder_can_be_looked_at(
    open_folder: Path, as_ordinary_user: Callable[[], None]
) -> None:
    path = closed_store(open_folder / "folder" / "perfdesk.sqlite")
    path.with_name("perfdesk.sqlite.lock").unlink()
    path.parent.chmod(0o555)
    as_ordinary_user()
    with pytest.raises(Problem, match="没有权限"):
        Store.open(path)
    with Glance(path) as glance:
        assert glance.load(DOCUMENT.id) == DOCUMENT


def test_no_store_can_be_made_in_a_read_only_folder(
    open_folder: Path, as_ordinary_user: Callable[[], None]
) -> None:
    open_folder.chmod(0o555)
    as_ordinary_user()
    with pytest.raises(Problem, match="没有权限"):
        Store.open(open_folder / "绩效" / "perfdesk.sqlite")


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows not everybody may make links")
def test_a_second_window_is_refused_until_the_first_closes(
    tmp_path: Path, store: Store, start_writer: StartWriter
) -> None:
    linked = tmp_path / "linked.sqlite"
    linked.symlink_to(store.path)
    for path in (store.path, linked):
        with pytest.raises(Problem, match="正在另一个窗口中使用"):
            Store.open(path)
    store.close()
    writer = start_writer(store.path, "hold")
    assert writer.stdout is not None
    assert writer.stdout.readline() == "holding\n"
    with pytest.raises(Problem, match="正在另一个窗口中使用"):
        Store.open(linked)
    with Glance(store.path) as glance:
        assert glance.outline() == ()
    writer.kill()
    writer.wait()
    Store.open(linked).close()


def test_another_program_that_holds_the_file_is_waited_for_and_named(store: Store) -> None:
    store.save(None, DOCUMENT)
    edited = replace(DOCUMENT, year=2026)
    with closing(sqlite3.connect(store.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Problem, match="正被其他程序占用"):
            store.save(DOCUMENT, edited)
        other.rollback()
        store.save(DOCUMENT, edited)
    assert store.load(DOCUMENT.id) == edited


def test_a_store_opens_while_another_program_reads_it(tmp_path: Path) -> None:
    """Then there is no write-ahead log this time, and edits wait for the reader."""
    path = closed_store(tmp_path / "perfdesk.sqlite")
    edited = replace(DOCUMENT, year=2026)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM document").fetchone()
        with Store.open(path) as store:
            with pytest.raises(Problem, match="正被其他程序占用"):
                store.save(DOCUMENT, edited)
            assert store.load(DOCUMENT.id) == DOCUMENT
            reader.execute("COMMIT")
            store.save(DOCUMENT, edited)
    with Glance(path) as glance:
        assert glance.load(DOCUMENT.id) == edited


def test_a_store_may_be_opened_in_one_thread_and_used_in_another(store: Store) -> None:
    thread = threading.Thread(target=store.save, args=(None, DOCUMENT))
    thread.start()
    thread.join()
    assert store.load(DOCUMENT.id) == DOCUMENT


def test_a_settled_store_may_be_copied_as_one_file(tmp_path: Path, store: Store) -> None:
    store.save(None, DOCUMENT)
    store.settle()
    copy = shutil.copy(store.path, tmp_path / "copy.sqlite")
    with Glance(Path(copy)) as glance:
        assert glance.load(DOCUMENT.id) == DOCUMENT


def test_a_glance_sees_what_is_saved_meanwhile(store: Store) -> None:
    with Glance(store.path) as glance:
        assert glance.outline() == ()
        store.save(None, DOCUMENT)
        assert glance.load(DOCUMENT.id) == DOCUMENT
        store.save(DOCUMENT, None)
        with pytest.raises(KeyError):
            glance.load(DOCUMENT.id)


def test_on_a_network_drive_a_store_is_kept_without_shared_memory(tmp_path: Path) -> None:
    """Also one that was made elsewhere and carried there."""
    path = closed_store(tmp_path / "perfdesk.sqlite")
    with closing(opened(path, SHIPPED, remote=True)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        connection.execute("UPDATE document SET year = 2026")
        with Glance(path) as glance:
            assert glance.outline()[0].year == 2026
        assert {each.suffix for each in tmp_path.iterdir()} == {".sqlite", ".lock"}
