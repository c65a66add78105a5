"""A preview of what would be printed, from where it can be printed."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPageLayout, QResizeEvent
from PySide6.QtPrintSupport import (
    QPageSetupDialog,
    QPrintDialog,
    QPrinter,
    QPrintPreviewWidget,
)
from PySide6.QtWidgets import (
    QDialog,
    QGraphicsView,
    QLabel,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from perfdesk.ui.look import theme
from perfdesk.ui.look.icons import icon

_SHARE = 0.9
_ICON_PX = 18
_AROUND_PX = 12
_STEP = 1.2


def show_preview(
    window: QWidget, printer: QPrinter, title: str, draw: Callable[[QPrinter], object]
) -> None:
    """Show what `draw` paints on a printer, until the person has seen enough.

    The preview is gone a little later than it is closed, and does not keep its printer.
    """
    dialog = PrintPreview(window, printer, title, draw)
    dialog.exec()
    dialog.deleteLater()


class PrintPreview(QDialog):
    """Pages as they will be printed, one at a time, and what can be done with them."""

    def __init__(
        self, window: QWidget, printer: QPrinter, title: str, draw: Callable[[QPrinter], object]
    ) -> None:
        super().__init__(window)
        self.setWindowTitle(f"打印预览 - {title}")
        self.resize(window.size() * _SHARE)
        self._printer = printer
        self.pages = QPrintPreviewWidget(printer)
        self.pages.setAccessibleName("打印的样子")
        self.pages.paintRequested.connect(draw)
        self.pages.previewChanged.connect(self._refresh)
        self._page = _said("页码")
        self._zoom = _said("显示比例")
        self._make_actions()
        for each in self.pages.findChildren(QGraphicsView):
            each.setBackgroundBrush(theme.colour("desk"))
        self._bar = self._made_bar()
        self._shortened = (
            (self._smaller, self._larger, self._back, self._on),
            (self._close, self._paper, self._across),
            (self._print, self._whole, self._wide),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.pages, 1)
        self.pages.fitInView()
        self.pages.setFocus()
        self._refresh()

    def _make_actions(self) -> None:
        pages = self.pages
        self._print = self._action("打印…", self._ask_and_print, "print", "Ctrl+P")
        self._paper = self._action("纸张…", self._ask_for_paper, "settings")
        self._across = self._action("横向", self._turn, "paper-across")
        self._whole = self._action("正好一页", pages.fitInView, "fit-page", "Ctrl+0")
        self._wide = self._action("一页宽", pages.fitToWidth, "fit-width")
        for each in (self._across, self._whole, self._wide):
            each.setCheckable(True)
        self._smaller = self._action("缩小", lambda: pages.zoomOut(_STEP), "zoom-out", "Ctrl+Alt+-")
        self._larger = self._action("放大", lambda: pages.zoomIn(_STEP), "zoom-in", "Ctrl+Alt+=")
        self._back = self._action("上一页", lambda: self._go(-1), "previous", "Ctrl+PgUp")
        self._on = self._action("下一页", lambda: self._go(1), "next", "Ctrl+PgDown")
        self._close = self._action("关闭", self.reject, "close")

    def _action(self, words: str, does: Callable[[], object], name: str, key: str = "") -> QAction:
        made = QAction(icon(name), words, self)
        made.setIconText(words.rstrip("…"))
        if key:
            made.setShortcut(QKeySequence(key))
            made.setToolTip(f"{words.rstrip('…')}（{key.replace('PgDown', 'PgDn')}）")
        made.triggered.connect(lambda _checked=False: self._do(does))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        style = Qt.ToolButtonStyle
        for actions in self._shortened:
            self._show_as(style.ToolButtonTextBesideIcon, actions)
        for actions in self._shortened:  # those first of which everybody knows the icons
            if self._bar.sizeHint().width() > self.width():
                self._show_as(style.ToolButtonIconOnly, actions)

    def _show_as(self, style: Qt.ToolButtonStyle, actions: Iterable[QAction]) -> None:
        for each in actions:
            button = self._bar.widgetForAction(each)
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(style)

    def _made_bar(self) -> QToolBar:
        bar = QToolBar("打印预览", self)
        bar.setIconSize(QSize(_ICON_PX, _ICON_PX))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.addActions([self._print, self._paper, self._across])
        bar.addSeparator()
        bar.addActions([self._whole, self._wide, self._smaller])
        bar.addWidget(self._zoom)
        bar.addAction(self._larger)
        bar.addSeparator()
        bar.addAction(self._back)
        bar.addWidget(self._page)
        bar.addAction(self._on)
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(room)
        bar.addAction(self._close)
        return bar

    def _do(self, does: Callable[[], object]) -> None:
        does()
        self._refresh()

    def _go(self, step: int) -> None:
        self.pages.setCurrentPage(self.pages.currentPage() + step)

    def _turn(self) -> None:
        way = QPageLayout.Orientation
        upright = self.pages.orientation() == way.Portrait
        self.pages.setOrientation(way.Landscape if upright else way.Portrait)

    def _refresh(self) -> None:
        """Say where one is, and let what cannot be done now rest."""
        pages, mode = self.pages, QPrintPreviewWidget.ZoomMode
        at, count = pages.currentPage(), pages.pageCount()
        self._page.setText(f"第 {at} 页，共 {count} 页" if count else "")
        self._zoom.setText(f"{round(pages.zoomFactor() * 100)}%")
        self._back.setEnabled(at > 1)
        self._on.setEnabled(at < count)
        self._whole.setChecked(pages.zoomMode() == mode.FitInView)
        self._wide.setChecked(pages.zoomMode() == mode.FitToWidth)
        self._across.setChecked(pages.orientation() == QPageLayout.Orientation.Landscape)

    def _ask_and_print(self) -> None:
        dialog = QPrintDialog(self._printer, self)
        dialog.setWindowTitle("打印")
        agreed = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        if agreed:
            self.pages.print_()
            self.accept()

    def _ask_for_paper(self) -> None:
        dialog = QPageSetupDialog(self._printer, self)
        dialog.setWindowTitle("纸张")
        if dialog.exec() == QPageSetupDialog.DialogCode.Accepted:
            self.pages.updatePreview()
        dialog.deleteLater()


def _said(name: str) -> QLabel:
    """Return a label in the bar that is wide enough for whatever it will say."""
    said = QLabel()
    said.setAccessibleName(name)
    said.setAlignment(Qt.AlignmentFlag.AlignCenter)
    widest = "第 100 页，共 100 页" if name == "页码" else "1000%"
    said.setMinimumWidth(said.fontMetrics().horizontalAdvance(widest) + _AROUND_PX)
    return said
