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
        # Actions are kept, not their buttons: those are Qt's own, and their wrappers may go.
        self._worded: list[QAction] = []
        self._bare: dict[QAction, int] = {}
        self._giving_way: tuple[QAction, ...] = ()
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
        self.clear()
        self.toggleViewAction().setVisible(False)
        for group in groups:
            self.addActions(group)
            self.addSeparator()
        self.addAction(main)
        self.widgetForAction(main).setObjectName("main")
        self._worded = [*known, *(e for group in groups for e in group if e not in known)]
        for each in self._worded:
            button = self._button(each)
            button.ensurePolished()
            button.setToolButtonStyle(_ICON_ONLY)
            self._bare[each] = button.sizeHint().width()
        self._show_more()

    def end_with(self, last: QWidget) -> None:
        """Put something at the other end."""
        from PySide6.QtWidgets import QSizePolicy  # late: costs as much as the whole bar

        room = QWidget(self)
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._giving_way = (self.addWidget(room), self.addWidget(last))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if self._worded and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        return done

    def _fit(self) -> None:
        """Let buttons have their words from the last on, as far as there is room."""
        shown = [each for each in self.actions() if each.isVisible()]
        left = self.width() - sum(map(self._least_px, shown)) - _BETWEEN_PX * len(shown) - _SPARE_PX
        for each in reversed(self._worded):
            button = self._button(each)
            words = button.fontMetrics().horizontalAdvance(f" {button.text()} ")
            left -= words + _BESIDE_ICON_PX
            style = _WITH_WORDS if left >= 0 else _ICON_ONLY
            if button.toolButtonStyle() != style:
                button.setToolButtonStyle(style)

    def _least_px(self, action: "QAction") -> int:
        """Return how narrow what stands for an action can be, without words to be left out."""
        if action in self._bare:
            return self._bare[action]
        widget = self.widgetForAction(action)
        gives_way = action in self._giving_way
        return max(0, (widget.minimumSizeHint() if gives_way else widget.sizeHint()).width())

    def _button(self, action: "QAction") -> "QToolButton":
        button: QToolButton = self.widgetForAction(action)  # type: ignore[assignment]  # Qt's own
        return button

    def _show_more(self) -> None:
        """Give the button for what finds no room at all an icon that is seen on dark ground."""
        from PySide6.QtWidgets import QToolButton

        from perfdesk.ui.look.icons import icon

        if more := self.findChild(QToolButton, "qt_toolbar_ext_button"):
            more.setIcon(icon("more"))
