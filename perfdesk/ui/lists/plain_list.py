"""Lists of texts as dialogs show them: headings, plain rows, nothing to unfold."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from perfdesk.ui.look.plain_rows import PlainRows

_LEAST_PX = 48


class PlainList(QTreeWidget):
    """Rows of texts; the last column takes what room the others leave."""

    def __init__(
        self, name: str, headings: Sequence[str], widths: Sequence[int], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setHeaderLabels([*headings])
        self.setObjectName("plain")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setItemDelegate(PlainRows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setMinimumSectionSize(_LEAST_PX)
        self.header().setSectionResizeMode(len(headings) - 1, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def add(self, *texts: str) -> QTreeWidgetItem:
        """Put a row below the others, each text in one line, whole in its tip."""
        item = QTreeWidgetItem(self, [" ".join(text.split()) for text in texts])
        for column, text in enumerate(texts):
            item.setToolTip(column, text)
        return item

    @property
    def row(self) -> int:
        """The current row, -1 where there is none."""
        return self.currentIndex().row()

    def pick(self, row: int) -> None:
        """Make a row current."""
        if item := self.topLevelItem(row):
            self.setCurrentItem(item)
