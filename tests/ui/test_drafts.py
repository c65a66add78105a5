"""Texts that a killed program left behind: put back, or offered where something newer stands."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from perfdesk.io.store.drafts import DRAFTS, loaded
from perfdesk.io.store.glance import Glance
from perfdesk.io.store.store import Store
from perfdesk.models.change import SetField
from perfdesk.models.document import Content, Document, Submission
from perfdesk.models.draft import Draft
from perfdesk.models.project import Project
from perfdesk.models.sheet import Place
from perfdesk.models.value import IndicatorValue
from perfdesk.ui.drafts import Drafts
from perfdesk.ui.frame.draft_notice import DraftNotice
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.conftest import OpenWorkspace
from tests.ui.keys import type_text

AT = "2026-11-20T17:42:00+08:00"


@pytest.fixture
def document(samples: tuple[Document, ...]) -> Document:
    return samples[0]


@pytest.fixture
def project(document: Document) -> Project:
    return document.projects[1]


def draft_at(document: Document, row_id: str, field: str, content: Content, base: Content) -> Draft:
    return Draft(document.id, Place(row_id, field), content, base, f"“某项目”{field}", AT)


def leave_behind(path: Path, *drafts: Draft) -> None:
    """Leave a store as a killed program does."""
    with Store.open(path) as store:
        store.keep_drafts(drafts)


def kept(path: Path) -> tuple[Draft, ...]:
    with Glance(path) as glance:
        return loaded(glance.recall(DRAFTS))


def opened(open_workspace: OpenWorkspace) -> Workspace:
    """Start the program, and let it find what was left behind."""
    workspace = open_workspace()
    settle(workspace)
    return workspace


def settle(workspace: Workspace) -> None:
    """Let all that was handed to the store be written, and the window hear of it."""
    workspace.saver.remember("a habit", "")
    assert workspace.saver.wait_until_saved(30)
    QCoreApplication.processEvents()


def notice(workspace: Workspace) -> DraftNotice | None:
    found = workspace.window.findChildren(DraftNotice)
    return found[0] if found and found[0].isVisible() else None


def words(workspace: Workspace) -> str:
    shown = notice(workspace)
    return shown.words if shown else ""


def buttons(workspace: Workspace) -> dict[str, QPushButton]:
    shown = notice(workspace)
    every = shown.findChildren(QPushButton) if shown else []
    return {each.text(): each for each in every if each.isVisible()}


def now(workspace: Workspace, document: Document) -> Document:
    return workspace.session.document(document.id)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def open_goals(workspace: Workspace, document: Document, project: Project) -> None:
    key = Key(Kind.PROJECT, document.id, project.id)
    assert workspace.window.go_to_place(key, Place(project.id, "goals"), edit=True)


def test_every_kind_of_cell_is_put_back_as_one_edit_each(
    filled_store: Path, document: Document, project: Project, open_workspace: OpenWorkspace
) -> None:
    row = project.indicators[2]
    value = IndicatorValue.of_parts("定性", "90分", "")  # which nobody could read from its text
    leave_behind(
        filled_store,
        draft_at(document, project.id, "purpose", "用于", project.purpose),
        draft_at(document, project.id, "budget.other", "12.5", project.budget.other),
        draft_at(document, row.id, "value", value, row.value),
    )
    workspace = opened(open_workspace)
    after = now(workspace, document).projects[1]
    assert (after.purpose, after.budget.other) == ("用于", "12.5")
    assert after.indicators[2].value == value
    assert workspace.session.undo_stack.count() == 3
    page = workspace.window.navigator.page()
    assert page is not None
    assert page.current_place() == Place(row.id, "value")
    settle(workspace)
    assert kept(filled_store) == ()


def test_the_notice_goes_once_something_else_is_done(
    filled_store: Path, document: Document, project: Project, open_workspace: OpenWorkspace
) -> None:
    leave_behind(filled_store, draft_at(document, project.id, "purpose", "用于", project.purpose))
    workspace = opened(open_workspace)
    assert words(workspace) == "上次没有填完的内容已放回：“某项目”purpose，按 Ctrl+Z 可以撤销"
    assert list(buttons(workspace)) == ["知道了"]
    workspace.session.do(document.id, SetField(project.id, "code", "1"))
    assert words(workspace) == ""


def test_what_stands_there_already_is_not_spoken_of(
    filled_store: Path, document: Document, project: Project, open_workspace: OpenWorkspace
) -> None:
    """Its edit came to disk, and the program was killed before it could forget the draft."""
    leave_behind(filled_store, draft_at(document, project.id, "purpose", project.purpose, ""))
    workspace = opened(open_workspace)
    assert words(workspace) == ""
    settle(workspace)
    assert kept(filled_store) == ()
    assert not workspace.session.undo_stack.count()


def test_over_newer_content_it_is_only_offered(
    filled_store: Path, document: Document, project: Project, open_workspace: OpenWorkspace
) -> None:
    left = draft_at(document, project.id, "purpose", "写到一半的用途", "导入以前的用途")
    leave_behind(filled_store, left)
    workspace = opened(open_workspace)
    assert now(workspace, document) == document
    assert words(workspace) == (
        "11月20日 17:42 没有填完的内容：“某项目”purpose · 这一格后来改过，没有自动放回"
        " · “写到一半的用途”"
    )
    assert list(buttons(workspace)) == ["不需要了", "复制", "放入"]
    buttons(workspace)["复制"].click()
    assert QApplication.clipboard().text() == "写到一半的用途"
    settle(workspace)
    assert kept(filled_store) == (left,), "copied is not yet pasted"
    buttons(workspace)["放入"].click()
    assert now(workspace, document).projects[1].purpose == "写到一半的用途"
    assert words(workspace) == ""
    settle(workspace)
    assert kept(filled_store) == ()
    workspace.session.undo_stack.undo()
    assert now(workspace, document) == document


def test_what_is_offered_is_offered_until_the_person_says_no(
    filled_store: Path, document: Document, project: Project, open_workspace: OpenWorkspace
) -> None:
    leave_behind(
        filled_store,
        draft_at(document, "gone", "name", "培训合格率", ""),
        draft_at(document, project.id, "purpose", "写到一半", "以前"),
    )
    workspace = opened(open_workspace)
    assert "这一处已不在文本中，没有放回 · 另有 1 处 · “培训合格率”" in words(workspace)
    assert list(buttons(workspace)) == ["不需要了", "复制"]
    assert workspace.window.close()
    workspace.close()
    again = opened(open_workspace)
    buttons(again)["不需要了"].click()
    assert "“写到一半”" in words(again)
    settle(again)
    assert [each.content for each in kept(filled_store)] == ["写到一半"]
    buttons(again)["不需要了"].click()
    assert words(again) == ""
    settle(again)
    assert kept(filled_store) == ()


def test_into_a_document_that_was_handed_in_nothing_goes_until_it_is_reopened(
    filled_store: Path, document: Document, project: Project, open_workspace: OpenWorkspace
) -> None:
    handed_in = replace(document, submitted=Submission("王敏", AT))
    with Store.open(filled_store) as store:
        store.save(document, handed_in)
    leave_behind(filled_store, draft_at(document, project.id, "purpose", "用于", project.purpose))
    workspace = opened(open_workspace)
    assert now(workspace, document) == handed_in
    assert "这份文本已上报，没有放回" in words(workspace)
    assert "放入" not in buttons(workspace)


def test_of_a_document_that_is_gone_the_text_is_left(
    filled_store: Path, document: Document, project: Project, open_workspace: OpenWorkspace
) -> None:
    leave_behind(filled_store, draft_at(document, project.id, "purpose", "用于", project.purpose))
    with Store.open(filled_store) as store:
        store.save(document, None)
    workspace = opened(open_workspace)
    assert "这一处已不在文本中" in words(workspace)
    buttons(workspace)["复制"].click()
    assert QApplication.clipboard().text() == "用于"


def test_what_is_typed_in_one_document_leaves_alone_what_is_offered_of_another(
    filled_store: Path,
    samples: tuple[Document, ...],
    open_workspace: OpenWorkspace,
    qtbot: QtBot,
) -> None:
    other = samples[1]
    left = draft_at(other, other.projects[0].id, "purpose", "写到一半", "以前")
    leave_behind(filled_store, left)
    workspace = opened(open_workspace)
    document, project = samples[0], samples[0].projects[1]
    open_goals(workspace, document, project)
    type_text(focus(), "新目标")
    qtbot.waitUntil(lambda: len(kept(filled_store)) == 2, timeout=20_000)
    offered, typed = kept(filled_store)
    assert offered == left
    assert (typed.document_id, typed.place) == (document.id, Place(project.id, "goals"))
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    settle(workspace)
    qtbot.waitUntil(lambda: kept(filled_store) == (left,), timeout=20_000)
    assert now(workspace, document).projects[1].goals[-1].endswith("新目标")


def test_what_is_given_up_right_before_the_window_closes_stays_given_up(
    filled_store: Path,
    document: Document,
    project: Project,
    open_workspace: OpenWorkspace,
    qtbot: QtBot,
) -> None:
    workspace = opened(open_workspace)
    open_goals(workspace, document, project)
    type_text(focus(), "新目标")
    qtbot.waitUntil(lambda: len(kept(filled_store)) == 1, timeout=20_000)
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert workspace.window.close()
    workspace.close()
    assert kept(filled_store) == ()
    assert now(opened(open_workspace), document) == document


def test_who_types_already_is_not_taken_away(
    filled_store: Path, document: Document, project: Project, open_workspace: OpenWorkspace
) -> None:
    leave_behind(filled_store, draft_at(document, project.id, "purpose", "用于", project.purpose))
    workspace = open_workspace()
    open_goals(workspace, document, document.projects[0])
    typed_into = workspace.window.focusWidget()  # before the window is told that it is active
    type_text(typed_into, "新")
    settle(workspace)
    assert workspace.window.focusWidget() is typed_into
    assert now(workspace, document) == document
    assert "“用于”" in words(workspace)
    buttons(workspace)["放入"].click()
    after = now(workspace, document)
    assert after.projects[1].purpose == "用于"
    assert after.projects[0].goals[-1].endswith("新")


def test_a_text_that_is_only_being_composed_empties_nothing(
    filled_store: Path,
    document: Document,
    project: Project,
    open_workspace: OpenWorkspace,
    qtbot: QtBot,
) -> None:
    workspace = opened(open_workspace)
    key = Key(Kind.PROJECT, document.id, project.id)
    assert workspace.window.go_to_place(key, Place(project.id, "purpose"))
    workspace.window.navigator.setFocus()
    QCoreApplication.sendEvent(focus(), QInputMethodEvent("yong", []))
    timers = workspace.window.findChildren(Drafts)[0].findChildren(QTimer)
    looking = next(each for each in timers if not each.isSingleShot())
    for _ in range(3):
        with qtbot.waitSignal(looking.timeout):
            pass
    settle(workspace)
    assert kept(filled_store) == ()
    word = QInputMethodEvent()
    word.setCommitString("用于")
    QCoreApplication.sendEvent(focus(), word)
    QCoreApplication.sendEvent(focus(), QInputMethodEvent("peixun", []))
    qtbot.waitUntil(lambda: len(kept(filled_store)) == 1, timeout=20_000)
    assert kept(filled_store)[0].content == "用于"
