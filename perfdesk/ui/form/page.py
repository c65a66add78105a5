"""The project page: a project's official form, filled in where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perfdesk.models.change import Change
from perfdesk.models.document import Document
from perfdesk.ui.form.growing_text import Leave
from perfdesk.ui.form.sheet_model import SheetModel
from perfdesk.ui.form.sheet_view import SheetView
from perfdesk.ui.form.wording import place_name, selection_words
from perfdesk.ui.page import Page
from perfdesk.ui.session import Session


class ProjectPage(Page):
    """Shows one project of the session and hands every edit to it.

    `told` carries a sentence for the person: what could not be done, and why.
    """

    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document_id = ""
        self._zoom = 1.0
        self._shares: list[int] = []
        self.view: SheetView | None = None
        self._space = QVBoxLayout(self)
        self._space.setContentsMargins(0, 0, 0, 0)
        self.setObjectName("desk")
        session.changed.connect(self._changed)

    def show_project(self, document_id: str, project_id: str) -> None:
        """Show a project of a document; nothing where it is not there."""
        self.commit()
        project = self._session.document(document_id).project(project_id)
        self._document_id = document_id
        if project is None:
            self._show_nothing()
            return
        form = self._session.form(document_id)
        if self.view is None:
            self.view = self._make_view(SheetModel(form, project, self))
        else:
            self.view.sheet.show(form, project)
            self.view.show()
        self.view.start()

    def commit(self) -> None:
        if self.view:
            self.view.editing.commit()

    def set_zoom(self, factor: float) -> None:
        self._zoom = factor
        if self.view:
            self.view.set_zoom(factor)

    def column_widths(self) -> list[int]:
        """Return the relative widths of the sheet's columns, to be remembered."""
        return self.view.shares if self.view else list(self._shares)

    def set_column_widths(self, widths: Sequence[int]) -> None:
        """Show the columns in remembered widths; none for the form's own."""
        self._shares = list(widths)
        if self.view:
            self.view.set_shares(self._shares)

    def _make_view(self, model: SheetModel) -> SheetView:
        view = SheetView(model, self._do, self)
        view.set_zoom(self._zoom)
        view.set_shares(self._shares)
        view.moved.connect(self._tell_place)
        view.editing.told.connect(self.told)
        self._space.addWidget(view)
        self.setFocusProxy(view)
        return view

    def _do(self, change: Change) -> None:
        self._session.do(self._document_id, change)

    def _show_nothing(self) -> None:
        if self.view:
            self.view.hide()
        self.place_changed.emit("")

    def _changed(self, before: Document | None, after: Document | None) -> None:
        view = self.view
        if view is None or view.isHidden() or self._document_id not in _ids(before, after):
            return
        shown = view.sheet.project
        project = after.project(shown.id) if after else None
        if project is None:
            view.editing.leave(Leave.GIVE_UP)
            self._show_nothing()
        elif after and view.sheet.form.id != after.form:
            view.sheet.show(self._session.form(after.id), project)
        elif project is not shown:
            view.sheet.update(project)
            self._tell_place()

    def _tell_place(self) -> None:
        view = self.view
        if view is None or view.where.cell is None or view.where.cell.place is None:
            self.place_changed.emit("")
            return
        model = view.sheet
        words = place_name(model.form, model.project, view.where.cell.place)
        if len(view.where.selected) > 1:
            words += " · " + selection_words(model.project, view.where.selected)
        self.place_changed.emit(words)


def _ids(*documents: Document | None) -> set[str]:
    return {document.id for document in documents if document}
