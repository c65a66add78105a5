"""Where in the window one is."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

STAYING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Why a text may lose the focus though one goes on writing in it afterwards."""


def focus_is_in(widget: QWidget) -> bool:
    """Whether keys go to a widget or to something in it."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def visit_in_order(*widgets: QWidget) -> None:
    """Let Tab come to widgets of one window one after the other."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def visit_before(widget: QWidget, other: QWidget) -> None:
    """Let Tab come to a widget right before it comes to another one."""
    before = other.previousInFocusChain()
    while before and (before is widget or before.focusPolicy() == Qt.FocusPolicy.NoFocus):
        before = before.previousInFocusChain()
    if before:
        QWidget.setTabOrder(before, widget)
