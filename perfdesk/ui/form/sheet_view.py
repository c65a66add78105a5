"""The desk with the sheet of paper on it: lays it out, scrolls it, draws it, opens its cells."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView, QWidget

from perfdesk.models.change import Change
from perfdesk.models.sheet import Cell
from perfdesk.ui.form.below_grid import BelowGrid
from perfdesk.ui.form.cursor import Cursor, Way
from perfdesk.ui.form.editing import Editing
from perfdesk.ui.form.growing_text import Leave
from perfdesk.ui.form.keys import Keys
from perfdesk.ui.form.layout import SheetLayout
from perfdesk.ui.form.metrics import Metrics
from perfdesk.ui.form.painting import BARE, Marked, SheetPainter
from perfdesk.ui.form.pointer import Pointer
from perfdesk.ui.form.sheet_model import SheetModel

AnyIndex = QModelIndex | QPersistentModelIndex
_STEP_PX = 24
_AROUND_PX = 12
_AFTER = {Leave.DOWN: Way.DOWN, Leave.UP: Way.UP, Leave.PREVIOUS: Way.PREVIOUS}


class SheetView(QTableView):
    """Shows a `SheetModel` as one page of paper and lets its cells be filled in.

    It is a table to screen readers but has rows and columns, merged cells and margins of its
    own. `moved` comes when another cell or block is selected, `row_wanted` when one goes on
    behind the last cell.
    """

    moved = Signal()
    row_wanted = Signal()

    def __init__(
        self, model: SheetModel, do: Callable[[Change], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.sheet = model
        self.do = do
        self.zoom = 1.0
        self.action_for_key: Callable[[QKeyEvent], QAction | None] = lambda _: None
        self._below: BelowGrid | None = None
        self._shares: Sequence[int] = ()
        self._marked = Marked()
        self.sheet_layout = SheetLayout(self._metrics(), model.cells, model.shown, ())
        self.where = Cursor(model.cells, self)
        self.editing = Editing(self, model, do)
        self.keys = Keys(self)
        self.pointer = Pointer(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName("项目绩效目标表")
        for part in (self.horizontalHeader(), self.verticalHeader(), *self._corner()):
            part.hide()
        self.viewport().setMouseTracking(True)
        self.setModel(model)
        self.lay_out()
        for signal in (model.dataChanged, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._follow)
        model.modelReset.connect(self.lay_out)
        self.where.moved.connect(self._show_where)
        self.editing.opened.connect(self._grow)
        self.editing.grown.connect(self._grow)
        self.editing.closed.connect(self._after_editing)

    # --- laying out

    @property
    def metrics(self) -> Metrics:
        """Measures and fonts at the present zoom."""
        return self.sheet_layout.metrics

    @property
    def shares(self) -> list[int]:
        """The relative widths of the columns, as they are shown."""
        return list(self._shares or self.sheet.cells.sheet.widths)

    def set_shares(self, shares: Sequence[int]) -> None:
        """Show the columns in these relative widths; none for the form's own."""
        fitting = len(shares) == len(self.sheet.cells.sheet.widths)
        self._shares = list(shares) if fitting and min(shares, default=0) > 0 else ()
        self.lay_out()

    def set_zoom(self, factor: float) -> None:
        """Show everything `factor` times as large."""
        self.zoom = factor
        self.lay_out()

    def set_below(self, below: BelowGrid) -> None:
        """Show offers below the grid."""
        self._below = below
        self.make_room_below()

    def make_room_below(self) -> None:
        """Keep as much of the paper free below the grid as the offers need."""
        if self._below:
            layout = self.sheet_layout
            layout.reserve_below(self._below.height_for(layout.below().width()))
            self.updateGeometries()
            self.viewport().update()

    def lay_out(self) -> None:
        """Lay everything out from scratch."""
        self.editing.commit()
        model = self.sheet
        self.sheet_layout = SheetLayout(self._metrics(), model.cells, model.shown, self.shares)
        self.sheet_layout.fit(self.viewport().width())
        self.where.renew(model.cells)
        self.make_room_below()
        self.updateGeometries()
        self.viewport().update()

    def _corner(self) -> list[QAbstractButton]:
        """Return the button that a table puts between its headings."""
        return self.findChildren(QAbstractButton)

    def _metrics(self) -> Metrics:
        return Metrics(self.zoom, self.logicalDpiX())

    def _follow(self) -> None:
        """Show an edit: only what it touched is measured again."""
        y_before = self.sheet_layout.y
        cells_before = set(self.sheet_layout.cells.sheet.cells)
        cells = self.sheet.cells
        self.sheet_layout.show(cells)
        self.where.renew(cells)
        self.editing.follow()
        self._grow()
        if self.sheet_layout.y == y_before:
            for cell in set(cells.sheet.cells) - cells_before:
                self.update_cell(cell)
        else:
            self.updateGeometries()
            self.viewport().update()

    # --- scrolling

    def offset(self) -> QPoint:
        """Return the point of the desk that is in the corner of the viewport."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def rect_of(self, cell: Cell) -> QRect:
        """Return where a cell is in the viewport."""
        return self.sheet_layout.rect(cell).translated(-self.offset())

    def cell_at(self, point: QPoint) -> Cell | None:
        """Return the cell at a point of the viewport."""
        at = point + self.offset()
        return self.sheet_layout.cell_at(at.x(), at.y())

    def update_cell(self, cell: Cell | None) -> None:
        """Have a cell drawn anew."""
        if cell:
            self.viewport().update(self.rect_of(cell).adjusted(-3, -3, 3, 3))

    def reveal(self, cell: Cell) -> None:
        """Scroll so that a cell is seen with a little around it."""
        around = self.metrics.px(_AROUND_PX)
        rect = self.sheet_layout.rect(cell).adjusted(-around, -around, around, around)
        for bar, low, high, room in (
            (self.verticalScrollBar(), rect.top(), rect.bottom(), self.viewport().height()),
            (self.horizontalScrollBar(), rect.left(), rect.right(), self.viewport().width()),
        ):
            if low < bar.value() or high - low > room:
                bar.setValue(low)
            elif high > bar.value() + room:
                bar.setValue(high - room)

    def updateGeometries(self) -> None:
        layout = self.sheet_layout
        room = self.viewport().size()
        for bar, size, shown in (
            (self.verticalScrollBar(), layout.height, room.height()),
            (self.horizontalScrollBar(), layout.desk_width, room.width()),
        ):
            bar.setSingleStep(self.metrics.px(_STEP_PX))
            bar.setPageStep(shown)
            bar.setRange(0, max(0, size - shown))
        self._put_children()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        for cell in self.sheet_layout.cells.editable:
            if cell.rows > 1:  # its name stays in sight
                self.update_cell(cell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.sheet_layout.fit(self.viewport().width())
            self._grow()
        self.updateGeometries()

    def _put_children(self) -> None:
        """Lay the open editor and what stands below the grid where they belong."""
        if self._below:
            self._below.setGeometry(self.sheet_layout.below().translated(-self.offset()))
        editor, cell = self.editing.editor, self.editing.cell
        if editor and cell:
            rect = self.rect_of(cell).adjusted(0, 0, 1, 1)
            wider = max(0, editor.least_width() - rect.width())
            editor.setGeometry(rect.adjusted(-(wider // 2), 0, wider - wider // 2, 0))

    def _grow(self) -> None:
        """Make the row as high as the open editor needs."""
        editor, cell = self.editing.editor, self.editing.cell
        if editor is None or cell is None:
            return
        width = max(self.sheet_layout.rect(cell).width() + 1, editor.least_width())
        if self.sheet_layout.grow(cell, editor.height_for(width)):
            self.updateGeometries()
            self.viewport().update()
        self._put_children()
        self.show_marks()

    def _after_editing(self, leave: Leave) -> None:
        if self.sheet_layout.grow(None):
            self.updateGeometries()
            self.viewport().update()
        self.show_marks()
        if leave in _AFTER:
            self.where.move(_AFTER[leave])
        elif leave is Leave.NEXT:
            self.go_on()

    def go_on(self) -> None:
        """Go to the next cell in reading order, or ask for a row behind the last."""
        if not self.where.move(Way.NEXT):
            self.row_wanted.emit()

    def start(self) -> None:
        """Show the page from its top, at its first cell below the title."""
        self.verticalScrollBar().setValue(0)
        cells = self.sheet.cells
        self.where.go(next((each for each in cells.editable if each.role not in BARE), None))
        self.verticalScrollBar().setValue(0)

    def open(self, typed: str | None = None) -> None:
        """Open the editor of the current cell, with a text typed over its content or with it."""
        if cell := self.where.cell:
            self.reveal(cell)
            self.editing.open(cell, self.metrics, typed)

    def turn_page(self, step: int, *, extend: bool = False) -> None:
        """Go about one screen down (1) or up (-1)."""
        if not self.where.reach:
            return
        start = self.sheet_layout.rect(self.where.reach).top()
        way = Way.DOWN if step > 0 else Way.UP
        while self.where.move(way, extend=extend):
            moved = abs(self.sheet_layout.rect(self.where.reach).top() - start)
            if moved > self.viewport().height() * 3 // 4:
                break

    # --- showing

    def _show_where(self) -> None:
        cell, block = self.where.cell, self.where.block
        selection = self.selectionModel()
        if cell and block:
            index = self.model().index
            selection.setCurrentIndex(
                index(cell.row, cell.column), QItemSelectionModel.SelectionFlag.NoUpdate
            )
            corners = index(block.top, block.left), index(block.bottom, block.right)
            selection.select(
                QItemSelection(*corners), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self.show_marks()
        reach = self.where.reach
        if reach:
            self.reveal(reach)
        self.moved.emit()

    def show_marks(self) -> None:
        """Have drawn anew what is now, or is no longer, picked out."""
        before = self._marked
        self._marked = Marked(
            frozenset(self.where.selected), self.where.cell, self.editing.cell, self.pointer.over
        )
        changed = before.selected ^ self._marked.selected
        singles = {before.current, before.edited, before.hovered}
        singles ^= {self._marked.current, self._marked.edited, self._marked.hovered}
        if len(before.selected) != len(self._marked.selected):
            changed |= {cell for cell in (before.current, self._marked.current) if cell}
        for cell in {*changed, *singles}:
            if cell and self.sheet.cells.at(cell.row, cell.column) == cell:
                self.update_cell(cell)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = self.offset()
        painter.translate(-offset)
        area = event.rect().translated(offset)
        view = QRect(offset, self.viewport().size())
        sheet = SheetPainter(self.sheet_layout, view)
        sheet.paint(painter, area, self._marked, focused=self._active())

    # --- events

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return super().event(event)
        # The sheet's own keys come before the window's: Ctrl++ is a row here, not the zoom.
        if event.type() == QEvent.Type.ShortcutOverride and self.action_for_key(event):
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
            return  # an input method composes the first word; what it leaves over is not for us
        action = None if self.keys.is_own(event) else self.action_for_key(event)
        if action:
            action.trigger()
        else:
            event.setAccepted(self.keys.press(event))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if cell := self.where.cell:
            self.editing.compose(cell, self.metrics, event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        if self.editing.editor:
            return self.editing.editor.ask(query)
        if query == Qt.InputMethodQuery.ImCursorRectangle and self.where.cell:
            return self.rect_of(self.where.cell)
        return super().inputMethodQuery(query)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.pointer.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointer.double_click(event)

    def leaveEvent(self, _event: QEvent) -> None:
        self.pointer.hover(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update_cell(self.where.cell)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update_cell(self.where.cell)

    # --- what the table asks of a view

    def visualRect(self, index: AnyIndex) -> QRect:
        cell = self.sheet.cells.at(index.row(), index.column())
        return self.rect_of(cell) if cell else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        cell = self.cell_at(point)
        return self.model().index(cell.row, cell.column) if cell else QModelIndex()

    def scrollTo(
        self,
        index: AnyIndex,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if cell := self.sheet.cells.at(index.row(), index.column()):
            self.reveal(cell)

    def horizontalOffset(self) -> int:
        return self.offset().x()

    def verticalOffset(self) -> int:
        return self.offset().y()

    def isIndexHidden(self, _index: AnyIndex) -> bool:
        return False

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        return QRegion()

    def _active(self) -> bool:
        return self.hasFocus() or self.editing.editor is not None
