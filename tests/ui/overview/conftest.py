"""An overview page over two years of an invented department, from outlines alone."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from perfdesk.models.document import Department, Document
from perfdesk.models.outline import Completeness, DocumentOutline, ProjectOutline
from perfdesk.models.project import Budget, SpendingPlan, Unit
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.overview.page import OverviewPage
from perfdesk.ui.session import Session

OFFICE = Unit("315001", "云溪区商务局本级")
CENTRE = Unit("315002", "云溪区会展服务中心")
QUARTERS = SpendingPlan("25", "50", "75", "100")


def project(name: str, unit: Unit, total: str, plan: SpendingPlan, filled: int) -> ProjectOutline:
    budget = Budget(total, total, "")
    code = f"13020925P{name}"
    return ProjectOutline(name, code, name, unit, budget, plan, filled, Completeness(filled, 8))


THIS_YEAR = DocumentOutline(
    "d2025",
    2025,
    "hebei-2024",
    Department("315", "云溪区商务局"),
    Completeness(1, 2),
    (
        project("促消费", OFFICE, "150", QUARTERS, 8),
        project("展览会", CENTRE, "260.00", SpendingPlan("", "", "", "100"), 4),
        project("培训", OFFICE, "18.6", SpendingPlan("", "30", "30", "40"), 0),
        project("", OFFICE, "", SpendingPlan(), 2),
    ),
)
LAST_YEAR = replace(THIS_YEAR, id="d2024", year=2024, projects=THIS_YEAR.projects[:1])


class Nobody:
    """A keeper that keeps nothing."""

    def save(self, before: Document | None, after: Document | None) -> None:
        """Take a change and let it go."""


def never(document_id: str) -> Document:
    raise AssertionError(f"an overview has no need to load {document_id}")


@pytest.fixture
def session(qapp: object) -> Session:
    del qapp
    return Session(Nobody(), never, (THIS_YEAR, LAST_YEAR))


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> OverviewPage:
    page = OverviewPage(session, Inspector(session))
    qtbot.addWidget(page)
    page.resize(1160, 800)
    page.show_department("d2025")
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.table.setFocus()
    return page
