"""A past year's project beside the current one: which it is, and its form to read."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from perfdesk.models.change import Change
from perfdesk.models.outline import DocumentOutline, label
from perfdesk.ui.actions import Entry, action, fill, open_at
from perfdesk.ui.form.copying import copy_selection
from perfdesk.ui.form.sheet_model import SheetModel
from perfdesk.ui.form.sheet_view import SheetView
from perfdesk.ui.look.combo_box import ComboBox
from perfdesk.ui.past_bar import PastBar

_PROJECT_PX = 80
_NOTICE_PX = 24


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
        self.projects = ComboBox()
        self.projects.setAccessibleName("对照的项目")
        self.projects.setMinimumWidth(_PROJECT_PX)
        self.projects.setSizeAdjustPolicy(
            ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._actions = self._make_actions()
        self.bar = PastBar(self._actions.takes, self.projects, parent=self)
        self.view = SheetView(self.model, _nothing, self)
        self.view.setAccessibleName("往年项目绩效目标表")
        self.view.action_for_key = self._actions.for_key
        self.view.menu_wanted.connect(self._offer)
        self.notice = QLabel()
        self.notice.setObjectName("soft")
        self.notice.setWordWrap(True)
        self.notice.setMargin(_NOTICE_PX)
        self.notice.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.notice.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.view, 1)
        whole.addWidget(self.notice, 1)
        self.bar.closed.connect(self.closed)
        self.bar.chosen.connect(lambda: self.chosen.emit(self.document_id, ""))
        self.projects.activated.connect(
            lambda _: self.chosen.emit(self.document_id, self.project_id)
        )

    @property
    def document_id(self) -> str:
        """The document that is chosen."""
        return self.bar.document_id

    @property
    def project_id(self) -> str:
        """The project that is chosen; empty where none is."""
        return str(self.projects.currentData() or "")

    def offer(
        self, documents: Sequence[DocumentOutline], document: DocumentOutline, project_id: str
    ) -> None:
        """Offer these years and the projects of one document; with none chosen, to choose one."""
        self.bar.offer(documents, document.id)
        with QSignalBlocker(self.projects):
            self.projects.clear()
            for number, project in enumerate(document.projects, 1):
                self.projects.addItem(label(project, number), project.id)
            self.projects.setPlaceholderText("请选择项目")
            self.projects.setCurrentIndex(self.projects.findData(project_id))
        self.notice.setText("" if project_id else no_such_project(document))
        self.notice.setHidden(bool(project_id))
        self.view.setVisible(bool(project_id))
        self.bar.let_take(possible=bool(project_id))

    def _make_actions(self) -> "_Actions":
        copy = action(self, Entry("复制", lambda: copy_selection(self.view), "Ctrl+C", "copy"))
        close = action(self, Entry("关闭对照", self.closed.emit, "", "close"))
        cells, rows, project = (
            action(self, Entry(text, wanted.emit, key, "", says))
            for text, key, says, wanted in (
                ("取用所选格", "Ctrl+Shift+L", "把选中的格取用到本年的同名指标", self.cells_wanted),
                ("取用所选行", "", "把选中的行取用到本年，没有同名指标时添加", self.rows_wanted),
                ("取用整个项目", "", "替换本年项目，编码、名称、单位不变", self.project_wanted),
            )
        )
        for each in (copy, cells):  # heard by the form alone, as on the sheet beside it
            each.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return _Actions(copy, (cells, rows, project), close)

    def _offer(self, point: QPoint) -> None:
        menu = QMenu(self)
        fill(menu, [self._actions.copy, None, *self._actions.takes, None, self._actions.close])
        open_at(menu, point)


class _Actions(NamedTuple):
    """What one can do on the past's form."""

    copy: QAction
    takes: Sequence[QAction]
    close: QAction

    def for_key(self, event: QKeyEvent) -> QAction | None:
        """Return the action that a key press stands for: what is copied from here."""
        return self.copy if event.matches(QKeySequence.StandardKey.Copy) else None


def no_such_project(document: DocumentOutline) -> str:
    """Return in words that a project has no past in a document, and what to do about it."""
    if not document.projects:
        return f"{document.year}年的文本没有项目"
    return f"{document.year}年没有这个项目，可从列表中选择"


def _nothing(_: Change) -> None:
    """Do nothing: a form that is only read makes no changes."""
