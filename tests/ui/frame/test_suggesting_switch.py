"""The switch in the edit menu: whether something is suggested while one types."""

from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.conftest import OpenWorkspace
from tests.ui.looking import command


def go_to_a_form(workspace: Workspace) -> None:
    document = workspace.session.document(workspace.session.outlines[0].id)
    workspace.window.go_to(Key(Kind.PROJECT, document.id, document.projects[0].id))


def switch_of(workspace: Workspace) -> tuple[bool, bool]:
    """What the menu shows, and what is so."""
    suggesting = workspace.suggesting
    assert suggesting
    shown = command(workspace.window, "输入时推荐指标").isChecked()
    return shown, suggesting.while_typing


def test_it_is_remembered(workspace: Workspace, open_workspace: OpenWorkspace) -> None:
    go_to_a_form(workspace)
    assert switch_of(workspace) == (True, True)
    command(workspace.window, "输入时推荐指标").trigger()
    assert switch_of(workspace) == (False, False)
    workspace.close()
    again = open_workspace()
    go_to_a_form(again)
    assert switch_of(again) == (False, False)
    command(again.window, "输入时推荐指标").trigger()
    assert switch_of(again) == (True, True)
