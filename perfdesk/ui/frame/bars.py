"""Menu bar and tool bar as they are first seen: titles and room, filled right after."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_ICON_PX = 18
_AROUND_TEXT_PX = 13


class Bars:
    """The bars of a window: its menus by name, and the tool bar, as high as when it is full."""

    def __init__(self, window: QMainWindow) -> None:
        bar = window.menuBar()
        self.file: QMenu = bar.addMenu("文件(&F)")
        self.edit: QMenu = bar.addMenu("编辑(&E)")
        self.project: QMenu = bar.addMenu("项目(&P)")
        self.review: QMenu = bar.addMenu("审核(&R)")
        self.view: QMenu = bar.addMenu("视图(&V)")
        self.help: QMenu = bar.addMenu("帮助(&H)")
        self.tools = QToolBar("工具栏", window)
        self.tools.setObjectName("tools")
        self.tools.setMovable(False)
        self.tools.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.tools.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        room = QWidget(self.tools)
        room.setFixedSize(1, self.tools.fontMetrics().height() + _AROUND_TEXT_PX)
        self.tools.addWidget(room)
        window.addToolBar(self.tools)

    def fill_tools(self, groups: "Sequence[Sequence[QAction]]") -> None:
        """Put the buttons where room was kept for them, with lines between groups."""
        self.tools.clear()
        self.tools.toggleViewAction().setVisible(False)
        for number, group in enumerate(groups):
            if number:
                self.tools.addSeparator()
            self.tools.addActions(group)
