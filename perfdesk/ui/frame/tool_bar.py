"""The tool bar: buttons with words as long as there is room for them, a search box at its end."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QToolBar, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QToolButton

_ICON_PX = 18
_AROUND_TEXT_PX = 13
_SPARE_PX = 32  # what stands around all of it
_BETWEEN_PX = 2
_BESIDE_ICON_PX = 4
_WITH_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly


class ToolBar(QToolBar):
    """As high from the first as when it is full.

    In a narrow window buttons lose their words, those first of which everybody knows the icon.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__("工具栏", parent)
        self._buttons: list[QToolButton] = []
        self._bare: dict[QWidget, int] = {}
        self._giving_way: tuple[QWidget, ...] = ()
        self.setObjectName("tools")
        self.setMovable(False)
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.setToolButtonStyle(_WITH_WORDS)
        room = QWidget(self)
        room.setFixedSize(1, self.fontMetrics().height() + _AROUND_TEXT_PX)
        self.addWidget(room)

    def fill(
        self, groups: "Sequence[Sequence[QAction]]", main: "QAction", known: "Sequence[QAction]"
    ) -> None:
        """Put the buttons where room was kept for them, with lines between groups.

        `main` is what all else leads to, and looks so; `known` need words least.
        """
        from PySide6.QtWidgets import QToolButton  # late: the bar is first seen without buttons

        self.clear()
        self.toggleViewAction().setVisible(False)
        for group in groups:
            self.addActions(group)
            self.addSeparator()
        self.addAction(main)
        self.widgetForAction(main).setObjectName("main")
        shortened = [*known, *(each for group in groups for each in group if each not in known)]
        found = (self.widgetForAction(each) for each in shortened)
        self._buttons = [each for each in found if isinstance(each, QToolButton)]
        for button in self._buttons:
            button.ensurePolished()
            button.setToolButtonStyle(_ICON_ONLY)
        self._bare = {each: each.sizeHint().width() for each in self._buttons}
        self._show_more()

    def end_with(self, last: QWidget) -> None:
        """Put something at the other end."""
        from PySide6.QtWidgets import QSizePolicy  # late: costs as much as the whole bar

        room = QWidget(self)
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._giving_way = (room, last)
        self.addWidget(room)
        self.addWidget(last)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if self._buttons and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        return done

    def _fit(self) -> None:
        """Let buttons have their words from the last on, as far as there is room."""
        left = self.width() - self._least() - _SPARE_PX
        for button in reversed(self._buttons):
            left -= _words_px(button)
            style = _WITH_WORDS if left >= 0 else _ICON_ONLY
            if button.toolButtonStyle() != style:
                button.setToolButtonStyle(style)

    def _least(self) -> int:
        """Return how wide everything is without any words that can be left out."""
        widgets = (self.widgetForAction(each) for each in self.actions() if each.isVisible())
        widths = [self._bare.get(each, self._least_px(each)) for each in widgets]
        return sum(widths) + _BETWEEN_PX * len(widths)

    def _least_px(self, widget: QWidget) -> int:
        narrow = widget in self._giving_way
        return max(0, (widget.minimumSizeHint() if narrow else widget.sizeHint()).width())

    def _show_more(self) -> None:
        """Give the button for what finds no room at all an icon that is seen on dark ground."""
        from PySide6.QtWidgets import QToolButton

        from perfdesk.ui.look.icons import icon

        if more := self.findChild(QToolButton, "qt_toolbar_ext_button"):
            more.setIcon(icon("more"))


def _words_px(button: "QToolButton") -> int:
    """Return what the words of a button take beside its icon, as Qt counts it."""
    return button.fontMetrics().horizontalAdvance(f" {button.text()} ") + _BESIDE_ICON_PX
