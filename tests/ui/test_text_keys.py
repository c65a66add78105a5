"""In no text that is being written does a key delete anything but those that Windows users know."""

from collections.abc import Callable, Iterator
from string import ascii_uppercase
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from perfdesk.models.sheet import Place
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.statement.field import Field
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.statement.hands import focused, press

SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
HELD = (CONTROL, ALT, CONTROL | SHIFT, ALT | SHIFT)
KNOWN = {
    *((Qt.Key[f"Key_{letter}"], CONTROL) for letter in "ACVXZ"),
    (Qt.Key.Key_Z, CONTROL | SHIFT),
}
"""Copying, pasting, cutting, taking back; the others go on to what is around the text."""


class Ears(QObject):
    """Notes which letters come to a text, and keeps it and what is around it from hearing them."""

    def __init__(self, text: QWidget) -> None:
        super().__init__(text)
        self.heard: set[tuple[int, Qt.KeyboardModifier]] = set()
        self._text = text
        widget: QWidget | None = text
        while widget:
            widget.installEventFilter(self)
            widget = widget.parentWidget()
        # Whatever looks after texts comes before the ears then, as the last that was put there.
        cast("QApplication", QApplication.instance()).focusChanged.emit(None, text)

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        kinds = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if not isinstance(event, QKeyEvent) or event.type() not in kinds:
            return False
        event.accept()
        letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
        if letter and widget is self._text and event.type() == QEvent.Type.KeyPress:
            self.heard.add((event.key(), event.modifiers()))
        return True


def press_every_letter() -> None:
    for held in HELD:
        for letter in ascii_uppercase:
            press(Qt.Key[f"Key_{letter}"], held)


@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QComboBox])
def test_a_text_hears_only_the_letters_that_are_meant_for_it(
    kind: type[QWidget], qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = kind(window)
    if isinstance(field, QComboBox):
        field.setEditable(True)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    field.setFocus()
    ears = Ears(field)
    press_every_letter()
    assert ears.heard == KNOWN


# --- the texts of the program


def on_the_form(row: int, name: str) -> Callable[[Workspace], QWidget]:
    def go(workspace: Workspace) -> QWidget:
        document = workspace.session.document(workspace.session.outlines[0].id)
        project = document.projects[0]
        workspace.window.go_to(Key(Kind.PROJECT, document.id, project.id))
        page = workspace.window.navigator.page()
        assert isinstance(page, ProjectPage)
        place = Place(project.id if row < 0 else project.indicators[row].id, name)
        assert page.go_to_place(place, edit=True)
        return focused()

    return go


def unit(workspace: Workspace) -> QWidget:
    on_the_form(0, "value")(workspace)
    press(Qt.Key.Key_Right)
    assert focused().accessibleName() == "计量单位"
    return focused()


def statement(title: bool) -> Callable[[Workspace], QWidget]:
    def go(workspace: Workspace) -> QWidget:
        workspace.window.go_to(Key(Kind.STATEMENT, workspace.session.outlines[0].id))
        fields = workspace.window.navigator.findChildren(Field)
        field = next(each for each in fields if each.one_line is title)
        field.setFocus()
        return field

    return go


def tree_filter(workspace: Workspace) -> QWidget:
    workspace.window.tree.filter.setFocus()
    workspace.window.tree.filter.setText("商务")
    return workspace.window.tree.filter


def renamed(workspace: Workspace) -> QWidget:
    on_the_form(-1, "code")(workspace)
    workspace.window.tree.view.setFocus()
    press(Qt.Key.Key_F2)
    assert isinstance(focused(), QLineEdit)
    return focused()


def searched(workspace: Workspace) -> QWidget:
    on_the_form(-1, "code")(workspace)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_F, CONTROL)
    assert isinstance(focused(), QLineEdit)
    QTest.keyClicks(focused(), "2025")
    return focused()


PLACES = {
    "code": on_the_form(-1, "code"),
    "amount": on_the_form(-1, "budget.total"),
    "purpose": on_the_form(-1, "purpose"),
    "goals": on_the_form(-1, "goals"),
    "level": on_the_form(0, "level2"),
    "name": on_the_form(0, "name"),
    "basis": on_the_form(0, "basis"),
    "number": on_the_form(0, "value"),
    "unit": unit,
    "statement": statement(title=False),
    "title": statement(title=True),
    "filter": tree_filter,
    "rename": renamed,
    "search": searched,
}


@pytest.fixture
def active(workspace: Workspace, qtbot: QtBot) -> Iterator[Workspace]:
    workspace.window.activateWindow()
    qtbot.waitUntil(workspace.window.isActiveWindow)
    yield workspace
    workspace.window.navigator.commit()


def text_of(field: QWidget) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()  # type: ignore[attr-defined]


@pytest.mark.parametrize("place", PLACES)
def test_every_text_of_the_program_is_looked_after(active: Workspace, place: str) -> None:
    field = PLACES[place](active)
    before = text_of(field)
    ears = Ears(field)
    press_every_letter()
    assert ears.heard == KNOWN
    assert before == text_of(field) != ""


@pytest.mark.parametrize(
    ("key", "held"), [(Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT)]
)
@pytest.mark.parametrize("place", PLACES)
def test_what_was_taken_back_is_done_again(
    active: Workspace, place: str, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    field = PLACES[place](active)
    press(Qt.Key.Key_End)
    QTest.keyClicks(field, "x")
    written = text_of(field)
    press(Qt.Key.Key_Z, CONTROL)
    assert text_of(field) != written
    press(key, held)
    assert text_of(field) == written
