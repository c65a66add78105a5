"""A box to choose a year's form from."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from perfdesk.models.form import Form
from perfdesk.ui.look.icons import icon

_ARROW_PX = 14
_FROM_RIGHT_PX = 24


class FormBox(QComboBox):
    """Offers forms by name, also one that a document names and that is not known here."""

    def __init__(self, forms: Sequence[Form], form_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for form in forms:
            self.addItem(form.name, form.id)
        if form_id not in {form.id for form in forms}:
            self.addItem(form_id or "未注明", form_id)
        self.choose(form_id)

    @property
    def form_id(self) -> str:
        """The chosen form."""
        return str(self.currentData())

    def choose(self, form_id: str) -> None:
        """Choose a form as if nobody had."""
        self.setCurrentIndex(self.findData(form_id))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        top = (self.height() - _ARROW_PX) // 2
        left = self.width() - _FROM_RIGHT_PX
        icon("chevron-down", "soft_ink").paint(painter, left, top, _ARROW_PX, _ARROW_PX)
