"""The sheet and the clipboard: what is copied, and where a pasted block goes."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from perfdesk.io.clipboard.block import Block, Texts
from perfdesk.io.clipboard.reading import Copied
from perfdesk.io.problem import Problem
from perfdesk.models.change import Change
from perfdesk.models.cleaning import untidy
from perfdesk.models.sheet import Cell
from perfdesk.ui.clipboard import files, raw, taken, why_nothing
from perfdesk.ui.dialogs.copied_document import Answer, what_to_do
from perfdesk.ui.dialogs.left_over import may_replace, what_to_keep
from perfdesk.ui.form.copying import copy_selection
from perfdesk.ui.form.edits import fill, typed
from perfdesk.ui.form.keeping import taking_fields, with_kept
from perfdesk.ui.form.paste import paste, tiled
from perfdesk.ui.form.sheet_view import SheetView
from perfdesk.ui.tidying import TIDY_KEY, said_of

_LABEL = "粘贴"
_LONG_TEXTS = ("purpose", "goals")


class Exchange(QObject):
    """Copies the selection and pastes over it; a paste is one step of undo.

    What finds no place is shown before anything changes. `told` says why nothing was pasted,
    and what is to be said about what was; `import_wanted` when it is files or a document.
    """

    told = Signal(str)
    import_wanted = Signal()

    def __init__(
        self,
        view: SheetView,
        make: Callable[[Change | None], None],
        clear_as: Callable[[str], None],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._make = make
        self._clear_as = clear_as

    def copy(self) -> None:
        """Put the selected block on the clipboard."""
        copy_selection(self._view)

    def cut(self) -> None:
        """Put the selected block on the clipboard and empty its cells."""
        self.copy()
        self._clear_as("剪切")

    def paste(self) -> None:
        """Put the clipboard's block where the selection begins.

        A single text goes into all of the selection, and a block that fits several times is
        repeated. Rows with their headings find their columns, a whole form fills the project.
        """
        if self._goes_elsewhere():
            return
        if copied := self._taken():
            pasted = self._paste_form(copied)
            if self._paste_cells(copied) if pasted is None else pasted:
                self._tell(copied.cells)

    def paste_as_text(self) -> None:
        """Put the clipboard's text into the cells as it stands, headings and labels too."""
        if (copied := self._taken(as_text=True)) and self._paste_cells(copied):
            self._tell(copied.cells)

    def _goes_elsewhere(self) -> bool:
        """Hand on what belongs in no form: files, and a document of several forms if so wished."""
        if files():
            self.import_wanted.emit()
            return True
        answer = what_to_do(raw()[1], self._view)
        if answer is Answer.IMPORT:
            self.import_wanted.emit()
        return answer is not Answer.PASTE_HERE

    def _taken(self, *, as_text: bool = False) -> Copied | None:
        """Return what is to be pasted; None, and said why, where there is nothing."""
        if self._view.sheet.read_only:
            self._view.locked.emit()
            return None
        self._view.editing.commit()
        try:
            copied = taken(as_text=as_text)
        except Problem as problem:
            self.told.emit(str(problem))
            return None
        if copied is None:
            self.told.emit(why_nothing())
            return None
        selected = self._view.where.selected
        return replace(copied, cells=_in_one(copied.cells, selected)) if selected else None

    def _paste_cells(self, copied: Copied) -> bool:
        """Paste cell by cell; tell whether anything was pasted."""
        model, selected = self._view.sheet, self._view.where.selected
        table = copied.cells.spread_down()
        if len(table) == len(table[0]) == 1:
            filled = typed(model.form, selected, table[0][0])
            return self._make_keeping(
                fill(model.form, model.project, filled, _LABEL), copied.beside
            )
        table = self._tiled(table)
        pasted = paste(model.form, model.project, model.cells, selected[0], table)
        if not self._make_keeping(pasted.change, (*pasted.left_over, *copied.beside)):
            return False
        self._select(selected[0], len(table), len(table[0]))
        return True

    def _make_keeping(self, change: Change | None, left_over: Sequence[str]) -> bool:
        """Make a change once it is clear what becomes of what it leaves out; tell whether."""
        model = self._view.sheet
        kept = what_to_keep(left_over, taking_fields(model.form), self._view)
        if kept is None:
            return False
        self._make(with_kept(model.project, change, kept, _LABEL))
        return True

    def _select(self, start: Cell, rows: int, columns: int) -> None:
        """Select what was pasted into the grid, as spreadsheets do."""
        cells, where = self._view.sheet.cells, self._view.where
        first = cells.at(start.row, start.column)
        if first is None or start.row <= cells.sheet.heading_row:
            return
        line = [cell for cell in cells.in_row(start.row) if cell.column >= start.column]
        last = line[min(columns, len(line)) - 1]
        bottom = min(start.row + rows, cells.sheet.row_count) - 1
        where.go(first)
        where.stretch(cells.at(bottom, last.column))

    def _tell(self, block: Block) -> None:
        """Say what came damaged or not at all, and what could be tidier."""
        notes = list(block.notes)
        if found := untidy("\n\n".join(text for row in block.texts for text in row if text)):
            notes.append(f"可整理：{said_of(found)}，按 {TIDY_KEY} 整理")
        if notes:
            self.told.emit(f"已粘贴；{'；'.join(notes)}")

    def _tiled(self, table: Texts) -> Texts:
        block, selected = self._view.where.block, self._view.where.selected
        if block is None or len(selected) == 1:  # one merged cell covers several rows
            return table
        columns = {cell.column for cell in selected}
        return tiled(table, block.bottom - block.top + 1, len(columns))

    def _paste_form(self, copied: Copied) -> bool | None:
        """Paste what came with labels or headings; tell whether it was, None where it had none."""
        from perfdesk.io.excel.pasted import pasted_form
        from perfdesk.ui.form.paste_form import form_change, replaced, rows_change

        model = self._view.sheet
        pasted = pasted_form(model.form, copied.page)
        if pasted is None:
            return None
        if not pasted.head:
            rows = model.cells.sheet.heading_row + 1
            first = max(0, (self._view.where.row or 0) - rows)
            change = rows_change(model.form, model.project, pasted, first)
        elif replaced(model.project, pasted) and not may_replace(model.project.name, self._view):
            return False
        else:
            change = form_change(model.form, model.project, pasted)
        return self._make_keeping(change, pasted.left_over)


def _in_one(block: Block, selected: Sequence[Cell]) -> Block:
    """Return a column of lines as one text where a single long text is to take it."""
    single = len(selected) == 1 and selected[0].place
    if single and single.field in _LONG_TEXTS and block.width == 1:
        return Block((("\n".join(text for (text,) in block.texts),),), notes=block.notes)
    return block
