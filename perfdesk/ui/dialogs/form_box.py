"""A box to choose a year's form from."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from perfdesk.models.form import Form
from perfdesk.ui.look.combo_box import ComboBox


class FormBox(ComboBox):
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
