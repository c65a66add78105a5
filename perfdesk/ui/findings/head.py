"""The head of the panel: how far the list reaches, its levels, and a line of filters."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from perfdesk.models.review.counts import Counts
from perfdesk.models.review.finding import Group, Severity
from perfdesk.ui.findings.choice import Choice, Reach
from perfdesk.ui.findings.level_chip import LevelChip
from perfdesk.ui.look import theme
from perfdesk.ui.look.check_box import CheckBox
from perfdesk.ui.look.combo_box import ComboBox
from perfdesk.ui.look.icon_button import icon_button

_WIDE_PX = 1020
_PROJECT_PX = 150
_SEARCH_PX = 110
_TYPING_MS = 120
_ANY_GROUP, _ANY_PROJECT = "全部方面", "全部项目"


class Head(QWidget):
    """Lets one choose what the list shows; `changed` when another choice was made.

    `close_wanted` and `rules_wanted` for its other buttons.

    Where there is not room for all in one line, the filters open in a second one.
    """

    changed = Signal()
    close_wanted = Signal()
    rules_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel("审核结果", self)
        self.title.setFont(theme.font(bold=True))
        self.reach = ComboBox(self)
        self.reach.setAccessibleName("审核范围")
        for reach in Reach:
            self.reach.addItem(reach.value, reach)
        self.chips = {severity: LevelChip(severity, self) for severity in Severity}
        self.group = ComboBox(self)
        self.group.setAccessibleName("审核方面")
        self.group.addItem(_ANY_GROUP, None)
        for group in Group:
            self.group.addItem(group.value, group)
        self.project = ComboBox(self)
        self.project.setAccessibleName("所在项目")
        self.project.addItem(_ANY_PROJECT, "")
        self.project.setMaximumWidth(_PROJECT_PX)
        self.project.setMaxVisibleItems(20)
        self.search = QLineEdit(self)
        self.search.setAccessibleName("查找问题")
        self.search.setPlaceholderText("查找文字或规则编号")
        self.search.setMinimumWidth(_SEARCH_PX)
        self.search.setClearButtonEnabled(True)
        self.open_only = CheckBox("只看未处理", self)
        self.rules = QPushButton(self)
        self.rules.setFlat(True)
        self.rules.setAutoDefault(False)
        self.rules.setObjectName("small")
        self.rules.setToolTip("查看和修改审核规则")
        self.rules.hide()
        self.filters_button = icon_button("filter", "筛选（Ctrl+F）", self)
        self.filters_button.setCheckable(True)
        self.close_button = icon_button("close", "关闭（Esc）", self)
        self.close_button.setAccessibleName("关闭审核结果")
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._filters = QWidget(self)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()

    def choice(self) -> Choice:
        """Return what is asked for now."""
        return Choice(
            frozenset(each for each, chip in self.chips.items() if chip.isChecked()),
            self.group.currentData(),
            self.project.currentData(),
            self.search.text(),
            self.open_only.isChecked(),
        )

    def chosen_reach(self) -> Reach:
        """Return how far the list shall reach."""
        reach: Reach = self.reach.currentData()
        return reach

    def set_reach(self, reach: Reach) -> None:
        """Let the list reach as far as this."""
        self.reach.setCurrentIndex(self.reach.findData(reach))

    def show_levels(self, levels: Iterable[Severity]) -> None:
        """Show the findings of these levels, and whatever the other filters left out."""
        wanted = {*levels}
        for severity, chip in self.chips.items():
            chip.setChecked(severity in wanted)
        self.clear_filters()

    def show_everything(self) -> None:
        """Leave nothing out any more."""
        self.show_levels(Severity)

    def clear_filters(self) -> None:
        """Leave nothing out any more but levels."""
        self.group.setCurrentIndex(0)
        self.project.setCurrentIndex(0)
        self.search.clear()
        self.changed.emit()
        self.open_only.setChecked(False)

    def show_counts(self, counts: Counts) -> None:
        """Show how many findings are open."""
        for severity, chip in self.chips.items():
            if chip.count != counts[severity.rank]:
                chip.show_count(counts[severity.rank])

    def offer_projects(self, names: Sequence[str]) -> None:
        """Offer these projects to be chosen among; the chosen one stays as long as it is there."""
        self.project.setVisible(bool(names))
        standing = [self.project.itemData(at) for at in range(1, self.project.count())]
        if standing == [*names]:
            return
        chosen = self.project.currentData()
        with QSignalBlocker(self.project):
            self.project.clear()
            self.project.addItem(_ANY_PROJECT, "")
            for name in names:
                self.project.addItem(name, name)
            self.project.setCurrentIndex(max(0, self.project.findData(chosen)))

    def show_rules(self, words: str) -> None:
        """Say how the office's rules differ from the standard; nothing where they do not."""
        self.rules.setText(words)
        self.rules.setVisible(bool(words))

    def search_list(self) -> None:
        """Go to the search."""
        if not self._filters.isVisible():
            self.filters_button.setChecked(True)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        levels = QHBoxLayout()
        levels.setSpacing(8)
        for widget in (self.title, self.reach, *self.chips.values()):
            levels.addWidget(widget)
        levels.addStretch(1)
        filters = QHBoxLayout(self._filters)
        filters.setContentsMargins(0, 0, 0, 0)
        filters.setSpacing(8)
        filters.addWidget(self.group)
        filters.addWidget(self.project)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.open_only)
        filters.addWidget(self.rules)
        self._lines.setSpacing(6)
        self._lines.addLayout(levels)
        self._lines.addWidget(self._filters, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(12, 5, 8, 5)
        whole.setSpacing(4)
        whole.addLayout(self._lines, 1)
        whole.addWidget(self.filters_button, 0, Qt.AlignmentFlag.AlignTop)
        whole.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        for chip in self.chips.values():
            chip.toggled.connect(self.changed)
        for box in (self.reach, self.group, self.project):
            box.currentIndexChanged.connect(self.changed)
        self.search.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self.changed)
        self.open_only.toggled.connect(self.changed)
        self.filters_button.toggled.connect(self._arrange)
        self.rules.clicked.connect(self.rules_wanted)
        self.close_button.clicked.connect(self.close_wanted)

    def _arrange(self) -> None:
        """Put the filters beside the levels, or under them, as there is room."""
        wide = self.width() >= _WIDE_PX
        way = QBoxLayout.Direction
        self._lines.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self.filters_button.setVisible(not wide)
        self._filters.setVisible(wide or self.filters_button.isChecked())
