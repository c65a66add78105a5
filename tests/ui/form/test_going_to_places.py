import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from perfdesk.models.sheet import Place
from tests.ui.form.conftest import EMPTY, Desk, OpenDesk
from tests.ui.keys import type_text


@pytest.mark.parametrize(
    ("row_id", "field", "shown"),
    [
        ("row2", "value", ("row2", "value")),
        ("row2", "value.unit", ("row2", "value")),
        ("row4", "description", ("row4", "description")),
        ("project", "budget.total", ("project", "budget.total")),
        ("project", "goals[1]", ("project", "goals")),
        ("project", "unit.code", ("project", "unit")),
        ("project", "plan", ("project", "plan.march")),
        ("project", "indicators", ("row1", "level1")),
    ],
)
def test_the_cell_that_shows_a_place_becomes_current(
    desk: Desk, row_id: str, field: str, shown: tuple[str, str]
) -> None:
    assert desk.page.go_to_place(Place(row_id, field))
    assert desk.at() == shown
    assert desk.view.editing.editor is None
    assert desk.page.current_place() == Place(*shown)


def test_a_merged_cell_is_reached_in_the_row_that_is_meant(desk: Desk) -> None:
    assert desk.page.go_to_place(Place("row3", "level1"))
    assert desk.at() == ("row1", "level1")
    assert desk.page.current_place() == Place("row3", "level1")


def test_what_the_form_has_no_cell_for_is_shown_by_the_title(open_desk: OpenDesk) -> None:
    desk = open_desk(form="hebei-2020")
    assert desk.page.go_to_place(Place("project", "budget.total"))
    assert desk.at() == ("project", "name")


def test_missing_indicators_are_shown_where_the_grid_would_be(open_desk: OpenDesk) -> None:
    desk = open_desk(EMPTY)
    assert desk.page.go_to_place(Place("empty", "indicators"))
    assert desk.at() == ("empty", "goals")


def test_a_row_that_is_not_there_leads_nowhere(desk: Desk) -> None:
    desk.go("row2", "name")
    assert not desk.page.go_to_place(Place("gone", "value"))
    assert desk.at() == ("row2", "name")


def test_editing_opens_the_cell_and_takes_over_what_was_typed(desk: Desk) -> None:
    desk.go("row1", "name")
    for character in "参训人次":
        type_text(QApplication.focusWidget() or desk.view, character)
    assert desk.page.go_to_place(Place("row5", "description"), edit=True)
    assert desk.row("row1").name == "参训人次"
    assert desk.editor.opened.place == Place("row5", "description")
    QTest.keyClick(QApplication.focusWidget() or desk.view, Qt.Key.Key_Escape)
    assert desk.view.hasFocus()


def test_the_cell_is_scrolled_into_view(long_desk: Desk) -> None:
    assert long_desk.page.go_to_place(Place("row30", "basis"))
    assert long_desk.viewport.rect().contains(long_desk.point("row30", "basis"))
