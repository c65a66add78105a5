"""The office's memory in the window: learned in a thread, and kept up with what happens then."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import pytest
from pytestqt.qtbot import QtBot

from perfdesk.io.forms import form_named
from perfdesk.io.problem import Problem
from perfdesk.models.change import SetField
from perfdesk.models.document import Department, Document
from perfdesk.models.outline import outline
from perfdesk.models.project import Indicator, Project
from perfdesk.models.suggest.suggester import Question
from perfdesk.paths import settings_dir
from perfdesk.ui.session import Session
from perfdesk.ui.settings import Settings
from perfdesk.ui.suggesting import Suggesting
from perfdesk.ui.workspace import Workspace

NUMBER = "数量指标"


def document(document_id: str, year: int, *names: str) -> Document:
    rows = tuple(Indicator("产出指标", NUMBER, name, id=f"{document_id}{name}") for name in names)
    project = Project(name=f"{document_id}经费", indicators=rows, id=f"{document_id}-1")
    department = Department("315", "云溪区商务局")
    return Document(year, "hebei-2024", department, projects=(project,), id=document_id)


@dataclass
class Shelf:
    """Documents on disk, read only in the order in which they lie there."""

    documents: dict[str, Document]
    damaged: set[str] = field(default_factory=set)
    read: list[str] = field(default_factory=list)

    def save(self, before: Document | None, after: Document | None) -> None:
        """What is written stays unwritten here: the thread reads what was there before."""

    def load(self, document_id: str) -> Document:
        self.read.append(document_id)
        if document_id in self.damaged:
            raise Problem("读不出来")
        return self.documents[document_id]

    @contextmanager
    def reader(self) -> Iterator["Shelf"]:
        yield self

    def session(self) -> Session:
        form = form_named("hebei-2024")
        outlines = tuple(outline(form, each) for each in self.documents.values())
        return Session(self, lambda each: self.documents[each], outlines)


def shelf_of(*documents: Document) -> Shelf:
    return Shelf({each.id: each for each in documents})


@pytest.fixture
def shelf() -> Shelf:
    return shelf_of(document("甲", 2024, "巡查里程"), document("乙", 2025, "处置件数"))


def known(suggesting: Suggesting, *names: str) -> list[str]:
    """Which of these names are known as used by the office."""
    assert suggesting.suggester
    level = suggesting.suggester.levels.level(NUMBER)
    return [name for name in names if suggesting.suggester.history.known(level, name)]


def learned(qtbot: QtBot, session: Session, shelf: Shelf) -> Suggesting:
    suggesting = Suggesting(session, Settings(settings_dir()), None, shelf.reader)
    with qtbot.waitSignal(suggesting.ready):
        suggesting.start()
    suggesting.close()
    return suggesting


def test_it_learns_what_is_stored(qtbot: QtBot, shelf: Shelf) -> None:
    suggesting = learned(qtbot, shelf.session(), shelf)
    assert known(suggesting, "巡查里程", "处置件数", "别的") == ["巡查里程", "处置件数"]
    assert suggesting.suggester
    found = suggesting.suggester.suggest(Question("xclc", Project(), 2026))
    assert found[0].name == "巡查里程"


def test_what_is_open_is_taken_as_it_stands(qtbot: QtBot, shelf: Shelf) -> None:
    session = shelf.session()
    session.do("甲", SetField("甲巡查里程", "name", "巡查公里数"))
    suggesting = learned(qtbot, session, shelf)
    assert shelf.read == ["乙"]
    assert known(suggesting, "巡查里程", "巡查公里数") == ["巡查公里数"]


def test_what_changes_while_it_learns_is_not_lost(qtbot: QtBot, shelf: Shelf) -> None:
    session = shelf.session()
    suggesting = Suggesting(session, Settings(settings_dir()), None, shelf.reader)
    with qtbot.waitSignal(suggesting.ready):
        suggesting.start()
        # The thread's answer waits for the window's thread, which is busy here.
        session.do("甲", SetField("甲巡查里程", "name", "巡查公里数"))
        session.remove("乙", "删除文本")
        session.add(document("丙", 2026, "修复处数"), "新建文本")
    suggesting.close()
    assert known(suggesting, "巡查里程", "处置件数") == []
    assert known(suggesting, "巡查公里数", "修复处数") == ["巡查公里数", "修复处数"]


def test_it_follows_every_edit(qtbot: QtBot, shelf: Shelf) -> None:
    session = shelf.session()
    suggesting = learned(qtbot, session, shelf)
    session.do("甲", SetField("甲巡查里程", "name", "巡查公里数"))
    assert known(suggesting, "巡查里程", "巡查公里数") == ["巡查公里数"]
    session.undo_stack.undo()
    assert known(suggesting, "巡查里程", "巡查公里数") == ["巡查里程"]
    session.remove("乙", "删除文本")
    assert known(suggesting, "处置件数") == []
    session.undo_stack.undo()
    assert known(suggesting, "处置件数") == ["处置件数"]


def test_a_document_that_cannot_be_read_is_left_out(qtbot: QtBot, shelf: Shelf) -> None:
    shelf.damaged.add("甲")
    suggesting = learned(qtbot, shelf.session(), shelf)
    assert known(suggesting, "巡查里程", "处置件数") == ["处置件数"]


def test_closed_while_it_learns_it_ends_and_says_nothing(qtbot: QtBot, shelf: Shelf) -> None:
    shelf.documents |= {f"n{n}": replace(shelf.documents["甲"], id=f"n{n}") for n in range(50)}
    suggesting = Suggesting(shelf.session(), Settings(settings_dir()), None, shelf.reader)
    with qtbot.assertNotEmitted(suggesting.ready, wait=20):
        suggesting.start()
        suggesting.close()
    assert suggesting.suggester is None


def test_without_a_store_there_is_the_library(qtbot: QtBot) -> None:
    shelf = shelf_of()
    suggesting = learned(qtbot, shelf.session(), shelf)
    assert suggesting.suggester
    found = suggesting.suggester.suggest(Question("yshgl", Project(), 2026, "质量指标"))
    assert found[0].name == "验收合格率"


def test_whether_to_suggest_is_remembered(qtbot: QtBot, shelf: Shelf) -> None:
    assert learned(qtbot, shelf.session(), shelf).while_typing
    learned(qtbot, shelf.session(), shelf).while_typing = False
    assert not learned(qtbot, shelf.session(), shelf).while_typing


def test_the_program_learns_after_its_first_paint(qtbot: QtBot, workspace: Workspace) -> None:
    suggesting = workspace.suggesting
    assert suggesting
    qtbot.waitUntil(lambda: suggesting.suggester is not None)
    assert suggesting.suggester
    assert suggesting.suggester.suggest(Question("", Project(), 2026, NUMBER))
