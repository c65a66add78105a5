"""A large plain choice: an icon, what it does, and a soft line that says what happens."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from perfdesk.ui.look import theme
from perfdesk.ui.look.icons import icon

_NAME_PX = 16
_ICON_PX = 28
_PADDING_PX = 22
_GAP_PX = 20
_HEIGHT_PX = 84


class Choice(QAbstractButton):
    """One of the choices of the start page; `digit` is the key that takes it."""

    def __init__(self, icon_name: str, words: tuple[str, str], digit: str = "") -> None:
        super().__init__()
        name, says = words
        self._icon = icon(icon_name, "accent")
        self._says = says
        self.digit = digit
        self._zoom = 1.0
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(says)
        self.setToolTip(says)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_zoom(self, factor: float) -> None:
        """Show everything `factor` times as large."""
        self._zoom = factor
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = self._name_metrics().height() + self._says_metrics().height() + 3 * 12 * self._zoom
        return QSize(360, round(max(_HEIGHT_PX * self._zoom, height)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        marked = self.underMouse() or self.isDown()
        painter.setBrush(theme.colour("accent_ground" if marked else "paper"))
        painter.setPen(
            QPen(theme.colour("accent"), 2) if self.hasFocus() else QPen(theme.colour("line"), 1)
        )
        painter.drawRoundedRect(whole, theme.RADIUS_PX, theme.RADIUS_PX)
        self._paint_words(painter, whole)

    def _paint_words(self, painter: QPainter, whole: QRectF) -> None:
        zoom = self._zoom
        side = _ICON_PX * zoom
        left = whole.left() + _PADDING_PX * zoom
        place = QRectF(left, whole.center().y() - side / 2, side, side)
        self._icon.paint(painter, place.toRect())
        name, says = self._name_metrics(), self._says_metrics()
        gap = 4 * zoom
        top = whole.center().y() - (name.height() + gap + says.height()) / 2
        text_left = place.right() + _GAP_PX * zoom
        room = QRectF(text_left, top, whole.right() - _PADDING_PX * zoom - text_left, name.height())
        painter.setFont(theme.font(_NAME_PX * zoom, bold=True))
        painter.setPen(theme.colour("ink"))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setFont(theme.font(theme.TEXT_PX * zoom))
        painter.setPen(theme.colour("soft_ink"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight, self.digit)
        room.translate(0, name.height() + gap)
        room.setHeight(says.height())
        cut = says.elidedText(self._says, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, cut)

    def _name_metrics(self) -> QFontMetrics:
        return QFontMetrics(theme.font(_NAME_PX * self._zoom, bold=True))

    def _says_metrics(self) -> QFontMetrics:
        return QFontMetrics(theme.font(theme.TEXT_PX * self._zoom))
