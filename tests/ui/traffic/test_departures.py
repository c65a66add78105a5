"""Files going out: asked for once, written whole, and offered to be opened."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from perfdesk.io.files import read_file
from perfdesk.models.change import SetField
from perfdesk.models.document import Department, Document
from perfdesk.models.same import same_content
from perfdesk.models.value import IndicatorValue
from perfdesk.ui.traffic.departures import Departures, file_name
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.keys import type_text
from tests.ui.looking import answer_with, choose_file, command, report

NAME = "2025年云溪区商务局部门预算绩效文本"
KINDS = {
    "导出 Excel": ".xlsx",
    "导出公开文本": ".txt",
    "导出交换文件": ".json",
}


@pytest.fixture
def document(workspace: Workspace) -> Document:
    """The document whose overview the window shows."""
    document = workspace.session.document(workspace.session.outlines[0].id)
    workspace.window.go_to(Key(Kind.DEPARTMENT, document.id))
    return document


@pytest.fixture
def departures(workspace: Workspace) -> Departures:
    return workspace.window.commands.documents.departures


def export(workspace: Workspace, text: str) -> None:
    """Choose an entry of the menu, and stay with it although something must be mended."""
    answer_with("仍然导出")
    command(workspace.window, text).trigger()


@pytest.mark.parametrize("text", KINDS)
def test_each_entry_of_the_menu_writes_its_kind(
    text: str,
    workspace: Workspace,
    document: Document,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    choose_file(str(tmp_path / "报 送" / "甲"))
    (tmp_path / "报 送").mkdir()
    with qtbot.waitSignal(workspace.window.commands.documents.departures.written, timeout=20_000):
        export(workspace, text)
    path = tmp_path / "报 送" / f"甲{KINDS[text]}"
    assert same_content(read_file(path).document, document)
    assert workspace.window.status.currentMessage() == f"已导出并核对：{path}"
    offers = [each.text() for each in workspace.window.status.findChildren(QPushButton)]
    assert f"打开 {path.name}" in offers


def test_the_usual_name_is_offered_and_follows_the_kind_that_is_picked(
    workspace: Workspace, document: Document, departures: Departures, tmp_path: Path, qtbot: QtBot
) -> None:
    choose_file(str(tmp_path / "甲.xlsx"))
    with qtbot.waitSignal(departures.written, timeout=20_000):
        export(workspace, "导出 Excel")
    choose_file("", kind="公开文本 (*.txt)")
    with qtbot.waitSignal(departures.written, timeout=20_000):
        export(workspace, "导出 Excel")
    written = {each.name for each in tmp_path.iterdir() if each.is_file()}
    assert written == {"甲.xlsx", f"{NAME}.txt"}
    assert same_content(read_file(tmp_path / f"{NAME}.txt").document, document)


@pytest.mark.usefixtures("document")
def test_an_ending_that_is_none_of_ours_is_completed_but_replaces_nothing(
    workspace: Workspace, departures: Departures, tmp_path: Path, qtbot: QtBot
) -> None:
    choose_file(str(tmp_path / "2025.定稿"))
    with qtbot.waitSignal(departures.written, timeout=20_000):
        export(workspace, "导出 Excel")
    path = tmp_path / "2025.定稿.xlsx"
    before = path.read_bytes()
    choose_file(str(tmp_path / "2025.定稿"))
    with qtbot.waitSignal(departures.told, timeout=20_000):
        export(workspace, "导出 Excel")
    assert workspace.window.status.currentMessage().startswith("“2025.定稿.xlsx”已存在")
    assert path.read_bytes() == before


def test_what_is_being_typed_goes_out_too(
    workspace: Workspace, document: Document, departures: Departures, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace.window.go_to(Key(Kind.PROJECT, document.id, document.projects[0].id))
    workspace.window.navigator.setFocus()
    QTest.keyClick(focus(), Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for character in "改过":
        type_text(focus(), character)
    choose_file(str(tmp_path / "甲.json"))
    with qtbot.waitSignal(departures.written, timeout=20_000):
        export(workspace, "导出交换文件")
    project = read_file(tmp_path / "甲.json").document.projects[0]
    assert "改过" in (project.code, project.name)


def test_into_a_folder_that_is_not_there(
    workspace: Workspace, document: Document, departures: Departures, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(departures.told, timeout=20_000):
        departures.write(document, tmp_path / "没有" / "甲.json")
    said = workspace.window.status.currentMessage()
    assert said == (
        f"无法写入“甲.json”：没有“{tmp_path / '没有'}”这个文件夹，请先建好，或换一个位置。"
    )
    assert not departures.busy


def test_one_at_a_time(
    workspace: Workspace, document: Document, departures: Departures, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(departures.written, timeout=20_000):
        departures.write(document, tmp_path / "甲.xlsx")
        departures.write(document, tmp_path / "乙.xlsx")
        assert workspace.window.status.currentMessage().startswith("正在导出，请等")
    assert not (tmp_path / "乙.xlsx").exists()


def test_a_node_without_a_document_has_nothing_to_export(workspace: Workspace) -> None:
    workspace.window.go_to(Key(Kind.YEAR, year=2025))
    actions: list[QAction] = [command(workspace.window, text) for text in KINDS]
    assert not any(each.isEnabled() for each in actions)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("云溪区商务局", "2025年云溪区商务局部门预算绩效文本.json"),
        ('a/b\\c:*?"<>|\n\t', "2025年abc部门预算绩效文本.json"),
        ("", "2025年部门预算绩效文本.json"),
        (" 局 . ", "2025年 局部门预算绩效文本.json"),
        ("\ud83d局", "2025年局部门预算绩效文本.json"),
    ],
)
def test_the_usual_name_has_no_characters_that_a_disk_refuses(name: str, expected: str) -> None:
    assert file_name(Document(2025, department=Department("315", name)), ".json") == expected


@pytest.mark.parametrize("letter", ["长", "😀", "a"])
def test_a_very_long_name_is_cut_to_what_every_disk_takes(letter: str, tmp_path: Path) -> None:
    document = replace(Document(2025), department=Department("315", letter * 300))
    name = file_name(document, ".xlsx")
    assert name.startswith(f"2025年{letter * 20}")
    assert name.endswith("部门预算绩效文本.xlsx")
    (tmp_path / name).touch()


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_stopped_in_time_it_leaves_the_old_file(
    document: Document, departures: Departures, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "甲.xlsx"
    path.write_bytes(b"old")
    departures.working.connect(lambda task: task.cancel())
    with qtbot.waitSignal(departures.told, timeout=20_000) as told:
        departures.write(document, path)
    assert told.args == ["已停止导出，原有文件没有改动"]
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["甲.xlsx"]


def test_what_a_text_file_cannot_hold_is_reported(
    workspace: Workspace, document: Document, departures: Departures, tmp_path: Path, qtbot: QtBot
) -> None:
    row = document.projects[0].indicators[0]
    parted = IndicatorValue("约九成", "≥", "90", "%")  # print shows the words alone
    with_parts = SetField(row.id, "value", parted).apply(document)
    with qtbot.waitSignal(departures.written, timeout=20_000):
        departures.write(with_parts, tmp_path / "甲.txt")
    assert any("只存表样上印出的内容" in row[-1] for row in report(workspace.window))
    with qtbot.waitSignal(departures.written, timeout=20_000):
        departures.write(with_parts, tmp_path / "甲.json")
    assert report(workspace.window) == []
