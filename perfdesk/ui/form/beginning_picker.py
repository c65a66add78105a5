"""Asks what a project shall begin from: a list to search by name, pinyin or initials."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from perfdesk.io.pinyin import readings
from perfdesk.models.suggest.names import Names
from perfdesk.models.suggest.query import Query
from perfdesk.ui.form.beginnings import Beginning
from perfdesk.ui.form.choice_list import ChoiceDelegate
from perfdesk.ui.form.metrics import Metrics
from perfdesk.ui.look.answer_buttons import AnswerButtons

_SIZE = (620, 460)
_MARGINS_PX = (20, 18, 20, 16)
_NOTE = "只填空白的内容，已经填写的不变；一次撤销即可恢复。"
_MOST = 100
_BEGINNING = Qt.ItemDataRole.UserRole + 1
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class BeginningPicker(QDialog):
    """Lets one thing be picked; `picked(beginning)` comes when it is."""

    picked = Signal(object)

    def __init__(self, beginnings: Sequence[Beginning], title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        self._beginnings = beginnings
        self._names = Names(readings)
        self._names.add([each.name for each in beginnings])
        self.search = QLineEdit()
        self.search.setPlaceholderText("输入名称、拼音或首字母")
        self.search.setAccessibleName("查找项目或模板")
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("paper")
        self.list.setAccessibleName("项目和模板")
        self.list.setItemDelegate(ChoiceDelegate(Metrics(), self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.note = QLabel()
        self.note.setObjectName("soft")
        buttons = AnswerButtons(self, "填入")
        self.take = buttons.agree
        column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS_PX)
        for each in (self.search, self.list, self.note, buttons):
            column.addWidget(each)
        self.search.textChanged.connect(self._find)
        self.list.itemActivated.connect(self.accept)
        self._find("")
        self.search.setFocus()

    def accept(self) -> None:
        item = self.list.currentItem()
        super().accept()
        if self.list.count():
            self.picked.emit(item.data(_BEGINNING))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Arrows go through the list while one goes on typing.
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in _LIST_KEYS:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        query = Query(text)
        found = self._names.find(query, _MOST)
        numbers = sorted(found, key=lambda number: (-found[number], number))
        self.list.clear()
        for number in numbers:
            beginning = self._beginnings[number]
            item = QListWidgetItem(beginning.name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, beginning.about)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{beginning.name}，{beginning.about}")
            item.setData(_BEGINNING, beginning)
        self.list.setCurrentRow(0)
        self.take.setEnabled(bool(numbers))
        self.note.setText(_NOTE if numbers else f"没有找到“{text}”，请换几个字试试。")
