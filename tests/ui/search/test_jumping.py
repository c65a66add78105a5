"""Ctrl+G: going to a project, a unit or a year by whatever is known of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from perfdesk.io.pinyin import readings
from perfdesk.models.change import SetField
from perfdesk.ui.search.goal_index import Goal, GoalIndex
from perfdesk.ui.search.goal_list import GoalList
from perfdesk.ui.tree.nodes import Key, Kind
from tests.ui.search.conftest import CTRL, Seeker


@pytest.fixture
def offered(seeker: Seeker, qtbot: QtBot) -> GoalList:
    """The list, opened by its key."""
    seeker.press(Qt.Key.Key_G, CTRL)
    goals = seeker.window.commands.search.goals
    qtbot.waitUntil(lambda: goals.ready)
    return goals


def names(goals: GoalList) -> list[str]:
    return [goals.list.item(row).text() for row in range(goals.list.count())]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("农贸市场", "2025年农贸市场改造提升补助资金"),
        ("nmsc", "2025年农贸市场改造提升补助资金"),
        ("nongmaoshichang", "2025年农贸市场改造提升补助资金"),
        ("13020925p006r1210031k", "2025年电子商务发展专项资金"),
        ("315002", "315002 云溪区会展服务中心"),
        ("2024 nianduzhengti", "在全部年度中查找“2024 nianduzhengti”"),
        ("2024 年度", "2024 年度"),
        ("ztjxmb", "部门整体绩效目标"),
    ],
)
def test_whatever_is_known_finds_it(
    offered: GoalList, seeker: Seeker, typed: str, name: str
) -> None:
    seeker.write(typed)
    assert names(offered)[0] == name


def test_enter_goes_there(offered: GoalList, seeker: Seeker) -> None:
    document = seeker.document()
    wanted = next(each for each in document.projects if "农贸市场" in each.name)
    seeker.write("nmsc")
    seeker.press(Qt.Key.Key_Return)
    assert seeker.window.navigator.key == Key(Kind.PROJECT, document.id, wanted.id)
    assert not offered.isVisible()
    assert seeker.window.navigator.isAncestorOf(focus())


def test_arrows_choose_another(offered: GoalList, seeker: Seeker) -> None:
    seeker.write("2024年")
    wanted = names(offered)[2]
    seeker.press(Qt.Key.Key_Down)
    seeker.press(Qt.Key.Key_Down)
    seeker.press(Qt.Key.Key_Down)
    seeker.press(Qt.Key.Key_Up)
    seeker.press(Qt.Key.Key_Return)
    key = seeker.window.navigator.key
    project = seeker.workspace.session.document(key.document_id).project(key.project_id)
    assert project is not None
    assert project.name == wanted


def test_escape_goes_back_to_the_cell(offered: GoalList, seeker: Seeker) -> None:
    before = seeker.window.navigator.key
    seeker.write("nmsc")
    seeker.press(Qt.Key.Key_Escape)
    assert not offered.isVisible()
    assert seeker.window.navigator.key == before
    assert seeker.window.navigator.isAncestorOf(focus())


def test_an_open_editor_is_taken_over_first(seeker: Seeker, qtbot: QtBot) -> None:
    seeker.press(Qt.Key.Key_Home, CTRL)
    seeker.write("改过的名称")
    seeker.press(Qt.Key.Key_G, CTRL)
    goals = seeker.window.commands.search.goals
    qtbot.waitUntil(lambda: goals.ready)
    seeker.write("ggdmc")
    texts = seeker.document().projects[0]
    assert "改过的名称" in (texts.name, texts.code)


def test_an_input_method_keeps_its_keys(offered: GoalList, seeker: Seeker) -> None:
    before = seeker.window.navigator.key
    QApplication.sendEvent(offered.field, QInputMethodEvent("nong mao", []))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down):
        seeker.press(key)
    assert offered.isVisible()
    assert seeker.window.navigator.key == before
    QApplication.sendEvent(offered.field, QInputMethodEvent())


def test_a_new_name_is_found_the_next_time(offered: GoalList, seeker: Seeker, qtbot: QtBot) -> None:
    seeker.press(Qt.Key.Key_Escape)
    document = seeker.document()
    renamed = SetField(document.projects[2].id, "name", "夜市灯光亮化")
    seeker.workspace.session.do(document.id, renamed)
    seeker.press(Qt.Key.Key_G, CTRL)
    seeker.write("ysdg")
    qtbot.waitUntil(lambda: names(offered)[:1] == ["夜市灯光亮化"])


@given(st.lists(st.text("云溪区商务局培训资金", min_size=1, max_size=6), max_size=20))
def test_every_goal_is_found_by_its_name(named: list[str]) -> None:
    index: GoalIndex[int] = GoalIndex(readings)
    index.fill(Goal(number, name, "2025 年度") for number, name in enumerate(named))
    for number, name in enumerate(named):
        assert number in [goal.target for goal in index.find(name, len(named))]
        assert number in [goal.target for goal in index.find(f"2025 {name}", len(named))]


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
