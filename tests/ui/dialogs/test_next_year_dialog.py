"""The dialog that asks what comes over from last year, answered with keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from perfdesk.io.forms import all_forms
from perfdesk.models.document import Department, Document
from perfdesk.models.project import Budget, Project
from perfdesk.models.years.carry import Choice
from perfdesk.ui.dialogs.next_year_dialog import NextYearDialog
from perfdesk.ui.dialogs.next_year_table import Column

PROJECTS = (
    Project("99990125P00000000001X", "2025年培训经费", budget=Budget("12", "12"), id="training"),
    Project("99990124P000000000021", "2024年展位补助", id="booth"),
    Project("", "食堂补助", id="canteen"),
)
DOCUMENT = Document(2025, "hebei-2024", Department("315", "云溪区商务局"), projects=PROJECTS)


@pytest.fixture
def dialog(qtbot: QtBot) -> NextYearDialog:
    """The dialog for 2026, shown; the department has a document of 2027 as well."""
    dialog = NextYearDialog(DOCUMENT, 2026, all_forms(), {2025, 2027})
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.table.hasFocus)
    return dialog


def press(*keys: Qt.Key) -> None:
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)


def cell(dialog: NextYearDialog, row: int, column: Column) -> str:
    item = dialog.table.item(row, column)
    assert item is not None
    return item.text()


def test_everything_comes_over_unless_something_is_said(dialog: NextYearDialog) -> None:
    answer = dialog.answer()
    assert (answer.year, answer.form_id) == (2026, "hebei-2024")
    everything = frozenset({"training", "booth", "canteen"})
    carried_over = frozenset({"booth"})
    assert answer.choice == Choice(everything, carried_over, amounts=True, statement=True)
    assert [cell(dialog, row, Column.NEW_NAME) for row in range(3)] == [
        "2026年培训经费",
        "2024年展位补助",
        "食堂补助",
    ]


def test_space_leaves_a_project_out_and_gives_up_a_code(dialog: NextYearDialog) -> None:
    press(Qt.Key.Key_Space)
    choice = dialog.answer().choice
    assert choice.projects == {"booth", "canteen"}
    assert choice.with_code == {"booth"}
    assert "已选 2，共 3 个，其中 1 个结转" in dialog.all.text()
    assert not dialog.all.isChecked()
    press(Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert dialog.answer().choice.with_code == frozenset()


def test_a_kept_code_keeps_the_name_and_its_label_says_the_same_ticked_or_not(
    dialog: NextYearDialog,
) -> None:
    press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert cell(dialog, 0, Column.CODE) == "结转，保留编码"
    press(Qt.Key.Key_Space)
    assert cell(dialog, 0, Column.CODE) == "结转，保留编码"
    assert cell(dialog, 0, Column.NEW_NAME) == "2025年培训经费"
    press(Qt.Key.Key_Space)
    assert cell(dialog, 0, Column.NEW_NAME) == "2026年培训经费"


def open_editor(dialog: NextYearDialog) -> QLineEdit:
    """The editor of a name, which has the focus."""
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert dialog.table.isAncestorOf(editor)
    return editor


def type_name(dialog: NextYearDialog, name: str) -> None:
    """Type over what an open editor holds, and agree to it."""
    editor = open_editor(dialog)
    editor.setText(name)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_f2_writes_a_name_from_any_cell_and_enter_does_not_leave(
    dialog: NextYearDialog, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F2)
    type_name(dialog, "2026年干部培训")
    qtbot.waitUntil(dialog.table.hasFocus)
    assert dialog.isVisible()
    assert dialog.answer().choice.names == {"training": "2026年干部培训"}
    dialog.year.setValue(2028)
    assert cell(dialog, 0, Column.NEW_NAME) == "2026年干部培训"


def test_a_double_click_writes_a_name_and_an_empty_one_is_the_year_s_own(
    dialog: NextYearDialog, qtbot: QtBot
) -> None:
    item = dialog.table.item(2, Column.NEW_NAME)
    assert item is not None
    where = dialog.table.visualItemRect(item).center()
    for name in ("职工食堂", ""):
        QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
        QTest.mouseDClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
        type_name(dialog, name)
        qtbot.waitUntil(dialog.table.hasFocus)
        assert cell(dialog, 2, Column.NEW_NAME) == (name or "食堂补助")
        assert dialog.answer().choice.names == ({"canteen": name} if name else {})


def test_escape_leaves_a_name_as_it_was(dialog: NextYearDialog, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F2)
    editor = open_editor(dialog)
    QTest.keyClicks(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(dialog.table.hasFocus)
    assert dialog.isVisible()
    assert cell(dialog, 0, Column.NEW_NAME) == "2026年培训经费"
    assert dialog.answer().choice.names == {}


def test_a_name_that_is_just_looked_at_still_follows_the_year(
    dialog: NextYearDialog, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F2, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.table.hasFocus)
    dialog.year.setValue(2027)
    assert cell(dialog, 0, Column.NEW_NAME) == "2027年培训经费"


def test_a_project_without_a_code_has_none_to_keep(dialog: NextYearDialog) -> None:
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert dialog.answer().choice.with_code == {"booth"}
    assert cell(dialog, 2, Column.CODE) == "无编码"


def test_a_code_is_not_kept_of_what_does_not_come_over(dialog: NextYearDialog) -> None:
    press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert dialog.answer().choice.with_code == frozenset()


def test_tab_and_space_reach_the_rest(dialog: NextYearDialog) -> None:
    press(Qt.Key.Key_Tab)
    assert dialog.all.hasFocus()
    press(Qt.Key.Key_Space)
    assert dialog.answer().choice.projects == frozenset()
    press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert not dialog.answer().choice.amounts
    assert dialog.agree.isEnabled(), "the statement alone is something to begin with"
    press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert not dialog.answer().choice.statement
    assert not dialog.agree.isEnabled()


def test_the_form_and_the_names_follow_the_year(dialog: NextYearDialog) -> None:
    dialog.year.setValue(2020)
    assert dialog.answer().form_id == "hebei-2020"
    assert cell(dialog, 0, Column.NEW_NAME) == "2020年培训经费"
    assert dialog.agree.text() == "新建 2020 年度"


def test_a_year_that_is_there_already_is_remarked_on(dialog: NextYearDialog) -> None:
    assert not dialog.remark.isVisible()
    dialog.year.setValue(2027)
    assert "2027 年度已有" in dialog.remark.text()
    assert dialog.agree.isEnabled()


def test_enter_agrees(dialog: NextYearDialog) -> None:
    press(Qt.Key.Key_Return)
    assert dialog.result() == NextYearDialog.DialogCode.Accepted
