"""Rows pasted into the grid of a sheet, after it was asked about what they would go over."""

from collections.abc import Callable, Collection, Sequence

from perfdesk.io.clipboard.block import Texts
from perfdesk.io.clipboard.stray import Stray
from perfdesk.models.change import Change
from perfdesk.models.placing import Placing
from perfdesk.models.sheet import Place
from perfdesk.ui.dialogs.left_over import Over, what_to_replace
from perfdesk.ui.form.paste import columns_from
from perfdesk.ui.form.paste_rows import (
    LEVELS,
    Coming,
    RowsPasted,
    overwritten,
    paste_rows,
    without_headings,
)
from perfdesk.ui.form.sheet_view import SheetView

Make = Callable[[Change | None, Sequence[Stray], Collection[Place]], bool]
"""Makes a change, with what it leaves out and the cells that take something; tells whether."""


class RowPasting:
    """Pastes rows on one sheet, and selects them."""

    def __init__(self, view: SheetView, make: Make) -> None:
        self._view = view
        self._make = make

    def levelled(self, table: Texts) -> Coming | None:
        """Return what is pasted onto the grid as rows that say their levels, None where not."""
        model, start = self._view.sheet, self._view.where.selected[0]
        if start.place is None or start.place.field not in LEVELS:
            return None
        names = columns_from(model.form, start.column, table)
        if set(names) <= {*LEVELS, ""}:
            return None
        standing = model.project.indicators[self._first() :]
        return without_headings(model.form, self._placing(), standing, table, names)

    def paste(self, coming: Coming) -> str | None:
        """Paste rows and return what is to be said of it; None where nothing was pasted."""
        model = self._view.sheet
        pasted = self._pasted(coming, over=True)
        filled = overwritten(model.form, model.project, pasted.change)
        answer = what_to_replace(filled, self._view, may_add=coming.levelled)
        if answer is Over.NOTHING:
            return None
        if answer is Over.ADD:
            pasted = self._pasted(coming, over=False)
        if not self._make(pasted.change, coming.left_over, pasted.places):
            return None
        self._select(pasted.row_ids, coming.fields)
        if not pasted.by_level:
            return ""
        added = f"，新增 {pasted.added} 行" if pasted.added else ""
        return f"{len(pasted.row_ids)} 行已按一级、二级指标归位{added}"

    def _pasted(self, coming: Coming, *, over: bool) -> RowsPasted:
        model = self._view.sheet
        first = self._first()
        return paste_rows(model.form, model.project, self._placing(), coming, first, over=over)

    def _placing(self) -> Placing:
        from perfdesk.io.rule_book import words  # late: tables that only pasted rows ask for here
        from perfdesk.models.suggest.levels import Levels

        return Placing(self._view.sheet.form, Levels(words().levels))

    def _first(self) -> int:
        """Return the place in the grid of the row where one is; a merged cell is its first."""
        rows = self._view.sheet.cells.sheet.heading_row + 1
        return max(0, self._view.where.selected[0].row - rows)

    def _select(self, row_ids: Sequence[str], fields: Collection[str]) -> None:
        """Select what was pasted where its rows stand together, else go to the first of them."""
        model, where = self._view.sheet, self._view.where
        names = [column.field for column in model.form.grid if column.field in fields]
        own = [name for name in names if name not in LEVELS] or names
        if not row_ids or not own:
            return
        where.go_to(Place(row_ids[0], own[0]))
        order = [row.id for row in model.project.indicators]
        at = order.index(row_ids[0])
        if tuple(order[at : at + len(row_ids)]) == tuple(row_ids):
            where.stretch(model.cells.find(Place(row_ids[-1], own[-1])))
