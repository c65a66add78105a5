"""Cells that came from last year: they say so until somebody looks at them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from perfdesk.models.project import Project
from tests.ui.form.conftest import PROJECT, Desk, OpenDesk

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CARRIED = ("name", "description", "value", "basis")


@pytest.fixture
def carried() -> Project:
    """A project of which all but the code came from last year."""
    rows = tuple(replace(each, carried=frozenset(CARRIED)) for each in PROJECT.indicators)
    head = frozenset({"name", "budget.total", "purpose", "goals"})
    return replace(PROJECT, indicators=rows, carried=head)


@pytest.fixture
def desk(open_desk: OpenDesk, carried: Project) -> Desk:
    return open_desk(carried)


def left(desk: Desk, row_id: str) -> frozenset[str]:
    return desk.row(row_id).carried


def tip(desk: Desk, row_id: str, field: str) -> str:
    cell = desk.cell(row_id, field)
    index = desk.view.sheet.index(cell.row, cell.column)
    return str(index.data(Qt.ItemDataRole.ToolTipRole))


def test_they_look_and_say_so(desk: Desk) -> None:
    assert desk.view.marked.carried == desk.view.sheet.carried
    assert len(desk.view.sheet.carried) == 4 + 5 * len(CARRIED)
    assert tip(desk, "row1", "value") == "来自上年，尚未核对"
    assert tip(desk, "row1", "level2") == ""
    desk.go("row1", "value")
    assert desk.places[-1] == "三级指标 1 · 指标值 · 来自上年，尚未核对"


def test_the_title_is_not_the_cell_of_the_name(desk: Desk) -> None:
    roles = {cell.place.field: cell for cell in desk.view.sheet.carried if cell.place}
    assert roles["name"].row > 0


def test_typing_over_one_is_looking_at_it(desk: Desk) -> None:
    desk.go("row1", "name")
    QTest.keyClicks(desk.view, "x")
    QTest.keyClick(desk.editor.focusProxy() or desk.editor, Qt.Key.Key_Return)
    assert left(desk, "row1") == frozenset(CARRIED) - {"name"}
    assert desk.cell("row1", "name") not in desk.view.marked.carried
    assert tip(desk, "row1", "name") == ""


@pytest.mark.parametrize("field", ["name", "value"])
@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, SHIFT),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_leaving_an_opened_one_as_it_is_confirms_it(
    desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier, field: str
) -> None:
    desk.go("row2", field)
    before = desk.project
    QTest.keyClick(desk.view, Qt.Key.Key_F2)
    QTest.keyClick(desk.editor.focusProxy() or desk.editor, key, modifier)
    assert left(desk, "row2") == frozenset(CARRIED) - {field}
    assert desk.row("row2").value == before.indicators[1].value
    assert desk.at() != ("row2", field), "the key still goes on"
    desk.undo()
    assert desk.project == before


def test_giving_up_or_looking_elsewhere_confirms_nothing(desk: Desk) -> None:
    desk.go("row2", "name")
    QTest.keyClick(desk.view, Qt.Key.Key_F2)
    QTest.keyClick(desk.editor.focusProxy() or desk.editor, Qt.Key.Key_Escape)
    QTest.keyClick(desk.view, Qt.Key.Key_F2)
    desk.page.commit()
    QTest.keyClick(desk.view, Qt.Key.Key_Return)
    assert left(desk, "row2") == frozenset(CARRIED)


def test_what_never_came_from_last_year_leaves_no_step_behind(desk: Desk) -> None:
    desk.go("project", "code")
    QTest.keyClick(desk.view, Qt.Key.Key_F2)
    QTest.keyClick(desk.editor.focusProxy() or desk.editor, Qt.Key.Key_Return)
    assert desk.session.undo_stack.count() == 0


def test_ctrl_k_confirms_what_is_selected_in_one_step(desk: Desk) -> None:
    desk.go("row1", "name")
    desk.view.where.stretch(desk.cell("row2", "basis"))
    QTest.keyClick(desk.view, Qt.Key.Key_K, CONTROL)
    assert left(desk, "row1") == left(desk, "row2") == frozenset()
    assert left(desk, "row3") == frozenset(CARRIED)
    assert desk.told[-1] == f"已核对 8 格，本项目还有 {4 + 3 * len(CARRIED)} 格待核对"
    assert desk.session.undo_stack.count() == 1
    desk.undo()
    assert left(desk, "row1") == frozenset(CARRIED)
    assert desk.cell("row1", "name") in desk.view.marked.carried


def test_a_key_goes_from_one_to_the_next_and_round(desk: Desk) -> None:
    seen = []
    desk.go("row1", "basis")
    for _ in range(desk.project.unconfirmed + 1):
        QTest.keyClick(desk.view, Qt.Key.Key_F5)
        cell = desk.view.where.cell
        assert cell is not None
        assert cell in desk.view.sheet.carried
        seen.append((cell.row, cell.column))
    assert seen[0] > (desk.cell("row1", "basis").row, desk.cell("row1", "basis").column)
    assert len(set(seen)) == desk.project.unconfirmed
    assert seen[-1] == seen[0]
    assert desk.told[-1] == "已从头开始查找待核对的内容"
    assert desk.session.undo_stack.count() == 0
    QTest.keyClick(desk.view, Qt.Key.Key_K, CONTROL | SHIFT)
    QTest.keyClick(desk.view, Qt.Key.Key_F5)
    assert desk.told[-1] == "没有待核对的内容"


def test_a_whole_project_is_confirmed_at_once(desk: Desk) -> None:
    QTest.keyClick(desk.view, Qt.Key.Key_K, CONTROL | SHIFT)
    assert desk.project.unconfirmed == 0
    assert desk.view.marked.carried == frozenset()
    assert desk.told[-1].endswith("本项目已全部核对")
    assert desk.session.outline("document").projects[0].unconfirmed == 0
    QTest.keyClick(desk.view, Qt.Key.Key_K, CONTROL | SHIFT)
    assert desk.told[-1] == "没有待核对的内容"
    assert desk.session.undo_stack.count() == 1


def test_the_same_again_pasted_over_one_is_looking_at_it(desk: Desk) -> None:
    desk.go("row1", "name")
    QTest.keyClick(desk.view, Qt.Key.Key_C, CONTROL)
    QTest.keyClick(desk.view, Qt.Key.Key_V, CONTROL)
    assert left(desk, "row1") == frozenset(CARRIED) - {"name"}


def test_on_a_form_that_prints_the_name_only_in_its_title_that_is_the_cell(
    open_desk: OpenDesk, carried: Project
) -> None:
    desk = open_desk(replace(carried, carried=frozenset({"name", "goals"})), form="hebei-2020")
    assert {cell.row for cell in desk.view.sheet.carried if cell.place.row_id == "project"} >= {0}  # type: ignore[union-attr]  # carried cells have a place
