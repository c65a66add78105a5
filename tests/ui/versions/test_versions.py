"""Ctrl+S, named versions and going back, with real keys on the real window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from perfdesk.io.versions import versions_dir, versions_of
from perfdesk.models.change import PROJECTS, Remove, SetField
from perfdesk.models.document import Document
from perfdesk.ui.lists.plain_list import PlainList
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.versions.history_dialog import HistoryDialog
from perfdesk.ui.versions.name_dialog import NameDialog
from perfdesk.ui.workspace import Workspace
from tests.ui.keys import type_text
from tests.ui.looking import command

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
AGAIN_MS = 10


def first(workspace: Workspace) -> Document:
    return workspace.session.document(workspace.session.outlines[0].id)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


@pytest.fixture
def at_form(workspace: Workspace, qtbot: QtBot) -> Workspace:
    """The window at its first form, on the sheet."""
    with qtbot.waitActive(workspace.window):
        workspace.window.activateWindow()
    document = first(workspace)
    workspace.window.go_to(Key(Kind.PROJECT, document.id, document.projects[0].id))
    workspace.window.navigator.setFocus()
    return workspace


def when_open(kind: type, does: Callable[[object], bool]) -> None:
    """Do something with a dialog that will open, again and again until it says it is done."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not (isinstance(dialog, kind) and does(dialog)):
            QTimer.singleShot(AGAIN_MS, look)

    QTimer.singleShot(0, look)


def name_it(name: str) -> None:
    """Type a name into the dialog that will come, and press Enter."""

    def write(dialog: object) -> bool:
        assert isinstance(dialog, NameDialog)
        type_text(dialog.field, name)
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        return True

    when_open(NameDialog, write)


def names(workspace: Workspace, store_path: Path) -> list[str]:
    shelf = versions_of(versions_dir(store_path), first(workspace).id)
    return [each.name for each in shelf.versions]


def test_ctrl_s_says_that_all_is_saved_and_offers_a_version(
    at_form: Workspace, store_path: Path, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_Home, CTRL)
    widget = QApplication.focusWidget()
    assert widget is not None
    type_text(widget, "正")
    press(Qt.Key.Key_S, CTRL)
    status = at_form.window.status
    saved_at = at_form.saver.state.saved_at
    assert saved_at is not None
    assert status.currentMessage() == f"每次修改都已自动保存（{saved_at:%H:%M:%S}）。"
    assert "正" in (first(at_form).projects[0].name, first(at_form).projects[0].code)
    offered = next(b for b in status.findChildren(QPushButton) if b.text() == "存为版本…")
    assert offered.isVisible()
    name_it("送审前")
    QTest.mouseClick(offered, Qt.MouseButton.LeftButton)
    assert names(at_form, store_path) == ["送审前"]
    assert "送审前" in status.currentMessage()
    assert not offered.isVisible()


def test_a_version_can_be_given_up(at_form: Workspace, store_path: Path) -> None:
    def escape(dialog: object) -> bool:
        assert isinstance(dialog, NameDialog)
        QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
        return True

    when_open(NameDialog, escape)
    command(at_form.window, "保存版本").trigger()
    assert names(at_form, store_path) == []


def test_going_back_is_one_step_and_keeps_what_was_there(
    at_form: Workspace, store_path: Path, qtbot: QtBot
) -> None:
    document = first(at_form)
    name_it("送审前")
    command(at_form.window, "保存版本").trigger()
    project = document.projects[0]
    at_form.session.do(document.id, SetField(project.id, "purpose", "改了"))
    at_form.session.do(document.id, Remove(PROJECTS, frozenset({document.projects[5].id})))
    changed = first(at_form)
    steps = at_form.session.undo_stack.count()
    seen: dict[str, list[list[str]]] = {}

    def restore(dialog: object) -> bool:
        assert isinstance(dialog, HistoryDialog)
        if not dialog.restore.isEnabled():
            return False
        seen["versions"] = rows(dialog.list)
        seen["parts"] = rows(dialog.parts)
        seen["cells"] = rows(dialog.cells)
        QTest.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
        return True

    when_open(HistoryDialog, restore)
    command(at_form.window, "版本记录").trigger()
    assert [row[1:3] for row in seen["versions"]] == [["送审前", "13"]]
    assert [project.name, "有修改", "1"] in seen["parts"]
    assert [row[:2] for row in seen["parts"]][-1] == [document.projects[5].name, "已删除"]
    assert seen["cells"] == [["资金用途", project.purpose, "改了"]]
    restored = first(at_form)
    assert [each.name for each in restored.projects] == [each.name for each in document.projects]
    assert restored.projects[0] == project
    assert at_form.session.undo_stack.count() == steps + 1
    at_form.session.undo_stack.undo()
    assert first(at_form) == changed
    assert names(at_form, store_path) == ["恢复前", "送审前"]
    assert at_form.saver.wait_until_saved(30)


def test_foreign_and_damaged_files_are_said_quietly(
    at_form: Workspace, store_path: Path, qtbot: QtBot
) -> None:
    name_it("好的")
    command(at_form.window, "保存版本").trigger()
    folder = versions_dir(store_path)
    damaged = folder / f"坏的 2020-01-01 08.00.00 [{first(at_form).id}].json"
    damaged.write_text("{", encoding="utf-8")
    (folder / "通知.docx").write_bytes(b"x")
    said: list[str] = []

    def look(dialog: object) -> bool:
        assert isinstance(dialog, HistoryDialog)
        if "…" in [row[2] for row in rows(dialog.list)]:
            return False
        said.append(dialog.foreign.text())
        said.append(dialog.said.text())
        dialog.list.pick(1)
        said.append(dialog.said.text())
        assert not dialog.restore.isEnabled()
        dialog.reject()
        return True

    when_open(HistoryDialog, look)
    command(at_form.window, "版本记录").trigger()
    assert "通知.docx" in said[0]
    assert said[1] == "与现在的内容完全相同。"
    assert "坏的" in said[2]


def test_without_versions_it_says_how_to_make_one(at_form: Workspace) -> None:
    said: list[str] = []

    def look(dialog: object) -> bool:
        assert isinstance(dialog, HistoryDialog)
        said.append(dialog.said.text())
        dialog.reject()
        return True

    when_open(HistoryDialog, look)
    command(at_form.window, "版本记录").trigger()
    assert said[0].startswith("还没有保存过版本")


def test_a_disk_that_refuses_is_told(at_form: Workspace, store_path: Path) -> None:
    versions_dir(store_path).write_text("一个文件", encoding="utf-8")
    name_it("送审前")
    command(at_form.window, "保存版本").trigger()
    assert "versions" in at_form.window.status.currentMessage()


def rows(shown: PlainList) -> list[list[str]]:
    items = (shown.topLevelItem(row) for row in range(shown.topLevelItemCount()))
    columns = range(shown.columnCount())
    return [[item.text(column) for column in columns] for item in items if item is not None]
