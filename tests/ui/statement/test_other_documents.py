"""Turning the page of part one to another document while one writes: each keeps its own."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from perfdesk.models.change import copy_of
from perfdesk.models.document import Document, Submission
from perfdesk.models.years.submit import Submit
from perfdesk.ui.session import Session
from perfdesk.ui.statement.field import Field
from perfdesk.ui.statement.page import StatementPage
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.looking import command
from tests.ui.statement.conftest import DOCUMENT
from tests.ui.statement.hands import press, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def other(session: Session) -> Document:
    """Last year's document, which says the same in its overall text."""
    statement = DOCUMENT.statement
    rows = tuple(map(copy_of, statement.subgoals))
    other = replace(DOCUMENT, id="other", year=2024, statement=replace(statement, subgoals=rows))
    session.add(other, "新建文档")
    return other


def overall(session: Session, document_id: str) -> str:
    return session.document(document_id).statement.overall


def test_one_stay_is_a_step_in_each_document(
    page: StatementPage, session: Session, other: Document
) -> None:
    was = overall(session, "document")
    type_text("一。")
    page.show_statement(other.id)
    type_text("二。")
    page.commit()
    page.show_statement("document")
    page.sheet.overall.put_caret(at_end=True)
    type_text("三。")
    page.commit()
    assert overall(session, "document").endswith("三。")
    for wanted in (f"{was}一。", f"{was}一。", was):
        session.undo_stack.undo()
        if wanted == was:
            break
        assert overall(session, "document") in (wanted, f"一。{was}")
    assert (overall(session, "document"), overall(session, other.id)) == (was, was)


def test_undo_in_a_text_never_brings_in_another_documents(
    page: StatementPage, session: Session, other: Document
) -> None:
    """Both say the same once one has typed, so the text itself does not change at the turn."""
    field = page.sheet.overall
    field.put_caret(at_end=True)
    type_text("一。")
    page.commit()
    statement = replace(other.statement, overall=overall(session, "document"))
    twin = replace(other, id="twin", statement=statement)
    session.add(twin, "新建文档")
    page.show_statement(twin.id)
    assert not field.document().isUndoAvailable()
    press(Qt.Key.Key_Z, CONTROL)
    page.commit()
    assert session.document(twin.id) is twin


def test_a_text_that_was_handed_in_takes_nothing_back_by_itself(
    page: StatementPage, session: Session
) -> None:
    type_text("一。")
    page.commit()
    session.do("document", Submit(Submission("张三", "2026-11-20T16:30:05+08:00")))
    there = page.sheet.overall.text()
    press(Qt.Key.Key_Z, CONTROL)
    assert page.sheet.overall.text() == there


@pytest.fixture
def at_part_one(workspace: Workspace, qtbot: QtBot) -> Iterator[Workspace]:
    """The window, in a numbered section of this year's part one."""
    window = workspace.window
    with qtbot.waitActive(window):
        window.activateWindow()
    window.go_to(Key(Kind.STATEMENT, workspace.session.outlines[0].id))
    page = window.navigator.page()
    assert isinstance(page, StatementPage)
    page.sheet.chapters[0].sections[0].fields[1].setFocus()
    yield workspace
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_focus_goes_to_what_stands_there_after_a_jump(at_part_one: Workspace) -> None:
    window, session = at_part_one.window, at_part_one.session
    first = session.document(session.outlines[0].id)
    window.go_to(Key(Kind.PROJECT, first.id, first.projects[0].id))
    window.navigator.setFocus()
    last = session.outlines[1].id
    window.go_to(Key(Kind.STATEMENT, last))
    window.navigator.setFocus()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    page = window.navigator.page()
    assert isinstance(page, StatementPage)
    assert QApplication.focusWidget() is page.sheet.overall
    for _ in range(4):
        press(Qt.Key.Key_Tab)
        field = QApplication.focusWidget()
        assert isinstance(field, Field)
        assert field in page.sheet.fields
    window.tree.view.setFocus()
    type_text_into_overall(page)
    assert "甲" in session.document(last).statement.overall
    command(window, "撤销 修改总体绩效目标").trigger()
    assert session.undo_stack.index() == 0


def type_text_into_overall(page: StatementPage) -> None:
    page.sheet.overall.setFocus()
    type_text("甲")
    page.commit()
