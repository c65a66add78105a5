"""Two windows on one store: the second says so, and neither writes over the other."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from perfdesk.io.store.glance import Glance
from perfdesk.models.change import SetField
from perfdesk.models.document import Document
from perfdesk.models.same import same_content
from perfdesk.ui.workspace import Workspace
from tests.ui.conftest import OpenWorkspace
from tests.ui.looking import label, question

SENTENCE = "正在另一个窗口中使用。请在那个窗口中继续，或先关闭它。"


def document_of(workspace: Workspace) -> Document:
    return workspace.session.document(workspace.session.outlines[0].id)


def rename(workspace: Workspace, name: str, project: int = 0) -> None:
    document = document_of(workspace)
    workspace.session.do(document.id, SetField(document.projects[project].id, "name", name))


def stored(path: Path, document: Document) -> Document:
    with Glance(path) as glance:
        return glance.load(document.id)


def open_second(open_workspace: OpenWorkspace, qtbot: QtBot) -> Workspace:
    """Open the store again, see that the window says it cannot save, and agree."""
    second = open_workspace()
    qtbot.waitUntil(lambda: question() is not None, timeout=20_000)
    box = question()
    assert box is not None
    assert SENTENCE in box.text()
    box.buttons()[0].click()
    assert SENTENCE in label(second.window, "保存状态")
    return second


def test_the_second_shows_everything_and_saves_once_it_is_alone(
    workspace: Workspace, open_workspace: OpenWorkspace, qtbot: QtBot
) -> None:
    assert workspace.saver.wait_until_saved(30)
    second = open_second(open_workspace, qtbot)
    assert document_of(second) == document_of(workspace)
    rename(second, "在第二个窗口中改的")
    assert not second.saver.wait_until_saved(30)
    rename(workspace, "在第一个窗口中改的")
    assert workspace.saver.wait_until_saved(30)
    workspace.session.undo_stack.undo()
    assert workspace.saver.wait_until_saved(30)
    workspace.close()
    qtbot.waitUntil(lambda: label(second.window, "保存状态").startswith("✓"), timeout=20_000)
    assert stored(second.saver.path, document_of(second)).projects[0].name == "在第二个窗口中改的"


def test_the_second_never_writes_over_what_the_first_has_saved(
    workspace: Workspace, open_workspace: OpenWorkspace, qtbot: QtBot
) -> None:
    assert workspace.saver.wait_until_saved(30)
    second = open_second(open_workspace, qtbot)
    rename(second, "在第二个窗口中改的")
    rename(workspace, "在第一个窗口中改的", project=1)
    assert workspace.saver.wait_until_saved(30)
    kept = document_of(workspace)
    workspace.close()
    assert not second.saver.wait_until_saved(30)
    qtbot.waitUntil(lambda: "已被另一个窗口修改" in label(second.window, "保存状态"))
    rename(second, "再改一次")
    assert not second.saver.wait_until_saved(30)
    assert stored(second.saver.path, kept) == kept
    assert document_of(second).projects[0].name == "再改一次"
    assert not same_content(document_of(second), kept)


def test_a_second_window_that_changed_nothing_closes_without_a_question(
    workspace: Workspace, open_workspace: OpenWorkspace, qtbot: QtBot
) -> None:
    assert workspace.saver.wait_until_saved(30)
    second = open_second(open_workspace, qtbot)
    assert second.window.close()
    second.close()
    rename(workspace, "仍可保存")
    assert workspace.saver.wait_until_saved(30)
