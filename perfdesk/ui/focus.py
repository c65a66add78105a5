"""Where in the window one is."""

from PySide6.QtWidgets import QApplication, QWidget


def focus_is_in(widget: QWidget) -> bool:
    """Whether keys go to a widget or to something in it."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))
