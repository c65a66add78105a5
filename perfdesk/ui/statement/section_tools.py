"""What appears beside the section one points at or writes in: a handle to drag, five buttons."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from perfdesk.ui.look.icons import icon
from perfdesk.ui.statement.keys import Deed

_ICON_PX = 16
_HANDLE_PX = 24
_DRAG_STARTS_PX = 4


class SectionTools(QWidget):
    """Five buttons in a row; `asked` says which deed was wanted."""

    asked = Signal(Deed)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons = {deed: self._button(deed) for deed in Deed}
        for button in self.buttons.values():
            row.addWidget(button)

    def _button(self, deed: Deed) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("tight")
        button.setIcon(icon(deed.icon_name, "soft_ink"))
        button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        button.setToolTip(f"{deed.words}（{key_words(deed)}）")
        button.setAccessibleName(deed.words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.clicked.connect(lambda: self.asked.emit(deed))
        return button


class Handle(QWidget):
    """Six dots to drag a section by; speaks of places on the screen."""

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self.dragging = False
        self.setFixedSize(_HANDLE_PX, _HANDLE_PX)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip("拖动可调整顺序（Alt+↑、Alt+↓）")
        self.setAccessibleName("拖动排序")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        at = event.globalPosition().toPoint()
        if not self.dragging and (at - self._pressed).manhattanLength() >= _DRAG_STARTS_PX:
            self.dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.grabKeyboard()
        if self.dragging:
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragging = self.dragging
        self._let_go()
        if dragging:
            self.dropped.emit(event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.dragging and event.key() == Qt.Key.Key_Escape:
            self._let_go()
            self.given_up.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        side = _ICON_PX
        icon("drag-handle", "soft_ink").paint(painter, 4, 4, side, side)

    def _let_go(self) -> None:
        if self.dragging:
            self.releaseKeyboard()
        self._pressed = None
        self.dragging = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)


def key_words(deed: Deed) -> str:
    """Return a deed's keys as they are printed on a keyboard."""
    words = deed.keys.toString()
    for name, printed in (("Up", "↑"), ("Down", "↓"), ("Return", "Enter"), ("Del", "Delete")):
        words = words.replace(f"+{name}", f"+{printed}")
    return words
