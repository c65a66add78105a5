"""The three choices of the empty start, by mouse and by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from perfdesk.ui.start.page import StartPage

SIGNALS = ("sample_wanted", "import_wanted", "new_wanted")


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    page = StartPage()
    qtbot.addWidget(page)
    page.resize(800, 600)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.setFocus()
    return page


def said(page: StartPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("number", range(3))
def test_a_click_takes_a_choice(page: StartPage, qtbot: QtBot, number: int) -> None:
    with qtbot.waitSignal(getattr(page, SIGNALS[number])):
        QTest.mouseClick(page.choices[number], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("number", range(3))
def test_a_digit_takes_a_choice(page: StartPage, qtbot: QtBot, number: int) -> None:
    with qtbot.waitSignal(getattr(page, SIGNALS[number])):
        QTest.keyClicks(page.begin, str(number + 1))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_tab_and_enter_take_a_choice(page: StartPage, qtbot: QtBot, key: Qt.Key) -> None:
    assert page.sample.hasFocus()
    QTest.keyClick(page.sample, Qt.Key.Key_Tab)
    assert page.bring.hasFocus()
    with qtbot.waitSignal(page.import_wanted):
        QTest.keyClick(page.bring, key)


def test_arrows_walk_along_the_choices(page: StartPage) -> None:
    QTest.keyClick(page.sample, Qt.Key.Key_Down)
    QTest.keyClick(page.bring, Qt.Key.Key_Down)
    assert page.begin.hasFocus()
    QTest.keyClick(page.begin, Qt.Key.Key_Up)
    assert page.bring.hasFocus()


def test_it_says_where_everything_is_kept_and_that_files_can_be_dropped(page: StartPage) -> None:
    assert "拖到窗口" in said(page)
    assert "数据保存在" not in said(page)
    page.show_store(Path("文档") / "绩效.sqlite")
    assert f"数据保存在 {Path('文档') / '绩效.sqlite'}" in said(page)
