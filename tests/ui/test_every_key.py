"""Every key in the list is pressed: on the sheet, in an open editor, and while one composes."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from perfdesk.io.store.store import Store
from perfdesk.models.document import Document
from perfdesk.models.ids import new_id
from perfdesk.models.project import Project
from perfdesk.models.value import IndicatorValue
from perfdesk.ui.frame.key_table import read_keys
from perfdesk.ui.statement.field import Field
from tests.ui.conftest import OpenWorkspace
from tests.ui.findings.conftest import Desk, slipped
from tests.ui.key_names import sequences
from tests.ui.keys_pressed.cases import CASES
from tests.ui.keys_pressed.elsewhere import in_statement
from tests.ui.keys_pressed.world import AGAIN_MS, World
from tests.ui.statement.hands import compose, type_text

LINES = [(line.task, name) for line in read_keys() for name in line.keys]


def year_before(project: Project) -> Project:
    """The same project a year earlier, its first value a smaller one."""
    rows = [replace(row, id=new_id()) for row in project.indicators]
    rows[0] = replace(rows[0], value=IndicatorValue.read("≥500人次"), basis="去年的依据")
    name = project.name.replace("2025", "2024")
    return replace(project, id=new_id(), name=name, indicators=tuple(rows))


def two_years() -> tuple[Document, Document]:
    document = slipped()
    before = [year_before(each) for each in document.projects]
    return document, replace(document, id=new_id(), year=2024, projects=tuple(before))


@pytest.fixture
def world(store_path: Path, open_workspace: OpenWorkspace, qtbot: QtBot) -> Iterator[World]:
    """The window on the first form of the later year, the sheet focused, everything judged."""
    documents = two_years()
    with closing(Store.open(store_path)) as store:
        for document in reversed(documents):
            store.save(None, document)
    workspace = open_workspace()
    desk = Desk(workspace, qtbot)
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    desk.go(0)
    workspace.inspector.findings(desk.document.id)
    qtbot.waitUntil(lambda: workspace.inspector.at_rest)
    made = World(desk)
    made.go(0, "name")
    yield made
    made.end()


def test_every_line_of_the_list_has_an_effect_that_is_tried() -> None:
    assert set(CASES) == set(LINES)


@pytest.mark.parametrize(("task", "key"), LINES, ids=[f"{t}-{k}" for t, k in LINES])
def test_it_does_what_the_list_says(world: World, task: str, key: str) -> None:
    CASES[task, key](world, key)


# --- while an editor is open


EDITS = (
    *("Backspace", "Delete", "Alt+Enter", "Ctrl+;", "Ctrl+'", "Shift+空格", "Ctrl+Z", "F6"),
    *("Ctrl+V", "Ctrl+Shift+V", "Ctrl+X"),
)
"""Keys that the open editor hears itself: it stays open, and its text is another one."""
STAYS = (
    *("Home", "End", "Shift+Home", "Shift+End", "Ctrl+Home", "Ctrl+End"),
    *("Ctrl+Shift+Home", "Ctrl+Shift+End", "←", "→", "Ctrl+A", "Ctrl+C", "F2", "方向键"),
    *("Shift+方向键", "Ctrl+方向键", "Ctrl+Shift+方向键", "Ctrl+D", "Ctrl+R", "Ctrl+减号"),
    *("PgUp", "PgDown", "Shift+PgUp", "Shift+PgDown", "Alt+↓", "Ctrl+空格"),
    *("Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+Tab", "Ctrl+Shift+Tab", "Alt+↑", "Ctrl+Shift+Delete"),
)
"""Keys that leave the open editor open and its text as it is."""
GIVES_UP = "Esc"
OTHERS = sorted({key for _, key in LINES} - {*EDITS, *STAYS, GIVES_UP})
"""Keys that leave the editor, or the whole form: what was typed is taken over."""
WORDS = "，甲 乙"


def write(world: World) -> None:
    """Open a cell of the second row, type, and stand before what was typed last."""
    world.go(1, "description")
    world.press("F2")
    type_text(WORDS)
    world.press("←")


def description(world: World) -> str:
    return next(row.description for row in world.project.indicators if "场次" in row.name)


def test_an_editors_own_keys_edit(world: World) -> None:
    QGuiApplication.clipboard().setText("贴")
    for key in EDITS:
        write(world)
        if key == "Ctrl+X":
            world.press("Ctrl+A")
        before = world.typed
        world.press(key)
        assert world.is_open, key
        assert world.typed != before, key
        world.press("Esc")


def test_the_sheets_keys_do_nothing_to_an_open_editor(world: World) -> None:
    document = world.desk.document
    for key in STAYS:
        write(world)
        before = world.typed
        for sequence in sequences(key):
            world.hit(sequence)
        assert world.is_open, key
        assert world.typed == before, key
        world.press("Esc")
        if world.is_open:  # a list closes first
            world.press("Esc")
        assert not world.is_open, key
    assert world.desk.document is document


@pytest.mark.parametrize("key", OTHERS)
def test_whatever_else_is_pressed_takes_over_what_was_typed(world: World, key: str) -> None:
    write(world)
    before = world.typed
    world.press(key)
    if key == "Ctrl+Shift+L":  # over what was just taken over comes last year's text
        world.press("Ctrl+Z")
    assert before in (world.typed, description(world))


# --- while an input method composes


def on_the_sheet(world: World) -> None:
    world.go(0, "name")


def in_an_editor(world: World) -> None:
    world.go(0, "name")
    world.press("F2")


def in_the_value(world: World) -> None:
    world.go(0, "value")
    world.press("F2")


def in_a_text_of_the_statement(world: World) -> None:
    in_statement()(world)


@pytest.mark.parametrize(
    "begin", [on_the_sheet, in_an_editor, in_the_value, in_a_text_of_the_statement]
)
def test_no_key_is_taken_from_a_composing_input_method(
    world: World, begin: Callable[[World], None]
) -> None:
    begin(world)
    compose("pei")
    focused, document = world.focused, world.desk.document
    shown = world.desk.window.navigator.key
    for key in sorted({key for _, key in LINES}):
        for sequence in sequences(key):
            world.hit(sequence)
        assert world.focused is focused, key
        assert world.desk.document is document, key
        assert world.desk.window.navigator.key == shown, key
        assert world.desk.window.isVisible(), key
    QTest.qWait(2 * AGAIN_MS)
    assert world.asked == []
    type_text("培")
    text = focused.text() if isinstance(focused, Field) else world.typed
    assert text.endswith("培")
