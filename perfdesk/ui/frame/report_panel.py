"""What was noticed while reading files: a quiet list below the page, not a dialog."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from perfdesk.io.reading import Remark
from perfdesk.ui.actions import Entry, action
from perfdesk.ui.look import theme
from perfdesk.ui.look.icons import icon
from perfdesk.ui.look.plain_rows import PlainRows

_CLOSE_PX = 16
_LEVEL_PX, _FILE_PX, _PLACE_PX = 120, 260, 140
_ROWS_AT_FIRST = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the report: which file, where in it, what was noticed."""

    file: str
    remark: Remark
    bad: bool = False


class ReportPanel(QWidget):
    """Lists the remarks on the files that came in, or went out, last: file, place, sentence.

    `findings_wanted` when one wants to see what checks found in them.
    """

    findings_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._findings = QPushButton(self)
        self._findings.setFlat(True)
        self._findings.setAutoDefault(False)
        self._findings.setObjectName("small")
        self._findings.clicked.connect(self.findings_wanted)
        close = QToolButton(self)
        close.setIcon(icon("close", "soft_ink"))
        close.setIconSize(QSize(_CLOSE_PX, _CLOSE_PX))
        close.setToolTip("关闭（Esc）")
        close.setAccessibleName("关闭文件情况")
        close.clicked.connect(self.hide)
        self._list = _list(self)
        self._copy = action(self._list, Entry("复制", self._copy_rows, "Ctrl+C"))
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._list.addAction(self._copy)
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 8, 4)
        head.addWidget(self._title)
        head.addWidget(self._findings)
        head.addStretch(1)
        head.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._list)
        key = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.hide)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.hide()

    def sizeHint(self) -> QSize:
        rows = (_ROWS_AT_FIRST + 2) * theme.ROW_PX
        return QSize(super().sizeHint().width(), rows)

    def offer_findings(self, found: str) -> None:
        """Offer to show what checks found in what has come in; nothing where they did not."""
        self._findings.setText(f"审核发现{found}，查看")
        self._findings.setVisible(bool(found))

    def show_lines(self, lines: list[Line], title: str = "导入情况") -> None:
        """Show the remarks under a title; where there are none, the panel closes."""
        self._list.clear()
        self._findings.hide()
        for line in lines:
            level, token = ("未导入", "error") if line.bad else ("请核对", "warning")
            row = [level, line.file, line.remark.place, line.remark.sentence]
            item = QTreeWidgetItem(self._list, row)
            item.setIcon(0, icon("warning", token))
            for column in (1, 3):
                item.setToolTip(column, row[column])
        for column, widest in ((0, _LEVEL_PX), (1, _FILE_PX), (2, _PLACE_PX)):
            self._list.resizeColumnToContents(column)
            self._list.setColumnWidth(column, min(self._list.columnWidth(column), widest))
        problems = sum(line.bad for line in lines)
        counts = [f"{len(lines)} 条"] + ([f"{problems} 个文件未能读取"] if problems else [])
        self._title.setText(f"{title}（{'，'.join(counts)}）")
        self.setVisible(bool(lines))

    def _copy_rows(self) -> None:
        """Put the selected rows on the clipboard, to be pasted into a message."""
        rows = sorted(self._list.selectedItems(), key=self._list.indexOfTopLevelItem)
        columns = range(self._list.columnCount())
        lines = ["\t".join(row.text(column) for column in columns) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))


def _list(parent: QWidget) -> QTreeWidget:
    made = QTreeWidget(parent)
    made.setAccessibleName("文件情况")
    made.setHeaderLabels(["情况", "文件", "位置", "说明"])
    made.setObjectName("plain")
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setItemDelegate(PlainRows(made))
    made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    made.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    made.header().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
    made.header().setMinimumSectionSize(90)
    return made
