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
    before = in_focus_chain(other, forward=False)
    while before is widget or before.focusPolicy() == Qt.FocusPolicy.NoFocus:
        before = in_focus_chain(before, forward=False)
    QWidget.setTabOrder(before, widget)


def in_focus_chain(widget: QWidget, *, forward: bool) -> QWidget:
    """Return what stands behind a widget in its window's circle of all widgets, or before it."""
    found: QWidget = widget.nextInFocusChain() if forward else widget.previousInFocusChain()  # type: ignore[assignment]  # a circle has no end
    # PySide takes what these return for a child of the widget, and once that is deleted for
    # deleted with it, and all that is in it: so it is told whose child it is.
    found.setParent(found.parentWidget())
    return found
