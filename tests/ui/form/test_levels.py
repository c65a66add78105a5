"""Names of levels while they are typed: the form's list, found by text, pinyin and initials."""

import pytest
from PySide6.QtCore import Qt

from perfdesk.ui.form.choice_list import ChoiceList
from tests.ui.form.conftest import Desk
from tests.ui.statement.hands import press, type_text

KEY = Qt.Key


def shown(desk: Desk) -> ChoiceList:
    lists = desk.page.window().findChildren(ChoiceList)
    return next(each for each in lists if each.isVisible())


def names(desk: Desk) -> list[str]:
    return [shown(desk).item(row).text() for row in range(shown(desk).count())]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("质", "质量指标"),
        ("zl", "质量指标"),
        ("shixiao", "时效指标"),
        ("jjxy", "经济效益指标"),
        ("fwdx", "服务对象满意度指标"),
        ("7", "生态效益指标"),
    ],
)
def test_the_first_character_filters_the_list_and_enter_takes_it(
    desk: Desk, typed: str, first: str
) -> None:
    desk.go("row1", "level2")
    type_text(typed)
    assert names(desk)[0] == first
    assert shown(desk).highlighted() == first
    press(KEY.Key_Return)
    assert desk.row("row1").level2 == first


def test_initials_find_first_levels_too(desk: Desk) -> None:
    desk.go("row5", "level1")
    type_text("xy")
    press(KEY.Key_Return)
    assert desk.row("row5").level1 == "效益指标"


def test_a_name_that_the_form_does_not_have_is_kept_knowingly(desk: Desk) -> None:
    desk.go("row1", "level2")
    type_text("环境指标")
    assert len(names(desk)) > 5
    assert shown(desk).highlighted() is None
    assert "Enter 保留输入的文字" in shown(desk).said
    press(KEY.Key_Return)
    assert desk.row("row1").level2 == "环境指标"


def test_a_part_of_a_name_can_be_kept(desk: Desk) -> None:
    desk.go("row1", "level2")
    type_text("质量")
    press(KEY.Key_Up)
    press(KEY.Key_Return)
    assert desk.row("row1").level2 == "质量"


def test_escape_restores_at_once(desk: Desk) -> None:
    desk.go("row1", "level2")
    type_text("质")
    press(KEY.Key_Escape)
    assert desk.view.editing.editor is None
    assert desk.row("row1").level2 == "数量指标"
