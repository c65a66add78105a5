"""A past year's project beside the current one: which it is, and its form to read."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from perfdesk.models.change import Change
from perfdesk.models.outline import DocumentOutline, ProjectOutline
from perfdesk.ui.form.sheet_model import SheetModel
from perfdesk.ui.form.sheet_view import SheetView
from perfdesk.ui.look.combo_box import ComboBox
from perfdesk.ui.look.icons import icon

_MARGINS_PX = (10, 6, 6, 6)
_YEAR_PX = 110
_PROJECT_PX = 80


class PastPanel(QWidget):
    """A bar to choose year and project by, and below it the form, only to be read.

    `chosen(document_id, project_id)` when another one is wanted, with an empty project when
    only the year is; `cells_wanted` and the like when something is to be taken over.
    """

    chosen = Signal(str, str)
    cells_wanted = Signal()
    rows_wanted = Signal()
    project_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.model = SheetModel(self)
        self.model.read_only = True
        self.view = SheetView(self.model, _nothing, self)
        self.view.setAccessibleName("往年项目绩效目标表")
        self.years = ComboBox()
        self.years.setAccessibleName("对照的年度")
        self.years.setMinimumWidth(_YEAR_PX)
        self.projects = ComboBox()
        self.projects.setAccessibleName("对照的项目")
        self.projects.setMinimumWidth(_PROJECT_PX)
        self.projects.setSizeAdjustPolicy(
            ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        choice, deeds = QHBoxLayout(), QHBoxLayout()
        choice.setSpacing(6)
        choice.addWidget(self.years)
        choice.addWidget(self.projects, 1)
        choice.addWidget(self._close_button())
        deeds.setSpacing(6)
        for text, says, wanted in (
            ("取用所选格", "把选中的格取用到本年的同名指标", self.cells_wanted),
            ("取用所选行", "把选中的指标行取用到本年，没有同名指标时添加", self.rows_wanted),
            (
                "取用整个项目",
                "用这个项目的内容替换本年项目，编码、名称、单位不变",
                self.project_wanted,
            ),
        ):
            button = QPushButton(text)
            button.setObjectName("small")
            button.setToolTip(says)
            button.clicked.connect(wanted)
            deeds.addWidget(button)
        deeds.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(*_MARGINS_PX)
        head.setSpacing(6)
        head.addLayout(choice)
        head.addLayout(deeds)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.view, 1)
        self.years.activated.connect(lambda _: self.chosen.emit(self.document_id, ""))
        self.projects.activated.connect(
            lambda _: self.chosen.emit(self.document_id, self.project_id)
        )

    @property
    def document_id(self) -> str:
        """The document that is chosen."""
        return str(self.years.currentData() or "")

    @property
    def project_id(self) -> str:
        """The project that is chosen."""
        return str(self.projects.currentData() or "")

    def offer(
        self, documents: Sequence[DocumentOutline], document: DocumentOutline, project_id: str
    ) -> None:
        """Offer these years, and the projects of the one document that is shown."""
        with QSignalBlocker(self.years), QSignalBlocker(self.projects):
            self.years.clear()
            for each in documents:
                self.years.addItem(f"{each.year} 年度", each.id)
            self.years.setCurrentIndex(self.years.findData(document.id))
            self.projects.clear()
            for project in document.projects:
                self.projects.addItem(_name(project), project.id)
            self.projects.setCurrentIndex(self.projects.findData(project_id))

    def _close_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("tight")
        button.setIcon(icon("close", "soft_ink"))
        button.setToolTip("关闭对照（F12）")
        button.setAccessibleName("关闭对照")
        button.clicked.connect(self.closed)
        return button


def _name(project: ProjectOutline) -> str:
    return project.name or "（未命名项目）"


def _nothing(_: Change) -> None:
    """Do nothing: a form that is only read makes no changes."""
