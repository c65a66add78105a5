"""The bar beside something that was done: what else could be done about it, never a question."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from perfdesk.ui.look import theme
from perfdesk.ui.look.short_label import ShortLabel

_HEIGHT_PX = 32
_GAP_PX = 6


class OfferBar(QFrame):
    """Says what is the case, with a button for what could be done and one to leave it as it is.

    Each button has a text, and a name that says what it is about. The bar takes no focus: one
    types on.
    """

    wanted = Signal()
    kept = Signal()

    def __init__(self, parent: QWidget, does: tuple[str, str], keeps: tuple[str, str]) -> None:
        super().__init__(parent)
        self.setObjectName("tidy")
        self._words = ShortLabel(self)
        self._does = self._button(*does)
        self._keep = self._button(*keeps)
        self._does.clicked.connect(self.wanted)
        self._keep.clicked.connect(self.kept)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(_GAP_PX)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._does)
        self._row.addWidget(self._keep)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_words(self, words: str) -> None:
        """Say what is the case; an empty text puts the bar away."""
        self._words.setText(words)
        self._words.setToolTip(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def width_for_words(self) -> int:
        """Return how wide the bar must be to say all of it."""
        parts = (self._words, self._does, self._keep)
        margins = self._row.contentsMargins()
        gaps = 2 * _GAP_PX + margins.left() + margins.right()
        return sum(part.sizeHint().width() for part in parts) + gaps

    def set_zoom(self, factor: float) -> None:
        """Show the bar `factor` times as large."""
        font = theme.font(theme.SMALL_PX * factor)
        for each in (self._words, self._does, self._keep):
            each.setFont(font)
        side = round(_GAP_PX * factor)
        self._row.setContentsMargins(side, 0, side, 0)
        self.setFixedHeight(max(round(_HEIGHT_PX * factor), self._does.sizeHint().height() + 6))

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName("small")
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button
