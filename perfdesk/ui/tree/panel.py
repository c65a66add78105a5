"""The left side of the window: the filter box above the tree."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from perfdesk.ui.inspector import Inspector
from perfdesk.ui.session import Session
from perfdesk.ui.tree.outline_model import OutlineModel
from perfdesk.ui.tree.outline_view import OutlineView

_PAUSE_MS = 120
_NOTHING_PX = 12


class TreePanel(QWidget):
    """Filter and tree; `view` is the tree itself."""

    def __init__(
        self, session: Session, inspector: Inspector, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = OutlineModel(session, inspector, self)
        self.filter = QLineEdit(self)
        self.view = OutlineView(self._model, self)  # to which Tab comes behind the filter
        self.filter.setPlaceholderText("筛选：名称、编码、拼音首字母")
        self.filter.setAccessibleName("筛选项目")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._filter)
        self.filter.textChanged.connect(self._wait)
        self.filter.returnPressed.connect(self._filter_and_leave)
        top = QHBoxLayout()
        top.setContentsMargins(10, 9, 10, 0)
        top.addWidget(self.filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.view)
        self._nothing: QLabel | None = None
        self.setFocusProxy(self.view)

    def complete(self) -> None:
        """Make what a first look does not need: the keys and the sign of the filter."""
        from PySide6.QtGui import QAction

        from perfdesk.ui.look.icons import icon

        magnifier = QAction(icon("filter"), "", self.filter)
        self.filter.addAction(magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self._on_key(Qt.Key.Key_Down, self._filter_and_leave)
        self._on_key(Qt.Key.Key_Escape, self._give_up)

    def clear_filter(self) -> None:
        """Show everything again."""
        self.filter.clear()
        self._filter()

    def _on_key(self, key: Qt.Key, does: Callable[[], None]) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        shortcut = QShortcut(QKeySequence(key), self.filter, does)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _give_up(self) -> None:
        self.clear_filter()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wait(self) -> None:
        self.filter.setClearButtonEnabled(True)  # not before: its icon is slow to be found
        self._pause.start()

    def _filter(self) -> None:
        self._pause.stop()
        wanted = self.filter.text()
        self._model.set_filter(wanted)
        if wanted.strip():
            self.view.expandAll()
        self._say_whether_found()

    def _say_whether_found(self) -> None:
        """Say in place of an empty tree that the filter leaves nothing of it."""
        nothing = bool(self.filter.text().strip()) and not self._model.rowCount()
        if nothing and self._nothing is None:
            self._nothing = self._made_nothing()
        if self._nothing:
            self._nothing.setText(f"没有找到“{self.filter.text().strip()}”\n按 Esc 显示全部")
            self._nothing.setVisible(nothing)

    def _made_nothing(self) -> QLabel:
        said = QLabel(self.view)
        said.setObjectName("soft")
        said.setWordWrap(True)
        said.setMargin(_NOTHING_PX)
        over = QVBoxLayout(self.view.viewport())
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(said, 0, Qt.AlignmentFlag.AlignTop)
        # What was found may go, and what was not may come, while the filter stands.
        self._model.modelReset.connect(self._say_whether_found)
        return said

    def _filter_and_leave(self) -> None:
        self._filter()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
