"""A button for one level: its shape, its word, how many are open; pressed in while they show."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from perfdesk.models.review.finding import Severity
from perfdesk.ui.look import theme
from perfdesk.ui.look.severity_shape import SHAPE_PX, paint_shape, severity_token

_HEIGHT_PX = 24
_SIDE_PX = 10
_GAP_PX = 5


class LevelChip(QAbstractButton):
    """Toggles a level; `checked` while its findings show."""

    def __init__(self, severity: Severity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = severity
        self._count = 0
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(theme.font(theme.SMALL_PX + 1))
        self.toggled.connect(self._describe)
        self.show_count(0)

    @property
    def count(self) -> int:
        """The number it shows."""
        return self._count

    def show_count(self, count: int) -> None:
        """Show how many findings of this level are open."""
        self._count = count
        self.setText(f"{self._severity.word} {count}")
        self.setAccessibleName(f"{self._severity.word}，未处理 {count} 处")
        self._describe()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        text = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(2 * _SIDE_PX + SHAPE_PX + _GAP_PX + text, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self.isChecked()
        token = severity_token(self._severity)
        frame = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        edge = "accent" if self.hasFocus() else token if shown else "line"
        painter.setPen(QPen(theme.colour(edge), 1.5 if self.hasFocus() else 1))
        painter.setBrush(theme.colour(f"{token}_ground" if shown else "panel"))
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        ink = token if shown else "soft_ink"
        top = self.rect().center().y() - SHAPE_PX / 2 + 0.5
        paint_shape(painter, QRectF(_SIDE_PX, top, SHAPE_PX, SHAPE_PX), self._severity, ink)
        painter.setPen(theme.colour(ink))
        room = self.rect().adjusted(_SIDE_PX + SHAPE_PX + _GAP_PX, 0, 0, 0)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text()
        )

    def _describe(self) -> None:
        verb = "不显示" if self.isChecked() else "显示"
        self.setToolTip(f"未处理的{self._severity.word}问题 {self._count} 处，单击{verb}")
