"""A statement page on a small invented document, and what it saves."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from perfdesk.io.forms import form_named
from perfdesk.models.document import Department, Document, UnreadText
from perfdesk.models.outline import outline
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.session import Session
from perfdesk.ui.statement.page import StatementPage

FORM = form_named("hebei-2024")
DOCUMENT = Document(
    2025,
    FORM.id,
    Department("315", "云溪区商务局"),
    Statement(
        "全年办好八场促消费活动。",
        (
            SubGoal("促进消费", "活跃市场。", "1、活动不少于8场。", id="first"),
            SubGoal("改造市场", "改善环境。", "1、改造6家。", id="second"),
            SubGoal("办好展会", "打响品牌。", "1、展位300个。", id="third"),
        ),
        (Safeguard("完善制度", "修订办法。", id="rules"), Safeguard("加强监控", "", id="watch")),
    ),
    unread=(UnreadText(12, "第四部分 名词解释"), UnreadText(90, "附件\n无")),
    id="document",
)


@dataclass
class Shelf:
    """A keeper that remembers what it was given."""

    saved: list[Document | None] = field(default_factory=list)

    def save(self, before: Document | None, after: Document | None) -> None:
        del before
        self.saved.append(after)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def session(shelf: Shelf, qapp: object) -> Session:
    del qapp
    return Session(shelf, lambda _: DOCUMENT, (outline(FORM, DOCUMENT),))


@pytest.fixture
def open_page(qtbot: QtBot, session: Session) -> Callable[[], StatementPage]:
    """Returns what opens a page, shown and with the caret in the overall text."""

    def opened() -> StatementPage:
        page = StatementPage(session, Inspector(session))
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show_statement("document")
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        page.sheet.overall.setFocus()
        return page

    return opened


@pytest.fixture
def page(open_page: Callable[[], StatementPage]) -> StatementPage:
    return open_page()
