"""The public members of style options that PySide6's type stubs leave out, each named once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyleOptionViewItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyle


def option_rect(option: QStyleOptionViewItem) -> QRect:
    """Return where an item is to be painted."""
    rect: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs
    return rect


def option_state(option: QStyleOptionViewItem) -> "QStyle.StateFlag":
    """Return whether an item is selected, focused, hovered."""
    state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # missing in the stubs
    return state
