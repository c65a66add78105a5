"""The empty start: three plain choices, and where everything will be kept."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from perfdesk.ui.look import theme
from perfdesk.ui.page import Page
from perfdesk.ui.start.choice import Choice

_WIDTH_PX = 560
_DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


class StartPage(Page):
    """Offers to open the sample, to import files, to begin a document."""

    sample_wanted = Signal()
    import_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = 1.0
        self._title = QLabel("部门预算绩效目标", alignment=Qt.AlignmentFlag.AlignCenter)
        self._says = QLabel("从这里开始", alignment=Qt.AlignmentFlag.AlignCenter)
        self._drop = QLabel(
            "也可以把文件直接拖到窗口中导入", alignment=Qt.AlignmentFlag.AlignCenter
        )
        self._store = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._store.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._says, self._drop, self._store):
            label.setObjectName("soft")
        self.sample = Choice("sample", ("打开示例", "看一份填好的文本，可以随意修改"), "1")
        self.bring = Choice("import", ("导入文件", "读入公开文本、Excel 表或交换文件"), "2")
        self.begin = Choice("document-begin", ("新建文本", "填写年度和部门，从空白表开始"), "3")
        self.choices = (self.sample, self.bring, self.begin)
        self.sample.clicked.connect(self.sample_wanted)
        self.bring.clicked.connect(self.import_wanted)
        self.begin.clicked.connect(self.new_wanted)
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._says)
        column.addSpacing(12)
        for choice in self.choices:
            column.addWidget(choice)
        column.addSpacing(12)
        column.addWidget(self._drop)
        column.addWidget(self._store)
        desk = QWidget()
        desk.setObjectName("desk")
        around = QVBoxLayout(desk)
        around.addStretch(2)
        around.addWidget(self._middle, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(3)
        scroll = QScrollArea()
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(desk)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.setFocusProxy(self.sample)
        self.show_store(None)
        self.set_zoom(1.0)

    def show_store(self, path: Path | None) -> None:
        """Say where everything typed or imported is kept; nothing for None."""
        self._store.setText(f"数据保存在 {path}" if path else "")
        self._store.setVisible(path is not None)

    def set_zoom(self, factor: float) -> None:
        self._middle.setFixedWidth(round(_WIDTH_PX * factor))
        self._title.setFont(theme.font(24 * factor, bold=True, serif=True))
        for label in (self._says, self._drop):
            label.setFont(theme.font(theme.TEXT_PX * factor))
        self._store.setFont(theme.font(12 * factor))
        for choice in self.choices:
            choice.set_zoom(factor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DIGITS:
            choice = self.choices[_DIGITS.index(Qt.Key(event.key()))]
            choice.setFocus()
            choice.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)
