"""What checks say of the place one is at, as one line of the status bar."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from perfdesk.ui.look import theme
from perfdesk.ui.look.short_label import ShortLabel

if TYPE_CHECKING:  # nothing is judged before the first paint
    from perfdesk.ui.look.marks import Mark
    from perfdesk.ui.remarks import Remarks

_SIGN_PX = 11
_SIDE_PX = 8
_GAP_PX = 5


class RemarkLabel(ShortLabel):
    """The worst remark behind its sign, in its colour; the tip says all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("审核提示")
        self._mark: Mark | None = None

    def show_remarks(self, remarks: "Remarks") -> None:
        """Show these remarks, the worst first; none for nothing."""
        self._mark = None
        if not remarks:
            self.clear()
            self.setToolTip("")
            return
        from perfdesk.ui.remarks import line, tip

        self._mark = remarks[0].mark
        self.setText(line(remarks))
        self.setToolTip(tip(remarks))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint + QSize(_SIGN_PX + _GAP_PX if self.text() else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._mark is None:
            return
        from perfdesk.ui.look.marks import paint_sign

        painter = QPainter(self)
        room = self.rect().adjusted(_SIDE_PX, 0, -_SIDE_PX, 0)
        sign = QRectF(room.left(), room.center().y() - _SIGN_PX / 2 + 0.5, _SIGN_PX, _SIGN_PX)
        paint_sign(painter, sign, self._mark)
        room.setLeft(room.left() + _SIGN_PX + _GAP_PX)
        face = painter.fontMetrics()
        text = face.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(theme.colour(self._mark.value))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
