"""The desk with one sheet of paper on it that scrolls as a whole."""

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

_WIDTH_PX = 940
GUTTER_PX = 32
"""Room at the left of the sheet for what is not part of the text: handles, marks."""

_PADDING_PX = QMargins(64, 36, 64, 56)
_NARROW_PADDING_PX = QMargins(40, 24, 16, 32)
_DESK_PX = 20
_NARROW_DESK_PX = 8
_NARROW_PX = 640
"""Below this width of the desk, its edges and those of the paper leave more to the text."""
_CARET_ROOM_PX = 40
_ROUNDS = 6  # as deep as a text stands on the sheet


class PaperScroll(QScrollArea):
    """Shows a sheet of readable width, centred; what is on it goes into `sheet_layout`.

    Text on it begins `GUTTER_PX` to the right of the layout's edge.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        desk = QWidget()
        desk.setObjectName("desk")
        self.setWidget(desk)
        self.sheet = QFrame(desk)
        self.sheet.setObjectName("paper")
        self.sheet_layout = QVBoxLayout(self.sheet)
        self.sheet_layout.setSpacing(0)
        self._zoom = 1.0
        self._across = QHBoxLayout(desk)
        self._across.addStretch(1)
        self._across.addWidget(self.sheet, 1000, Qt.AlignmentFlag.AlignTop)
        self._across.addStretch(1)
        self._lay_out()

    def set_zoom(self, factor: float) -> None:
        """Make the sheet `factor` times as wide, as far as the window has room."""
        self._zoom = factor
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        narrow = self.width() < _NARROW_PX * self._zoom
        self.sheet.setMaximumWidth(round(_WIDTH_PX * self._zoom))
        padding = (_NARROW_PADDING_PX if narrow else _PADDING_PX) * self._zoom
        padding.setLeft(max(0, padding.left() - GUTTER_PX))
        self.sheet_layout.setContentsMargins(padding)
        edge = _NARROW_DESK_PX if narrow else _DESK_PX
        self._across.setContentsMargins(edge, edge, edge, edge)

    def show_place(self, widget: QWidget, rect: QRect) -> None:
        """Scroll just so far that a part of a widget on the sheet can be seen."""
        top = widget.mapTo(self.widget(), rect.topLeft())
        middle = top + QPoint(0, rect.height() // 2)
        self.ensureVisible(middle.x(), middle.y(), 0, rect.height() // 2 + _CARET_ROOM_PX)

    def show_whole(self, widget: QWidget) -> None:
        """Scroll to a widget on the sheet, also one that was put there just now."""
        self._settle(widget)
        self.ensureWidgetVisible(widget, 0, _CARET_ROOM_PX)
        # Of a text that is written in, that was only where the caret is.
        if widget.height() + 2 * _CARET_ROOM_PX <= self.viewport().height():
            self.show_place(widget, widget.rect())

    def settle(self) -> None:
        """Lay out all that waits for it; a text that breaks otherwise makes others wait again."""
        for _ in range(_ROUNDS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _settle(self, widget: QWidget) -> None:
        """Lay out at once what stands around a widget: sizes from within, then places."""
        around = [widget]
        while around[-1] is not self.widget() and (parent := around[-1].parentWidget()):
            around.append(parent)
        for each in (*around, *reversed(around)):
            if layout := each.layout():
                layout.activate()
