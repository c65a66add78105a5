"""The real program, killed while a text is still being typed: the text is there at the next start.

What is killed is a process of its own; what is started again is the real window.
"""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from perfdesk.io.store.drafts import DRAFTS, loaded
from perfdesk.io.store.glance import Glance
from perfdesk.models.document import Document
from perfdesk.models.draft import Draft
from perfdesk.models.sheet import Place
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.frame.draft_notice import DraftNotice
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.faults.conftest import Disk
from tests.ui.conftest import OpenWorkspace
from tests.ui.looking import label, question

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60  # seconds until a start that does not get on counts as a failure
TEXT = "一季度走访全部企业，二季度完成诊断"
LONG = "目标" * 40_000


@contextmanager
def typing(store: Path, where: str, text: str) -> Iterator[subprocess.Popen[str]]:
    """A clerk in a process of its own who has typed a text; killed in the end."""
    typist = Path(__file__).with_name("typist.py")
    with subprocess.Popen(
        [sys.executable, "-W", "error", str(typist), str(store), where, text],
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            wait_for(process, "typed")
            yield process
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait(PATIENCE)


def wait_for(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdout is not None
    while True:
        readable, _, _ = select.select([process.stdout], [], [], PATIENCE)
        assert readable, f"the program did not come to say {line!r}"
        said = process.stdout.readline()
        assert said, f"the program ended before it said {line!r}"
        if said.strip() == line:
            return


def drafts_in(store: Path) -> tuple[Draft, ...]:
    with Glance(store) as glance:
        return loaded(glance.recall(DRAFTS))


def stored(store: Path, document: Document) -> Document:
    with Glance(store) as glance:
        return glance.load(document.id)


def wait_until(qtbot: QtBot, holds: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=PATIENCE * 1000)


def type_on(workspace: Workspace, text: str) -> None:
    """Type into the goals, whose editor is opened if it is not."""
    page = workspace.window.navigator.page()
    assert isinstance(page, ProjectPage)
    if not page.view.editing.editor:
        project_id = workspace.window.navigator.key.project_id
        assert page.go_to_place(Place(project_id, "goals"), edit=True)
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(workspace.window.focusWidget(), event)


def says(workspace: Workspace) -> str:
    return label(workspace.window, "保存状态")


def notice_of(workspace: Workspace) -> DraftNotice | None:
    notices = workspace.window.findChildren(DraftNotice)
    return notices[0] if notices and notices[0].isVisible() else None


def begin(workspace: Workspace) -> None:
    """Let the store be opened, and the window hear of it."""
    workspace.saver.remember("a habit", "")
    assert workspace.saver.wait_until_saved(PATIENCE)
    QCoreApplication.processEvents()


@pytest.fixture
def document(samples: tuple[Document, ...]) -> Document:
    """The document that is listed last, and its last project, are typed into."""
    return samples[-1]


def test_what_was_being_typed_in_a_form_is_put_back(
    filled_store: Path, document: Document, open_workspace: OpenWorkspace, qtbot: QtBot
) -> None:
    before = document.projects[-1]
    with typing(filled_store, "goals", TEXT):
        wait_until(qtbot, lambda: drafts_in(filled_store))
    assert stored(filled_store, document) == document
    workspace = open_workspace()
    wait_until(qtbot, lambda: notice_of(workspace))
    notice = notice_of(workspace)
    assert notice is not None
    assert notice.words == (
        f"上次没有填完的内容已放回：“{before.name}”绩效目标，按 Ctrl+Z 可以撤销"
    )
    assert workspace.window.navigator.key.project_id == before.id
    page = workspace.window.navigator.page()
    assert page is not None
    place = page.current_place()
    assert place is not None
    assert place.field == "goals"
    now = workspace.session.document(document.id).projects[-1]
    assert now.goals == (*before.goals[:-1], before.goals[-1] + TEXT)
    wait_until(qtbot, lambda: drafts_in(filled_store) == ())
    assert stored(filled_store, document).projects[-1] == now
    workspace.session.undo_stack.undo()
    assert workspace.session.document(document.id) == document
    assert notice_of(workspace) is None


def test_what_was_given_up_does_not_come_back(
    filled_store: Path, document: Document, open_workspace: OpenWorkspace, qtbot: QtBot
) -> None:
    with typing(filled_store, "goals", TEXT + "!") as process:
        wait_until(qtbot, lambda: drafts_in(filled_store))
        wait_for(process, "given up")
        wait_until(qtbot, lambda: drafts_in(filled_store) == ())
    workspace = open_workspace()
    begin(workspace)
    assert workspace.session.document(document.id) == document
    assert notice_of(workspace) is None


def test_what_was_being_typed_in_part_one_is_there(
    filled_store: Path, document: Document, open_workspace: OpenWorkspace, qtbot: QtBot
) -> None:
    with typing(filled_store, "statement", TEXT):
        wait_until(qtbot, lambda: TEXT in stored(filled_store, document).statement.overall)
    workspace = open_workspace()
    overall = workspace.session.document(document.id).statement.overall
    assert overall == document.statement.overall + TEXT


def test_on_a_full_disk_one_types_on_and_hears_of_it(
    disk: Disk, workspace: Workspace, document: Document, qtbot: QtBot
) -> None:
    begin(workspace)
    project = document.projects[0]
    workspace.window.go_to(Key(Kind.PROJECT, document.id, project.id))
    begin(workspace)
    disk.fill()
    type_on(workspace, LONG)
    wait_until(qtbot, lambda: says(workspace).startswith("✕ 不能保存：磁盘空间不足"))
    type_on(workspace, "还有")
    assert drafts_in(workspace.saver.path) == ()
    disk.clear()
    wait_until(qtbot, lambda: drafts_in(workspace.saver.path))
    (draft,) = drafts_in(workspace.saver.path)
    assert draft.text.endswith(LONG + "还有")
    wait_until(qtbot, lambda: says(workspace).startswith("✓ 已保存"))


def test_an_edit_that_the_disk_refuses_leaves_its_draft(
    disk: Disk, workspace: Workspace, document: Document, qtbot: QtBot
) -> None:
    begin(workspace)
    project = document.projects[0]
    workspace.window.go_to(Key(Kind.PROJECT, document.id, project.id))
    type_on(workspace, LONG)
    wait_until(qtbot, lambda: drafts_in(workspace.saver.path))
    disk.fill()
    QTest.keyClick(workspace.window.focusWidget(), Qt.Key.Key_Return)
    wait_until(qtbot, lambda: says(workspace).startswith("✕ 未保存：磁盘空间不足"))
    assert stored(workspace.saver.path, document) == document
    (draft,) = drafts_in(workspace.saver.path)
    assert draft.text.endswith(LONG)
    disk.clear()
    wait_until(qtbot, lambda: drafts_in(workspace.saver.path) == ())
    assert stored(workspace.saver.path, document).projects[0].goals[-1].endswith(LONG)


def test_a_second_window_takes_over_only_when_the_first_was_killed(
    filled_store: Path, document: Document, open_workspace: OpenWorkspace, qtbot: QtBot
) -> None:
    with typing(filled_store, "goals", TEXT):
        wait_until(qtbot, lambda: drafts_in(filled_store))
        second = open_workspace()
        wait_until(qtbot, question)
        box = question()
        assert box is not None
        box.buttons()[0].click()
        assert second.session.document(document.id) == document
        assert notice_of(second) is None
    wait_until(qtbot, lambda: notice_of(second))
    assert second.session.document(document.id).projects[-1].goals[-1].endswith(TEXT)
    wait_until(qtbot, lambda: drafts_in(filled_store) == ())
