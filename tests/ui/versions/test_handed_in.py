"""What was handed in is kept as a version, and stays there when the document is reopened."""

from pathlib import Path

import pytest

from perfdesk.io.versions import Version, read_version, versions_dir, versions_of
from perfdesk.models.document import Document, Submission
from perfdesk.models.same import same_content
from perfdesk.models.years.submit import Submit
from perfdesk.ui.dialogs.submit_dialog import SubmitDialog
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.looking import answer_with, command
from tests.ui.submitting import when_asked

SUBMISSION = Submission("张三", "2026-11-20T16:30:05+08:00", "纸质件已送")


@pytest.fixture
def document(workspace: Workspace) -> Document:
    """The newest document, whose first project the window shows."""
    document = workspace.session.document(workspace.session.outlines[0].id)
    workspace.window.go_to(Key(Kind.PROJECT, document.id, document.projects[0].id))
    return document


@pytest.fixture
def handed_in(workspace: Workspace, document: Document) -> Document:
    """The same document, handed in by a program that kept no version of it."""
    workspace.session.do(document.id, Submit(SUBMISSION))
    return workspace.session.document(document.id)


def now(workspace: Workspace, document: Document) -> Document:
    return workspace.session.document(document.id)


def agree(dialog: SubmitDialog) -> None:
    dialog.who.setText("张三")
    dialog.accept()


def told(workspace: Workspace) -> str:
    return workspace.window.status.currentMessage()


def test_what_was_handed_in_is_kept_as_a_version(
    workspace: Workspace, document: Document, store_path: Path
) -> None:
    def versions() -> list[Version]:
        return [*versions_of(versions_dir(store_path), document.id).versions]

    when_asked(agree)
    command(workspace.window, "标记为已上报").trigger()
    handed_in = now(workspace, document)
    assert handed_in.submitted is not None
    name = f"上报 {handed_in.submitted.at[:10]} 张三"
    assert [each.name for each in versions()] == [name]
    assert f"版本“{name}”" in told(workspace)
    answer_with("重新打开")
    command(workspace.window, "重新打开").trigger()
    assert now(workspace, document).submitted is None
    assert f"“{name}”" in told(workspace)
    kept = [read_version(each) for each in versions()]
    assert [same_content(each, handed_in) for each in kept] == [True]


def test_one_handed_in_long_ago_is_kept_when_it_is_reopened(
    workspace: Workspace, handed_in: Document, store_path: Path
) -> None:
    assert versions_of(versions_dir(store_path), handed_in.id).versions == ()
    answer_with("重新打开")
    command(workspace.window, "重新打开").trigger()
    (version,) = versions_of(versions_dir(store_path), handed_in.id).versions
    assert version.name == "上报 2026-11-20 张三"
    assert same_content(read_version(version), handed_in)


def test_it_is_not_marked_where_it_cannot_be_kept(
    workspace: Workspace, document: Document, store_path: Path
) -> None:
    versions_dir(store_path).write_text("in the way", encoding="utf-8")
    when_asked(agree)
    command(workspace.window, "标记为已上报").trigger()
    assert now(workspace, document) is document
    assert "versions" in told(workspace)
