"""对照上年: a past year beside the current project, and what is taken over from it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from perfdesk.models.change import Change
from perfdesk.models.document import Document
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Place
from perfdesk.models.years.take import Taking
from perfdesk.ui.actions import Entry, action
from perfdesk.ui.form.cells import places_of
from perfdesk.ui.form.past_choice import PastChoice
from perfdesk.ui.form.past_panel import PastPanel, no_such_project
from perfdesk.ui.form.sheet_view import SheetView
from perfdesk.ui.past import (
    NO_PAST,
    NOTHING_TO_TAKE,
    ONLY_TO_READ,
    said_before_taking_all,
    said_when_taken,
)
from perfdesk.ui.past_bar import put_beside
from perfdesk.ui.session import Session

_NOT_IN_THE_PAST = "往年没有这个项目，可按 F12 打开对照，从列表中选择"
_CODES_STAY = "项目编码每年不同，不能取用，请按本年的编码填写"


class Comparing(QObject):
    """Opens and closes the panel, keeps it in step with the sheet, and takes things over.

    `document_id` says which document the sheet is of; `panel_made(view)` comes once, when there
    is a second form that scrolls.
    """

    told = Signal(str)
    panel_made = Signal(object)

    def __init__(
        self,
        page: QWidget,
        view: SheetView,
        session: Session,
        document_id: Callable[[], str],
        do: Callable[[Change], None],
    ) -> None:
        super().__init__(page)
        self.panel: PastPanel | None = None
        self._view = view
        self._session = session
        self._past = PastChoice(session, document_id, lambda: view.sheet.project)
        self._do = do
        self._shown_for = ""
        self.compare = action(
            page, Entry("对照上年", self.toggle, "F12", "history", "在右侧打开往年的同一项目")
        )
        self.compare.setCheckable(True)
        self.take = action(
            page,
            Entry(
                "取用上年内容",
                self.take_cells,
                "Ctrl+Shift+L",
                "",
                "把上年同一指标的内容填入选中的格",
            ),
        )
        for each in (self.compare, self.take):
            each.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            page.addAction(each)
        view.moved.connect(self._follow)
        session.changed.connect(self._on_changed)

    @property
    def is_open(self) -> bool:
        """Whether a past year stands beside the sheet."""
        return self.panel is not None and not self.panel.isHidden()

    def toggle(self) -> None:
        """Open the past year beside the sheet, or close it."""
        if self.is_open:
            self._close()
        elif self._show_past():
            self._open()
        else:
            self.told.emit(NO_PAST)
        self.compare.setChecked(self.is_open)

    def refresh(self) -> None:
        """Show the past of the project that is shown now."""
        if self.is_open and self._shown_for != self._project.id and not self._show_past():
            self._close()

    def set_zoom(self, factor: float) -> None:
        """Show the past `factor` times as large too."""
        if self.panel:
            self.panel.view.set_zoom(factor)

    def take_cells(self) -> None:
        """Fill cells with their past: those selected in the past, else those of the sheet."""
        self._view.editing.commit()
        panel = self.panel
        if self.is_open and panel and panel.view.hasFocus():
            self._take_past_cells(panel)
            return
        places = _places(self._view)
        if taking := self._taking():
            self._take(taking, places)
        else:
            self.told.emit(self._why_nothing())

    def _take(self, taking: Taking, places: Sequence[Place]) -> None:
        if change := taking.cells(places):
            self._make(change)
        else:
            only_code = {place.field for place in places} == {"code"}
            self.told.emit(_CODES_STAY if only_code else NOTHING_TO_TAKE)

    def _take_past_cells(self, panel: PastPanel) -> None:
        """Take what is selected in the past into the same rows; rows that lack are added whole."""
        taking = self._taking()
        if taking is None:
            self.told.emit(self._why_nothing())
            return
        past_rows = {row.id: row for row in taking.past.indicators}
        places: list[Place] = []
        lacking: dict[str, Indicator] = {}
        for place in _places(panel.view):
            past = past_rows.get(place.row_id)
            if past is None:
                places.append(Place(taking.project.id, place.field))
            elif own := taking.own_row(past):
                places.append(Place(own.id, place.field))
            else:
                lacking[past.id] = past
        if lacking:
            self.told.emit("本年没有同名指标，请用“取用所选行”添加")
        else:
            self._take(taking, places)

    def _take_rows(self) -> None:
        taking = self._taking()
        if taking is None or self.panel is None:
            return
        chosen = {place.row_id for place in _places(self.panel.view)}
        self._make(taking.rows([row for row in taking.past.indicators if row.id in chosen]))

    def _take_project(self) -> None:
        if taking := self._taking():
            self._make(taking.everything(), taking.replaced)

    def _make(self, change: Change | None, replaced: int = 0) -> None:
        if change is None:
            self.told.emit(NOTHING_TO_TAKE)
            return
        before = self._project
        self._do(change)
        if self._project is not before:
            self.told.emit(said_when_taken(change.label, replaced, "格"))

    # --- which past

    @property
    def _project(self) -> Project:
        return self._view.sheet.project

    def _taking(self) -> Taking | None:
        """Return what can be taken from the past that is shown, or else from last year."""
        if self.is_open and self.panel and self._shown_for == self._project.id:
            panel = self.panel
            past = panel.model.project
            return self._past.taking(panel.document_id, past) if panel.project_id else None
        found = self._past.usual()
        return self._past.taking(found[0].id, found[1]) if found else None

    def _why_nothing(self) -> str:
        """Return why nothing can be taken."""
        if not self._past.years():
            return NO_PAST
        if self.is_open and self.panel:
            return no_such_project(self._session.outline(self.panel.document_id))
        return _NOT_IN_THE_PAST

    def _show_past(self) -> bool:
        """Show the same project of last year, or that there is none; tell whether there is a past.

        Which project is meant that is not there, only the clerk knows.
        """
        if found := self._past.usual():
            self._show(found[0].id, found[1].id)
            return True
        years = self._past.years()
        past = next((each for each in years if each.projects), next(iter(years), None))
        if past:
            self._show(past.id, "")
        return past is not None

    def _show(self, document_id: str, project_id: str) -> None:
        """Show a project of a year; where none is named the same one, or none to choose one."""
        panel = self._made()
        outline = self._session.outline(document_id)
        document = self._session.document(document_id)
        past = document.project(project_id) or self._past.same_in(document_id)
        self._shown_for = self._project.id
        panel.offer(self._past.years(), outline, past.id if past else "")
        if past:
            panel.model.show(self._session.form(document_id), past)
        self._follow()
        self._say_what_goes()

    def _say_what_goes(self) -> None:
        """Let the button that takes all say how much of this year's project that replaces."""
        if self.panel and (taking := self._taking()):
            said = said_before_taking_all(taking.replaced, "格", "编码、名称、单位不变")
            self.panel.bar.takes[-1].setToolTip(said)

    # --- the panel

    def _made(self) -> PastPanel:
        if self.panel is None:
            self.panel = PastPanel()
            self.panel.hide()
            self.panel.view.set_zoom(self._view.zoom)
            self.panel.view.stand_beside(beside=True)
            self.panel.chosen.connect(self._show)
            self.panel.closed.connect(self._close)
            self.panel.cells_wanted.connect(self._take_shown_cells)
            self.panel.rows_wanted.connect(self._take_rows)
            self.panel.project_wanted.connect(self._take_project)
            self.panel_made.emit(self.panel.view)
            self.panel.view.locked.connect(lambda: self.told.emit(ONLY_TO_READ))
        return self.panel

    def _take_shown_cells(self) -> None:
        if self.panel:
            self._take_past_cells(self.panel)

    def _open(self) -> None:
        """Put the panel at the right of the sheet."""
        panel = self._made()
        put_beside(self._view, panel)
        self._view.stand_beside(beside=True)
        panel.show()
        panel.view.start()
        self._follow()
        if cell := self._view.where.cell:
            self._view.reveal(cell)
        self._view.setFocus()

    def _close(self) -> None:
        if self.panel:
            self.panel.hide()
            self.compare.setChecked(False)
            self._view.stand_beside(beside=False)
            self._view.setFocus()

    def _follow(self) -> None:
        """Go in the past to where one is on the sheet: the same row by its name, and the field."""
        panel, cell = self.panel, self._view.where.cell
        if panel is None or panel.isHidden() or cell is None or cell.place is None:
            return
        taking = self._taking()
        if taking is None:
            return
        place = cell.place
        row = next((each for each in taking.project.indicators if each.id == place.row_id), None)
        past = taking.past_row(row) if row else None
        if past or row is None:
            there = Place(past.id if past else taking.past.id, place.field)
            panel.view.where.go_to(there)

    def _on_changed(self, before: Document | None, after: Document | None) -> None:
        """Show the past anew where that itself was changed or has gone."""
        panel = self.panel
        if panel is None or panel.isHidden():
            return
        if after and after.project(self._project.id):
            self._say_what_goes()
        if panel.document_id in {each.id for each in (before, after) if each}:
            if self._session.find_outline(panel.document_id) is None:
                self._close()
            else:
                self._show(panel.document_id, panel.project_id)


def _places(view: SheetView) -> Sequence[Place]:
    """Return the places that are selected, merged cells once for each row."""
    return [place for cell in view.where.selected for place in places_of(cell)]
