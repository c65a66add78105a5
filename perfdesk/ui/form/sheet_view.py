"""The sheet one fills in: shows where one is, opens cells, and hears keys and mouse."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from perfdesk.models.sheet import Place, Role
from perfdesk.ui.form.column_drag import ColumnDrag
from perfdesk.ui.form.cursor import Cursor, Way
from perfdesk.ui.form.editing import Editing
from perfdesk.ui.form.fill_drag import FillDrag
from perfdesk.ui.form.keys import Keys
from perfdesk.ui.form.leave import Leave, moves_on
from perfdesk.ui.form.painting import BARE, Marked, SheetPainter
from perfdesk.ui.form.paper_view import PaperView
from perfdesk.ui.form.pointer import Pointer
from perfdesk.ui.form.row_drag import RowDrag
from perfdesk.ui.form.sheet_model import SheetModel

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QContextMenuEvent

    from perfdesk.models.change import Change

_AFTER = {
    Leave.DOWN: Way.DOWN,
    Leave.UP: Way.UP,
    Leave.PREVIOUS: Way.PREVIOUS,
    Leave.NEXT: Way.NEXT,
}
_SIDEWAYS = {Way.DOWN: Way.NEXT, Way.UP: Way.PREVIOUS}


class SheetView(PaperView):
    """Shows a `SheetModel` as one page of paper and lets its cells be filled in.

    `moved` comes when another cell or block is selected, `row_wanted` when one goes on behind
    the last cell, `rows_dropped` when the selected rows are dragged before the row at an index
    of the grid, `fill_wanted` when the selection is to be repeated in the sheet rows from one to
    another, `locked` when one wants to write on a sheet that is only to be read,
    `menu_wanted(point)` when a menu is to open at a point of the screen.
    """

    moved = Signal()
    row_wanted = Signal()
    rows_dropped = Signal(int)
    fill_wanted = Signal(int, int)
    locked = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(
        self, model: SheetModel, do: "Callable[[Change], None]", parent: QWidget | None = None
    ) -> None:
        super().__init__(model, parent)
        self.enter_goes_right = False
        self.action_for_key: Callable[[QKeyEvent], QAction | None] = lambda _: None
        self.action_in_editor: Callable[[QKeyEvent], QAction | None] = lambda _: None
        """Gives the action of a key that an open editor left alone: what is typed comes first."""
        self.where = Cursor(model.cells, self)
        self.editing = Editing(self, model, do, lambda: self.where.selected)
        self.row_drag = RowDrag(self)
        self.fill_drag = FillDrag(self)
        self.pointer = Pointer(self, self.row_drag, ColumnDrag(self), self.fill_drag)
        self.marked = Marked()
        self._earlier = model.earlier
        self._keys = Keys(self)
        self.setAccessibleName("项目绩效目标表")
        for signal in (model.dataChanged, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._follow)
        model.modelReset.connect(self.lay_out)
        self.where.moved.connect(self._go)
        self.editing.opened.connect(self._grow)
        self.editing.grown.connect(self._grow)
        self.editing.closed.connect(self._after_editing)

    def start(self) -> None:
        """Show the page from its top and its left, at its first cell below the title."""
        cells = self.sheet.cells
        self.where.go(next((each for each in cells.editable if each.role not in BARE), None))
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)

    def open(self, typed: str | None = None) -> None:
        """Open the editor of the current cell, with a text typed over its content or with it."""
        if self.sheet.read_only:
            self.locked.emit()
        elif cell := self.where.cell:
            self.reveal(cell, self.where.row)
            self.editing.open(cell, self.metrics, typed)

    def open_list(self) -> None:
        """Open the editor of the current cell with what could be chosen instead of typed."""
        self.open()
        if self.sheet.read_only:
            return
        editor = self.editing.editor
        if editor and not editor.open_list():
            self.editing.leave(Leave.GIVE_UP)
            self.editing.told.emit("这一格没有可供选择的内容，请直接输入")

    def step(self, way: Way) -> None:
        """Go on as Enter and Tab do, and ask for a row behind the last cell."""
        if self.enter_goes_right:
            way = _SIDEWAYS.get(way, way)
        if not self.where.step(way) and way is Way.NEXT:
            self.row_wanted.emit()

    def leave_sheet(self, *, forward: bool) -> None:
        """Go to what can be reached by keyboard behind the sheet, or before it."""
        self.focusNextPrevChild(forward)

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        now = QApplication.focusWidget()
        if now and self.viewport().isAncestorOf(now):  # an offer below the grid
            corner = now.mapTo(self.viewport(), QPoint()) + self.offset()
            self.reveal_rect(QRect(corner, now.size()))
        return moved

    def turn_page(self, step: int, *, extend: bool = False) -> None:
        """Go about one screen down (1) or up (-1)."""
        start = self.where.reach
        bar = self.verticalScrollBar()
        before, room = bar.value(), self.viewport().height() * 3 // 4
        way = Way.DOWN if step > 0 else Way.UP
        moved = 0
        while start and abs(moved) < room and self.where.move(way, extend=extend):
            top = self.sheet_layout.rect(self.where.reach or start).top()
            moved = top - self.sheet_layout.rect(start).top()
        bar.setValue(before + moved)

    # --- laying out

    def lay_out(self) -> None:
        self.editing.commit()
        super().lay_out()
        self.where.renew(self.sheet.cells)
        self._show_where()

    def resizeEvent(self, event: QResizeEvent) -> None:
        seen = self._sees_current(event.oldSize())
        super().resizeEvent(event)
        self._grow()
        if seen:
            self._reveal_current()

    def set_zoom(self, factor: float) -> None:
        seen = self._sees_current(self.viewport().size())
        super().set_zoom(factor)
        if seen:
            self._reveal_current()

    def _sees_current(self, size: QSize) -> bool:
        """Whether the current cell is in sight in a viewport of a size."""
        cell = self.where.cell
        return cell is not None and QRect(QPoint(), size).intersects(self.rect_of(cell))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reveal_reach()

    def put_children(self) -> None:
        super().put_children()
        editor, cell = self.editing.editor, self.editing.cell
        if editor is None or cell is None:
            return
        rect = self.sheet_layout.seen(cell, self.in_sight()).translated(-self.offset())
        rect.adjust(0, 0, 1, 1)
        wider = max(0, editor.least_width() - rect.width())
        editor.setGeometry(rect.adjusted(-(wider // 2), 0, wider - wider // 2, 0))

    def _follow(self) -> None:
        """Show an edit: only what it touched is measured and drawn again."""
        y_before = self.sheet_layout.y
        before, cells = self.sheet_layout.cells, self.sheet.cells
        self.sheet_layout.show(cells)
        self.where.renew(cells)
        self.editing.follow()
        self._grow()
        self._show_where()
        earlier, self._earlier = self._earlier, self.sheet.earlier
        if self.sheet_layout.y == y_before and earlier == self._earlier:
            for cell in cells.unlike(before):
                self.update_cell(cell)
        else:
            self.relaid()

    def _grow(self) -> None:
        """Make the row as high as the open editor needs."""
        editor, cell = self.editing.editor, self.editing.cell
        if editor is None or cell is None:
            return
        width = max(self.sheet_layout.rect(cell).width() + 1, editor.least_width())
        if self.sheet_layout.grow(cell, editor.height_for(width)):
            self.relaid()
            self.reveal(cell)
        self.put_children()
        self.show_marks()

    def _after_editing(self, leave: Leave) -> None:
        if self.sheet_layout.grow(None):
            self.relaid()
        self.show_marks()
        if leave in _AFTER:
            self.step(_AFTER[leave])
        elif leave is Leave.TAKEN and (cell := self.where.cell) and cell.place:
            # The number is what one has to look at; Enter goes on to the next name from there.
            self.where.go_along(Place(cell.place.row_id, "value"))

    # --- showing

    def _go(self) -> None:
        """Show where one has gone to."""
        self._show_where()
        self._reveal_reach()

    def _reveal_current(self) -> None:
        if self.where.cell:
            self.reveal(self.where.cell, self.where.row)

    def _reveal_reach(self) -> None:
        if self.where.reach:
            self.reveal(self.where.reach, self.where.reach_row)

    def _show_where(self) -> None:
        cell, block = self.where.cell, self.where.block
        selection = self.selectionModel()
        if cell and block:
            index = self.model().index
            flags = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(index(cell.row, cell.column), flags.NoUpdate)
            corners = index(block.top, block.left), index(block.bottom, block.right)
            selection.select(QItemSelection(*corners), flags.ClearAndSelect)
        self.show_marks()
        self.moved.emit()

    def show_marks(self) -> None:
        """Have drawn anew what is now, or is no longer, picked out."""
        before = self.marked
        where, pointer = self.where, self.pointer
        self.marked = Marked(
            frozenset(where.selected),
            where.cell,
            self.editing.cell,
            pointer.over,
            self.row_drag.handles(),
            self.row_drag.target,
            self.sheet.remarks.marks if self.sheet.remarks else {},
            self.sheet.carried,
            self.fill_drag.block,
            self.fill_drag.reach,
            self.sheet.read_only,
            self.sheet.remarks.framed if self.sheet.remarks else frozenset(),
        )
        for cell in self.marked.differing(before):
            standing = self.sheet.cells.at(cell.row, cell.column)
            if standing == cell or (standing and standing.role is cell.role is Role.HEADING):
                self.update_cell(cell)
        self.row_drag.update(before, self.marked)
        self.fill_drag.update(before, self.marked)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.translate(-self.offset())
        area: QRect = event.rect().translated(self.offset())
        focused = self.hasFocus() or self.editing.editor is not None
        sheet = SheetPainter(self.sheet_layout, self.in_sight())
        sheet.paint(painter, area, self.marked, focused=focused)

    # --- events

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return super().event(event)
        # The sheet's own keys come before the window's: Ctrl++ is a row here, not the zoom.
        # While the first word is composed here, keys are the input method's; those of an open
        # editor come here too, on their way to the window.
        composing = self.hasFocus() and self.editing.editor is not None
        if event.type() == QEvent.Type.ShortcutOverride and (
            composing or self.action_for_key(event)
        ):
            event.accept()
            return True
        # Tab is a way to the next cell; the system would take it for a way out of the sheet.
        if event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and plain:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.editing.editor:
            self._leave_editor(event)
            return
        action = None if self._keys.opens_list(event) else self.action_for_key(event)
        if action:
            action.trigger()
        else:
            event.setAccepted(self._keys.press(event))

    def _leave_editor(self, event: QKeyEvent) -> None:
        """Do what a key that an open editor left alone asks of the sheet, if anything."""
        editor = self.editing.editor
        if self.hasFocus() or editor is None:
            return  # an input method composes the first word; what it leaves over is not for us
        if editor.entering and moves_on(event):
            self.editing.commit()
            self._keys.press(event)
        elif action := self.action_in_editor(event):
            self.editing.commit()
            action.trigger()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.sheet.read_only:
            self.locked.emit()
            event.ignore()
        elif cell := self.where.cell:
            self.editing.compose(cell, self.metrics, event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        if self.editing.editor:
            return self.editing.editor.ask(query)
        if query == Qt.InputMethodQuery.ImCursorRectangle and self.where.cell:
            return self.rect_of(self.where.cell)
        return super().inputMethodQuery(query)

    def contextMenuEvent(self, event: "QContextMenuEvent") -> None:
        by_key = event.reason() == event.Reason.Keyboard
        cell = self.where.cell
        point = self.rect_of(cell).center() if by_key and cell else event.pos()
        self.menu_wanted.emit(self.viewport().mapToGlobal(point))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.pointer.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointer.double_click(event)

    def leaveEvent(self, _event: QEvent) -> None:
        self.pointer.leave()

    # A table draws all of itself anew whenever it gains or loses the focus, and an editor that
    # opens or closes does that to it; here only the current cell looks different.

    def focusInEvent(self, _event: QFocusEvent) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.update_cell(self.where.cell)
        self.show_marks()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        self.update_cell(self.where.cell)
        self.show_marks()
