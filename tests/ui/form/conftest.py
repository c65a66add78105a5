"""A project page on a small invented document, and ways to get at its cells."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from perfdesk.io.forms import form_named
from perfdesk.models.document import Department, Document
from perfdesk.models.outline import outline
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.sheet import Cell, Place
from perfdesk.models.value import IndicatorValue
from perfdesk.ui.form.editors import CellEditor
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.form.sheet_view import SheetView
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.session import Session

if TYPE_CHECKING:
    from tests.ui.form.helped import Helped, OpenHelped

OUTPUT, BENEFIT, PLEASED = "产出指标", "效益指标", "满意度指标"
ROWS = (
    (OUTPUT, "数量指标", "培训人次", "参加培训的人次", "≥600人次", "工作计划"),
    (OUTPUT, "质量指标", "培训合格率", "合格人数占比", "≥95%", "工作计划"),
    (OUTPUT, "时效指标", "完成时限", "全部完成的日期", "12月31日前", "工作计划"),
    (BENEFIT, "经济效益指标", "网络零售额", "全年零售额", "≥1.2亿元", "统计年报"),
    (PLEASED, "服务对象满意度指标", "企业满意度", "问卷满意的比例", "≥90%", "问卷"),
)


def indicator(row_id: str, *texts: str) -> Indicator:
    level1, level2, name, description, value, basis = texts
    split = IndicatorValue.read(value)
    return Indicator(level1, level2, name, description, split, basis, id=row_id)


PROJECT = Project(
    "13020925P00975910019R",
    "电子商务发展专项资金",
    Unit("315001", "云溪区商务局本级"),
    Budget("320", "300", "20"),
    "用于培训和站点建设。",
    SpendingPlan("25", "50", "75", "100"),
    ("提高应用水平。", "带动零售额增长。"),
    tuple(indicator(f"row{n}", *row) for n, row in enumerate(ROWS, 1)),
    id="project",
)
EMPTY = Project(unit=Unit("315001", "云溪区商务局本级"), id="empty")


@dataclass
class Shelf:
    """A keeper that remembers what it was given."""

    saved: list[Document | None] = field(default_factory=list)

    def save(self, before: Document | None, after: Document | None) -> None:
        del before
        self.saved.append(after)


@dataclass
class Desk:
    """A session with one document, its project page, and what the page said."""

    session: Session
    page: ProjectPage
    told: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    @property
    def view(self) -> SheetView:
        return self.page.view

    @property
    def document(self) -> Document:
        return self.session.document("document")

    @property
    def project(self) -> Project:
        return self.view.sheet.project

    @property
    def names(self) -> list[str]:
        return [each.name for each in self.project.indicators]

    @property
    def editor(self) -> CellEditor:
        editor = self.view.editing.editor
        assert editor is not None
        return editor

    @property
    def viewport(self) -> QWidget:
        return self.view.viewport()

    def cell(self, row_id: str, name: str) -> Cell:
        cell = self.view.sheet.cells.find(Place(row_id, name))
        assert cell is not None
        return cell

    def go(self, row_id: str, name: str) -> None:
        self.view.where.go_to(Place(row_id, name))

    def at(self) -> tuple[str, str]:
        """Where the cursor is: the row's id and the field."""
        cell = self.view.where.cell
        assert cell is not None
        assert cell.place is not None
        return cell.place.row_id, cell.place.field

    def selected(self) -> list[tuple[str, str]]:
        """The selected cells in reading order: the rows' ids and the fields."""
        places = [cell.place for cell in self.view.where.selected]
        return [(place.row_id, place.field) for place in places if place]

    def point(self, row_id: str, name: str) -> QPoint:
        """The middle of a cell in the viewport."""
        return self.view.rect_of(self.cell(row_id, name)).center()

    def row(self, row_id: str) -> Indicator:
        return next(each for each in self.project.indicators if each.id == row_id)

    def undo(self) -> None:
        self.session.undo_stack.undo()


OpenDesk = Callable[..., Desk]


@pytest.fixture
def open_desk(qtbot: QtBot) -> OpenDesk:
    """Opens a page on a project, in a window of a size, on a form."""

    def opened(
        project: Project = PROJECT,
        *,
        form: str = "hebei-2024",
        size: tuple[int, int] = (1180, 820),
        zoom: float = 1.0,
    ) -> Desk:
        document = Document(
            2025, form, Department("315", "云溪区商务局"), projects=(project,), id="document"
        )
        session = Session(Shelf(), lambda _: document, (outline(form_named(form), document),))
        page = ProjectPage(session, Inspector(session))
        desk = Desk(session, page)
        page.told.connect(desk.told.append)
        page.place_changed.connect(desk.places.append)
        qtbot.addWidget(page)
        page.resize(*size)
        page.set_zoom(zoom)
        page.show_project("document", project.id)
        with qtbot.waitExposed(page):
            page.show()
        page.complete()
        page.activateWindow()
        page.setFocus()
        qtbot.waitUntil(desk.view.hasFocus)
        return desk

    return opened


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    """A page on a project with five indicators."""
    return open_desk()


@pytest.fixture
def long_desk(open_desk: OpenDesk) -> Desk:
    """A page on a project with thirty indicators."""
    rows = tuple(
        replace(PROJECT.indicators[n % 3], id=f"row{n + 1}", name=f"指标{n + 1}") for n in range(30)
    )
    return open_desk(replace(PROJECT, indicators=rows))


@pytest.fixture
def open_helped(open_desk: OpenDesk, qtbot: QtBot) -> "OpenHelped":
    """Opens a page that suggests, with a past year to remember."""
    from tests.ui.form.helped import opened_with_memory  # which knows this file

    return partial(opened_with_memory, open_desk, qtbot)


@pytest.fixture
def helped(open_helped: "OpenHelped") -> "Helped":
    """A page that suggests, on a project with some rows still empty."""
    return open_helped()
