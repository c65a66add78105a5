"""What stands below the grid: a way to one more row, and the rows the form still expects."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from perfdesk.models.form import Form
from perfdesk.models.project import Project
from perfdesk.ui.form.rows import Offer, offers, usual_rows
from perfdesk.ui.look import theme

_ABOVE_PX = 8
_BETWEEN_PX = 2


class BelowGrid(QWidget):
    """Offers rows, softly; an empty grid is offered all the usual ones at once."""

    row_wanted = Signal()
    usual_wanted = Signal()
    offer_taken = Signal(Offer)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[bool, tuple[Offer, ...]] | None = None
        self._zoom = 1.0
        self._buttons: list[QPushButton] = []

    def show_for(self, form: Form, project: Project) -> None:
        """Offer what a project lacks; buttons stay while the same is lacking."""
        empty = not project.indicators
        lacking = offers(form, project)
        if self._shown == (empty, lacking):
            return
        self.show_nothing()
        self._shown = empty, lacking
        if empty and usual_rows(form):
            names = "、".join(row.level2.removesuffix("指标") for row in usual_rows(form))
            self._add(f"＋ 添加常用指标行：{names}", self.usual_wanted.emit)
        self._add("＋ 添加一行指标", self.row_wanted.emit)
        if not empty:
            for offer in lacking:
                self._add(f"＋ {offer.level2}", partial(self.offer_taken.emit, offer), soft=True)
        self.set_zoom(self._zoom)

    def show_nothing(self) -> None:
        """Offer nothing, as nothing may be added."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        self._shown = None

    def set_zoom(self, factor: float) -> None:
        """Show the offers `factor` times as large."""
        self._zoom = factor
        for button in self._buttons:
            button.setFont(theme.font(theme.TEXT_PX * factor))
        self._arrange(self.width())

    def height_for(self, width: int) -> int:
        """Return how high the offers are at a width."""
        places = self._places(width)
        return places[-1].bottom() + 1 if places else 0

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange(self.width())

    def _add(self, text: str, taken: Callable[[], None], *, soft: bool = False) -> None:
        button = QPushButton(text, self)
        button.setFlat(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        if soft:
            button.setObjectName("soft")
            button.setToolTip("表样中有这一类指标，本项目还没有：添加一行")
        button.clicked.connect(taken)
        button.show()
        self._buttons.append(button)

    def _arrange(self, width: int) -> None:
        for button, place in zip(self._buttons, self._places(width), strict=True):
            button.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        """Return where the buttons go, side by side and in further lines where need be."""
        return _flowed([button.sizeHint() for button in self._buttons], width, self._zoom)


def _flowed(sizes: Sequence[QSize], width: int, zoom: float) -> list[QRect]:
    x, y = 0, round(_ABOVE_PX * zoom)
    places: list[QRect] = []
    for size in sizes:
        if x and x + size.width() > width:
            x, y = 0, y + size.height() + _BETWEEN_PX
        places.append(QRect(x, y, min(size.width(), width), size.height()))
        x += size.width() + _BETWEEN_PX
    return places
