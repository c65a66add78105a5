"""F4 and Shift+F4: from one open finding to the next, wherever one is."""

from dataclasses import replace

from PySide6.QtCore import Qt

from perfdesk.models.review.answer import Answer
from perfdesk.models.review.finding import Severity
from perfdesk.ui.findings.finding_row import Column
from perfdesk.ui.statement.field import Field
from perfdesk.ui.tree.nodes import Key, Kind
from tests.models.rules.sound import SOUND
from tests.ui.findings.conftest import SHIFT, Desk, OpenDesk, slipped

WAY = [
    ("参训企业覆盖率", "value"),
    ("购置监测终端数量", "description"),
    ("设备验收合格率", "value"),
]


def test_f4_goes_through_the_form_in_its_order_and_round(desk: Desk) -> None:
    for cell in (*WAY, WAY[0]):
        desk.press(Qt.Key.Key_F4)
        assert desk.at == cell
    assert desk.said.startswith("已从头开始 · 提示：")
    assert desk.said.endswith("（1/3）")
    assert desk.window.navigator.isAncestorOf(desk.focused)


def test_shift_f4_goes_back_and_round(desk: Desk) -> None:
    for cell in reversed(WAY):
        desk.press(Qt.Key.Key_F4, SHIFT)
        assert desk.at == cell


def test_it_goes_on_from_where_the_cursor_is(desk: Desk) -> None:
    desk.go_to_cell(1, 0, "level2")
    desk.press(Qt.Key.Key_F4)
    assert desk.at == WAY[1]
    desk.go_to_cell(1, 0, "basis")
    desk.press(Qt.Key.Key_F4)
    assert desk.at == WAY[2]
    desk.press(Qt.Key.Key_F4, SHIFT)
    desk.press(Qt.Key.Key_F4, SHIFT)
    assert desk.at == WAY[0]


def test_what_is_being_typed_is_taken_over_first_and_judged(desk: Desk) -> None:
    desk.go_to_cell(1, 0, "description")
    desk.write("全年购置的终端台数")
    desk.press(Qt.Key.Key_F4)
    assert desk.values()[2] == "全年购置的终端台数"
    assert desk.at == WAY[2]
    desk.press(Qt.Key.Key_F4)
    assert desk.at == WAY[0]


def test_what_has_been_answered_is_passed_over(desk: Desk) -> None:
    rows = desk.panel.list.listing.of(desk.document.id)
    answered = next(row for row in rows if row.text(Column.PLACE).startswith("指标 6"))
    desk.workspace.session.do(desk.document.id, Answer(answered.finding, "合同约定"))
    desk.settle()
    desk.press(Qt.Key.Key_F4)
    assert desk.at == WAY[1]


def test_in_the_open_panel_only_its_levels_are_visited(desk: Desk) -> None:
    desk.open_panel()
    desk.panel.head.show_levels([Severity.ERROR])
    desk.press(Qt.Key.Key_F4)
    assert desk.at == WAY[1]
    desk.press(Qt.Key.Key_F4)
    assert desk.at == WAY[1]
    assert desk.said.endswith("（1/1）")


def test_the_panel_follows_the_way_and_keeps_the_focus_it_has(desk: Desk) -> None:
    desk.open_panel()
    desk.panel.enter()
    desk.press(Qt.Key.Key_F4)
    assert desk.focused is desk.panel.table
    row = desk.panel.row
    assert row is not None
    desk.press(Qt.Key.Key_F4)
    assert desk.panel.row is not row
    assert desk.focused is desk.panel.table


def test_the_panel_shows_what_is_found_where_the_cursor_comes_to(desk: Desk) -> None:
    desk.open_panel()
    desk.go_to_cell(1, 1, "value")
    assert desk.panel.row is not None
    assert "设备验收合格率" in desk.panel.strip.sentence.text()
    desk.go_to_cell(1, 0, "description")
    assert "购置监测终端数量" in desk.panel.strip.sentence.text()


def test_from_an_overview_it_begins_at_the_beginning(desk: Desk) -> None:
    desk.window.go_to(Key(Kind.DEPARTMENT, desk.document.id))
    desk.window.navigator.setFocus()
    desk.press(Qt.Key.Key_F4)
    assert desk.at == WAY[0]


def test_part_one_is_on_the_way_and_its_texts_are_written_in(open_desk: OpenDesk) -> None:
    document = slipped()
    statement = document.statement
    bare = replace(statement.subgoals[0], goal="", indicators="")
    document = replace(
        document, statement=replace(statement, subgoals=(bare, *statement.subgoals[1:]))
    )
    desk = open_desk(document)
    desk.press(Qt.Key.Key_F4, SHIFT)
    assert desk.window.navigator.key.kind is Kind.STATEMENT
    field = desk.focused
    assert isinstance(field, Field)
    assert field.place.row_id == bare.id
    desk.press(Qt.Key.Key_F8)
    desk.settle()
    assert desk.panel.row is not None
    assert desk.panel.row.text(Column.PROJECT) == "部门整体绩效目标"
    desk.write("活跃消费市场。")
    desk.press(Qt.Key.Key_F4)
    assert "活跃消费市场。" in (
        desk.document.statement.subgoals[0].goal + desk.document.statement.subgoals[0].indicators
    )


def test_where_nothing_is_open_it_says_so(open_desk: OpenDesk) -> None:
    desk = open_desk(SOUND)
    desk.press(Qt.Key.Key_F4)
    assert desk.said == "没有未处理的问题"


def test_nothing_is_called_clean_that_has_not_been_judged(desk: Desk) -> None:
    another = replace(slipped(), id="another", year=2031)
    desk.workspace.session.add(another, "导入")
    desk.window.go_to(Key(Kind.DEPARTMENT, another.id))
    desk.press(Qt.Key.Key_F4)
    assert desk.said == "正在审核，请稍后再按一次"
    desk.settle()
    desk.press(Qt.Key.Key_F4)
    assert "（1/" in desk.said
