"""The box at the end of the tool bar that opens the list of all that one can go to."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from perfdesk.ui.look.icons import icon
from perfdesk.ui.look.short_label import ShortLabel

_ICON_PX = 16
_LEAST_PX, _WIDEST_PX = 38, 320
_ROOM_FOR_WORDS_PX, _ROOM_FOR_KEY_PX = 130, 260
_MARGINS_PX = (10, 0, 10, 0)


class SearchBox(QPushButton):
    """Looks like a field and gives way in a narrow window; a click opens the field itself."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setAccessibleName("搜索")
        self.setToolTip(f"按名称、编码、拼音首字母转到项目，或在全部年度中查找（{key}）")
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it has a key, as all of the tool bar
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST_PX)
        self.setMaximumWidth(_WIDEST_PX)
        sign = QLabel(self)
        sign.setPixmap(icon("search", "soft_ink").pixmap(_ICON_PX, _ICON_PX))
        self._words = ShortLabel(self)
        self._words.setText("搜索项目、指标、拼音首字母")
        self._key = QLabel(key, self)
        line = QHBoxLayout(self)
        line.setContentsMargins(*_MARGINS_PX)
        line.setSpacing(0)
        line.addWidget(sign)
        line.addWidget(self._words, 1)
        line.addWidget(self._key)
        for part in (sign, self._words, self._key):
            part.setObjectName("soft")
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(_WIDEST_PX, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._words.setVisible(self.width() >= _ROOM_FOR_WORDS_PX)
        self._key.setVisible(self.width() >= _ROOM_FOR_KEY_PX)
