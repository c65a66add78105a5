"""What concerns the window itself: places to go to, appearance, help, leaving."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices
from PySide6.QtWidgets import QMainWindow, QMessageBox, QWidget

from perfdesk import __version__
from perfdesk.ui.actions import Entry, action
from perfdesk.ui.look.icons import application_icon
from perfdesk.ui.settings import DARK, LIGHT, SYSTEM

if TYPE_CHECKING:
    from perfdesk.ui.frame.key_window import KeyWindow

_APPEARANCES = {SYSTEM: "跟随系统", LIGHT: "浅色", DARK: "深色"}
_ABOUT = """<h3>PerfDesk {version}</h3>
<p>部门预算绩效目标填报，全程离线。</p>
<p>数据文件：<br>{store}</p>
<p>许可：MIT</p>"""


class WindowActions(QObject):
    """The actions of the view and help menus; `appearance_wanted` carries a name of settings.

    `start_wanted` when the start page is to be shown.
    """

    appearance_wanted = Signal(str)
    start_wanted = Signal()

    def __init__(
        self, window: QMainWindow, store: Path, places: dict[str, tuple[str, QWidget]]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self._manual: QWidget | None = None
        self._keys: KeyWindow | None = None
        self._places = [
            action(window, Entry(name, _goes_to(widget), key))
            for name, (key, widget) in places.items()
        ]
        says = "编制新的一年、导入文件、新建文本"
        start = Entry("起始页", self.start_wanted.emit, "", "document-begin", says)
        self._places.append(action(window, start))
        self.quit = action(window, Entry("退出", window.close, "Ctrl+Q"))
        group = QActionGroup(window)
        self.appearances: dict[str, QAction] = {}
        for name, text in _APPEARANCES.items():
            each = action(window, Entry(text, self._appearance(name)))
            each.setCheckable(True)
            group.addAction(each)
            self.appearances[name] = each

    def places(self) -> list[QAction]:
        """Return the actions that move about the window."""
        return self._places

    def help_actions(self) -> list[QAction]:
        """Return what the help menu offers."""
        entries = (
            Entry("使用说明", self.show_manual, "", "help", lets_type=True),
            Entry("快捷键一览", self.show_keys, "Ctrl+/", lets_type=True),
            Entry("打开数据文件夹", self._show_folder),
            Entry("关于 PerfDesk", self._show_about),
        )
        return [action(self._window, entry) for entry in entries]

    def _appearance(self, name: str) -> Callable[[], None]:
        return lambda: self.appearance_wanted.emit(name)

    def show_manual(self) -> None:
        """Open the manual, or bring it to the front."""
        if self._manual is None:
            from perfdesk.ui.frame.help_window import HelpWindow

            self._manual = HelpWindow(self._window)
        self._manual.show()
        self._manual.raise_()
        self._manual.activateWindow()

    def show_keys(self) -> None:
        """Open the list of keys, or bring it to the front, ready to be searched."""
        if self._keys is None:
            from perfdesk.ui.frame.key_window import KeyWindow

            self._keys = KeyWindow(self._window)
        self._keys.show()
        self._keys.raise_()
        self._keys.activateWindow()
        self._keys.search.setFocus()

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._store.parent)))

    def _show_about(self) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle("关于 PerfDesk")
        box.setIconPixmap(application_icon().pixmap(64, 64))
        box.setText(_ABOUT.format(version=__version__, store=self._store))
        box.addButton("关闭", QMessageBox.ButtonRole.RejectRole)
        box.exec()


def _goes_to(widget: QWidget) -> Callable[[], None]:
    return lambda: widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
