"""Where forms are parted: whole rows, whole lines, headings once more, nothing lost."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from perfdesk.io.forms import form_named
from perfdesk.models.document import Document
from perfdesk.models.project import Project
from perfdesk.models.sheet import Role, project_sheet
from perfdesk.ui.form.cells import Cells
from perfdesk.ui.form.metrics import PADDING_X, Metrics
from perfdesk.ui.form.page_breaks import Segment, segments
from perfdesk.ui.form.printed import PrintedForm, _printed, _PrintLayout

FORM = form_named("hebei-2024")
WIDTH = 2700


@pytest.fixture
def project(samples: tuple[Document, ...], qtbot: QtBot) -> Project:
    return samples[0].projects[0]


def laid_out(project: Project) -> _PrintLayout:
    cells = Cells(project_sheet(FORM, project))
    layout = _PrintLayout(Metrics(4.0, 96), cells, _printed, FORM.widths)
    layout.fit(WIDTH)
    return layout


def lines(layout: _PrintLayout) -> list[tuple[float, float]]:
    """Where every line of text stands, but for level names, which move to where they are seen."""
    found = []
    for cell in layout.cells.sheet.cells:
        if cell.role is Role.LEVEL or not cell.text:
            continue
        rect = layout.rect(cell)
        width = rect.width() - 2 * layout.metrics.px(PADDING_X)
        letters = layout.metrics.set(cell.text, cell.role, width)
        top = rect.top() + max(0.0, rect.height() - letters.height) / 2
        for number in range(letters.layout.lineCount()):
            line = letters.layout.lineAt(number)
            found.append((top + line.y(), top + line.y() + line.height()))
    return found


@pytest.mark.usefixtures("qapp")
@given(room=st.integers(900, 6000), words=st.integers(0, 1500), goals=st.integers(0, 40))
def test_nothing_is_lost_cut_or_too_long(
    samples: tuple[Document, ...], room: int, words: int, goals: int
) -> None:
    project = replace(
        samples[0].projects[0],
        purpose="用于农贸市场改造。" * (words // 9),
        goals=tuple("完成改造任务并通过验收" for _ in range(goals)),
    )
    layout = laid_out(project)
    pages = [*segments(layout, room)]
    assert (pages[0].top, pages[-1].bottom) == (layout.y[0], layout.y[-1])
    heading = layout.cells.sheet.heading_row
    heading_height = layout.y[heading + 1] - layout.y[heading]
    for page, following in pairwise(pages):
        assert page.bottom == following.top
    for page in pages:
        assert page.bottom > page.top
        above = heading_height if page.headed else 0
        assert page.bottom - page.top + above <= room
        assert page.headed == (page.top >= layout.y[heading + 1])
        cut = [line for line in lines(layout) if line[0] < page.bottom < line[1]]
        assert cut == []


def test_a_short_form_has_one_page(project: Project) -> None:
    short = replace(project, indicators=project.indicators[:2])
    layout = laid_out(short)
    room = layout.y[-1]
    assert [*segments(layout, room)] == [Segment(layout.y[0], room, headed=False)]


def test_rows_are_parted_where_they_meet(project: Project) -> None:
    layout = laid_out(project)
    for page in [*segments(layout, 2500)][:-1]:
        assert page.bottom in layout.y


def test_headings_do_not_stand_alone(project: Project) -> None:
    layout = laid_out(project)
    heading = layout.cells.sheet.heading_row
    under = layout.y[heading + 1]
    first = next(iter(segments(layout, under + 5)))
    assert first.bottom <= layout.y[heading]


def test_wide_forms_want_their_paper_across(project: Project) -> None:
    column = FORM.grid[-1]
    wide = replace(FORM, grid=(*FORM.grid, column, column))
    assert not PrintedForm(FORM, project).wide
    assert PrintedForm(wide, project).wide
    assert PrintedForm(FORM, project).lay_out(QSize(WIDTH, 100_000)) == 1
