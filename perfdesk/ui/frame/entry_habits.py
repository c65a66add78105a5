"""How one likes to fill in forms: where Enter goes. Remembered between two starts."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from perfdesk.ui.actions import Entry, action
from perfdesk.ui.frame.navigator import Navigator
from perfdesk.ui.settings import Settings


class EntryHabits:
    """The checkable entries of the edit menu, and what they stand for on the form's page."""

    def __init__(self, window: QMainWindow, navigator: Navigator, settings: Settings) -> None:
        self._navigator = navigator
        self._settings = settings
        says = "填完一格按 Enter 时移到右边一格，不选时移到下面一格"
        self._enter = action(window, Entry("回车键向右移动", self._turn_enter, says=says))
        self._enter.setCheckable(True)
        self._enter.setChecked(settings.enter_goes_right)

    def all(self) -> list[QAction]:
        """Return what the edit menu offers."""
        return [self._enter]

    def _turn_enter(self) -> None:
        self._settings.enter_goes_right = self._enter.isChecked()
        self._navigator.follow_habits()
