"""The button beside an overview's title that begins the year after the one shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from perfdesk.models.outline import DocumentOutline
from perfdesk.models.years.due import next_year_words
from perfdesk.ui.look import theme
from perfdesk.ui.look.icons import icon


class NextYear(QPushButton):
    """`wanted(document_id, year)` when the year after a document's is to be begun."""

    wanted = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._past: DocumentOutline | None = None
        self.setIcon(icon("year"))
        self.setToolTip("带入项目和指标，年度顺延，逐格核对")
        self.clicked.connect(self._begin)

    def offer(self, past: DocumentOutline | None) -> None:
        """Offer to begin the year after a document's; nothing for None."""
        self._past = past
        self.setVisible(past is not None)
        if past:
            self.setText(next_year_words(past))

    def set_zoom(self, factor: float) -> None:
        """Show the words `factor` times as large."""
        self.setFont(theme.font(theme.TEXT_PX * factor))

    def _begin(self) -> None:
        if self._past:
            self.wanted.emit(self._past.id, self._past.year + 1)
