"""Menu bar and tool bar as they are first seen: titles and room, filled right after."""

from PySide6.QtWidgets import QMainWindow, QMenu

from perfdesk.ui.frame.tool_bar import ToolBar


class Bars:
    """The bars of a window: its menus by name, and the tool bar."""

    def __init__(self, window: QMainWindow) -> None:
        bar = window.menuBar()
        self.file: QMenu = bar.addMenu("文件(&F)")
        self.edit: QMenu = bar.addMenu("编辑(&E)")
        self.project: QMenu = bar.addMenu("项目(&P)")
        self.review: QMenu = bar.addMenu("审核(&R)")
        self.view: QMenu = bar.addMenu("视图(&V)")
        self.help: QMenu = bar.addMenu("帮助(&H)")
        self.tools = ToolBar(window)
        window.addToolBar(self.tools)
