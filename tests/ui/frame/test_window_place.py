"""Where the window stands: on the screen at first, where it was left the next time."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from perfdesk.ui.frame.window_place import WindowPlace
from perfdesk.ui.settings import Settings


@pytest.fixture
def room(qapp: QGuiApplication) -> QRect:
    """The screen of the tests: smaller than the window is where there is room."""
    return qapp.primaryScreen().availableGeometry()


def opened(settings: Settings, qtbot: QtBot) -> tuple[QWidget, WindowPlace]:
    """A window as it comes up with these habits."""
    window = QWidget()
    qtbot.addWidget(window)
    place = WindowPlace(window, settings)
    window.show()
    qtbot.waitExposed(window)
    return window, place


def left_at(place: QRect, settings: Settings, qtbot: QtBot) -> None:
    """Put a window somewhere, and wait until that is kept, as if it were killed then."""
    window, _ = opened(settings, qtbot)
    window.showNormal()
    window.setGeometry(place)
    before = settings.state("geometry")
    qtbot.waitUntil(lambda: settings.state("geometry") != before)
    window.hide()


def test_at_first_it_fits_the_screen(tmp_path: Path, qtbot: QtBot, room: QRect) -> None:
    window, _ = opened(Settings(tmp_path), qtbot)
    assert window.isMaximized()
    assert room.contains(window.geometry())
    normal = window.normalGeometry()
    assert room.contains(normal)
    assert normal.width() < room.width()
    assert normal.height() < room.height()


def test_a_killed_program_comes_back_where_it_was(
    tmp_path: Path, qtbot: QtBot, room: QRect
) -> None:
    place = QRect(room.left() + 40, room.top() + 60, 500, 400)
    left_at(place, Settings(tmp_path), qtbot)
    window, _ = opened(Settings(tmp_path), qtbot)
    assert not window.isMaximized()
    assert window.geometry() == place


def test_a_maximized_window_comes_back_maximized(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path)
    left_at(QRect(20, 40, 500, 400), settings, qtbot)
    window, place = opened(settings, qtbot)
    window.showMaximized()
    place.remember()
    again, _ = opened(Settings(tmp_path), qtbot)
    assert again.isMaximized()
    again.showNormal()
    assert again.geometry() == QRect(20, 40, 500, 400)


def test_a_place_on_a_screen_that_is_gone_is_moved_into_sight(
    tmp_path: Path, qtbot: QtBot, room: QRect
) -> None:
    left_at(QRect(room.right() + 900, room.top() + 60, 500, 400), Settings(tmp_path), qtbot)
    window, _ = opened(Settings(tmp_path), qtbot)
    assert room.contains(window.geometry())
