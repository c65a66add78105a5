"""What the menus of the statement offer: the clipboard, and what can be done with a section."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from perfdesk.ui.actions import Entry, fill, heard_elsewhere
from perfdesk.ui.statement.field import Field
from perfdesk.ui.statement.guide import section_of
from perfdesk.ui.statement.keys import Deed
from perfdesk.ui.text_actions import TextActions

if TYPE_CHECKING:
    from collections.abc import Callable


class StatementActions:
    """The actions on the text that one is in, or was in last, and on its section.

    `past` are those on what came from last year, or may come from it.
    """

    def __init__(
        self, page: QWidget, field: "Callable[[], Field]", past: Sequence[QAction]
    ) -> None:
        self._field = field
        self._past = QMenu("参照和核对", page)
        fill(self._past, past)
        self._texts = TextActions(page, field, lambda: field().tidying)
        self._deeds = {
            deed: heard_elsewhere(
                page, Entry(deed.words, self._ask(deed), deed.keys.toString(), deed.icon_name)
            )
            for deed in Deed
        }

    def edits(self) -> Sequence[QAction | QMenu | None]:
        """Return what a menu offers in a text; None is a line."""
        texts = self._texts
        deeds = self._deeds.values()
        return [*texts.for_clipboard(), texts.tidy, None, self._past, None, *deeds]

    def refresh(self) -> None:
        """Let what cannot be done now rest."""
        self._texts.refresh()
        field = self._field()
        changeable = section_of(field) is not None and not field.isReadOnly()
        for each in self._deeds.values():
            each.setEnabled(changeable)

    def _ask(self, deed: Deed) -> "Callable[[], None]":
        def ask() -> None:
            if section := section_of(self._field()):
                section.asked.emit(deed)

        return ask
