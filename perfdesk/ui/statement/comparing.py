"""对照上年: a past year's statement beside the current one, and what is taken over from it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from perfdesk.models.change import Change
from perfdesk.models.document import Document
from perfdesk.models.sheet import OVERALL, Place
from perfdesk.models.statement import Statement, StatementRow
from perfdesk.models.years.carry import YearStep
from perfdesk.models.years.take_statement import StatementTaking
from perfdesk.ui.actions import Entry, action
from perfdesk.ui.past import (
    NO_PAST,
    NOTHING_TO_TAKE,
    ONLY_TO_READ,
    past_years,
    said_before_taking_all,
    said_when_taken,
)
from perfdesk.ui.past_bar import put_beside
from perfdesk.ui.session import Session
from perfdesk.ui.statement.past_panel import PastPanel
from perfdesk.ui.statement.places import changed_place
from perfdesk.ui.statement.sheet import StatementSheet

_SAYS_NOTHING = "往年的部门整体绩效目标没有内容，没有可以取用的"


class Comparing(QObject):
    """Opens and closes the panel, keeps it in step with the page, and takes things over.

    `document` says which document is shown, `do` makes a change. `panel_made(area)` comes once,
    when there is a second paper that scrolls.
    """

    told = Signal(str)
    panel_made = Signal(object)

    def __init__(
        self,
        page: QWidget,
        sheet: StatementSheet,
        session: Session,
        document: Callable[[], Document],
        do: Callable[[Change], object],
    ) -> None:
        super().__init__(page)
        self.panel: PastPanel | None = None
        self._sheet = sheet
        self._session = session
        self._document = document
        self._do = do
        self._shown_for = ""
        self._settling = QTimer(self, interval=0, singleShot=True)
        self._settling.timeout.connect(self._align)
        self.compare = action(
            page,
            Entry("对照上年", self.toggle, "F12", "history", "在右侧打开往年的部门整体绩效目标"),
        )
        self.compare.setCheckable(True)
        self.take = action(
            page,
            Entry(
                *("取用上年内容", self.take_text, "Ctrl+Shift+L", ""),
                "把上年标题相同的一条的内容填入所在的一栏",
            ),
        )
        for each in (self.compare, self.take):
            each.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            page.addAction(each)
        session.changed.connect(self._on_changed)

    @property
    def is_open(self) -> bool:
        """Whether a past year stands beside the page's own."""
        return self.panel is not None and not self.panel.isHidden()

    def toggle(self) -> None:
        """Open the past year beside the current one, or close it."""
        if self.is_open:
            self._close()
        elif self._show_past():
            self._open()
        else:
            self.told.emit(NO_PAST)
        self.compare.setChecked(self.is_open)

    def refresh(self) -> None:
        """Show the past of the document that is shown now."""
        if self.is_open and self._shown_for != self._document().id and not self._show_past():
            self._close()

    def set_zoom(self, factor: float) -> None:
        """Show the past `factor` times as large too."""
        if self.panel:
            self.panel.sheet.set_zoom(factor)

    def follow(self) -> None:
        """Go in the past to where one is: the same section by its title, and the text in it."""
        taking = self._taking() if self.is_open else None
        if taking and self.panel:
            place = self._sheet.current.place
            row = _row(taking.statement, place)
            past = taking.past_row(row) if row else None
            if past or place == OVERALL:
                self.panel.show_place(Place(past.id if past else "", place.field))

    def take_text(self) -> None:
        """Fill one text with its past: the one picked in the past, else the one one is in."""
        focused = QApplication.focusWidget()
        if self.is_open and self.panel and focused and self.panel.isAncestorOf(focused):
            self._take_picked()
            return
        self._sheet.commit()
        taking = self._taking()
        if taking is None:
            past = past_years(self._session, self._document().id)
            self.told.emit(_SAYS_NOTHING if past else NO_PAST)
            return
        self._make(taking.fields([self._sheet.current.place]))

    def _take_picked(self) -> None:
        """Take the picked text over into the section of the same title."""
        self._sheet.commit()
        taking, panel = self._taking(), self.panel
        if taking is None or panel is None:
            return
        place = panel.picked.place
        if place == OVERALL:
            self._make(taking.fields([OVERALL]))
            return
        past = _row(taking.past, place)
        own = taking.own_row(past) if past else None
        if own is None:
            self.told.emit("本年没有标题相同的一条，请用“取用这一条”添加")
        else:
            self._make(taking.fields([Place(own.id, place.field)]))

    def _take_row(self) -> None:
        """Take the section of the picked text over; the overall text stands for itself."""
        self._sheet.commit()
        taking, panel = self._taking(), self.panel
        if taking is None or panel is None:
            return
        past = _row(taking.past, panel.picked.place)
        self._make(taking.rows([past]) if past else taking.fields([OVERALL]))

    def _take_all(self) -> None:
        self._sheet.commit()
        if taking := self._taking():
            self._make(taking.everything(), taking.replaced)

    def _make(self, change: Change | None, replaced: int = 0) -> None:
        if change is None:
            self.told.emit(NOTHING_TO_TAKE)
            return
        before = self._document()
        self._do(change)
        if place := changed_place(before, self._document()):
            self._sheet.show_all()
            self._sheet.desk.show_whole(self._sheet.field_at(place) or self._sheet.current)
            self.told.emit(said_when_taken(change.label, replaced, "栏"))

    # --- which past

    def _taking(self) -> StatementTaking | None:
        """Return what can be taken from the past that is shown, or else from the last year."""
        here = self._document()
        if self.is_open and self.panel and self._shown_for == here.id:
            return self._from(self.panel.document_id)
        last = self._last_year()
        return self._from(last) if last else None

    def _from(self, document_id: str) -> StatementTaking:
        here, past = self._document(), self._session.document(document_id)
        forms = self._session.form(past.id), self._session.form(here.id)
        step = YearStep(past.year, here.year, *forms)
        return StatementTaking(step, here.statement, past.statement)

    def _last_year(self) -> str:
        """Return the last document before this year whose statement says anything, or none."""
        past = past_years(self._session, self._document().id)
        said = (each.id for each in past if each.statement.filled)
        return next(said, "")

    def _show_past(self) -> bool:
        """Show the last year that says anything, or else the last; tell whether there is one."""
        years = past_years(self._session, self._document().id)
        wanted = self._last_year() or next((each.id for each in years), "")
        if wanted:
            self._show(wanted)
        return bool(wanted)

    def _show(self, document_id: str) -> None:
        panel, here = self._made(), self._document()
        self._shown_for = here.id
        wording = self._session.form(document_id).wording
        document = self._session.document(document_id)
        panel.show_year(past_years(self._session, here.id), document, wording)
        self._say_what_goes()
        self.follow()

    def _say_what_goes(self) -> None:
        """Let the button that takes all say how much of this year's texts that replaces."""
        if self.panel and (taking := self._taking()):
            said = said_before_taking_all(taking.replaced, "栏")
            self.panel.bar.takes[-1].setToolTip(said)

    # --- the panel

    def _made(self) -> PastPanel:
        if self.panel is None:
            self.panel = panel = PastPanel()
            panel.hide()
            panel.sheet.set_zoom(self._sheet.zoom)
            panel.bar.chosen.connect(lambda: self._show(panel.bar.document_id))
            panel.bar.closed.connect(self._close)
            panel.text_wanted.connect(self._take_picked)
            panel.row_wanted.connect(self._take_row)
            panel.all_wanted.connect(self._take_all)
            panel.refused.connect(lambda: self.told.emit(ONLY_TO_READ))
            self.panel_made.emit(panel.sheet.desk)
        return self.panel

    def _open(self) -> None:
        panel = self._made()
        put_beside(self._sheet.desk, panel)
        panel.show()
        self._sheet.current.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settling.start()

    def _close(self) -> None:
        self._put_away()
        self._sheet.current.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settling.start()

    def _put_away(self) -> None:
        if self.panel:
            self.panel.hide()
            self.compare.setChecked(False)

    def _align(self) -> None:
        """Bring where one is into view again, in both years, now that texts break otherwise."""
        self._sheet.desk.settle()
        self._sheet.desk.show_whole(self._sheet.current)
        self.follow()

    def _on_changed(self, before: Document | None, after: Document | None) -> None:
        """Show the past anew where that itself was changed or has gone."""
        panel = self.panel
        if panel is None or panel.isHidden():
            return
        if after and after.id == self._shown_for:
            self._say_what_goes()
        if panel.document_id in {each.id for each in (before, after) if each}:
            ids = (panel.document_id, self._shown_for)
            if all(self._session.find_outline(each) for each in ids):
                self._show(panel.document_id)
            else:
                self._put_away()


def _row(statement: Statement, place: Place) -> StatementRow | None:
    """Return the row that a place is in; none for the overall text."""
    return next((row for row in statement.rows if row.id == place.row_id), None)
