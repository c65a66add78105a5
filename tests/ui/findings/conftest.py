"""The real window on a small document with slips that stand firm in any rule book."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from perfdesk.io.store.store import Store
from perfdesk.models.document import Document
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Place
from perfdesk.models.value import IndicatorValue
from perfdesk.ui.findings.choice import Reach
from perfdesk.ui.findings.finding_row import Column
from perfdesk.ui.findings.panel import FindingsPanel
from perfdesk.ui.frame.main_window import MainWindow
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.models.rules.sound import EQUIPMENT, SOUND, TRAINING
from tests.ui.conftest import OpenWorkspace
from tests.ui.keys import type_text

AT_LEAST_ALL = IndicatorValue.read("≥100%")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def spoilt(project: Project, row: int, **fields: object) -> Project:
    """The project with a row changed."""
    rows = list(project.indicators)
    changed: Indicator = replace(rows[row], **fields)  # type: ignore[arg-type]  # as the field has it
    rows[row] = changed
    return replace(project, indicators=tuple(rows))


def slipped() -> Document:
    """Two projects: the first has a rate of at least all, the second that and no description."""
    first = spoilt(TRAINING, 5, value=AT_LEAST_ALL)
    second = spoilt(spoilt(EQUIPMENT, 1, value=AT_LEAST_ALL), 0, description="")
    return replace(SOUND, projects=(first, second))


@dataclass
class Desk:
    """The window, and what one sees of findings in it."""

    workspace: Workspace
    qtbot: QtBot

    @property
    def window(self) -> MainWindow:
        return self.workspace.window

    @property
    def panel(self) -> FindingsPanel:
        return self.window.commands.review.panel

    @property
    def document(self) -> Document:
        return self.workspace.session.document(self.workspace.session.outlines[0].id)

    @property
    def shown(self) -> list[tuple[str, str]]:
        """The rules and places that the list shows, in its order."""
        model = self.panel.table.model()
        rows = range(model.rowCount())
        texts = [[str(model.index(r, c).data()) for c in (Column.RULE, Column.PLACE)] for r in rows]
        return [(rule.split()[0], place) for rule, place in texts]

    @property
    def at(self) -> tuple[str, str]:
        """Name of the row where the cursor is, and the field."""
        page = self.window.navigator.page()
        place = page.current_place() if page else None
        assert place is not None
        names = {each.id: getattr(each, "name", "") for each in self.document.rows()}
        return names.get(place.row_id, ""), place.field

    @property
    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def said(self) -> str:
        return self.window.status.currentMessage()

    def go(self, project: int) -> None:
        """Go to a project's form and into it."""
        document = self.document
        self.window.go_to(Key(Kind.PROJECT, document.id, document.projects[project].id))
        self.window.navigator.setFocus()

    def go_to_cell(self, project: int, row: int, field: str) -> None:
        self.go(project)
        page = self.window.navigator.page()
        assert page is not None
        assert page.go_to_place(Place(self.document.projects[project].indicators[row].id, field))

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for each in modifiers:
            held |= each
        QTest.keyClick(self.focused, key, held)

    def write(self, text: str) -> None:
        """Type into whatever has the focus, as it moves from sheet to editor."""
        for character in text:
            type_text(self.focused, character)

    def open_panel(self, reach: Reach = Reach.DOCUMENT) -> None:
        """Open the panel, and wait until it lists what there is."""
        self.panel.open(reach)
        self.qtbot.waitUntil(lambda: self.panel.height() > 0)
        self.settle()

    def settle(self) -> None:
        """Wait until everything is judged, and listed."""
        self.qtbot.waitUntil(lambda: self.workspace.inspector.at_rest)
        self.panel.list.refresh()

    def values(self) -> list[str]:
        """What the three cells that slipped say now."""
        first, second = self.document.projects
        rows = second.indicators
        return [first.indicators[5].value.text, rows[1].value.text, rows[0].description]


OpenDesk = Callable[..., Desk]


@pytest.fixture
def open_desk(store_path: Path, open_workspace: OpenWorkspace, qtbot: QtBot) -> OpenDesk:
    """Opens the window on documents, which are stored first; none for those stored already."""

    def opened(*documents: Document) -> Desk:
        with closing(Store.open(store_path)) as store:
            for document in documents:
                store.save(None, document)
        workspace = open_workspace()
        qtbot.waitUntil(lambda: workspace.inspector.at_rest)
        desk = Desk(workspace, qtbot)
        desk.window.activateWindow()
        desk.go(0)
        # Whoever asks for a document's findings has it judged whole.
        workspace.inspector.findings(desk.document.id)
        desk.settle()
        return desk

    return opened


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    """The window on the first project of the document with slips."""
    return open_desk(slipped())
