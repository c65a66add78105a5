"""Edits longer texts where they stand: 资金用途, and 绩效目标 whose numbers keep counting."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from perfdesk.models.change import Content
from perfdesk.models.sheet import Role
from perfdesk.ui.form.editors import TextEditor
from perfdesk.ui.form.goals_text import GoalsText
from perfdesk.ui.form.growing_text import GrowingText
from perfdesk.ui.form.metrics import PADDING_X, PADDING_Y
from perfdesk.ui.look import theme

_HINT_PX = 20


class ProseEditor(TextEditor):
    """A text field with room for some lines and a soft word on how to go on."""

    lines = 2
    hint = "Alt+Enter 换行　Enter 完成　Esc 还原"

    def height_for(self, width: int) -> int:
        padding = 2 * self.metrics.px(PADDING_Y)
        least = round(self.lines * self.metrics.line_height(Role.TEXT)) + padding + self.below()
        return max(least, super().height_for(width))

    def below(self) -> int:
        return self.metrics.px(_HINT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self.metrics.small_font)
        painter.setPen(theme.colour("soft_ink"))
        side, height = self.metrics.px(PADDING_X), self.below()
        place = QRect(side, self.height() - height - 2, self.width() - 2 * side, height)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(place, align, self.hint)


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
