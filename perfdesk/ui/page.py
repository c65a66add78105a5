"""What the middle of the window shows: one page at a time, on a quiet desk."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from perfdesk.models.sheet import Place

if TYPE_CHECKING:
    from perfdesk.ui.suggesting import Suggesting


class Page(QWidget):
    """A page shows one part of the workspace and lets it be edited in place.

    `place_changed` carries the words for the status bar: where the cursor is and what the
    selection adds up to; `remarked` what checks say of that place; `told` a sentence about what
    could not be done, and why. A page's actions (`QWidget.actions`) go into the window's menu.
    """

    place_changed = Signal(str)
    remarked = Signal(object)
    told = Signal(str)

    def complete(self) -> None:
        """Make what a first look does not need, actions above all; called once, right after it."""

    def suggest_with(self, suggesting: "Suggesting") -> None:
        """Suggest from this what could be meant where one types."""

    def commit(self) -> None:
        """Take over what is still being typed; called before every save, export and close."""

    def set_zoom(self, factor: float) -> None:
        """Show everything `factor` times as large; 1.0 is the size the system asks for."""

    def current_place(self) -> Place | None:
        """Return the place of the document that one is at, None where the page shows none."""
        return None

    def go_to_place(self, place: Place, *, edit: bool = False) -> bool:
        """Make a place current and bring it into view, with `edit` open it to be written in.

        Parts of a cell (`value.unit`, `goals[1]`) are shown by their cell. What is being typed
        elsewhere is taken over first. Tells whether the page shows such a place.
        """
        del place, edit
        return False
