"""核对无误: saying of cells that came from elsewhere that they are right; going to the next."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from perfdesk.models.change import Change
from perfdesk.models.sheet import Place
from perfdesk.models.years.confirm import carried_places
from perfdesk.ui.confirming import FROM_THE_FIRST, NOTHING_LEFT, confirmed
from perfdesk.ui.form.cells import places_of
from perfdesk.ui.form.sheet_view import SheetView


class Confirming(QObject):
    """Confirms what is selected, or all of a project; `told` says what that came to."""

    told = Signal(str)

    def __init__(self, view: SheetView, do: Callable[[Change], None]) -> None:
        super().__init__(view)
        self._view = view
        self._do = do

    def selected(self) -> None:
        """Confirm the selected cells."""
        self._view.editing.commit()
        cells = self._view.sheet.carried & frozenset(self._view.where.selected)
        self._confirm(frozenset(place for cell in cells for place in places_of(cell)))

    def project(self) -> None:
        """Confirm every cell of the project."""
        self._view.editing.commit()
        self._confirm(frozenset(carried_places([self._view.sheet.project])))

    def next(self) -> None:
        """Go to the next cell that is to be looked at, from the last one to the first."""
        self._view.editing.commit()
        left = sorted(self._view.sheet.carried, key=lambda cell: (cell.row, cell.column))
        if not left:
            self.told.emit(NOTHING_LEFT)
            return
        here = self._view.where.cell
        at = (here.row, here.column) if here else (-1, 0)
        behind = next((cell for cell in left if (cell.row, cell.column) > at), None)
        if behind is None:
            self.told.emit(FROM_THE_FIRST)
        self._view.where.go(behind or left[0])

    def _confirm(self, places: frozenset[Place]) -> None:
        if words := confirmed(places, self._do, self._left, part="本项目", unit="格"):
            self.told.emit(words)

    def _left(self) -> int:
        return self._view.sheet.project.unconfirmed
