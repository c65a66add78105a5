"""What one can do on the sheet besides filling it in, made once the sheet has been seen."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from perfdesk.models.change import Change
from perfdesk.models.document import Document
from perfdesk.ui.form.beginnings import Beginnings
from perfdesk.ui.form.below_grid import BelowGrid
from perfdesk.ui.form.commands import Commands
from perfdesk.ui.form.rest_bar import RestBar
from perfdesk.ui.form.sheet_actions import SheetActions
from perfdesk.ui.form.sheet_view import SheetView
from perfdesk.ui.page import Page


class SheetTools(QObject):
    """The commands of a page's sheet, its actions, its context menu, the offers below it."""

    def __init__(
        self,
        page: Page,
        view: SheetView,
        document: Callable[[], Document],
        do: Callable[[Change], None],
        take: QAction,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._view = view
        self.commands = Commands(view, document, do)
        self.actions = SheetActions(page, self.commands, take)
        self._below = BelowGrid(view.viewport())
        self._rest = RestBar(view, do)
        self._connect()
        self.actions.refresh()

    def refresh(self) -> None:
        """Offer below the grid what the project that is shown lacks."""
        model = self._view.sheet
        if model.read_only:
            self._below.show_nothing()
        else:
            self._below.show_for(model.form, model.project, self.commands.starting.beginnings)
        self._view.make_room_below()

    def begin_from(self, beginnings: Beginnings) -> None:
        """Know what a project can begin from."""
        self.commands.starting.beginnings = beginnings
        self.actions.refresh()
        self.refresh()

    def set_zoom(self, factor: float) -> None:
        """Show the offers `factor` times as large."""
        self._below.set_zoom(factor)

    def _connect(self) -> None:
        view, commands, below = self._view, self.commands, self._below
        for each in self.actions.all():
            self._page.addAction(each)
        view.action_for_key = self.actions.for_key
        view.action_in_editor = self.actions.in_editor
        view.set_below(below)
        view.editing.rest_offered.connect(self._rest.offer)
        view.moved.connect(self.actions.refresh)
        view.row_wanted.connect(commands.add_below)
        view.rows_dropped.connect(commands.move_to)
        view.fill_wanted.connect(commands.fill_rows)
        view.menu_wanted.connect(self._page.open_menu)
        below.row_wanted.connect(commands.add_last)
        below.begin_wanted.connect(commands.starting.begin)
        below.pick_wanted.connect(commands.starting.pick)
        below.template_wanted.connect(commands.starting.pick_template)
        below.usual_wanted.connect(commands.add_usual)
        below.offer_taken.connect(commands.accept)
