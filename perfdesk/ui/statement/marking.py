"""Marks on the statement's paper: what checks found, what came from last year, where one is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from perfdesk.ui.look import theme
from perfdesk.ui.look.carried import paint_carried_corner

if TYPE_CHECKING:
    from perfdesk.ui.remarks import Remarks

_BESIDE_TEXT_PX = 14


def describe(widget: QWidget, remarks: "Remarks", origin: str = "", *, keys: bool = True) -> None:
    """Let the tip of a widget, and its description for screen readers, say what checks say.

    `origin` says where the text came from; with `keys` the tip says what can be pressed in it.
    """
    if not remarks:
        widget.setToolTip(origin)
        widget.setAccessibleDescription(origin)
        return
    from perfdesk.ui.remarks import spoken, tip

    widget.setToolTip(tip(remarks, keys=keys) + origin)
    widget.setAccessibleDescription("\n".join(filter(None, (spoken(remarks), origin))))


def paint_ground(widget: QWidget, underline: str = "") -> None:
    """Lay a soft ground under a widget, and a line at its foot in a colour of that name."""
    painter = QPainter(widget)
    theme.fill(painter, widget.rect(), "label")
    if underline:
        line = widget.rect()
        line.setTop(line.bottom() - 1)
        theme.fill(painter, line, underline)


def paint_carried(widget: QWidget, zoom: float) -> None:
    """Mark a widget whose text came from last year."""
    paint_carried_corner(QPainter(widget), QPointF(0, 0), zoom)


def paint_mark(
    widget: QWidget, remarks: "Remarks", zoom: float, across: tuple[float, float] | None = None
) -> None:
    """Mark a widget that was painted just now; of one that is wide only from `across` to there."""
    if not remarks:
        return
    from perfdesk.ui.look.marks import Mark, paint_corner

    mark = remarks[0].mark
    marked = QRectF(widget.rect())
    if across:
        marked.setLeft(across[0])
        marked.setRight(min(across[1], marked.right()))
    painter = QPainter(widget)
    if mark is Mark.ERROR:
        painter.setPen(QPen(theme.colour(mark.value), 1))
        painter.drawRect(marked.adjusted(0.5, 0.5, -0.5, -0.5))
    paint_corner(painter, marked, mark, zoom)


class MarkedHeading(QLabel):
    """A heading that can be marked behind its words."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._remarks: Remarks = ()
        self._zoom = 1.0

    def set_zoom(self, factor: float) -> None:
        """Draw the mark `factor` times as large."""
        self._zoom = factor

    def show_remarks(self, remarks: "Remarks") -> None:
        """Mark the heading with what checks say of all that is below it."""
        if remarks != self._remarks:
            self._remarks = remarks
            describe(self, remarks, keys=False)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        left, beside = self.contentsMargins().left(), _BESIDE_TEXT_PX * self._zoom
        right = left + self.fontMetrics().horizontalAdvance(self.text())
        across = (max(0.0, left - beside / 2), right + beside)
        paint_mark(self, self._remarks, self._zoom, across)
