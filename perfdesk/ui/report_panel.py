"""What was noticed while reading files: a quiet list below the page, not a dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDockWidget,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from perfdesk.ui import theme
from perfdesk.ui.arrivals import Line
from perfdesk.ui.icons import icon


class ReportPanel(QDockWidget):
    """Lists the remarks of the last import: file, place, sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("导入情况", parent)
        self.setObjectName("report")
        self.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea)
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self._list = QTreeWidget(self)
        self._list.setAccessibleName("导入情况")
        self._list.setHeaderLabels(["文件", "位置", "说明"])
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._list.header().setMinimumSectionSize(90)
        self.setWidget(self._list)
        self.hide()

    def show_lines(self, lines: list[Line]) -> None:
        """Show the remarks of an import; an import without any closes the panel."""
        self._list.clear()
        for line in lines:
            row = [line.file, line.remark.place, line.remark.sentence]
            item = QTreeWidgetItem(self._list, row)
            item.setToolTip(2, line.remark.sentence)
            if line.bad:
                item.setForeground(2, theme.colour("error"))
                item.setIcon(0, icon("warning", "error"))
        for column in (0, 1):
            self._list.resizeColumnToContents(column)
        problems = sum(line.bad for line in lines)
        counts = [f"{len(lines)} 条"] + ([f"{problems} 个文件未能读取"] if problems else [])
        self.setWindowTitle(f"导入情况（{'，'.join(counts)}）")
        self.setVisible(bool(lines))
