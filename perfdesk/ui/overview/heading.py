"""The head of an overview: whose figures these are, and the figures."""

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from perfdesk.models.amount import listed
from perfdesk.models.figures import Figures
from perfdesk.models.outline import DocumentOutline
from perfdesk.ui.look import theme

if TYPE_CHECKING:
    from perfdesk.ui.overview.next_year import NextYear

FIGURE_PX = 18
_NAME_PX = 12
_BETWEEN_PX = 36
_LINE_PX = 32
"""How high the line of the title is, so that nothing jumps when a button comes into it."""


class Heading(QWidget):
    """A title, and below it the sums, each under its name; beside it what may come next.

    `next_wanted(document_id, year)` when the year after a document's is to be begun,
    `made(button)` when there is one for that, once.
    """

    next_wanted = Signal(str, int)
    made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(wordWrap=True)
        self._next: NextYear | None = None
        self._zoom = 1.0
        self._row = QHBoxLayout()
        self._items: list[tuple[QLabel, QLabel]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._top = QHBoxLayout()
        self._top.addWidget(self.title, 1)
        column.addLayout(self._top)
        column.addLayout(self._row)
        for _ in range(6):
            self._items.append(self._item())
        self._row.addStretch(1)
        self.set_zoom(1.0)

    def offer_next(self, past: DocumentOutline | None) -> None:
        """Offer to begin the year after a document's; nothing for None."""
        if self._next is None and past:
            from perfdesk.ui.overview.next_year import NextYear  # late: not seen at once

            self._next = NextYear(self)
            self._next.wanted.connect(self.next_wanted)
            self._next.set_zoom(self._zoom)
            self._top.addWidget(self._next, 0, Qt.AlignmentFlag.AlignTop)
            self.made.emit(self._next)
        if self._next:
            self._next.offer(past)

    def set_zoom(self, factor: float) -> None:
        """Show everything `factor` times as large."""
        self._zoom = factor
        self.title.setFont(theme.font(theme.TITLE_PX * factor, bold=True, serif=True))
        self._row.setSpacing(round(_BETWEEN_PX * factor))
        self.title.setMinimumHeight(round(_LINE_PX * factor))
        if self._next:
            self._next.set_zoom(factor)
        for name, figure in self._items:
            name.setFont(theme.font(_NAME_PX * factor))
            figure.setFont(theme.font(FIGURE_PX * factor, bold=True))

    def show_figures(self, title: str, figures: Figures) -> None:
        """Show the title and the figures that are known."""
        self.title.setText(title)
        words = figure_words(figures)
        for index, (name, figure) in enumerate(self._items):
            known = index < len(words)
            name.setVisible(known)
            figure.setVisible(known)
            if known:
                name.setText(words[index][0])
                figure.setText(words[index][1])
                figure.setAccessibleName(words[index][0])

    def _item(self) -> tuple[QLabel, QLabel]:
        name, figure = QLabel(), QLabel()
        name.setObjectName("soft")
        figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(name)
        column.addWidget(figure)
        self._row.addLayout(column)
        return name, figure


def figure_words(figures: Figures) -> list[tuple[str, str]]:
    """Return the names of the known figures, each with what it says."""
    words = [
        ("预算合计（万元）", _money(figures.total)),
        ("财政资金", _money(figures.fiscal)),
        ("其他资金", _money(figures.other)),
        ("项目", str(figures.projects)),
        ("指标", str(figures.indicators)),
        ("已填完", f"{figures.complete} / {figures.projects}"),
    ]
    return [(name, text) for name, text in words if text]


def _money(value: Decimal | None) -> str:
    return "" if value is None else listed(value)
