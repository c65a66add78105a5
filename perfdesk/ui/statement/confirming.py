"""核对无误: saying of texts of part one that came from last year that they are right."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from perfdesk.models.change import Change
from perfdesk.models.sheet import Place
from perfdesk.models.statement import Statement
from perfdesk.models.years.confirm import carried_in_statement
from perfdesk.ui.actions import Entry, action
from perfdesk.ui.confirming import confirmed
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
        for each in (self.confirm, self.confirm_all):
            each.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            page.addAction(each)

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
