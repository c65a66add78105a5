"""The sign of a value as a small field of its own, with a list behind it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from perfdesk.models.sheet import Role
from perfdesk.models.value import SIGNS
from perfdesk.ui.form.choice_list import Choice, ChoiceList
from perfdesk.ui.form.leave import LEAVING, Leave, leave_by
from perfdesk.ui.form.metrics import Metrics
from perfdesk.ui.look import theme

_NARROW_PX, _WIDE_PX = 34, 52
_MEANINGS = ("不低于", "高于", "等于", "低于", "不超过", "用文字或期限说明")
_TYPED = {">": "≥", "<": "≤", "=": "＝", "》": "≥", "《": "≤", "≥": "≥", "≤": "≤"}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SignField(QWidget):
    """Shows a sign; Down opens the list, > < = pick a sign, Right goes on to the number."""

    chosen = Signal(str)
    onward = Signal()
    leaving = Signal(Leave)

    def __init__(self, metrics: Metrics, parent: QWidget) -> None:
        super().__init__(parent)
        self._metrics = metrics
        self._sign = ""
        self._lit = False
        self.usual: Callable[[], Sequence[str]] = tuple
        """Gives the signs that the indicator had before, to be offered first."""
        self._list = ChoiceList(metrics, self, parent)
        self._list.chosen.connect(self._choose)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("计算符号")
        self.setToolTip("计算符号")

    def show_sign(self, sign: str, *, lit: bool) -> None:
        """Show a sign; lit when it was read from what is being typed."""
        if (sign, lit) != (self._sign, self._lit):
            self._sign, self._lit = sign, lit
            self.setAccessibleDescription(sign)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        wide = self._metrics.px(_WIDE_PX if len(self._sign) > 1 else _NARROW_PX)
        return QSize(wide, self._metrics.least_height(Role.LABEL))

    def open_list(self) -> None:
        """Show all signs to choose from, those first that are usual."""
        usual = [sign for sign in dict.fromkeys(self.usual()) if sign in SIGNS]
        signs = [*usual, *(sign for sign in SIGNS if sign not in usual)]
        meanings = dict(zip(SIGNS, _MEANINGS, strict=True))
        choices = [
            Choice(sign, f"{meanings[sign]} · 惯用" if sign in usual else meanings[sign])
            for sign in signs
        ]
        self._list.offer(choices, signs.index(self._sign) if self._sign in signs else 0)

    def close_list(self) -> None:
        """Put the list away."""
        self._list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        is_open = self._list.isVisible()
        if key in _STEPS:
            if is_open:
                self._list.step(_STEPS[key])
            else:
                self.open_list()
        elif is_open and key == Qt.Key.Key_Escape:
            self.close_list()
        elif is_open and key in LEAVING:
            self._choose(self._list.highlighted() or self._sign)
        elif key in LEAVING:
            self.leaving.emit(leave_by(event))
        elif key == Qt.Key.Key_Right:
            self.onward.emit()
        elif key == Qt.Key.Key_Space:
            self.open_list()
        elif sign := _TYPED.get(event.text()):
            self._choose(sign)
        else:
            event.ignore()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._list.isVisible():
            self.close_list()
        else:
            self.open_list()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_list()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._lit or self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_ground"))
            painter.drawRoundedRect(self.rect(), theme.RADIUS_PX, theme.RADIUS_PX)
        room = self._metrics.px(13)
        painter.setPen(theme.colour("accent" if self._lit else "ink"))
        painter.setFont(self._metrics.font(Role.VALUE))
        text = QRect(0, 0, self.width() - room, self.height())
        painter.drawText(text.translated(2, 0), Qt.AlignmentFlag.AlignCenter, self._sign)
        painter.setPen(QPen(theme.colour("soft_ink"), 1.3))
        size = self._metrics.px(3)
        x, y = self.width() - room / 2 - 1, self.height() / 2 - size / 2
        painter.drawPolyline([QPointF(x - size, y), QPointF(x, y + size), QPointF(x + size, y)])

    def _choose(self, sign: str) -> None:
        self.close_list()
        self.chosen.emit(sign)
