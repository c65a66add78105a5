"""Horizontal bars with a name before and a figure behind each, drawn in the window's colours."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from perfdesk.ui.look import theme

_ROW_PX = 22
_BAR_PX = 10
_TITLE_PX = 28
_GAP_PX = 10
_RADIUS_PX = 2
_SHARE_OF_LABELS = 0.42


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its length (None: no bar), and the figure behind it."""

    name: str
    value: Decimal | None
    figure: str


class BarChart(QWidget):
    """Draws a title and bars that share one scale."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._bars: tuple[Bar, ...] = ()
        self._note = ""
        self._zoom = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The bars as they are drawn."""
        return self._bars

    def set_zoom(self, factor: float) -> None:
        """Draw everything `factor` times as large."""
        self._zoom = factor
        self.updateGeometry()
        self.update()

    def show_bars(self, bars: Sequence[Bar], note: str = "") -> None:
        """Draw these bars, and a soft note below them."""
        self._bars = tuple(bars)
        self._note = note
        said = "；".join(f"{bar.name} {bar.figure}" for bar in bars)
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        rows = len(self._bars) + bool(self._note)
        return QSize(240, round((_TITLE_PX + _ROW_PX * rows) * self._zoom))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self._row_at(event.pos().y())
            bar = self._bars[row] if 0 <= row < len(self._bars) else None
            QToolTip.showText(event.globalPos(), f"{bar.name}　{bar.figure}" if bar else "")
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.TEXT_PX * self._zoom, bold=True))
        painter.setPen(theme.colour("ink"))
        title = QRect(0, 0, self.width(), round((_TITLE_PX - 6) * self._zoom))
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, self._title)
        painter.setFont(theme.font(12 * self._zoom))
        metrics = painter.fontMetrics()
        figures = max((metrics.horizontalAdvance(bar.figure) for bar in self._bars), default=0)
        widest = max((metrics.horizontalAdvance(bar.name) + 2 for bar in self._bars), default=0)
        names = min(widest, round(self.width() * _SHARE_OF_LABELS))
        most = max((bar.value for bar in self._bars if bar.value), default=Decimal(1))
        for row, bar in enumerate(self._bars):
            room = self._room(row)
            self._paint_bar(painter, room, bar, (names, figures, float((bar.value or 0) / most)))
        if self._note:
            painter.setPen(theme.colour("soft_ink"))
            painter.drawText(self._room(len(self._bars)), Qt.AlignmentFlag.AlignVCenter, self._note)

    def _paint_bar(
        self, painter: QPainter, room: QRect, bar: Bar, widths: tuple[int, int, float]
    ) -> None:
        names, figures, share = widths
        gap = round(_GAP_PX * self._zoom)
        metrics = painter.fontMetrics()
        painter.setPen(theme.colour("ink" if bar.value is not None else "soft_ink"))
        name = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, names)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(theme.colour("soft_ink"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, right, bar.figure)
        left = names + gap
        full = room.width() - left - gap - figures
        if bar.value and full > 0:
            thick = _BAR_PX * self._zoom
            drawn = QRectF(left, room.center().y() - thick / 2 + 0.5, max(2.0, full * share), thick)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(drawn, _RADIUS_PX, _RADIUS_PX)

    def _room(self, row: int) -> QRect:
        top = round((_TITLE_PX + row * _ROW_PX) * self._zoom)
        return QRect(0, top, self.width(), round(_ROW_PX * self._zoom))

    def _row_at(self, y: int) -> int:
        return int((y / self._zoom - _TITLE_PX) // _ROW_PX)
