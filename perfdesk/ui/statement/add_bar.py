"""The gap above a section: a place to put a new one, and where a dragged one would land."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from perfdesk.ui.look import theme
from perfdesk.ui.look.paper import GUTTER_PX

HEIGHT_PX = 20
_DISC_PX = 16


class AddBar(QAbstractButton):
    """Shows a line and a plus while pointed at, a strong line while it is where one would drop."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_target = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setFixedHeight(HEIGHT_PX)

    def set_target(self, is_target: bool) -> None:
        """Mark as the place where what is dragged would land."""
        if is_target != self._is_target:
            self._is_target = is_target
            self.update()

    @property
    def is_target(self) -> bool:
        """Whether what is dragged would land here."""
        return self._is_target

    def sizeHint(self) -> QSize:
        return QSize(0, HEIGHT_PX)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._is_target and not (self.underMouse() and self.isEnabled()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(QPen(theme.colour("accent"), 2 if self._is_target else 1))
        painter.drawLine(QPointF(GUTTER_PX, middle), QPointF(self.width(), middle))
        if self._is_target:
            return
        disc = QRectF(0, 0, _DISC_PX, _DISC_PX)
        disc.moveCenter(QPointF((GUTTER_PX + self.width()) / 2, middle))
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(disc)
        painter.setPen(QPen(theme.colour("on_accent"), 1.5))
        arm = _DISC_PX / 4
        centre = disc.center()
        painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0))
        painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm))
