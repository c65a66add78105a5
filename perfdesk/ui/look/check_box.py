"""A check box that can be seen in light and dark, alone and in lists."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from perfdesk.ui.look import theme
from perfdesk.ui.look.severity_shape import paint_tick

BOX_PX = 14
_GAP_PX = 6
_AROUND_PX = 3


class CheckBox(QCheckBox):
    """A check box as the tokens have it."""

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self.text())
        height = max(BOX_PX, self.fontMetrics().height()) + 2 * _AROUND_PX
        return QSize(BOX_PX + _GAP_PX + text + 2 * _AROUND_PX, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        top = (self.height() - BOX_PX) / 2
        box = QRectF(_AROUND_PX, top, BOX_PX, BOX_PX)
        paint_box(painter, box, checked=self.isChecked(), focused=self.hasFocus())
        painter.setPen(theme.colour("ink" if self.isEnabled() else "soft_ink"))
        room = self.rect().adjusted(_AROUND_PX + BOX_PX + _GAP_PX, 0, 0, 0)
        flag = Qt.AlignmentFlag
        painter.drawText(room, flag.AlignLeft | flag.AlignVCenter, self.text())


def paint_box(painter: QPainter, box: QRectF, *, checked: bool, focused: bool = False) -> None:
    """Draw the box itself into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = "accent" if checked or focused else "soft_ink"
    painter.setPen(QPen(theme.colour(edge), 1))
    painter.setBrush(theme.colour("accent" if checked else "paper"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 4, 4)
    if checked:
        inset = box.width() * 0.2
        paint_tick(painter, box.adjusted(inset, inset, -inset, -inset), "on_accent")
    painter.restore()
