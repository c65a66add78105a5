"""Says under a row what a suggestion left as it was there, and offers to fill that in too."""

from typing import TYPE_CHECKING

from perfdesk.models.change import Change
from perfdesk.ui.look.offer_bar import OfferBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from perfdesk.ui.form.sheet_view import SheetView

_GAP_PX = 4


class RestBar(OfferBar):
    """Lies below the current row until one goes to another row, types, or anything changes."""

    def __init__(self, view: "SheetView", do: "Callable[[Change], None]") -> None:
        keeps = "保留原文", "保留这一行原有的内容"
        super().__init__(view.viewport(), ("整行替换", "用推荐的内容替换这一行"), keeps)
        self._view = view
        self._do = do
        self._below: int | None = None
        self._change: Change | None = None
        self.wanted.connect(self._replace)
        for signal in (self.kept, view.editing.opened, view.sheet.modelReset):
            signal.connect(self.put_away)
        for signal in (view.sheet.dataChanged, view.sheet.rowsInserted, view.sheet.rowsRemoved):
            signal.connect(self.put_away)
        view.moved.connect(self._stay_in_row)
        view.verticalScrollBar().valueChanged.connect(self.place)
        view.horizontalScrollBar().valueChanged.connect(self.place)

    def offer(self, words: str, change: Change) -> None:
        """Say what was left as it was in the current row; the change fills that in too."""
        self._below, self._change = self._view.where.row, change
        self.set_zoom(self._view.zoom)
        self.show_words(words)
        self.place()
        self.raise_()

    def place(self) -> None:
        """Lie below the row, or above it where the window ends."""
        cells, layout = self._view.sheet.cells, self._view.sheet_layout
        entry = cells.entry(self._below) if self._below is not None else None
        if entry is None:
            return
        rect = layout.rect(entry).translated(-self._view.offset())
        gap = self._view.metrics.px(_GAP_PX)
        room = self._view.viewport().width() - rect.left()
        width = min(self.width_for_words(), room)
        top = rect.bottom() + gap
        if top + self.height() > self._view.viewport().height():
            top = rect.top() - gap - self.height()
        self.setGeometry(rect.left(), top, width, self.height())

    def put_away(self) -> None:
        """Say no more of the row."""
        self._below = self._change = None
        self.hide()

    def _stay_in_row(self) -> None:
        if self._below is not None and self._view.where.row != self._below:
            self.put_away()

    def _replace(self) -> None:
        change = self._change
        self.put_away()
        if change:
            self._do(change)
