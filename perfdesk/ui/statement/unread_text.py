"""What a read file said that no field could take: kept, folded away, there to be copied."""

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from perfdesk.models.document import UnreadText
from perfdesk.ui.look import theme
from perfdesk.ui.look.icons import icon
from perfdesk.ui.look.paper import GUTTER_PX
from perfdesk.ui.statement.chapter import BUTTON_INSET_PX

_MARGIN_PX = 12
_ICON_PX = 14


class UnreadPart(QWidget):
    """`未识别的原文（N 段）`: a line that unfolds the texts, each after the line it began on."""

    def __init__(self) -> None:
        super().__init__()
        self._unread: tuple[UnreadText, ...] = ()
        self.switch = QPushButton()
        self.switch.setFlat(True)
        self.switch.setAutoDefault(False)
        self.switch.setCheckable(True)
        self.switch.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.switch.toggled.connect(self._unfold)
        self.texts = _TallText()
        self.texts.setAccessibleName("未识别的原文")
        self.texts.hide()
        line = QHBoxLayout()
        line.setContentsMargins(GUTTER_PX - BUTTON_INSET_PX, 0, 0, 0)
        line.addWidget(self.switch)
        line.addStretch(1)
        below = QHBoxLayout()
        below.setContentsMargins(GUTTER_PX, 0, 0, 0)
        below.addWidget(self.texts)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(6)
        self._column.addLayout(line)
        self._column.addLayout(below)

    def set_zoom(self, factor: float) -> None:
        """Show everything `factor` times as large."""
        self._column.setContentsMargins(0, round(28 * factor), 0, 0)
        self.switch.setFont(theme.font(theme.TEXT_PX * factor))
        self.texts.setFont(theme.font(theme.TEXT_PX * factor))

    def show_unread(self, unread: tuple[UnreadText, ...]) -> None:
        """Show these texts, folded; nothing at all where there are none."""
        self.setVisible(bool(unread))
        if unread is self._unread:
            return
        self._unread = unread
        self.switch.setText(f"未识别的原文（{len(unread)} 段）")
        self.switch.setToolTip("导入时没有对应栏目的文字，原样保留在这里，可以选中复制")
        self.texts.clear()
        self.switch.setChecked(False)
        self._unfold(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self.texts.document().isEmpty():
            self.texts.show_texts(self._unread)

    def _unfold(self, unfolded: bool) -> None:
        self.switch.setIcon(icon("chevron-down" if unfolded else "chevron-right", "accent"))
        if unfolded and self.texts.document().isEmpty():
            self.texts.show_texts(self._unread)
        self.texts.setVisible(unfolded)


class _TallText(QTextEdit):
    """Read-only text as tall as what it says."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN_PX)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def show_texts(self, texts: tuple[UnreadText, ...]) -> None:
        """Put the texts one below the other."""
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for index, text in enumerate(texts):
            if index:
                cursor.insertBlock()
            _add_text(cursor, text)
        cursor.endEditBlock()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        frame = 2 * self.frameWidth()
        self.setFixedHeight(ceil(self.document().size().height()) + frame)


def _add_text(cursor: QTextCursor, unread: UnreadText) -> None:
    apart = QTextBlockFormat()
    apart.setTopMargin(_MARGIN_PX / 2)
    cursor.setBlockFormat(apart)
    soft = QTextCharFormat()
    soft.setForeground(theme.colour("soft_ink"))
    cursor.insertText(f"第 {unread.line} 行", soft)
    cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
    cursor.insertText(unread.text)
