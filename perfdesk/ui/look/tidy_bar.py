"""The bar under a field in which something untidy was pasted: a mark, never a question."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from perfdesk.ui.look import theme
from perfdesk.ui.look.short_label import ShortLabel

_HEIGHT_PX = 32
_GAP_PX = 6


class TidyBar(QFrame):
    """Says what could be tidied, with a button for it and one to leave everything as it is.

    It takes no focus: one types on, and the key on the button works from the field.
    """

    tidy_wanted = Signal()
    kept = Signal()

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tidy")
        self._words = ShortLabel(self)
        self._tidy = self._button(f"整理（{key}）", "整理粘贴的文字")
        self._keep = self._button("保留原样", "保留粘贴的文字原样")
        self._tidy.clicked.connect(self.tidy_wanted)
        self._keep.clicked.connect(self.kept)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(_GAP_PX)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._tidy)
        self._row.addWidget(self._keep)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_words(self, words: str) -> None:
        """Say what could be tidied; an empty text puts the bar away."""
        self._words.setText(words)
        self._words.setToolTip(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def set_zoom(self, factor: float) -> None:
        """Show the bar `factor` times as large."""
        font = theme.font(theme.SMALL_PX * factor)
        for each in (self._words, self._tidy, self._keep):
            each.setFont(font)
        side = round(_GAP_PX * factor)
        self._row.setContentsMargins(side, 0, side, 0)
        self.setFixedHeight(max(round(_HEIGHT_PX * factor), self._tidy.sizeHint().height() + 6))

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName("small")
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button
