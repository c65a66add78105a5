"""The start: plain choices what to begin with, and where everything will be kept."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from perfdesk.models.outline import DocumentOutline
from perfdesk.models.years.due import next_year_words
from perfdesk.ui.focus import visit_before
from perfdesk.ui.look import theme
from perfdesk.ui.page import Page
from perfdesk.ui.start.choice import Choice

_WIDTH_PX = 560
_GAP_PX = 12
_MOST_YEARS = 3


class StartPage(Page):
    """Offers to begin a year from the one before, to open the sample, to import, to begin anew.

    `next_wanted(document_id, year)` when a year is to be begun from a document.
    """

    sample_wanted = Signal()
    import_wanted = Signal()
    new_wanted = Signal()
    next_wanted = Signal(str, int)

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
        self.sample = Choice("sample", ("打开示例", "看一份填好的文本，可以随意修改"))
        self.bring = Choice("import", ("导入文件", "读入公开文本、Excel 表或交换文件"))
        self.begin = Choice("document-begin", ("新建文本", "填写年度和部门，从空白表开始"))
        self.years: tuple[Choice, ...] = ()
        self.sample.clicked.connect(self.sample_wanted)
        self.bring.clicked.connect(self.import_wanted)
        self.begin.clicked.connect(self.new_wanted)
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setSpacing(_GAP_PX)
        column.addWidget(self._title)
        column.addWidget(self._says)
        column.addSpacing(_GAP_PX)
        self._room = QVBoxLayout()
        self._room.setSpacing(_GAP_PX)
        column.addLayout(self._room)
        column.addSpacing(_GAP_PX)
        column.addWidget(self._drop)
        column.addWidget(self._store)
        self._put_on_desk()
        self.show_store(None)
        self.offer_years(())

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All choices, from the top down."""
        return (*self.years, self.sample, self.bring, self.begin)

    def offer_years(self, documents: Sequence[DocumentOutline]) -> None:
        """Offer to begin the year after these documents, the first few of them."""
        here = self.isVisible() and any(each.hasFocus() for each in self.choices)
        for each in self.years:
            each.hide()
            each.deleteLater()
        self.years = tuple(map(self._year_choice, documents[:_MOST_YEARS]))
        for number, choice in enumerate(self.choices, 1):
            choice.digit = str(number)
            self._room.addWidget(choice)
            choice.show()  # at once, for keys go there at once
        for choice in self.years:
            visit_before(choice, self.sample)
        self.setFocusProxy(self.choices[0])
        if here:
            self.setFocus()
        self.set_zoom(self._zoom)

    def show_store(self, path: Path | None) -> None:
        """Say where everything typed or imported is kept; nothing for None."""
        self._store.setText(f"数据保存在 {path}" if path else "")
        self._store.setVisible(path is not None)

    def set_zoom(self, factor: float) -> None:
        self._zoom = factor
        self._middle.setFixedWidth(round(_WIDTH_PX * factor))
        self._title.setFont(theme.font(24 * factor, bold=True, serif=True))
        for label in (self._says, self._drop):
            label.setFont(theme.font(theme.TEXT_PX * factor))
        self._store.setFont(theme.font(12 * factor))
        for choice in self.choices:
            choice.set_zoom(factor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        choice = next((each for each in self.choices if each.digit == event.text()), None)
        if choice:
            choice.setFocus()
            choice.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _year_choice(self, past: DocumentOutline) -> Choice:
        year, department = past.year + 1, past.department
        whose = f"{department.code} {department.name}".strip()
        says = f"{whose}：带入项目和指标，年度顺延，逐格核对"
        choice = Choice("year", (next_year_words(past), says))
        choice.clicked.connect(lambda: self.next_wanted.emit(past.id, year))
        return choice

    def _put_on_desk(self) -> None:
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
