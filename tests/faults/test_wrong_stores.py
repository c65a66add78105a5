"""Stores that are none, newer or damaged: the window does not open, the file stays as it is."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from perfdesk.io.problem import Problem
from perfdesk.io.store.glance import Glance
from perfdesk.io.store.identity import VERSION
from perfdesk.models.change import SetField
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.conftest import OpenWorkspace
from tests.ui.looking import label


def refusal(open_workspace: OpenWorkspace, path: Path) -> str:
    """The one sentence with which a window refuses to open; the file and its folder stay."""
    before = {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    with pytest.raises(Problem) as raised:
        open_workspace()
    after = {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    assert after == before
    sentence = str(raised.value)
    assert path.name in sentence
    assert sentence.endswith("。")
    assert not re.search(r"[A-Z][a-z]+Error|sqlite3|Traceback", sentence)
    return sentence


def execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_store_of_a_newer_program(filled_store: Path, open_workspace: OpenWorkspace) -> None:
    execute(filled_store, f"PRAGMA user_version = {VERSION + 1}")
    assert "请安装新版程序" in refusal(open_workspace, filled_store)


def test_a_foreign_database(store_path: Path, open_workspace: OpenWorkspace) -> None:
    store_path.parent.mkdir()
    execute(store_path, "CREATE TABLE photos (name TEXT)", "INSERT INTO photos VALUES ('海边')")
    assert "不是本程序的数据文件" in refusal(open_workspace, store_path)


@pytest.mark.parametrize("content", [b"not a database at all, but long enough" * 9, b"\0" * 4096])
def test_what_is_no_database(
    content: bytes, store_path: Path, open_workspace: OpenWorkspace
) -> None:
    store_path.parent.mkdir()
    store_path.write_bytes(content)
    assert "不是本程序的数据文件" in refusal(open_workspace, store_path)


def test_a_folder_in_its_place(store_path: Path, open_workspace: OpenWorkspace) -> None:
    store_path.mkdir(parents=True)
    refusal(open_workspace, store_path)
    assert store_path.is_dir()


def test_a_damaged_store(filled_store: Path, open_workspace: OpenWorkspace) -> None:
    data = bytearray(filled_store.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    filled_store.write_bytes(data)
    assert "已损坏" in refusal(open_workspace, filled_store)


def test_a_store_cut_off_in_the_middle(filled_store: Path, open_workspace: OpenWorkspace) -> None:
    filled_store.write_bytes(filled_store.read_bytes()[:9000])
    assert "已损坏" in refusal(open_workspace, filled_store)


def test_a_store_damaged_where_the_first_look_does_not_reach(
    filled_store: Path, open_workspace: OpenWorkspace, qtbot: QtBot
) -> None:
    """The tree can be read, the rest is found out when the store is opened for writing."""
    with closing(sqlite3.connect(filled_store)) as connection:
        name = "project_by_code"
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    data = bytearray(filled_store.read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    filled_store.write_bytes(data)
    workspace = open_workspace()
    qtbot.waitUntil(lambda: "已损坏" in label(workspace.window, "保存状态"), timeout=20_000)
    for box in workspace.window.findChildren(QMessageBox):
        assert "已损坏" in box.text()
        box.buttons()[0].click()
    assert filled_store.read_bytes() == data


def write_purpose(workspace: Workspace, text: str) -> str:
    """Edit the first document and return its id."""
    document = workspace.session.document(workspace.session.outlines[0].id)
    workspace.session.do(document.id, SetField(document.projects[0].id, "purpose", text))
    return document.id


def test_a_store_that_is_taken_away_and_put_back(workspace: Workspace, qtbot: QtBot) -> None:
    path = workspace.saver.path
    document_id = write_purpose(workspace, "先写一处")
    assert workspace.saver.wait_until_saved(30)
    path.rename(path.with_name("别处.sqlite"))
    write_purpose(workspace, "还在写")
    assert not workspace.saver.wait_until_saved(30)
    qtbot.waitUntil(lambda: "不在原处" in label(workspace.window, "保存状态"), timeout=20_000)
    assert not path.exists()
    path.with_name("别处.sqlite").rename(path)
    assert workspace.saver.wait_until_saved(30)
    with Glance(path) as glance:
        assert glance.load(document_id).projects[0].purpose == "还在写"


def test_a_page_that_cannot_be_read_any_more_is_said(workspace: Workspace) -> None:
    write_purpose(workspace, "先写一处")
    assert workspace.saver.wait_until_saved(30)
    window = workspace.window
    path = workspace.saver.path
    unread = workspace.session.outlines[1]
    path.rename(path.with_name("别处.sqlite"))
    window.go_to(Key(Kind.STATEMENT, unread.id))
    assert path.name in window.status.currentMessage()
