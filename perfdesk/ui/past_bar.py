"""The bar above a past year that stands beside the current one: which it is, what to take."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from perfdesk.models.outline import DocumentOutline
from perfdesk.ui.focus import visit_in_order
from perfdesk.ui.look.combo_box import ComboBox
from perfdesk.ui.look.icon_button import icon_button

_MARGINS_PX = (10, 6, 6, 6)
_GAP_PX = 6
_YEAR_PX = 110
_HALF = 10_000  # as large as the other, whatever room there is


class PastBar(QWidget):
    """A choice of years, room for more behind it, and below it buttons that take things over.

    `chosen` when another year is wanted, `closed` when none is.
    """

    chosen = Signal()
    closed = Signal()

    def __init__(self, takes: Sequence[QAction], *behind_years: QWidget, parent: QWidget) -> None:
        super().__init__(parent)  # before what stands below it, for Tab goes by that
        self.years = ComboBox()
        self.years.setAccessibleName("对照的年度")
        self.years.setMinimumWidth(_YEAR_PX)
        self.years.activated.connect(lambda _: self.chosen.emit())
        choice, below = QHBoxLayout(), QHBoxLayout()
        choice.setSpacing(_GAP_PX)
        choice.addWidget(self.years)
        for each in behind_years:
            choice.addWidget(each, 1)
        if not behind_years:
            choice.addStretch(1)
        close = icon_button("close", "关闭对照（F12）", self)
        close.setObjectName("tight")
        close.clicked.connect(self.closed)
        choice.addWidget(close)
        below.setSpacing(_GAP_PX)
        buttons = [QPushButton(take.text()) for take in takes]
        for take, button in zip(takes, buttons, strict=True):
            button.setObjectName("small")
            button.setToolTip(take.statusTip())
            button.clicked.connect(take.trigger)
            below.addWidget(button)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS_PX)
        column.setSpacing(_GAP_PX)
        column.addLayout(choice)
        column.addLayout(below)
        self.takes = buttons
        """What takes things over, from little to all."""
        visit_in_order(self.years, *behind_years, close, *buttons)

    def let_take(self, *, possible: bool) -> None:
        """Let things be taken over, or not while nothing is chosen to take them from."""
        for button in self.takes:
            button.setEnabled(possible)

    @property
    def document_id(self) -> str:
        """The document of the year that is chosen."""
        return str(self.years.currentData() or "")

    def offer(self, documents: Sequence[DocumentOutline], document_id: str) -> None:
        """Offer these years, one of them chosen."""
        with QSignalBlocker(self.years):
            self.years.clear()
            for each in documents:
                self.years.addItem(f"{each.year} 年度", each.id)
            self.years.setCurrentIndex(self.years.findData(document_id))


def put_beside(view: QWidget, panel: QWidget) -> None:
    """Put a panel at the right of what fills a page, each in half of its room."""
    page = view.parentWidget()
    column = page.layout() if page else None
    if panel.parentWidget() is not None or column is None:
        return
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setHandleWidth(1)
    column.replaceWidget(view, splitter)
    splitter.addWidget(view)
    splitter.addWidget(panel)
    for index in (0, 1):
        splitter.setStretchFactor(index, 1)
        splitter.setCollapsible(index, False)
    splitter.setSizes([_HALF, _HALF])
    view.show()
    splitter.show()
