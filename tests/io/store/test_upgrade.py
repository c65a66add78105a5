"""Old stores are brought up to date, wholly or not at all."""

import sqlite3
from contextlib import closing
from copy import deepcopy
from pathlib import Path

import pytest

from perfdesk.io.problem import Problem
from perfdesk.io.store.identity import VERSION
from perfdesk.io.store.store import Store
from perfdesk.io.store.upgrade import SHIPPED, Upgrades
from perfdesk.models.document import Document
from perfdesk.models.project import Indicator, Project

DOCUMENT = Document(year=2025, projects=(Project(name="甲", indicators=(Indicator(name="数量"),)),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of this program's version, with a document."""
    path = tmp_path / "perfdesk.sqlite"
    with Store.open(path) as store:
        store.save(None, DOCUMENT)
    return path


@pytest.fixture
def upgrades() -> Upgrades:
    """A program two versions further."""
    upgrades = deepcopy(SHIPPED)

    @upgrades.to(VERSION + 1)
    def give_documents_a_note(connection: sqlite3.Connection) -> None:
        """Documents have a note."""
        connection.execute("ALTER TABLE document ADD COLUMN note TEXT NOT NULL DEFAULT ''")
        connection.execute("UPDATE document SET note = year || '年'")

    @upgrades.to(VERSION + 2)
    def lengthen_notes(connection: sqlite3.Connection) -> None:
        """Notes begin with 备注."""
        connection.execute("UPDATE document SET note = '备注' || note")

    return upgrades


def backups(path: Path) -> list[Path]:
    return [each for each in path.parent.glob("*.sqlite") if each != path]


def version_and_notes(path: Path) -> tuple[int, list[str]]:
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return version, [note for (note,) in connection.execute("SELECT note FROM document")]


def test_all_steps_are_made_in_order_after_a_backup(path: Path, upgrades: Upgrades) -> None:
    with Store.open(path, upgrades) as store:
        assert store.load(DOCUMENT.id) == DOCUMENT
    assert version_and_notes(path) == (VERSION + 2, ["备注2025年"])
    (backup,) = backups(path)
    assert backup.name.startswith(f"perfdesk-升级前-第{VERSION}版-")
    with Store.open(backup) as store:
        assert store.load(DOCUMENT.id) == DOCUMENT


def test_an_upgraded_store_is_not_upgraded_again(path: Path, upgrades: Upgrades) -> None:
    Store.open(path, upgrades).close()
    Store.open(path, upgrades).close()
    assert version_and_notes(path) == (VERSION + 2, ["备注2025年"])
    assert len(backups(path)) == 1


def test_only_the_steps_that_are_lacking_are_made(path: Path, upgrades: Upgrades) -> None:
    Store.open(path, upgrades).close()

    @upgrades.to(VERSION + 3)
    def close_notes(connection: sqlite3.Connection) -> None:
        """Notes end with 完."""
        connection.execute("UPDATE document SET note = note || '完'")

    Store.open(path, upgrades).close()
    assert version_and_notes(path) == (VERSION + 3, ["备注2025年完"])
    assert sorted(each.name[: len("perfdesk-升级前-第1版")] for each in backups(path)) == [
        f"perfdesk-升级前-第{VERSION}版",
        f"perfdesk-升级前-第{VERSION + 2}版",
    ]


def test_a_step_that_fails_undoes_all_before_it(path: Path, upgrades: Upgrades) -> None:
    @upgrades.to(VERSION + 3)
    def fail(connection: sqlite3.Connection) -> None:
        """It says something that SQLite does not understand."""
        connection.execute("DELETE FROM document")
        connection.execute("ALTER TABLE nothing ADD COLUMN note TEXT")

    for _ in range(2):
        with pytest.raises(Problem, match="升级没有成功，内容没有改动"):
            Store.open(path, upgrades)
    assert backups(path) == []
    with Store.open(path) as store:
        assert store.load(DOCUMENT.id) == DOCUMENT


def test_a_step_may_not_leave_rows_that_belong_nowhere(path: Path, upgrades: Upgrades) -> None:
    @upgrades.to(VERSION + 3)
    def lose_the_projects(connection: sqlite3.Connection) -> None:
        """Projects are gone and their indicators are not."""
        connection.execute("DELETE FROM project")

    with pytest.raises(Problem, match="升级没有成功，内容没有改动"):
        Store.open(path, upgrades)
    with Store.open(path) as store:
        assert store.load(DOCUMENT.id) == DOCUMENT


def test_steps_are_registered_one_after_the_other_and_say_what_is_new() -> None:
    upgrades = Upgrades()

    def silent(connection: sqlite3.Connection) -> None:
        del connection

    with pytest.raises(ValueError, match="leads to version 2, not 3"):
        upgrades.to(3)
    with pytest.raises(ValueError, match="does not say what is new"):
        upgrades.to(2)(silent)
    assert upgrades.version == 1


def test_this_programs_steps_lead_to_its_version() -> None:
    assert SHIPPED.version == VERSION
