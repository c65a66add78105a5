"""The line below an overview's table that adds it up, its columns under the table's."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from perfdesk.models.review.counts import NOTHING, Counts
from perfdesk.ui.lists.row_painting import room_in, write_line
from perfdesk.ui.look import theme
from perfdesk.ui.overview.cell_delegate import paint_counts
from perfdesk.ui.overview.listing import Column
from perfdesk.ui.overview.project_model import alignment
from perfdesk.ui.overview.project_table import ProjectTable


class SumRow(QWidget):
    """Shows one text for each column of the table above it."""

    def __init__(self, table: ProjectTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._texts: tuple[str, ...] = ()
        self._counts = NOTHING
        self._zoom = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        table.columns_changed.connect(self.update)

    @property
    def texts(self) -> tuple[str, ...]:
        """What the columns say."""
        return self._texts

    def show_texts(self, texts: tuple[str, ...], counts: Counts = NOTHING) -> None:
        """Show one text a column, but the number of findings as in the rows above."""
        self._texts, self._counts = texts, counts
        self.setAccessibleName(" ".join(filter(None, texts)))
        self.update()

    def set_zoom(self, factor: float) -> None:
        """Draw everything `factor` times as large."""
        self._zoom = factor
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, round(theme.ROW_PX * self._zoom))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        heading = self._table.horizontalHeader()
        whole = QRect(0, 0, min(self.width(), heading.width()), self.height())
        painter.fillRect(whole, theme.colour("label"))
        painter.fillRect(QRect(0, self.height() - 1, whole.width(), 1), theme.colour("line"))
        painter.setFont(theme.font(theme.TEXT_PX * self._zoom, bold=True))
        painter.setPen(theme.colour("ink"))
        for column, text in zip(Column, self._texts, strict=False):
            if text and not heading.isSectionHidden(column):
                left = heading.sectionViewportPosition(column)
                room = room_in(QRect(left, 0, heading.sectionSize(column), self.height()))
                if column is Column.REVIEW:
                    paint_counts(painter, room, self._counts, self._zoom)
                else:
                    write_line(painter, room, text, alignment(column))
