"""Menu bar and tool bar as they are first seen: titles and room, filled right after."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

_TOOLS_PX = 40


class Bars:
    """The bars of a window: its menus by name, and the tool bar, as high as when it is full."""

    def __init__(self, window: QMainWindow) -> None:
        bar = window.menuBar()
        self.file: QMenu = bar.addMenu("文件(&F)")
        self.edit: QMenu = bar.addMenu("编辑(&E)")
        self.project: QMenu = bar.addMenu("项目(&P)")
        self.view: QMenu = bar.addMenu("视图(&V)")
        self.help: QMenu = bar.addMenu("帮助(&H)")
        self.tools = QToolBar("工具栏", window)
        self.tools.setObjectName("tools")
        self.tools.setMovable(False)
        self.tools.setMinimumHeight(_TOOLS_PX)
        self.tools.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        window.addToolBar(self.tools)
