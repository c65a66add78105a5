"""Rows of the grid: added, offered, deleted, copied, moved by keys and by hand."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from perfdesk.models.change import SetField
from tests.ui.form.conftest import EMPTY, PROJECT, Desk, OpenDesk
from tests.ui.statement.hands import press, type_text

KEY = Qt.Key
SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def buttons(desk: Desk) -> dict[str, QPushButton]:
    found = desk.viewport.findChildren(QPushButton)
    return {button.text().removeprefix("＋ "): button for button in found if button.isVisible()}


def offer(desk: Desk, text: str) -> None:
    QTest.mouseClick(buttons(desk)[text], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(KEY.Key_Plus, CONTROL), (KEY.Key_Plus, CONTROL | SHIFT), (KEY.Key_Equal, CONTROL | SHIFT)],
)
def test_a_row_is_added_below_with_the_levels_of_its_neighbour(
    desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    desk.go("row2", "value")
    press(key, modifiers)
    added = desk.project.indicators[2]
    assert (added.level1, added.level2, added.name) == ("产出指标", "质量指标", "")
    assert desk.at() == (added.id, "name")
    desk.undo()
    assert desk.project == PROJECT


def test_as_many_rows_as_are_selected_are_added_above(desk: Desk) -> None:
    desk.go("row4", "name")
    press(KEY.Key_Down, SHIFT)
    desk.page.commands.add_above()
    assert desk.names == ["培训人次", "培训合格率", "完成时限", "", "", "网络零售额", "企业满意度"]
    assert desk.project.indicators[3].level2 == "经济效益指标"


def test_what_is_being_typed_is_taken_over_before_a_row_is_added(desk: Desk) -> None:
    desk.go("row1", "name")
    type_text("写了一半")
    desk.page.commands.add_below()
    assert desk.names[:2] == ["写了一半", ""]


def test_the_selected_rows_are_deleted_in_one_step(desk: Desk) -> None:
    desk.go("row2", "name")
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_Minus, CONTROL)
    assert desk.names == ["培训人次", "网络零售额", "企业满意度"]
    assert desk.at() == ("row4", "name")
    desk.undo()
    assert desk.project == PROJECT


def test_a_grid_can_be_emptied_and_begun_again(desk: Desk) -> None:
    press(KEY.Key_A, CONTROL)
    press(KEY.Key_Minus, CONTROL)
    assert not desk.names
    assert desk.at()[0] == "project"
    desk.undo()
    assert desk.project == PROJECT


def test_rows_are_copied_behind_themselves(desk: Desk) -> None:
    desk.go("row1", "name")
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_D, CONTROL | SHIFT)
    assert desk.names[:4] == ["培训人次", "培训合格率", "培训人次", "培训合格率"]
    assert len({each.id for each in desk.project.indicators}) == 7
    assert desk.at()[0] == desk.project.indicators[2].id


def test_rows_move_up_and_down_and_stay_selected(desk: Desk) -> None:
    desk.go("row2", "name")
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_Up, ALT | SHIFT)
    assert desk.names[:3] == ["培训合格率", "完成时限", "培训人次"]
    assert desk.at() == ("row2", "name")
    assert len(desk.view.where.selected) == 2
    press(KEY.Key_Down, ALT | SHIFT)
    press(KEY.Key_Down, ALT | SHIFT)
    assert desk.names[:4] == ["培训人次", "网络零售额", "培训合格率", "完成时限"]


def test_the_first_row_goes_no_higher_and_the_last_no_lower(desk: Desk) -> None:
    desk.go("row1", "name")
    press(KEY.Key_Up, ALT | SHIFT)
    desk.go("row5", "name")
    press(KEY.Key_Down, ALT | SHIFT)
    assert desk.project == PROJECT


def test_row_keys_do_nothing_in_the_head(desk: Desk) -> None:
    for key in (KEY.Key_Minus, KEY.Key_Plus, KEY.Key_D):
        press(key, CONTROL)
    press(KEY.Key_Up, ALT | SHIFT)
    assert desk.project == PROJECT


def test_row_actions_rest_in_the_head(desk: Desk) -> None:
    actions = {each.text(): each for each in desk.page.actions()}
    assert not actions["删除指标行"].isEnabled()
    desk.go("row1", "name")
    assert actions["删除指标行"].isEnabled()
    desk.go("project", "goals")
    assert not actions["删除指标行"].isEnabled()


class TestByHand:
    """Rows taken by the handle beside them."""

    def drag(self, desk: Desk, row_id: str, to: QPoint) -> None:
        start = self.handle(desk, row_id)
        QTest.mouseMove(desk.viewport, desk.point(row_id, "name"))
        QTest.mousePress(desk.viewport, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(desk.viewport, to)
        QTest.mouseRelease(desk.viewport, Qt.MouseButton.LeftButton, pos=to)

    def handle(self, desk: Desk, row_id: str) -> QPoint:
        row = desk.cell(row_id, "name").row
        centre = desk.view.sheet_layout.handle(row).center()
        return centre - desk.view.offset()

    def test_a_row_is_dragged_to_another_place(self, desk: Desk) -> None:
        below = desk.point("row4", "name") + QPoint(0, 10)
        self.drag(desk, "row1", below)
        assert desk.names == ["培训合格率", "完成时限", "网络零售额", "培训人次", "企业满意度"]
        assert desk.session.undo_stack.count() == 1
        assert desk.at()[0] == "row1"

    def test_selected_rows_are_dragged_together(self, desk: Desk) -> None:
        desk.go("row1", "name")
        press(KEY.Key_Down, SHIFT)
        self.drag(desk, "row2", desk.point("row5", "name") + QPoint(0, 10))
        assert desk.names[-2:] == ["培训人次", "培训合格率"]

    def test_a_row_dropped_where_it_was_leaves_no_trace(self, desk: Desk) -> None:
        self.drag(desk, "row2", desk.point("row2", "name"))
        assert not desk.session.undo_stack.count()

    def test_a_click_on_the_handle_selects_the_row(self, desk: Desk) -> None:
        point = self.handle(desk, "row2")
        QTest.mouseMove(desk.viewport, point)
        QTest.mouseClick(desk.viewport, Qt.MouseButton.LeftButton, pos=point)
        rows = {cell.place.row_id for cell in desk.view.where.selected if cell.place}
        assert rows == {"row2"}
        assert not desk.session.undo_stack.count()


class TestOffers:
    """What is offered below the grid."""

    def test_missing_second_levels_are_offered(self, desk: Desk) -> None:
        assert list(buttons(desk)) == [
            "添加一行指标",
            "成本指标",
            "社会效益指标",
            "生态效益指标",
            "可持续影响指标",
        ]

    def test_an_offer_goes_where_the_form_wants_it(self, desk: Desk) -> None:
        offer(desk, "成本指标")
        offer(desk, "社会效益指标")
        assert [each.level2 for each in desk.project.indicators] == [
            *("数量指标", "质量指标", "时效指标", "成本指标"),
            *("经济效益指标", "社会效益指标", "服务对象满意度指标"),
        ]
        assert desk.project.indicators[3].level1 == "产出指标"
        assert "成本指标" not in buttons(desk)
        desk.undo()
        desk.undo()
        assert "成本指标" in buttons(desk)
        assert desk.view.hasFocus()

    def test_the_first_row_of_a_level_stands_before_later_ones(self, open_desk: OpenDesk) -> None:
        rows = PROJECT.indicators[3:]
        desk = open_desk(replace(PROJECT, indicators=rows))
        offer(desk, "数量指标")
        assert desk.project.indicators[0].level2 == "数量指标"

    def test_a_row_is_added_at_the_end(self, desk: Desk) -> None:
        desk.go("row1", "name")
        offer(desk, "添加一行指标")
        last = desk.project.indicators[-1]
        assert (last.level1, desk.at()) == ("满意度指标", (last.id, "name"))

    def test_an_offer_that_keys_come_to_is_seen(self, open_desk: OpenDesk) -> None:
        desk = open_desk(size=(900, 300))
        assert desk.view.verticalScrollBar().value() == 0
        press(KEY.Key_Tab, CONTROL)
        reached = buttons(desk)["添加一行指标"]
        assert reached.hasFocus()
        corner = reached.mapTo(desk.viewport, QPoint(0, 0))
        assert desk.viewport.rect().contains(QRect(corner, reached.size()))

    def test_an_empty_grid_is_offered_the_usual_rows(self, open_desk: OpenDesk) -> None:
        desk = open_desk(EMPTY)
        [usual] = [text for text in buttons(desk) if text.startswith("添加常用指标行")]
        assert usual == "添加常用指标行：数量、质量、时效、成本、经济效益、服务对象满意度"
        offer(desk, usual)
        levels = [each.level1.removesuffix("指标") for each in desk.project.indicators]
        assert levels == ["产出", "产出", "产出", "产出", "效益", "满意度"]
        assert desk.at() == (desk.project.indicators[0].id, "name")
        assert desk.session.undo_stack.count() == 1

    def test_offers_follow_a_level_that_is_changed(self, desk: Desk) -> None:
        desk.session.do("document", SetField("row1", "level2", "成本指标"))
        assert "成本指标" not in buttons(desk)
        assert "数量指标" in buttons(desk)

    def test_the_offers_of_the_2020_form_are_its_own(self, open_desk: OpenDesk) -> None:
        desk = open_desk(EMPTY, form="hebei-2020")
        offer(desk, next(iter(buttons(desk))))
        assert [each.level1 for each in desk.project.indicators][-2] == "效果指标"
