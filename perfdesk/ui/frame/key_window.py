"""The list of keys in a window of its own: searched while one types, and printed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import (
    QAbstractSlider,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from perfdesk.ui.frame.key_table import keys_html, read_keys, tasks
from perfdesk.ui.look import theme

if TYPE_CHECKING:  # who never prints never loads it
    from PySide6.QtPrintSupport import QPrinter

_SIZE = (640, 720)
_KEYS_PX = 230
_MARGIN_PX = 16
_PRINTED_PX = 10
_STEP = QAbstractSlider.SliderAction
_SCROLLING = {
    Qt.Key.Key_Up: _STEP.SliderSingleStepSub,
    Qt.Key.Key_Down: _STEP.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _STEP.SliderPageStepSub,
    Qt.Key.Key_PageDown: _STEP.SliderPageStepAdd,
}


class KeyWindow(QWidget):
    """Shows `resources/help/keys.md` by task; arrows scroll while one types on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._shown_on: QPrinter | None = None  # a preview does not keep its printer
        self.setWindowTitle("快捷键一览")
        self.resize(*_SIZE)
        self._lines = read_keys()
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("查找按键或作用，如 Ctrl、粘贴、指标行")
        self.search.setAccessibleName("查找按键或作用")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show)
        self.search.installEventFilter(self)
        self._print = QPushButton("打印…", self)
        self._print.clicked.connect(self._preview)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName("快捷键一览")
        self.list.setColumnCount(2)
        self.list.setHeaderLabels(["按键", "作用"])
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(0)
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.list.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.list.setObjectName("keys")
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.list.header().resizeSection(0, _KEYS_PX)
        self._nothing = QLabel("没有找到，请换个词再试", self)
        self._nothing.setObjectName("soft")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._escape)
        self._show("")

    def shown(self) -> list[tuple[str, str]]:
        """Return keys and effects as they are listed now, tasks left out."""
        found: list[tuple[str, str]] = []
        for number in range(self.list.topLevelItemCount()):
            if task := self.list.topLevelItem(number):
                items = map(task.child, range(task.childCount()))
                found += [(item.text(0), item.text(1)) for item in items]
        return found

    def print_on(self, printer: "QPrinter") -> None:
        """Draw all keys onto a printer's pages, whatever is being looked for."""
        document = QTextDocument()
        document.setDefaultFont(theme.font(_PRINTED_PX))
        document.setHtml(keys_html(self._lines))
        document.print_(printer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and pressed and event.key() in _SCROLLING:
            self.list.verticalScrollBar().triggerAction(_SCROLLING[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX // 2)
        head.addWidget(self.search, 1)
        head.addWidget(self._print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1)

    def _show(self, words: str) -> None:
        """List what is found, by task."""
        self.list.clear()
        found = [line for line in self._lines if line.has(words)]
        for task, lines in tasks(found):
            heading = QTreeWidgetItem(self.list, [task])
            heading.setFirstColumnSpanned(True)
            heading.setFont(0, theme.font(theme.TEXT_PX, bold=True))
            heading.setExpanded(True)
            for line in lines:
                item = QTreeWidgetItem(heading, ["、".join(line.keys), line.does])
                item.setToolTip(1, line.does)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)

    def _escape(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self.close()

    def _preview(self) -> None:
        from PySide6.QtPrintSupport import QPrinter

        from perfdesk.ui.printing.preview import show_preview

        self._shown_on = QPrinter(QPrinter.PrinterMode.HighResolution)
        show_preview(self, self._shown_on, self.windowTitle(), self.print_on)
