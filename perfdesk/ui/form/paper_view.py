"""A table that lies on a sheet of paper: where its cells are, how it scrolls and grows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QRegion, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView, QWidget

from perfdesk.models.sheet import Cell
from perfdesk.ui.form.layout import (
    BESIDE_PX,
    LEAST_DESK_PX,
    LEAST_ZOOM_BESIDE,
    NARROWEST_PX,
    SheetLayout,
)
from perfdesk.ui.form.metrics import Metrics
from perfdesk.ui.form.sheet_model import SheetModel

if TYPE_CHECKING:
    from perfdesk.ui.form.below_grid import BelowGrid

AnyIndex = QModelIndex | QPersistentModelIndex
_STEP_PX = 24
_AROUND_PX = 12


class PaperView(QTableView):
    """Lays the cells of a `SheetModel` out on paper, merged ones too, and offers below them.

    To screen readers it is a table; rows, columns and margins are of its own making.
    """

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The table's own viewport would be made known to Python only when it is first asked
        # for, and with it every kind of widget that there is: a tenth of the program's start.
        self.setViewport(QWidget())
        self.sheet = model
        self.zoom = 1.0
        self._below: BelowGrid | None = None
        self._shares: Sequence[int] = ()
        self._narrowest = NARROWEST_PX
        self._least_zoom = 0.0
        self.sheet_layout = self._new_layout()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setModel(model)
        # A table has headings, and a button where they meet; this one prints its own.
        headings = (self.horizontalHeader(), self.verticalHeader())
        for part in (*headings, *self.findChildren(QAbstractButton)):
            part.hide()
        self.viewport().setMouseTracking(True)
        corner = QWidget()
        corner.setObjectName("desk")
        self.setCornerWidget(corner)

    # --- laying out

    @property
    def metrics(self) -> Metrics:
        """Measures and fonts at the present zoom."""
        return self.sheet_layout.metrics

    @property
    def shares(self) -> list[int]:
        """The relative widths of the columns: those set, where they fit, or the form's own."""
        own = self.sheet.cells.sheet.widths
        return list(self._shares if len(self._shares) == len(own) else own)

    def set_shares(self, shares: Sequence[int]) -> None:
        """Show the columns in these relative widths; none for the form's own."""
        self._shares = list(shares) if min(shares, default=0) > 0 else ()
        self.lay_out()

    def stand_beside(self, *, beside: bool) -> None:
        """Share the room with another sheet: rather be small than have to be scrolled sideways."""
        self._narrowest = BESIDE_PX if beside else NARROWEST_PX
        self._least_zoom = LEAST_ZOOM_BESIDE if beside else 0.0
        self.lay_out()

    def set_zoom(self, factor: float) -> None:
        """Show everything `factor` times as large; what is in the middle stays there."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        middle = (bar.value() + room / 2) / self.sheet_layout.height
        self.zoom = factor
        self.lay_out()
        if bar.value():
            bar.setValue(round(middle * self.sheet_layout.height - room / 2))

    def set_below(self, below: "BelowGrid") -> None:
        """Show offers below the grid."""
        self._below = below
        below.entered.connect(self._reveal_below)
        self.make_room_below()
        below.show()

    def make_room_below(self) -> None:
        """Keep as much of the paper free below the grid as the offers need."""
        layout = self.sheet_layout
        if self._below and layout.reserve_below(self._below.height_for(layout.below().width())):
            self.relaid()

    def lay_out(self) -> None:
        """Lay everything out from scratch."""
        self._lay_out()

    def _lay_out(self) -> None:
        self.sheet_layout = self._new_layout()
        self.make_room_below()
        self.relaid()

    def relaid(self) -> None:
        """Show that things have moved on the paper."""
        self.updateGeometries()
        self.viewport().update()

    def put_children(self) -> None:
        """Lay what stands on the paper, besides cells, where it belongs."""
        if self._below:
            self._below.setGeometry(self.sheet_layout.below().translated(-self.offset()))

    def _new_layout(self) -> SheetLayout:
        metrics = Metrics(self._fitting_zoom(), self.logicalDpiX())
        layout = SheetLayout(metrics, self.sheet.cells, self.sheet.shown, self.shares)
        layout.narrowest = self._narrowest
        layout.fit(self.viewport().width(), measured=self.isVisible())
        return layout

    def _fitting_zoom(self) -> float:
        """Return the zoom wished for; beside another sheet a smaller one that the paper fits at."""
        if not self._least_zoom:
            return self.zoom
        needed = (self._narrowest + 2 * LEAST_DESK_PX + 1) * self.logicalDpiX() / 96
        fitting = max(self._least_zoom, self.viewport().width() / needed)
        return min(self.zoom, fitting)

    # --- scrolling

    def offset(self) -> QPoint:
        """Return the point of the desk that is in the corner of the viewport."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def in_sight(self) -> QRect:
        """Return the part of the desk that is seen."""
        return QRect(self.offset(), self.viewport().size())

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

    def reveal(self, cell: Cell, row: int | None = None) -> None:
        """Scroll so that a cell is seen with a little around it, as far as there is room.

        Of a merged one it is enough to see what lies in a `row`.
        """
        rect = self.sheet_layout.rect(cell)
        if row is not None and cell.rows > 1:
            y = self.sheet_layout.y
            rect.setTop(y[row])
            rect.setBottom(y[row + 1] - 1)
        self.reveal_rect(rect)

    def reveal_rect(self, rect: QRect) -> None:
        """Scroll so that a place on the desk is seen with a little around it."""
        around = self.metrics.px(_AROUND_PX)
        rect = rect.adjusted(-around, -around, around, around)
        room: QSize = self.viewport().size()
        for bar, low, high, shown in (
            (self.verticalScrollBar(), rect.top(), rect.bottom(), room.height()),
            (self.horizontalScrollBar(), rect.left(), rect.right(), room.width()),
        ):
            if high - low > shown:
                if high < bar.value() + around or low > bar.value() + shown - around:
                    bar.setValue(low)
            elif low < bar.value():
                bar.setValue(low)
            elif high > bar.value() + shown:
                bar.setValue(high - shown)

    def _reveal_below(self, rect: QRect) -> None:
        self.reveal_rect(rect.translated(self.sheet_layout.below().topLeft()))

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
        self.put_children()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the window zooms
        else:
            super().wheelEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        for cell in self.sheet_layout.cells.editable:
            if cell.rows > 1:  # its name stays in sight
                self.update_cell(cell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            if self._fitting_zoom() != self.metrics.zoom:
                self._lay_out()  # one stays where one is, in an open editor too
            else:
                self.sheet_layout.fit(self.viewport().width(), measured=self.isVisible())
                self.make_room_below()
        self.updateGeometries()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.sheet_layout.measured:
            self.lay_out()

    # --- what a table asks of its view

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
