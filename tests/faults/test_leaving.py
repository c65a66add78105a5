"""Closing the window while something is not on disk: it asks, and does what is answered."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from perfdesk.io.files import read_file
from perfdesk.io.store.glance import Glance
from perfdesk.models.change import SetField
from perfdesk.models.document import Document
from perfdesk.models.same import same_content
from perfdesk.ui.workspace import Workspace
from tests.faults.conftest import Disk, files_not_larger_than
from tests.ui.looking import answer_with, choose_file, label

LONG = "用途" * 40_000


def document_of(workspace: Workspace) -> Document:
    return workspace.session.document(workspace.session.outlines[0].id)


def stored(workspace: Workspace) -> Document:
    with Glance(workspace.saver.path) as glance:
        return glance.load(document_of(workspace).id)


def write_purpose(workspace: Workspace, text: str) -> None:
    document = document_of(workspace)
    workspace.session.do(document.id, SetField(document.projects[0].id, "purpose", text))


@pytest.fixture
def stuck(disk: Disk, workspace: Workspace, qtbot: QtBot) -> Workspace:
    """A window with an edit that its full disk does not take."""
    write_purpose(workspace, "先写一处")
    assert workspace.saver.wait_until_saved(30)
    disk.fill()
    write_purpose(workspace, LONG)
    qtbot.waitUntil(lambda: label(workspace.window, "保存状态").startswith("✕"), timeout=20_000)
    return workspace


def test_with_everything_on_disk_it_just_closes(workspace: Workspace) -> None:
    write_purpose(workspace, "写好了")
    assert workspace.window.close()
    workspace.close()
    assert stored(workspace) == document_of(workspace)


def test_one_can_stay(stuck: Workspace) -> None:
    said = answer_with("返回")
    assert not stuck.window.close()
    assert said == [stuck.saver.state.problem]
    assert stuck.window.isVisible()
    assert document_of(stuck).projects[0].purpose == LONG


def test_one_can_try_again_once_there_is_room(stuck: Workspace, disk: Disk) -> None:
    QTimer.singleShot(0, disk.clear)
    said = answer_with("重试")
    assert stuck.window.close()
    assert len(said) == 1
    stuck.close()
    assert stored(stuck).projects[0].purpose == LONG


def test_one_can_give_the_edit_up(stuck: Workspace) -> None:
    answer_with("放弃修改并退出")
    assert stuck.window.close()
    stuck.close()
    assert stored(stuck).projects[0].purpose == "先写一处"


def test_one_can_put_everything_elsewhere(stuck: Workspace, tmp_path: Path) -> None:
    """Nothing that lies there is replaced, nor one copy by another of the same name."""
    twin = replace(document_of(stuck), id="twin", form="另一种")
    stuck.session.add(twin, "导入文件")
    folder = tmp_path / "U 盘"
    folder.mkdir()
    lying = folder / "2025年云溪区商务局部门预算绩效文本.json"
    lying.write_text("去年的", encoding="utf-8")
    answer_with("另存到其他文件夹…")
    choose_file(str(folder))
    assert stuck.window.close()
    assert lying.read_text(encoding="utf-8") == "去年的"
    copies = [read_file(each).document for each in sorted(folder.iterdir()) if each != lying]
    wanted = [document_of(stuck), stuck.session.document("twin")]
    assert len(copies) == len(stuck.session.opened())
    assert all(any(same_content(one, copy) for copy in copies) for one in wanted)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_copy_that_does_not_fit_leads_back_to_the_question(
    stuck: Workspace, tmp_path: Path
) -> None:
    folder = tmp_path / "满的盘"
    folder.mkdir()
    said = answer_with("另存到其他文件夹…", "返回", "返回")
    choose_file(str(folder))
    with files_not_larger_than(20_000):
        assert not stuck.window.close()
    assert said[1].startswith("无法写入“2025年云溪区商务局部门预算绩效文本.json”：")
    assert said[2] == said[0]
    assert list(folder.iterdir()) == []
    assert document_of(stuck).projects[0].purpose == LONG


def test_leaving_in_the_middle_of_an_export_leaves_no_half_file(
    workspace: Workspace, tmp_path: Path
) -> None:
    folder = tmp_path / "报送"
    folder.mkdir()
    departures = workspace.window.commands.documents.departures
    departures.write(document_of(workspace), folder / "甲.xlsx")
    said = answer_with("继续等待", "停止并退出")
    assert not workspace.window.close()
    assert workspace.window.isVisible()
    assert workspace.window.close()
    assert said == ["正在导入或导出文件。"] * 2
    assert {each.name for each in folder.iterdir()} <= {"甲.xlsx"}
    for each in folder.iterdir():
        assert same_content(read_file(each).document, document_of(workspace))
