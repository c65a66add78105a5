"""核对无误: saying of texts of part one that came from last year that they are right, in turn."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from perfdesk.models.change import Change
from perfdesk.models.sheet import Place
from perfdesk.models.statement import Statement
from perfdesk.models.years.confirm import carried_in_statement
from perfdesk.ui.actions import Entry, action
from perfdesk.ui.confirming import FROM_THE_FIRST, NOTHING_LEFT, confirmed
from perfdesk.ui.statement.sheet import StatementSheet


class Confirming(QObject):
    """Confirms the text that one is in, or all of them; `told` says what that came to.

    `statement` is what the sheet shows, `do` makes a change.
    """

    told = Signal(str)

    def __init__(
        self,
        page: QWidget,
        sheet: StatementSheet,
        statement: Callable[[], Statement],
        do: Callable[[Change], object],
    ) -> None:
        super().__init__(page)
        self._sheet = sheet
        self._statement = statement
        self._do = do
        self.confirm = action(page, Entry("核对无误", self._one, "Ctrl+K", "saved"))
        self.confirm_all = action(
            page, Entry("部门整体绩效目标全部核对无误", self._all, "Ctrl+Shift+K")
        )
        self.next = action(page, Entry("下一处待核对", self._next, "F5", "next"))
        for each in (self.confirm, self.confirm_all, self.next):
            each.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            page.addAction(each)

    def _next(self) -> None:
        """Go to the next text that is to be looked at, from the last one to the first."""
        self._sheet.commit()
        self._sheet.show_all()
        carried, fields = self._carried(), self._sheet.fields
        left = [at for at, field in enumerate(fields) if field.place in carried]
        if not left:
            self.told.emit(NOTHING_LEFT)
            return
        here = fields.index(self._sheet.current)
        behind = next((at for at in left if at > here), None)
        if behind is None:
            self.told.emit(FROM_THE_FIRST)
        field = fields[left[0] if behind is None else behind]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sheet.desk.show_whole(field)

    def _one(self) -> None:
        self._sheet.commit()
        self._confirm(self._carried() & {self._sheet.current.place})

    def _all(self) -> None:
        self._sheet.commit()
        self._confirm(self._carried())

    def _carried(self) -> frozenset[Place]:
        return frozenset(carried_in_statement(self._statement()))

    def _confirm(self, places: frozenset[Place]) -> None:
        if words := confirmed(places, self._do, self._left, part="部门整体绩效目标", unit="栏"):
            self.told.emit(words)

    def _left(self) -> int:
        return self._statement().unconfirmed
