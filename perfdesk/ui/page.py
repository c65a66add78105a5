"""What the middle of the window shows: one page at a time, on a quiet desk."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from perfdesk.models.sheet import Place

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from perfdesk.models.draft import Draft
    from perfdesk.ui.suggesting import Suggesting


class Page(QWidget):
    """A page shows one part of the workspace and lets it be edited in place.

    `place_changed` carries the words for the status bar: where the cursor is and what the
    selection adds up to; `remarked` what checks say of that place; `told` a sentence about what
    could not be done, and why. `menu_opening(menu)` comes before a menu opens where one is, for
    what others can do there; `scrolls(area)` when there is one more area that scrolls;
    `copied_wanted` where what was copied is files or a whole document, to be imported;
    `writing(True)` when an editor opens that keeps what is typed to itself until it is left,
    and `writing(False)` then.
    """

    place_changed = Signal(str)
    remarked = Signal(object)
    told = Signal(str)
    menu_opening = Signal(object)
    scrolls = Signal(object)
    copied_wanted = Signal()
    writing = Signal(bool)

    lists: QWidget | None = None
    """The table of projects on the page, where there is one."""

    def listed(self) -> Sequence[tuple[str, str]]:
        """Return the projects that are selected in that table: ids of document and project."""
        return ()

    def complete(self) -> None:
        """Make what a first look does not need, actions above all; called once, right after it."""

    def edits(self) -> "Sequence[QAction | QMenu | None]":
        """Return what the menu 编辑 offers while the page is shown; None is a line."""
        return ()

    def habits(self) -> "Sequence[QAction]":
        """Return how one may like to write on the page, for the end of the menu 编辑."""
        return ()

    def views(self) -> "Sequence[QAction]":
        """Return what the menu 视图 offers while the page is shown."""
        return ()

    def offers_here(self) -> "Sequence[QAction | QMenu | None]":
        """Return what the menu of the place where one is offers; None is a line."""
        return self.edits()

    def open_menu(self, point: QPoint) -> None:
        """Open the menu of the place where one is, at a point of the screen."""
        from PySide6.QtWidgets import QMenu  # late: nobody asks for one before the first paint

        from perfdesk.ui.actions import fill, open_at

        self.refresh_actions()
        menu = QMenu(self)
        fill(menu, self.offers_here())
        self.menu_opening.emit(menu)
        open_at(menu, point)

    def refresh_actions(self) -> None:
        """Let what cannot be done now rest; called before a menu with it opens."""

    def suggest_with(self, suggesting: "Suggesting") -> None:
        """Suggest from this what could be meant where one types."""

    def commit(self) -> None:
        """Take over what is still being typed; called before every save, export and close."""

    def draft(self) -> "Draft | None":
        """Return what an open editor would hand over now; None where that changes nothing.

        What an input method still composes is no part of it.
        """
        return None

    def put_back(self, draft: "Draft") -> bool:
        """Put a draft into its place on what the page shows, as one edit; tell whether it did."""
        del draft
        return False

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
