"""What stands below the grid: ways to begin, one more row, and the rows the form expects."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from perfdesk.models.form import Form
from perfdesk.models.project import Project
from perfdesk.models.suggest.beginning import is_bare
from perfdesk.ui.form.beginnings import Beginning, Beginnings
from perfdesk.ui.form.rows import Offer, offers, usual_rows
from perfdesk.ui.look import theme

_ABOVE_PX = 8
_BETWEEN_PX = 2


class BelowGrid(QWidget):
    """Offers rows, softly; an empty grid is offered all the usual ones at once.

    A project of which no row says anything is offered something to begin from: `begin_wanted`
    with what was chosen, `pick_wanted` and `template_wanted` where one wants to look for it among
    everything or among the templates. `entered(rect)` when keys
    come to an offer, which is to be seen then.
    """

    begin_wanted = Signal(object)
    pick_wanted = Signal()
    template_wanted = Signal()
    row_wanted = Signal()
    usual_wanted = Signal()
    offer_taken = Signal(Offer)
    entered = Signal(QRect)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] | None = None
        self._zoom = 1.0
        self._buttons: list[QPushButton] = []
        self._beginning_count = 0

    def show_for(self, form: Form, project: Project, beginnings: Beginnings | None) -> None:
        """Offer what a project lacks; buttons stay while the same is lacking."""
        empty = not project.indicators
        lacking = offers(form, project)
        begin = beginnings if is_bare(project) else None
        template = begin.fitting_template(project) if begin else None
        last_year = begin.last_year(project) if begin else None
        templates = bool(begin and begin.templates())
        shown = empty, lacking, template, last_year, templates
        if self._shown == shown:
            return
        self.show_nothing()
        self._shown = shown
        if templates:
            self._add_beginnings(template, last_year)
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
        self._beginning_count = 0
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QPushButton):
            self.entered.emit(watched.geometry())
        return super().eventFilter(watched, event)

    def _add_beginnings(self, template: Beginning | None, last_year: Beginning | None) -> None:
        """Offer what a project can begin from, in a line of their own."""
        if last_year:
            words = "参照上年填写"
            self._add(words, partial(self.begin_wanted.emit, last_year), says=last_year.name)
        if template:
            words = f"用模板：{template.name}"
            self._add(
                words, partial(self.begin_wanted.emit, template), says="填入这类项目常用的指标"
            )
        words = "其他模板…" if template else "用模板…"
        self._add(words, self.template_wanted.emit, says="按业务类型、拼音查找模板")
        self._add("参照其他项目…", self.pick_wanted.emit, says="按名称、拼音查找（Ctrl+L）")
        self._beginning_count = len(self._buttons)

    def _add(
        self, text: str, taken: Callable[[], None], *, soft: bool = False, says: str = ""
    ) -> QPushButton:
        button = QPushButton(text, self)
        button.setFlat(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        if soft:
            button.setObjectName("soft")
            says = "表样中有这一类指标，本项目还没有：添加一行"
        button.setToolTip(says)
        button.clicked.connect(taken)
        button.installEventFilter(self)
        button.show()
        self._buttons.append(button)
        return button

    def _arrange(self, width: int) -> None:
        for button, place in zip(self._buttons, self._places(width), strict=True):
            button.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        """Return where the buttons go, side by side and in further lines where need be."""
        sizes = [button.sizeHint() for button in self._buttons]
        return _flowed(sizes, self._beginning_count, width, self._zoom)


def _flowed(sizes: Sequence[QSize], broken_at: int, width: int, zoom: float) -> list[QRect]:
    x, y = 0, round(_ABOVE_PX * zoom)
    places: list[QRect] = []
    for number, size in enumerate(sizes):
        if x and (x + size.width() > width or number == broken_at):
            x, y = 0, y + size.height() + _BETWEEN_PX
        places.append(QRect(x, y, min(size.width(), width), size.height()))
        x += size.width() + _BETWEEN_PX
    return places
