"""A person who fills in a whole project by keyboard; every key that is pressed is counted.

Usage: keystrokes.py STORE off|on|last-year. Prints the number of keys; fails where the project
is not exactly the wanted one in the end.
"""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench.strokes import strokes
from bench.wanted import YEAR, wanted
from perfdesk.io.pinyin import readings
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Place
from perfdesk.models.value import QUALITATIVE, IndicatorValue
from perfdesk.paths import settings_dir
from perfdesk.ui.app import make_application
from perfdesk.ui.form.beginning_picker import BeginningPicker
from perfdesk.ui.form.edits import content_of, text_to_edit
from perfdesk.ui.form.hint_list import HintList
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.frame.appearance import Appearance
from perfdesk.ui.settings import Settings
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace

_PATIENCE = 60.0
_LETTERS_TRIED = 5
_TYPED_SIGNS = {"≥": ">=", "≤": "<=", "＝": "", "＞": ">", "＜": "<", QUALITATIVE: ""}
_HEAD = ("code", "name", "budget.total", "budget.fiscal", "purpose")
_PLAN = ("plan.march", "plan.june", "plan.october", "plan.december")
_ROW = ("name", "description", "value", "basis")
_KEY = Qt.Key
_NONE, _SHIFT, _CONTROL, _ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def focus() -> QWidget:
    """Return the widget that hears the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def until(happened: Callable[[], bool]) -> None:
    """Let everything happen that is under way, until something has happened."""
    end = time.monotonic() + _PATIENCE
    while not happened():
        assert time.monotonic() < end
        application.processEvents()


class Clerk:
    """Types and moves by keyboard alone, and counts the keys."""

    def __init__(self, page: ProjectPage) -> None:
        self.keys = 0
        self._page = page
        self._view = page.view

    @property
    def project(self) -> Project:
        """The project as it stands."""
        return self._view.sheet.project

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
        """Press one key, and another one held with it."""
        QTest.keyClick(focus(), key, held)
        self.keys += 1 if held == _NONE else 2
        application.processEvents()

    def write(self, text: str) -> None:
        """Type a line of text, Chinese through an input method."""
        for stroke in strokes(text):
            self.compose(stroke.letters)
            if stroke.text.isascii():
                QTest.keyClicks(focus(), stroke.text)
            else:
                self._commit(stroke.text)
            self.keys += stroke.keys - len(stroke.letters)
        application.processEvents()

    def compose(self, letters: str) -> None:
        """Type letters that the input method shows and does not hand over yet."""
        for count in range(1, len(letters) + 1):
            QCoreApplication.sendEvent(focus(), QInputMethodEvent(letters[:count], []))
            self.keys += 1

    def let_stand(self, letters: str) -> None:
        """Have the input method hand over the letters themselves, by Enter."""
        self._commit(letters)
        self.keys += 1
        application.processEvents()

    def fill(self, place: Place, text: str) -> None:
        """Type over a cell, and leave its editor open."""
        self.go(place)
        self.write(text)

    def amend(self, place: Place, text: str) -> None:
        """Change only that part of a cell's text which differs, from its end."""
        self.go(place)
        cell = self._view.where.cell
        assert cell is not None
        before = text_to_edit(self._view.sheet.form, self.project, cell)
        same = _common(before, text)
        ending = _common(before[same:][::-1], text[same:][::-1])
        self.press(_KEY.Key_F2)
        for _ in range(ending):
            self.press(_KEY.Key_Left)
        for _ in range(len(before) - same - ending):
            self.press(_KEY.Key_Backspace)
        self.write(text[same : len(text) - ending])

    def go(self, place: Place) -> None:
        """Leave what is being typed towards a cell, and go there with the arrows."""
        target = self._view.sheet.cells.find(place)
        assert target is not None
        where = self._view.where
        assert where.cell is not None
        if self._view.editing.editor:
            beside = target.row == where.cell.row and target.column > where.cell.column
            self.press(_KEY.Key_Tab if beside else _KEY.Key_Return)
        while where.cell.place != place:
            if where.cell.row != target.row:
                self.press(_KEY.Key_Down if where.cell.row < target.row else _KEY.Key_Up)
            else:
                right = where.cell.column < target.column
                self.press(_KEY.Key_Right if right else _KEY.Key_Left)

    def finish(self) -> None:
        """Take over what is still being typed."""
        if self._view.editing.editor:
            self.press(_KEY.Key_Return)

    def take(self, row: Indicator, name: str) -> bool:
        """Type initials of a name until it is suggested, and take it; tell whether it was."""
        self.go(Place(row.id, "name"))
        initials = "".join(way[0][0] for way in readings(name))[:_LETTERS_TRIED]
        for count in range(1, len(initials) + 1):
            QCoreApplication.sendEvent(focus(), QInputMethodEvent(initials[:count], []))
            self.keys += 1
            application.processEvents()
            if name in suggested():
                self.let_stand(initials[:count])
                for _ in range(suggested().index(name)):  # the first is picked out already
                    self.press(_KEY.Key_Down)
                self.press(_KEY.Key_Return)
                return True
        QCoreApplication.sendEvent(focus(), QInputMethodEvent("", []))  # Esc of the input method
        self.keys += 1
        return False

    def _commit(self, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(focus(), event)


def suggested() -> list[str]:
    """Return the names in the list of suggestions that is shown."""
    lists = (each for each in workspace.window.findChildren(HintList) if each.isVisible())
    shown = next(lists, None)
    return [shown.item(row).text() for row in range(shown.count())] if shown else []


def typed(value: IndicatorValue) -> str:
    """Return a value as one types it in one go."""
    return _TYPED_SIGNS[value.sign] + value.number + value.unit


def fill_head(clerk: Clerk, goal: Project) -> None:
    """Fill in the head table, the plan and the goals."""
    own = clerk.project.id
    for field in (*_HEAD, *_PLAN):
        clerk.fill(Place(own, field), str(content_of(goal, field)))
    clerk.go(Place(own, "goals"))
    for number, line in enumerate(goal.goals):
        if number:
            clerk.press(_KEY.Key_Return, _ALT)
        clerk.write(line)


def fill_rows(clerk: Clerk, goal: Project, *, suggestions: bool) -> None:
    """Fill in the grid row by row."""
    for number, row in enumerate(goal.indicators):
        standing = clerk.project.indicators[number]
        if not (suggestions and clerk.take(standing, row.name)):
            clerk.fill(Place(standing.id, "name"), row.name)
            clerk.fill(Place(standing.id, "description"), row.description)
        mend_row(clerk, number, row)


def mend_row(clerk: Clerk, number: int, row: Indicator) -> None:
    """Type over the cells of a row that are not as they should be."""
    for field in ("description", "value", "basis"):
        standing = clerk.project.indicators[number]
        if field == "value" and standing.value != row.value:
            same = (standing.value.sign, standing.value.unit) == (row.value.sign, row.value.unit)
            number_alone = same and row.value.sign != QUALITATIVE
            text = row.value.number if number_alone else typed(row.value)
            clerk.fill(Place(standing.id, field), text)
        elif field != "value" and getattr(standing, field) != getattr(row, field):
            editing = page.view.editing.cell
            if editing is None or editing.place != Place(standing.id, field):
                clerk.fill(Place(standing.id, field), getattr(row, field))


def begin_from_last_year(clerk: Clerk, goal: Project) -> None:
    """Take over last year's project, then type what is different this year."""
    clerk.press(_KEY.Key_L, _CONTROL)
    until(lambda: isinstance(QApplication.activeModalWidget(), BeginningPicker))
    picker = QApplication.activeModalWidget()
    assert isinstance(picker, BeginningPicker)
    picker.activateWindow()
    until(picker.search.hasFocus)
    before = goal.name.replace(str(YEAR), str(YEAR - 1))
    initials = "".join(way[0][0] for way in readings(before.removeprefix(f"{YEAR - 1}年")))
    while picker.list.item(0).text() != before:
        typed_now = picker.search.text()
        clerk.compose(initials[len(typed_now) : len(typed_now) + 1])
        clerk.let_stand(initials[len(typed_now) : len(typed_now) + 1])
    clerk.press(_KEY.Key_Return)
    workspace.window.activateWindow()  # no window manager does that here
    until(lambda: page.view.hasFocus() and clerk.project.name == goal.name)
    own = clerk.project.id
    for field in (*_HEAD, *_PLAN):
        if content_of(clerk.project, field) != content_of(goal, field):
            clerk.fill(Place(own, field), str(content_of(goal, field)))
    if clerk.project.goals != goal.goals:
        clerk.finish()
        clerk.amend(Place(own, "goals"), "\n".join(f"{n}.{g}" for n, g in enumerate(goal.goals, 1)))
    for number, row in enumerate(goal.indicators):
        mend_row(clerk, number, row)


def _common(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def content(project: Project) -> Project:
    """Return a project without its ids and without knowing where it came from."""
    rows = tuple(replace(row, id="", carried=frozenset()) for row in project.indicators)
    return replace(project, id="", indicators=rows, carried=frozenset())


store, way = Path(sys.argv[1]), sys.argv[2]
application = make_application()
settings = Settings(settings_dir())
settings.suggests = way != "off"
appearance = Appearance(application, settings)
workspace = Workspace(store, settings)
workspace.show()
workspace.window.activateWindow()
QTest.qWaitForWindowActive(workspace.window, 1000)
workspace.complete()
assert workspace.saver.wait_until_saved(_PATIENCE)
until(lambda: workspace.suggesting is not None and workspace.suggesting.suggester is not None)
document = next(each for each in workspace.session.outlines if each.year == YEAR)
workspace.window.go_to(Key(Kind.PROJECT, document.id, document.projects[0].id))
shown = workspace.window.navigator.page()
assert isinstance(shown, ProjectPage)
page = shown
page.view.setFocus()
application.processEvents()
clerk, goal = Clerk(page), wanted()
if way == "last-year":
    begin_from_last_year(clerk, goal)
else:
    fill_head(clerk, goal)
    fill_rows(clerk, goal, suggestions=way == "on")
clerk.finish()
filled, expected = content(clerk.project), content(goal)
assert filled == expected, f"filled in was\n{filled}\nand not\n{expected}"
workspace.window.close()
workspace.close()
print(json.dumps({"keys": clerk.keys}))
