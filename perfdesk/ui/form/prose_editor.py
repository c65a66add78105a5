"""Edits longer texts where they stand: 资金用途, and 绩效目标 whose numbers keep counting."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from perfdesk.models.counting import count_words
from perfdesk.models.document import Content
from perfdesk.models.sheet import Role
from perfdesk.ui.form.editors import Opened, TextEditor
from perfdesk.ui.form.goals_text import GoalsText
from perfdesk.ui.form.growing_text import GrowingText
from perfdesk.ui.form.metrics import PADDING_X, PADDING_Y, Metrics
from perfdesk.ui.look import theme
from perfdesk.ui.look.tidy_bar import TidyBar
from perfdesk.ui.tidying import TIDY_KEY

_HINT_PX = 20
_FRAME_PX = 3


class ProseEditor(TextEditor):
    """A text field with room for some lines, a soft word on how to go on, and its 字数.

    What was pasted and could be tidier is said in a bar below.
    """

    lines = 2
    hint = "Alt+Enter 换行　Enter 完成　Esc 还原"

    def __init__(self, opened: Opened, metrics: Metrics, parent: QWidget) -> None:
        super().__init__(opened, metrics, parent)
        self.field.keeps_arrows = True
        self.bar = TidyBar(TIDY_KEY, self)
        self.bar.set_zoom(metrics.zoom)
        self.bar.wanted.connect(self.field.tidying.tidy)
        self.bar.kept.connect(self.field.tidying.keep)
        self.field.tidying.offered.connect(self._offer_to_tidy)
        self.field.textChanged.connect(self.update)
        self.field.selectionChanged.connect(self.update)

    def height_for(self, width: int) -> int:
        padding = 2 * self.metrics.px(PADDING_Y)
        least = round(self.lines * self.metrics.line_height(Role.TEXT)) + padding + self.below()
        return max(least, super().height_for(width))

    def below(self) -> int:
        bar = 0 if self.bar.isHidden() else self.bar.height() + _FRAME_PX
        return self.metrics.px(_HINT_PX) + bar

    def said(self) -> str:
        """Return how long the text is, and what of it is selected."""
        count = count_words(self.field.text())
        chosen = count_words(self.field.textCursor().selectedText())
        return f"选中 {chosen}　字数 {count}" if chosen else f"字数 {count}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        bar = self.bar
        inner = self.rect().adjusted(_FRAME_PX, 0, -_FRAME_PX, -_FRAME_PX)
        bar.setGeometry(inner.adjusted(0, inner.height() - bar.height(), 0, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self.metrics.small_font)
        painter.setPen(theme.colour("soft_ink"))
        side, height = self.metrics.px(PADDING_X), self.metrics.px(_HINT_PX)
        top = self.height() - self.below() - 2
        place = QRect(side, top, self.width() - 2 * side, height)
        middle, sides = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag
        painter.drawText(place, middle | sides.AlignLeft, self.hint)
        painter.drawText(place, middle | sides.AlignRight, self.said())

    def _offer_to_tidy(self, words: str) -> None:
        self.bar.show_words(words)
        self._make_room()


class GoalsEditor(ProseEditor):
    """Numbered goals: Alt+Enter begins the next one."""

    lines = 3
    hint = "Alt+Enter 下一条目标　Enter 完成　Esc 还原"

    def make_field(self) -> GrowingText:
        return GoalsText(self.opened.form.wording.goal_number, self.metrics, self)

    def start(self, typed: str | None) -> None:
        super().start(typed)
        if typed is None and isinstance(self.field, GoalsText):
            self.field.start_goals(self.opened.project.goals)

    def content(self) -> Content:
        return self.field.goals() if isinstance(self.field, GoalsText) else super().content()
