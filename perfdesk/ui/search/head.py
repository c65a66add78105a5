"""What is looked for and how: the lines above the list of what was found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from perfdesk.models.search.query import Query
from perfdesk.ui.look.check_box import CheckBox
from perfdesk.ui.look.icon_button import icon_button
from perfdesk.ui.look.short_label import ShortLabel
from perfdesk.ui.search.hit import Here, Scope
from perfdesk.ui.search.search_field import SearchField

_FIELD_PX = 200
_WIDEST_FIELD_PX = 420
_WIDE_PX = 900
_SCOPE_TIPS = {
    Scope.FORM: "只在当前的表或整体绩效目标中查找",
    Scope.DOCUMENT: "在当前部门当年的整份文本中查找",
    Scope.ALL: "在所有年度、所有部门的文本中查找（Ctrl+Shift+F）",
}


class Head(QWidget):
    """The fields, toggles and buttons of the panel.

    `changed` when something else is looked for, `replacement_changed` when it shall become
    something else, `stepped(forward)` for the arrows, `all_ticked(ticked)` for the box of all.
    """

    changed = Signal()
    replacement_changed = Signal()
    stepped = Signal(bool)
    all_ticked = Signal(bool)
    replace_wanted = Signal()
    replace_all_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField("查找内容", self)
        self.by = SearchField("替换为", self)
        self.by.setPlaceholderText("替换为（可以留空）")
        self.previous = icon_button("previous", "上一处（Shift+F3）", self)
        self.next = icon_button("next", "下一处（F3）", self)
        self.scopes: dict[Scope, QToolButton] = {}
        self._group = QButtonGroup(self)
        for scope in Scope:
            self.scopes[scope] = self._scope_button(scope)
        self.exactly = CheckBox("区分大小写、全半角", self)
        self.whole = CheckBox("整格匹配", self)
        self.count = ShortLabel(self)
        self.count.setObjectName("soft")
        self.count.setAccessibleName("查找情况")
        self.close_button = icon_button("close", "关闭（Esc）", self)
        self.close_button.setAccessibleName("关闭查找")
        self.all = CheckBox("全选", self)
        self.replace = self._push("替换此处", "替换当前一处，并转到下一处")
        self.replace_all = self._push("全部替换", "替换勾选的各处，一次撤销即可恢复")
        self._upper = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower = QWidget(self)
        self._lay_out()
        self._connect()
        self.show_replacing(replacing=False)

    @property
    def query(self) -> Query:
        """What is looked for."""
        return Query(self.field.text(), self.exactly.isChecked(), self.whole.isChecked())

    @property
    def replacing(self) -> bool:
        """Whether it shall become something else."""
        return not self._lower.isHidden()

    @property
    def scope(self) -> Scope:
        """How far is looked."""
        return next(each for each, button in self.scopes.items() if button.isChecked())

    def show_replacing(self, *, replacing: bool) -> None:
        """Show the line of replacing, or hide it."""
        self._lower.setVisible(replacing)

    def choose_scope(self, scope: Scope) -> None:
        """Look so far."""
        self.scopes[scope].setChecked(True)

    def show_here(self, here: Here) -> None:
        """Offer only what makes sense where one is."""
        for scope, button in self.scopes.items():
            button.setEnabled(here.scope(scope) is scope)
        self.choose_scope(here.scope(self.scope))

    def show_ticks(self, ticked: int, of: int) -> None:
        """Say how many places would be replaced."""
        self.all.setText(f"全选（已选 {ticked}，共 {of}）" if of else "全选")
        self.all.setChecked(0 < ticked == of)
        self.all.setEnabled(of > 0)
        self.all.updateGeometry()
        self.replace_all.setEnabled(ticked > 0)
        self.replace.setEnabled(of > 0)

    def rest_replacing(self, *, resting: bool) -> None:
        """Let nothing be replaced while what is listed is not what is looked for now."""
        if resting:
            self.replace_all.setEnabled(False)
            self.replace.setEnabled(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        wide = self.width() >= _WIDE_PX
        self._upper.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def _lay_out(self) -> None:
        for field in (self.field, self.by):
            field.setMinimumWidth(_FIELD_PX)
            field.setMaximumWidth(_WIDEST_FIELD_PX)
        titles = [QLabel("查找", self), QLabel("替换为", self)]
        width = max(title.sizeHint().width() for title in titles)
        for title in titles:
            title.setMinimumWidth(width)
        self._lay_out_finding(titles[0])
        self._lay_out_replacing(titles[1])
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(self._upper)
        column.addWidget(self._lower)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(12, 5, 8, 5)
        whole.setSpacing(4)
        whole.addLayout(column, 1)
        whole.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

    def _lay_out_finding(self, title: QLabel) -> None:
        what = QHBoxLayout()
        what.setSpacing(6)
        what.addWidget(title)
        what.addWidget(self.field, 1)
        what.addWidget(self.previous)
        what.addWidget(self.next)
        how = QHBoxLayout()
        how.setSpacing(4)
        for button in self.scopes.values():
            how.addWidget(button)
        for box in (self.exactly, self.whole):
            how.addSpacing(8)
            how.addWidget(box)
        how.addWidget(self.count, 1)
        self._upper.setSpacing(6)
        self._upper.addLayout(what, 1)
        self._upper.addLayout(how, 2)

    def _lay_out_replacing(self, title: QLabel) -> None:
        line = QHBoxLayout(self._lower)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(title)
        line.addWidget(self.by, 1)
        for part in (self.replace, self.replace_all, self.all):
            line.addWidget(part)
        line.addStretch(1)

    def _connect(self) -> None:
        self.field.textChanged.connect(self.changed)
        self._group.buttonToggled.connect(self._on_scope)
        self.exactly.toggled.connect(self.changed)
        self.whole.toggled.connect(self.changed)
        self.by.textChanged.connect(self.replacement_changed)
        self.next.clicked.connect(lambda: self.stepped.emit(True))
        self.previous.clicked.connect(lambda: self.stepped.emit(False))
        for field in (self.field, self.by):
            field.entered.connect(self.stepped)
        self.all.clicked.connect(self.all_ticked)
        self.replace.clicked.connect(self.replace_wanted)
        self.replace_all.clicked.connect(self.replace_all_wanted)
        self.close_button.clicked.connect(self.close_wanted)

    def _on_scope(self, _button: QAbstractButton, checked: bool) -> None:
        if checked:
            self.changed.emit()

    def _scope_button(self, scope: Scope) -> QToolButton:
        button = QToolButton(self)
        button.setText(scope.value)
        button.setCheckable(True)
        button.setChecked(scope is Scope.FORM)
        button.setToolTip(_SCOPE_TIPS[scope])
        button.setAccessibleName(f"查找范围：{scope.value}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._group.addButton(button)
        return button

    def _push(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName("small")
        button.setAutoDefault(False)
        button.setToolTip(tip)
        return button
