"""The window as keys are tried in it, and what many keys have in common."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Place
from perfdesk.ui.form.editors import CellEditor
from perfdesk.ui.form.growing_text import GrowingText
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.tree.nodes import Key, Kind
from tests.ui.findings.conftest import Desk
from tests.ui.key_names import sequences

AGAIN_MS = 10


@dataclass
class World:
    """The window on two years of a small document, and the questions it asked meanwhile."""

    desk: Desk
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._timer = QTimer(self.desk.window)
        self._timer.timeout.connect(self._refuse)
        self._timer.start(AGAIN_MS)

    @property
    def project(self) -> Project:
        return self.desk.document.projects[0]

    def row(self, number: int) -> Indicator:
        return self.project.indicators[number]

    @property
    def page(self) -> ProjectPage:
        page = self.desk.window.navigator.page()
        assert isinstance(page, ProjectPage)
        return page

    @property
    def editor(self) -> CellEditor | None:
        return self.page.view.editing.editor

    @property
    def is_open(self) -> bool:
        """Whether an editor is open on the sheet."""
        return self.editor is not None

    @property
    def selected(self) -> int:
        return len(self.page.view.where.selected)

    @property
    def at(self) -> tuple[int, str]:
        """The number of the row where the cursor is, -1 in the head, and the field."""
        place = self.page.current_place()
        assert place
        ids = [row.id for row in self.project.indicators]
        return (ids.index(place.row_id) if place.row_id in ids else -1), place.field

    @property
    def typed(self) -> str:
        """What the open editor of a text says, to the last blank."""
        field = self.editor.focusProxy() if self.editor else None
        return field.text() if isinstance(field, GrowingText) else ""

    def go(self, row: int, name: str) -> None:
        """Go to a cell of the first project's form, its head is row -1."""
        document = self.desk.document
        window = self.desk.window
        window.go_to(Key(Kind.PROJECT, document.id, self.project.id))
        row_id = self.project.id if row < 0 else self.row(row).id
        assert window.navigator.page()
        assert self.page.go_to_place(Place(row_id, name))
        self.page.view.setFocus()

    def press(self, name: str) -> None:
        """Press a key as the list spells it; 方向键 is the first arrow."""
        self.hit(sequences(name)[0])

    def hit(self, sequence: QKeySequence) -> None:
        pressed = sequence[0]  # type: ignore[index]  # missing in the stubs
        QTest.keyClick(self.focused, pressed.key(), pressed.keyboardModifiers())

    @property
    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.desk.window

    def end(self) -> None:
        self._timer.stop()

    def _refuse(self) -> None:
        """Close whatever question or dialog stands open, and note what it was."""
        box = QApplication.activeModalWidget()
        if isinstance(box, QDialog):
            said = box.text() if isinstance(box, QMessageBox) else box.windowTitle()
            self.asked.append(said)
            box.reject()


Case = Callable[[World, str], None]


def lands(start: tuple[int, str], *ends: tuple[int, str]) -> Case:
    """A key, or each of several arrows, leads from one cell to another."""

    def check(world: World, key: str) -> None:
        for sequence, end in zip(sequences(key), ends, strict=True):
            world.go(*start)
            world.hit(sequence)
            assert world.at == end, sequence.toString()

    return check


def selects(start: tuple[int, str], *counts: int) -> Case:
    """A key selects so many cells, and the current one stays."""

    def check(world: World, key: str) -> None:
        for sequence, count in zip(sequences(key), counts, strict=True):
            world.go(*start)
            world.hit(sequence)
            assert (world.selected, world.at) == (count, start), sequence.toString()

    return check


def shows(name: str) -> Case:
    """A key pressed on the sheet shows a widget, found by its accessible name or class."""

    def check(world: World, key: str) -> None:
        world.go(0, "name")
        world.press(key)
        widgets = world.desk.window.findChildren(QWidget)
        found = [w for w in widgets if name in {w.accessibleName(), type(w).__name__}]
        assert any(each.isVisible() for each in found)

    return check


def asks(words: str) -> Case:
    """A key pressed on the sheet asks something, or opens a dialog called so."""

    def check(world: World, key: str) -> None:
        world.go(0, "name")
        world.press(key)
        world.desk.qtbot.waitUntil(lambda: any(words in each for each in world.asked))

    return check


def clipped() -> str:
    return QGuiApplication.clipboard().text()
