"""Light or dark: as the system says, or as the person chose."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from perfdesk.ui.look import theme
from perfdesk.ui.settings import DARK, SYSTEM, Settings


class Appearance(QObject):
    """Applies the chosen appearance now and whenever the system changes its own."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._apply()
        application.styleHints().colorSchemeChanged.connect(self._apply)

    def choose(self, name: str) -> None:
        """Take one of `system`, `light` and `dark`, and remember it."""
        self._settings.appearance = name
        self._apply()

    def _apply(self) -> None:
        chosen = self._settings.appearance
        dark = theme.system_is_dark() if chosen == SYSTEM else chosen == DARK
        theme.apply(self._application, dark=dark)
