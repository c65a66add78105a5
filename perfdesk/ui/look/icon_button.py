"""A small button that shows a picture, and says in its tip what it does."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget

from perfdesk.ui.look.icons import icon

_ICON_PX = 16


def icon_button(name: str, tip: str, parent: QWidget) -> QToolButton:
    """Return a button with an icon; it is called what the tip says before its key in （）."""
    button = QToolButton(parent)
    button.setIcon(icon(name, "soft_ink"))
    button.setIconSize(QSize(_ICON_PX, _ICON_PX))
    button.setToolTip(tip)
    button.setAccessibleName(tip.split("（", maxsplit=1)[0])
    return button
