"""Edits that the disk will not take: said at once, kept in memory, saved when there is room."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from perfdesk.io.store.glance import Glance
from perfdesk.models.change import SetField
from perfdesk.models.document import Document
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.faults.conftest import Disk, files_not_larger_than
from tests.ui.looking import command, label, report

LONG = "用途" * 40_000


def document_of(workspace: Workspace) -> Document:
    return workspace.session.document(workspace.session.outlines[0].id)


def stored(workspace: Workspace) -> Document:
    with Glance(workspace.saver.path) as glance:
        return glance.load(document_of(workspace).id)


def write_purpose(workspace: Workspace, project: int, text: str) -> None:
    document = document_of(workspace)
    workspace.session.do(document.id, SetField(document.projects[project].id, "purpose", text))


def says_saved(workspace: Workspace) -> bool:
    return label(workspace.window, "保存状态").startswith("✓ 已保存 ")


def says_full(workspace: Workspace) -> bool:
    said = label(workspace.window, "保存状态")
    return said.startswith("✕ 未保存：磁盘空间不足") and said.endswith(
        "请清理磁盘“" + str(workspace.saver.path.parent) + "”后重试。"
    )


def test_edits_stay_in_memory_until_there_is_room(
    disk: Disk, workspace: Workspace, qtbot: QtBot
) -> None:
    write_purpose(workspace, 0, "先写一处")
    qtbot.waitUntil(lambda: says_saved(workspace), timeout=20_000)
    on_disk = stored(workspace)
    disk.fill()
    write_purpose(workspace, 1, LONG)
    qtbot.waitUntil(lambda: says_full(workspace), timeout=20_000)
    write_purpose(workspace, 2, "又写一处")
    workspace.window.go_to(Key(Kind.PROJECT, on_disk.id, on_disk.projects[3].id))
    assert not workspace.saver.wait_until_saved(30)
    assert stored(workspace) == on_disk
    assert document_of(workspace).projects[1].purpose == LONG
    command(workspace.window, "撤销 修改资金用途").trigger()
    assert document_of(workspace).projects[2].purpose == on_disk.projects[2].purpose
    disk.clear()
    write_purpose(workspace, 3, "有了空间")
    qtbot.waitUntil(lambda: says_saved(workspace), timeout=20_000)
    assert stored(workspace) == document_of(workspace)
    assert stored(workspace).projects[1].purpose == LONG


def test_it_is_tried_again_without_anybody_doing_anything(
    disk: Disk, workspace: Workspace, qtbot: QtBot
) -> None:
    write_purpose(workspace, 0, "先写一处")
    qtbot.waitUntil(lambda: says_saved(workspace), timeout=20_000)
    disk.fill()
    write_purpose(workspace, 1, LONG)
    qtbot.waitUntil(lambda: says_full(workspace), timeout=20_000)
    disk.clear()
    qtbot.waitUntil(lambda: says_saved(workspace), timeout=20_000)
    assert stored(workspace) == document_of(workspace)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_an_export_that_does_not_fit_leaves_the_old_file(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    document = document_of(workspace)
    departures = workspace.window.commands.documents.departures
    folder = tmp_path / "出去"
    folder.mkdir()
    for ending in (".xlsx", ".json", ".txt"):
        path = folder / f"旧文件{ending}"
        path.write_bytes(b"old")
        with files_not_larger_than(20_000), qtbot.waitSignal(departures.told, timeout=20_000):
            departures.write(document, path)
        assert path.read_bytes() == b"old"
        said = workspace.window.status.currentMessage()
        assert said.startswith(f"无法写入“{path.name}”：")
        assert said.endswith("。")
    assert len(list(folder.iterdir())) == 3
    assert report(workspace.window) == []
