"""A statement page on a document of 2026 that began from last year's, with both years at hand."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from perfdesk.models.document import Document
from perfdesk.models.outline import outline
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.models.years.carry import Choice, next_year
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.session import Session
from perfdesk.ui.statement.field import Field
from perfdesk.ui.statement.page import StatementPage
from perfdesk.ui.statement.past_panel import PastPanel
from tests.ui.statement.conftest import DOCUMENT, FORM, Shelf

LAST_YEAR = replace(
    DOCUMENT,
    statement=Statement(
        "2025年办好八场促消费活动。",
        (
            SubGoal("促进消费", "2025年活跃市场。", "1、活动不少于8场。", id="first"),
            SubGoal("改造市场", "2025年底前改善环境。", "", id="second"),
        ),
        (Safeguard("完善制度", "2025年按季检查。", id="rules"),),
    ),
    id="document2025",
)
OLDER = replace(
    LAST_YEAR, year=2024, statement=Statement("2024年办好六场活动。"), id="document2024"
)


@dataclass
class Years:
    """The page, its session, and what the page said."""

    page: StatementPage
    session: Session
    told: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    @property
    def document(self) -> Document:
        return self.session.document("document2026")

    @property
    def statement(self) -> Statement:
        return self.document.statement

    def field(self, name: str, index: int = 0) -> Field:
        """Return a field by its accessible name, of several the one in that place."""
        named = [each for each in self.page.sheet.fields if each.accessibleName() == name]
        return named[index]

    def stand(self, name: str, index: int = 0) -> Field:
        found = self.field(name, index)
        found.setFocus()
        return found

    def undo(self) -> None:
        self.session.undo_stack.undo()

    @property
    def panel(self) -> PastPanel:
        return self.page.findChildren(PastPanel)[0]

    @property
    def shown(self) -> str:
        """The heading of the past statement that is seen, or nothing."""
        panels = [each for each in self.page.findChildren(PastPanel) if each.isVisible()]
        return panels[0].sheet.title if panels else ""

    def click(self, text: str) -> None:
        QApplication.processEvents()  # the panel has just been given its place
        buttons = self.panel.findChildren(QPushButton)
        button = next(each for each in buttons if each.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def open_years(qtbot: QtBot, document: Document, *others: Document) -> Years:
    """Open the page of a document, with others in the workspace."""
    known = {each.id: each for each in (document, *others)}
    outlines = tuple(outline(FORM, each) for each in known.values())
    session = Session(Shelf(), known.__getitem__, outlines)
    page = StatementPage(session, Inspector(session))
    years = Years(page, session)
    page.told.connect(years.told.append)
    page.place_changed.connect(years.places.append)
    session.refused.connect(years.told.append)
    qtbot.addWidget(page)
    page.resize(1180, 760)
    page.show_statement(document.id)
    with qtbot.waitExposed(page):
        page.show()
    page.complete()
    page.activateWindow()
    page.sheet.overall.setFocus()
    qtbot.waitUntil(page.sheet.overall.hasFocus)
    return years


def begun() -> Document:
    """This year's document as it begins from last year's."""
    document = next_year(LAST_YEAR, FORM, FORM, 2026, Choice(frozenset()))
    first, second = document.statement.subgoals
    subgoals = (replace(first, id="new1"), replace(second, id="new2"))
    safeguards = (replace(document.statement.safeguards[0], id="new3"),)
    statement = replace(document.statement, subgoals=subgoals, safeguards=safeguards)
    return replace(document, statement=statement, id="document2026")
