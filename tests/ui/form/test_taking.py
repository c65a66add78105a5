"""What keys take from a list of suggestions, and what becomes of what stood in the row."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from perfdesk.ui.form.rest_bar import RestBar
from perfdesk.ui.look.short_label import ShortLabel
from tests.ui.form.conftest import Desk
from tests.ui.form.helped import ROWS, Helped, OpenHelped, wait, write
from tests.ui.statement.hands import press, type_text

KEY = Qt.Key


def rest(desk: Desk) -> RestBar:
    [bar] = desk.viewport.findChildren(RestBar)
    return bar


def take(helped: Helped, row: str, letters: str) -> None:
    helped.desk.go(row, "name")
    write(letters)
    press(KEY.Key_Return)


def test_what_was_kept_is_said_below_the_row_and_replaced_by_a_button(helped: Helped) -> None:
    desk = helped.desk
    take(helped, "row1", "zbpx")
    bar = rest(desk)
    assert bar.isVisible()
    assert bar.words == desk.told[0]
    said = bar.findChild(ShortLabel)
    assert said is not None
    assert said.width() >= said.sizeHint().width()
    assert bar.y() >= desk.view.rect_of(desk.cell("row1", "name")).bottom()
    replace_all = next(b for b in bar.findChildren(QPushButton) if b.text() == "整行替换")
    QTest.mouseClick(replace_all, Qt.MouseButton.LeftButton)
    row = desk.row("row1")
    assert (row.description, row.value.text) == ("实际举办的场次", "≥24场")
    assert bar.isHidden()
    desk.undo()
    assert desk.row("row1") == replace(ROWS[0], name="直播培训场次")


@pytest.mark.parametrize("key", [KEY.Key_Down, KEY.Key_F2, KEY.Key_Delete])
def test_what_was_kept_is_said_only_while_one_is_there(helped: Helped, key: Qt.Key) -> None:
    take(helped, "row1", "zbpx")
    assert rest(helped.desk).isVisible()
    press(key)
    assert rest(helped.desk).isHidden()


def test_another_suggestion_replaces_what_the_one_before_filled_in(helped: Helped) -> None:
    desk = helped.desk
    take(helped, "row2", "zbpx")
    desk.go("row2", "basis")
    type_text("自己的依据")
    press(KEY.Key_Return)
    take(helped, "row2", "zdsl")
    row = desk.row("row2")
    assert (row.name, row.description) == ("站点数量", "建成的站点")
    assert row.value.text == "2025年12月底前"
    assert row.basis == "自己的依据"
    assert desk.told == ["原有的指标值确定依据没有改动"]


def test_letters_alone_pick_out_the_first_and_chinese_never_does(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    for key in (KEY.Key_Z, KEY.Key_D):
        press(key)
    wait()
    assert helped.picked() == helped.names[0]
    press(KEY.Key_Up)
    press(KEY.Key_Up)
    assert helped.picked() == helped.names[-1]
    for _ in helped.names:
        press(KEY.Key_Up)
    assert helped.picked() is None
    press(KEY.Key_Return)
    assert desk.row("row2").name == "zd"
    desk.go("row3", "name")
    write("站点")
    assert helped.names
    assert helped.picked() is None


def test_letters_take_the_first_before_the_list_has_been_painted(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    type_text("zbpx")
    press(KEY.Key_Tab)
    assert desk.row("row2").name == "直播培训场次"


def test_the_foot_of_the_list_says_what_keys_do(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    write("站点")
    assert helped.shown is not None
    assert helped.shown.said == "↓ 选择，再按 Enter 整行填入 · Esc 还原"
    press(KEY.Key_Down)
    assert helped.shown.said == "↑↓ 选择 · Enter 整行填入 · Esc 关闭"
    press(KEY.Key_Escape)
    press(KEY.Key_Escape)
    desk.go("row1", "name")
    write("站点")
    assert helped.shown is not None
    assert "Enter 填入空格，Shift+Enter 整行替换" in helped.shown.said


@pytest.mark.parametrize("height", [820, 560])
def test_the_list_leaves_the_frame_of_its_cell_free(open_helped: OpenHelped, height: int) -> None:
    helped = open_helped(size=(1180, height))
    desk = helped.desk
    desk.go("row1", "name")
    type_text("zd")
    wait()
    assert helped.shown is not None
    window = desk.page.window()
    editor = QRect(desk.editor.mapTo(window, QPoint()), desk.editor.size())
    assert not helped.shown.geometry().adjusted(0, -1, 0, 1).intersects(editor)
