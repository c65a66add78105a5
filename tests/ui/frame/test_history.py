"""Undo and redo in the window: what they say, and that nothing goes unseen."""

import pytest
from PySide6.QtWidgets import QPushButton

from perfdesk.models.change import Change, SetField, Together
from perfdesk.models.document import Document
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.tree.nodes import ROOT, Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.looking import command


def document(workspace: Workspace, at: int = 0) -> Document:
    return workspace.session.document(workspace.session.outlines[at].id)


def project_key(workspace: Workspace, at: int = 0, project: int = 0) -> Key:
    found = document(workspace, at)
    return Key(Kind.PROJECT, found.id, found.projects[project].id)


def name(workspace: Workspace, key: Key, text: str) -> None:
    workspace.session.do(key.document_id, SetField(key.project_id, "name", text))


def told(workspace: Workspace) -> str:
    return workspace.window.status.currentMessage()


def undo(workspace: Workspace) -> None:
    workspace.window.commands  # noqa: B018 - the actions are made with it
    history(workspace, "撤销")


def redo(workspace: Workspace) -> None:
    history(workspace, "重做")


def history(workspace: Workspace, name: str) -> None:
    actions = workspace.window.bars.edit.actions()
    next(each for each in actions if each.iconText() == name).trigger()


def test_it_says_what_was_taken_back_and_done_again(workspace: Workspace) -> None:
    key = project_key(workspace)
    workspace.window.go_to(key)
    name(workspace, key, "甲")
    undo(workspace)
    assert told(workspace) == "已撤销：修改名称"
    redo(workspace)
    assert told(workspace) == "已重做：修改名称"


def test_it_goes_where_something_changed_and_says_where(workspace: Workspace) -> None:
    key, other = project_key(workspace), project_key(workspace, project=3)
    was = document(workspace).projects[0].name
    name(workspace, key, "甲")
    workspace.window.go_to(other)
    undo(workspace)
    assert workspace.window.navigator.key == key
    assert told(workspace) == f"已撤销：修改名称（2025年 · {was}）"


def test_another_document_is_shown_before_anything_in_it_is_taken_back(
    workspace: Workspace,
) -> None:
    key, here = project_key(workspace, 1), project_key(workspace, 0)
    name(workspace, key, "甲")
    changed = document(workspace, 1)
    workspace.window.go_to(here)
    undo(workspace)
    assert document(workspace, 1) is changed
    assert workspace.window.navigator.key == key
    assert told(workspace).startswith("再按一次 Ctrl+Z 撤销：修改名称（2024年")
    undo(workspace)
    assert document(workspace, 1).projects[0].name != "甲"
    assert told(workspace) == "已撤销：修改名称"
    workspace.window.go_to(here)
    redo(workspace)
    assert document(workspace, 1).projects[0].name != "甲"
    redo(workspace)
    assert document(workspace, 1) is changed


def test_a_document_vanishes_only_at_the_second_press(workspace: Workspace) -> None:
    new = Document(2026, "hebei-2024")
    workspace.session.add(new, "新建文本")
    workspace.window.go_to(Key(Kind.DEPARTMENT, new.id))
    undo(workspace)
    assert workspace.session.find_outline(new.id)
    assert told(workspace).startswith("再按一次 Ctrl+Z 撤销：新建文本")
    undo(workspace)
    assert workspace.session.find_outline(new.id) is None
    assert told(workspace).startswith("已撤销：新建文本")
    redo(workspace)
    assert workspace.session.find_outline(new.id)


def test_what_was_asked_is_forgotten_once_something_else_is_done(workspace: Workspace) -> None:
    new = Document(2026, "hebei-2024")
    workspace.session.add(new, "新建文本")
    undo(workspace)
    key = project_key(workspace, 1)
    workspace.window.go_to(key)
    name(workspace, key, "甲")
    undo(workspace)
    assert told(workspace) == "已撤销：修改名称"
    undo(workspace)
    assert workspace.session.find_outline(new.id)


def test_one_stays_where_one_sees_part_of_what_is_taken_back(workspace: Workspace) -> None:
    here = project_key(workspace, 0, 2)
    workspace.window.go_to(here)
    command(workspace.window, "对照上年").trigger()
    page = workspace.window.navigator.page()
    assert isinstance(page, ProjectPage)
    expanded = workspace.window.tree.view.expanded_keys()
    with workspace.session.together("替换"):
        for at in (1, 0):
            found = document(workspace, at)
            changes: tuple[Change, ...] = tuple(
                SetField(each.id, "name", f"{each.name}甲") for each in found.projects
            )
            workspace.session.do(found.id, Together("替换", changes))
    for way in (undo, redo):
        way(workspace)
        assert workspace.window.navigator.key == here
        assert page.views()[0].isChecked()
        assert workspace.window.tree.view.expanded_keys() == expanded


def test_what_was_told_goes_with_the_next_edit_or_command(workspace: Workspace) -> None:
    key = project_key(workspace)
    workspace.window.go_to(key)
    status = workspace.window.status
    status.tell("已删除 1 个项目，按 Ctrl+Z 撤销")
    status.offer("存为版本…", lambda: None)
    name(workspace, key, "甲")
    assert told(workspace) == ""
    offers = [each.text() for each in status.findChildren(QPushButton) if not each.isHidden()]
    assert "存为版本…" not in offers
    status.tell("已删除 1 个项目，按 Ctrl+Z 撤销")
    command(workspace.window, "放大").trigger()
    assert told(workspace) == ""


def test_a_warning_stays(workspace: Workspace) -> None:
    workspace.window.status.warn("数据文件已不在")
    name(workspace, project_key(workspace), "甲")
    assert told(workspace) == "数据文件已不在"


@pytest.mark.parametrize("key", [ROOT, Key(Kind.YEAR, year=2025)])
def test_from_a_page_of_no_document_it_goes_to_the_place_first(
    workspace: Workspace, key: Key
) -> None:
    there = project_key(workspace)
    name(workspace, there, "甲")
    workspace.window.go_to(key)
    undo(workspace)
    assert workspace.window.navigator.key == there
    assert document(workspace).projects[0].name == "甲"
    undo(workspace)
    assert document(workspace).projects[0].name != "甲"
