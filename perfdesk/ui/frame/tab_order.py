"""Where Tab goes in a window whose parts are made one after the other, as they are needed."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from perfdesk.ui.focus import in_focus_chain


def beside(parts: Sequence[QWidget], current: QWidget | None, *, forward: bool) -> QWidget | None:
    """Return what Tab comes to next: in the part one is in, then in the part that follows.

    Qt itself goes in the order in which widgets were made, and so from an older part of the
    window past a newer one. Within a part its order holds. None where one is in none of them.
    """
    # Qt asks as well while it hides what has the focus: then nothing else may be looked at.
    if current is None or not (current.isVisible() and current.isEnabled()):
        return None
    order = [each for part in parts if part.isVisible() for each in _stops(part)]
    if current not in order:
        return None
    step = 1 if forward else -1
    return order[(order.index(current) + step) % len(order)]


def _stops(part: QWidget) -> Iterator[QWidget]:
    start = part.window()
    each = in_focus_chain(start, forward=True)
    while each is not start:
        inside = each is part or part.isAncestorOf(each)
        if inside and _takes_tab(each):
            yield each
        each = in_focus_chain(each, forward=True)


def _takes_tab(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled() and not widget.focusProxy()
