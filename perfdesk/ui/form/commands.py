"""What one can do on the sheet besides typing: with its rows, its cells and the clipboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from perfdesk.models.change import (
    Change,
    Move,
    Remove,
    duplicate,
    indicators_of,
)
from perfdesk.models.document import Document
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Place
from perfdesk.ui.form.cells import emptied_with
from perfdesk.ui.form.confirming import Confirming
from perfdesk.ui.form.edits import (
    cleared,
    content_of,
    fill,
    filled_along,
    filled_down,
    filled_right,
    row_of,
    spread,
    text_above,
    tidied_cells,
)
from perfdesk.ui.form.exchange import Exchange
from perfdesk.ui.form.insertions import today
from perfdesk.ui.form.rows import Offer, accept, first_row, insert, row_beside, usual_grid
from perfdesk.ui.form.sheet_view import SheetView
from perfdesk.ui.form.starting import Starting
from perfdesk.ui.tidying import NOTHING_TO_TIDY

_FIRST_TO_FILL = "name"


class Commands(QObject):
    """Does what menus and keys ask for on one sheet; each is one step of undo.

    What is being typed is taken over first. `told` says what could not be done.
    """

    told = Signal(str)

    def __init__(
        self, view: SheetView, document: Callable[[], Document], do: Callable[[Change], None]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._document = document
        self._do = do
        self.exchange = Exchange(view, document, self._make)
        self.exchange.told.connect(self.told)
        self.confirming = Confirming(view, do)
        self.confirming.told.connect(self.told)
        self.starting = Starting(view, do)
        self.starting.told.connect(self.told)

    # --- rows

    def selected_rows(self) -> range:
        """Return the places in the grid of the rows that the selection touches."""
        block = self._view.where.block
        first = self._view.sheet.cells.sheet.heading_row + 1
        if block is None or block.bottom < first:
            return range(0)
        return range(max(block.top, first) - first, block.bottom + 1 - first)

    def add_above(self) -> None:
        """Put as many new rows as are selected above them."""
        self._view.editing.commit()
        rows = self.selected_rows()
        self._add(rows.start, rows.start, max(1, len(rows)))

    def add_below(self) -> None:
        """Put as many new rows as are selected below them; at the end where none is."""
        self._view.editing.commit()
        rows = self.selected_rows()
        last = rows.stop - 1 if rows else len(self._project.indicators) - 1
        self._add(last + 1, last, max(1, len(rows)))

    def add_last(self) -> None:
        """Put a new row at the end of the grid."""
        self._view.editing.commit()
        count = len(self._project.indicators)
        self._add(count, count - 1, 1)

    def accept(self, offer: Offer) -> None:
        """Add the row of a second level that has none."""
        self._view.editing.commit()
        self._do(accept(self._project, offer))
        self._go_to_row(offer.index)
        self._view.setFocus()
        self._suggest()

    def switch_suggesting(self) -> None:
        """Suggest while one types, or do not."""
        if advice := self._view.sheet.advice:
            advice.while_typing = not advice.while_typing

    @property
    def suggests(self) -> bool:
        """Whether something is suggested while one types."""
        advice = self._view.sheet.advice
        return advice is not None and advice.while_typing

    def add_usual(self) -> None:
        """Fill an empty grid with the rows that most projects need."""
        self._view.editing.commit()
        self._do(usual_grid(self._view.sheet.form, self._project))
        self._go_to_row(0)

    def delete_rows(self) -> None:
        """Take the selected rows out of the grid."""
        self._view.editing.commit()
        rows, cell = self.selected_rows(), self._view.where.cell
        if not rows or cell is None:
            return
        self._do(Remove(indicators_of(self._project.id), frozenset(self._selected_ids())))
        cells = self._view.sheet.cells
        row = min(cells.sheet.heading_row + 1 + rows.start, cells.sheet.row_count - 1)
        self._view.where.go(cells.nearest(row, cell.column), row, cell.column)

    def duplicate_rows(self) -> None:
        """Put copies of the selected rows behind them."""
        self._view.editing.commit()
        if ids := self._selected_ids():
            last = self.selected_rows().stop
            self._do(duplicate(self._document(), indicators_of(self._project.id), ids))
            self._go_to_row(last)

    def move_up(self) -> None:
        """Bring the selected rows one up."""
        self.move_to(self.selected_rows().start - 1)

    def move_down(self) -> None:
        """Bring the selected rows one down."""
        self.move_to(self.selected_rows().stop + 1)

    def move_to(self, index: int) -> None:
        """Bring the selected rows before the row that is at `index`."""
        self._view.editing.commit()
        ids = self._selected_ids()
        if ids and 0 <= index <= len(self._project.indicators):
            self._do(Move(indicators_of(self._project.id), frozenset(ids), index))

    # --- cells

    def edit(self) -> None:
        """Open the editor of the current cell."""
        self._view.open()

    def choose(self) -> None:
        """Open the editor of the current cell with what could be chosen instead of typed."""
        self._view.open_list()

    def select_grid(self) -> None:
        """Select all rows of the grid."""
        self._view.editing.commit()
        cells = self._view.sheet.cells
        if grid := cells.grid():
            self._view.where.hold(grid)

    @property
    def selects_several(self) -> bool:
        """Whether more than one cell is selected."""
        return len(self._view.where.selected) > 1

    def clear(self) -> None:
        """Empty the selected cells, of the levels' names only where nothing else is selected."""
        self._view.editing.commit()
        model, selected = self._view.sheet, self._view.where.selected
        cells = emptied_with(selected)
        self._make(fill(model.form, model.project, cleared(model.form, cells), "清除内容"))
        if len(cells) < len(selected):
            self.told.emit("一级、二级指标没有清除；要清除，请只选中它们")

    def tidy(self) -> None:
        """Tidy the texts of the selected cells: blanks, wide digits, breaks within sentences."""
        model = self._view.sheet
        if model.read_only:
            self._view.locked.emit()
            return
        filled = tidied_cells(model.form, model.project, self._view.where.selected)
        self._make(fill(model.form, model.project, filled, "整理文字"))
        done = f"已整理 {len(filled)} 格，按 Ctrl+Z 恢复"
        self.told.emit(done if filled else f"所选的格{NOTHING_TO_TIDY}")

    def take_above(self) -> None:
        """Open the current cell with what stands above it in the grid."""
        cell = self._view.where.cell
        if cell and cell.place:
            text = text_above(self._view.sheet.form, self._project, cell.place)
            if text:
                self._view.open(text)

    def type_today(self) -> None:
        """Open the current cell with today's date."""
        self._view.open(today())

    def fill_down(self) -> None:
        """Repeat the first selected row in those below; a single row takes the one above it."""
        self._view.editing.commit()
        model, block = self._view.sheet, self._view.where.block
        if block:
            self._make(filled_down(model.form, model.project, model.cells, block))

    def fill_rows(self, first: int, last: int) -> None:
        """Repeat the selected block in the sheet rows from one to another, and select them too."""
        self._view.editing.commit()
        model, block = self._view.sheet, self._view.where.block
        if block is None:
            return
        rows = range(first, last + 1)
        self._make(filled_along(model.form, model.project, model.cells, block, rows))
        cells = model.cells
        self._view.where.go(cells.at(min(block.top, first), block.left))
        self._view.where.stretch(cells.at(max(block.bottom, last), block.right))

    def fill_right(self) -> None:
        """Repeat the first selected column in those at its right; one column takes its left."""
        self._view.editing.commit()
        model, block = self._view.sheet, self._view.where.block
        if block:
            self._make(filled_right(model.form, model.project, model.cells, block))

    def fill_selection(self) -> None:
        """Repeat the current cell in all that are selected."""
        model, cell = self._view.sheet, self._view.where.cell
        row = row_of(model.project, cell.place.row_id) if cell and cell.place else None
        if cell and cell.place and row:
            content = content_of(row, cell.place.field)
            filled = spread(model.form, cell, content, self._view.where.selected)
            self._make(fill(model.form, model.project, filled, "填充"))

    # ---

    @property
    def _project(self) -> Project:
        return self._view.sheet.project

    def _add(self, index: int, beside: int, count: int) -> None:
        model = self._view.sheet
        rows: Sequence[Indicator] = [row_beside(model.project, beside) for _ in range(count)]
        if not model.project.indicators:
            rows = [first_row(model.form)]
        self._do(insert(model.project, index, rows))
        self._go_to_row(index)

    def _go_to_row(self, index: int) -> None:
        rows = self._project.indicators
        if 0 <= index < len(rows):
            self._view.where.go_to(Place(rows[index].id, _FIRST_TO_FILL))

    def _suggest(self) -> None:
        """Suggest at once what a new row could hold, where there is anything to suggest."""
        cell, model = self._view.where.cell, self._view.sheet
        if cell and cell.place and model.advice:
            hints = model.advice.hints(model.form, model.project, cell.place, "")
            if hints:
                self._view.open_list()

    def _selected_ids(self) -> list[str]:
        return [self._project.indicators[index].id for index in self.selected_rows()]

    def _make(self, change: Change | None) -> None:
        if change:
            self._do(change)
