"""The sheet and the clipboard: what is copied, and where a pasted block goes."""

from collections.abc import Callable

from perfdesk.io.clipboard.block import Block, Texts
from perfdesk.models.change import Change
from perfdesk.ui.clipboard import put, taken
from perfdesk.ui.dialogs.left_over import may_paste, may_replace
from perfdesk.ui.form.copying import copied_block, copied_texts
from perfdesk.ui.form.edits import fill, typed
from perfdesk.ui.form.paste import paste, tiled
from perfdesk.ui.form.sheet_view import SheetView


class Exchange:
    """Copies the selection and pastes over it; a paste is one step of undo.

    What finds no place is shown before anything changes.
    """

    def __init__(
        self,
        view: SheetView,
        make: Callable[[Change | None], None],
        clear_as: Callable[[str], None],
    ) -> None:
        self._view = view
        self._make = make
        self._clear_as = clear_as

    def copy(self) -> None:
        """Put the selected block on the clipboard."""
        block = self._view.where.block
        if block:
            copied = (self._view.sheet.project, self._view.sheet.cells, block)
            put(copied_texts(*copied), copied_block(*copied))

    def cut(self) -> None:
        """Put the selected block on the clipboard and empty its cells."""
        self.copy()
        self._clear_as("剪切")

    def paste(self) -> None:
        """Put the clipboard's block where the selection begins.

        A single text goes into all of the selection, and a block that fits several times is
        repeated. Rows with their headings find their columns, a whole form fills the project.
        """
        if self._view.sheet.read_only:
            self._view.locked.emit()
            return
        self._view.editing.commit()
        block, selected = taken(), self._view.where.selected
        if block is None or not selected or self._paste_form(block):
            return
        model = self._view.sheet
        table = block.spread_down()
        if len(table) == len(table[0]) == 1:
            filled = typed(model.form, selected, table[0][0])
            self._make(fill(model.form, model.project, filled, "粘贴"))
            return
        table = self._tiled(table)
        pasted = paste(model.form, model.project, model.cells, selected[0], table)
        if may_paste(pasted.left_over, self._view):
            self._make(pasted.change)

    def _tiled(self, table: Texts) -> Texts:
        block = self._view.where.block
        if block is None:
            return table
        columns = {cell.column for cell in self._view.where.selected}
        return tiled(table, block.bottom - block.top + 1, len(columns))

    def _paste_form(self, block: Block) -> bool:
        """Paste what came with labels or headings; tell whether it did."""
        from perfdesk.io.excel.pasted import pasted_form
        from perfdesk.ui.form.paste_form import form_change, replaced, rows_change

        model = self._view.sheet
        pasted = pasted_form(model.form, block)
        if pasted is None:
            return False
        if not pasted.head:
            rows = model.cells.sheet.heading_row + 1
            first = max(0, (self._view.where.row or 0) - rows)
            change = rows_change(model.form, model.project, pasted, first)
        elif replaced(model.project, pasted) and not may_replace(model.project.name, self._view):
            return True
        else:
            change = form_change(model.form, model.project, pasted)
        if may_paste(pasted.left_over, self._view):
            self._make(change)
        return True
