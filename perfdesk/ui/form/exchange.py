"""The sheet and the clipboard: what is copied, and where a pasted block goes."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from perfdesk.io.clipboard.block import Block, Texts
from perfdesk.io.clipboard.reading import Copied
from perfdesk.io.clipboard.stray import Stray
from perfdesk.io.problem import Problem
from perfdesk.models.change import Change, Together
from perfdesk.models.cleaning import untidy
from perfdesk.models.document import Document
from perfdesk.models.sheet import Cell, Place
from perfdesk.ui.clipboard import files, raw, taken, why_nothing
from perfdesk.ui.dialogs.copied_document import Answer, what_to_do
from perfdesk.ui.dialogs.left_over import may_replace, what_to_keep
from perfdesk.ui.form.cells import places_of
from perfdesk.ui.form.copying import copy_selection
from perfdesk.ui.form.cutting import Cutting
from perfdesk.ui.form.edits import fill, typed
from perfdesk.ui.form.keeping import taking_fields, with_kept
from perfdesk.ui.form.paste import headless, paste, tiled
from perfdesk.ui.form.paste_rows import Coming, with_headings
from perfdesk.ui.form.row_pasting import RowPasting
from perfdesk.ui.form.sheet_view import SheetView
from perfdesk.ui.tidying import TIDY_KEY, said_of

_LABEL = "粘贴"
_MOVING = "移动"
_LONG_TEXTS = ("purpose", "goals")


class Exchange(QObject):
    """Copies the selection and pastes over it; a paste is one step of undo.

    What finds no place is shown before anything changes, and so is what pasted rows would go
    over. What was cut stays where it is until it is pasted. `told` says why nothing was pasted,
    and what is to be said about what was; `import_wanted` when it is files or a document.
    """

    told = Signal(str)
    import_wanted = Signal()

    def __init__(
        self,
        view: SheetView,
        document: Callable[[], Document],
        make: Callable[[Change | None], None],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._document = document
        self._make = make
        self._cutting = Cutting(view)
        self._cutting.told.connect(self.told)
        self._rows = RowPasting(view, self._make_keeping)
        self._notes: list[str] = []

    def copy(self) -> None:
        """Put the selected block on the clipboard."""
        copy_selection(self._view)

    def cut(self) -> None:
        """Put the selected block on the clipboard, to be moved to where it is pasted."""
        if self._view.sheet.read_only:
            self._view.locked.emit()
        elif self._cutting.cut():
            self.told.emit("已剪切，粘贴后移到新的位置；按 Esc 取消")

    def paste(self) -> None:
        """Put the clipboard's block where the selection begins.

        A single text goes into all of the selection, and a block that fits several times is
        repeated. Rows with their headings find their columns, those that say their levels find
        their place, a whole form fills the project.
        """
        if self._goes_elsewhere():
            return
        if copied := self._taken():
            pasted = self._paste_form(copied)
            if pasted is None:
                copied = self._without_heading(copied)
                pasted = self._paste_cells(copied, by_level=True)
            if pasted:
                self._tell(copied.cells)

    def paste_as_text(self) -> None:
        """Put the clipboard's text into the cells as it stands, headings and labels too."""
        if (copied := self._taken(as_text=True)) and self._paste_cells(copied, by_level=False):
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
        self._notes.clear()
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

    def _without_heading(self, copied: Copied) -> Copied:
        """Return a single column without the heading that was copied on top of it."""
        place = self._view.where.selected[0].place
        block = headless(self._view.sheet.form, copied.cells, place) if place else None
        if block is None:
            return copied
        heading = " ".join(copied.cells.texts[0][0].split())
        self._notes.append(f"第一行“{heading}”是列标题，没有粘贴")
        return replace(copied, cells=block)

    def _paste_cells(self, copied: Copied, *, by_level: bool) -> bool:
        """Paste cell by cell; tell whether anything was pasted."""
        model, selected = self._view.sheet, self._view.where.selected
        table = copied.cells.spread_down()
        beside = tuple(map(Stray, copied.beside))
        if len(table) == len(table[0]) == 1:
            filled = typed(model.form, selected, table[0][0])
            places = {place for cell, _ in filled for place in places_of(cell)}
            change = fill(model.form, model.project, filled, _LABEL)
            return self._make_keeping(change, beside, places)
        if by_level and (coming := self._rows.levelled(table)):
            return self._paste_rows(replace(coming, left_over=(*coming.left_over, *beside)))
        table = self._tiled(table)
        pasted = paste(model.form, model.project, model.cells, selected[0], table)
        left_over = (*pasted.left_over, *beside)
        if not self._make_keeping(pasted.change, left_over, pasted.places):
            return False
        self._select(selected[0], len(table), len(table[0]))
        return True

    def _paste_rows(self, coming: Coming) -> bool:
        said = self._rows.paste(coming)
        if said:
            self._notes.insert(0, said)
        return said is not None

    def _make_keeping(
        self, change: Change | None, left_over: Sequence[Stray], places: Collection[Place]
    ) -> bool:
        """Make a change once it is clear what becomes of what it leaves out; tell whether.

        Cells that were cut are emptied with it, unless something of them found no place.
        """
        model = self._view.sheet
        kept = what_to_keep(left_over, taking_fields(model.form), self._view)
        if kept is None:
            return False
        change = with_kept(model.project, change, kept, _LABEL)
        emptying = self._cutting.emptying(model.form, self._document(), places)
        if emptying and left_over:
            self._notes.append("剪切的内容没有全部粘贴，原处没有清除")
        elif emptying:
            change = Together(_MOVING, (change, emptying) if change else (emptying,))
            self._notes.append("原处已清除")
        self._cutting.give_up()
        self._make(change)
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
        notes = [*self._notes, *block.notes]
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
        from perfdesk.ui.form.paste_form import form_change, replaced

        model = self._view.sheet
        pasted = pasted_form(model.form, copied.page)
        if pasted is None:
            return None
        if not pasted.head:
            return self._paste_rows(with_headings(model.form, pasted))
        if replaced(model.project, pasted) and not may_replace(model.project.name, self._view):
            return False
        change = form_change(model.form, model.project, pasted)
        return self._make_keeping(change, pasted.left_over, ())


def _in_one(block: Block, selected: Sequence[Cell]) -> Block:
    """Return a column of lines as one text where a single long text is to take it."""
    single = len(selected) == 1 and selected[0].place
    if single and single.field in _LONG_TEXTS and block.width == 1:
        return Block((("\n".join(text for (text,) in block.texts),),), notes=block.notes)
    return block
