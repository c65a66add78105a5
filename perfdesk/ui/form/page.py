"""The project page: a project's official form, filled in where it stands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perfdesk.models.document import Document
from perfdesk.models.sheet import Place
from perfdesk.ui.form.leave import Leave
from perfdesk.ui.form.sheet_model import SheetModel
from perfdesk.ui.form.sheet_view import SheetView
from perfdesk.ui.form.wording import on_one_line, place_name, selection_words
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.page import Page
from perfdesk.ui.past import said_of_origin
from perfdesk.ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from perfdesk.models.change import Change
    from perfdesk.models.draft import Draft
    from perfdesk.models.project import Project
    from perfdesk.ui.form.beginnings import Beginnings
    from perfdesk.ui.form.cells import Cells
    from perfdesk.ui.form.commands import Commands
    from perfdesk.ui.form.comparing import Comparing
    from perfdesk.ui.form.sheet_remarks import SheetRemarks
    from perfdesk.ui.form.sheet_tools import SheetTools
    from perfdesk.ui.suggesting import Suggesting


class ProjectPage(Page):
    """Shows one project of the session and hands every edit to it.

    `told` carries a sentence for the person: what could not be done, and why. The page's
    actions are for the window's menu while the page is shown.
    """

    def __init__(
        self, session: Session, inspector: Inspector, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._inspector = inspector
        self._document_id = ""
        self._shows = False
        self._model = SheetModel(self)
        self._model.look_up = self._look_up
        self._model.say_origin = lambda: said_of_origin(session, self._document_id)
        self.view = SheetView(self._model, self._do, self)
        self._tools: SheetTools | None = None
        self._comparing: Comparing | None = None
        self._beginnings: Beginnings | None = None
        self.setObjectName("desk")
        self.setFocusProxy(self.view)
        space = QVBoxLayout(self)
        space.setContentsMargins(0, 0, 0, 0)
        space.addWidget(self.view)
        self.view.hide()
        self._connect()

    def complete(self) -> None:
        from perfdesk.ui.form import editor_kinds  # noqa: F401 - nobody shall wait at a key press
        from perfdesk.ui.form.comparing import Comparing
        from perfdesk.ui.form.sheet_tools import SheetTools

        self._comparing = Comparing(
            self, self.view, self._session, lambda: self._document_id, self._do
        )
        self._comparing.told.connect(self.told)
        self._comparing.panel_made.connect(self.scrolls)
        self._tools = SheetTools(self, self.view, self._document, self._do, self._comparing.take)
        self._tools.commands.told.connect(self.told)
        self._tools.commands.exchange.import_wanted.connect(self.copied_wanted)
        self._tools.set_zoom(self.view.zoom)
        if self._beginnings:
            self._tools.begin_from(self._beginnings)
        self._refresh_tools()

    def edits(self) -> "Sequence[QAction | QMenu | None]":
        return self._tools.actions.edits() if self._tools else ()

    def offers_here(self) -> "Sequence[QAction | QMenu | None]":
        if self._tools is None:
            return ()
        reading = self._tools.actions.reading()
        cells = reading if self._model.read_only else self.edits()
        return [*cells, None, *self.views()]

    def habits(self) -> "Sequence[QAction]":
        return (self._tools.actions.suggest,) if self._tools else ()

    def views(self) -> "Sequence[QAction]":
        return (self._comparing.compare,) if self._comparing else ()

    @property
    def commands(self) -> "Commands":
        """What one can do on the sheet, once the page is complete."""
        assert self._tools is not None
        return self._tools.commands

    def show_project(self, document_id: str, project_id: str) -> None:
        """Show a project of a document; nothing where it is not there."""
        self.commit()
        project = self._session.document(document_id).project(project_id)
        self._document_id = document_id
        if project is None:
            self._show_nothing()
            return
        self._model.read_only = self._session.outline(document_id).submitted
        if project is not self._model.project:
            self._model.show(self._session.form(document_id), project)
            self._refresh_tools()
        self._shows = True
        self.view.show()
        self.view.start()
        if self._comparing:
            self._comparing.refresh()

    def suggest_with(self, suggesting: "Suggesting") -> None:
        from perfdesk.ui.form.advice import Advice
        from perfdesk.ui.form.beginnings import Beginnings
        from perfdesk.ui.form.earlier import earlier_texts

        self._model.advice = Advice(suggesting, lambda: self._document().year)
        self._beginnings = Beginnings(self._session, suggesting, self._document)
        suggesting.ready.connect(self._refresh_tools)
        if self._tools:
            self._tools.begin_from(self._beginnings)
        self._model.look_back = lambda project: earlier_texts(
            suggesting.suggester, project, self._document().year
        )
        suggesting.ready.connect(self._model.update_earlier)

    def commit(self) -> None:
        self.view.editing.commit()

    def current_place(self) -> Place | None:
        cell, row = self.view.where.cell, self.view.where.row
        if cell is None or cell.place is None or row is None or not self._shows:
            return None
        if not cell.covers:
            return cell.place
        return Place(cell.covers[row - cell.row], cell.place.field)

    def go_to_place(self, place: Place, *, edit: bool = False) -> bool:
        from perfdesk.ui.form.places import cell_showing

        self.commit()
        cells = self._model.cells
        cell = cell_showing(cells, place) if self._shows else None
        if cell is None or cell.place is None:
            return False
        self.view.where.go(cell, cells.row_of(Place(place.row_id, cell.place.field)))
        if edit:
            self.view.setFocus()
            self.view.open()
        return True

    def draft(self) -> "Draft | None":
        from perfdesk.ui.form.drafting import draft_in

        editor = self.view.editing.editor
        return draft_in(editor, self._document()) if editor else None

    def put_back(self, draft: "Draft") -> bool:
        from perfdesk.ui.form.drafting import putting_back

        model = self._model
        if change := putting_back(draft, model.form, model.project, model.cells):
            self._do(change)
        return change is not None

    def set_zoom(self, factor: float) -> None:
        if factor != self.view.zoom:
            if self._tools:
                self._tools.set_zoom(factor)
            if self._comparing:
                self._comparing.set_zoom(factor)
            self.view.set_zoom(factor)

    def column_widths(self) -> list[int]:
        """Return the relative widths of the sheet's columns, to be remembered."""
        return self.view.shares

    def set_column_widths(self, widths: Sequence[int]) -> None:
        """Show the columns in remembered widths; none for the form's own."""
        self.view.set_shares(widths)

    def let_enter_go_right(self, *, right: bool) -> None:
        """Let Enter go on to the cell at the right, or to the one below."""
        self.view.enter_goes_right = right

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_remarks()

    def _connect(self) -> None:
        self.view.moved.connect(self._tell_place)
        self.view.editing.told.connect(self.told)
        self.view.editing.opened.connect(lambda: self.writing.emit(True))
        self.view.editing.closed.connect(lambda: self.writing.emit(False))
        self.view.locked.connect(lambda: self._session.may_change(self._document_id))
        self._session.changed.connect(self._changed)
        self._session.travelled.connect(self._travelled)
        self._inspector.changed.connect(self._on_judged)

    def _document(self) -> Document:
        return self._session.document(self._document_id)

    def _do(self, change: "Change") -> None:
        self._session.do(self._document_id, change)

    def _show_nothing(self) -> None:
        self._shows = False
        self.view.hide()
        self._tell_place()

    def _look_up(self, cells: "Cells", project: "Project") -> "SheetRemarks | None":
        """Return what checks found in a project, at its cells."""
        found = self._inspector.of_project(self._document_id, project.id)
        if not found:
            return None
        from perfdesk.ui.form.sheet_remarks import SheetRemarks
        from perfdesk.ui.remarks import remarks_on

        return SheetRemarks(cells, remarks_on(found, project.reasons))

    def _on_judged(self, document_id: str) -> None:
        if document_id != self._document_id or not self._shows:
            return
        project = self._document().project(self._model.project.id)
        if project is self._model.project:  # else the edit itself is still to be shown
            self._model.update_remarks()
            self.view.show_marks()
            self._tell_remarks()

    def _changed(self, before: Document | None, after: Document | None) -> None:
        view, model = self.view, self._model
        if not self._shows or self._document_id not in _ids(before, after):
            return
        project = after.project(model.project.id) if after else None
        if project is None or after is None:
            view.editing.leave(Leave.GIVE_UP)
            self._show_nothing()
        elif model.form.id != self._session.form(after.id).id:
            model.show(self._session.form(after.id), project)
        elif project is not model.project:
            model.update(project)
            view.show_marks()  # a reason changes what is marked, but no cell
            self._tell_place()
        if project and after:
            model.read_only = after.submitted is not None
            view.show_marks()
            self._refresh_tools()

    def _travelled(self, before: Document | None, after: Document | None) -> None:
        """Go where an undo or redo made a difference, and select all of it."""
        from perfdesk.ui.form.edits import differences

        shown = self._model.project
        was = before.project(shown.id) if before else None
        is_shown = after is not None and after.project(shown.id) is shown
        if was and is_shown and not self.view.editing.editor:
            self.view.where.show_places(differences(self._model.cells, was, shown))

    def _refresh_tools(self) -> None:
        if self._tools:
            self._tools.refresh()

    def _tell_place(self) -> None:
        self._tell_remarks()
        cell, selected = self.view.where.cell, self.view.where.selected
        if cell is None or cell.place is None or not self._shows:
            self.place_changed.emit("")
            return
        words = place_name(self._model.form, self._model.project, cell.place)
        if origin := self._model.said_of_origin(cell):
            words += f" · {origin}"
        if earlier := self._model.earlier.get(cell.place.row_id, ""):
            words += f" · {on_one_line(earlier)}" if cell.place.field == "value" else ""
        if len(selected) > 1:
            words += " · " + selection_words(self._model.project, selected)
        self.place_changed.emit(words)

    def _tell_remarks(self) -> None:
        """Tell what checks say of the current cell, while that is what one looks at."""
        if self.isVisible():
            remarks = self._model.remarks if self._shows else None
            self.remarked.emit(remarks.on(self.view.where.cell) if remarks else ())


def _ids(*documents: Document | None) -> set[str]:
    return {document.id for document in documents if document}
