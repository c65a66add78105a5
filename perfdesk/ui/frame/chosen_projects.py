"""Which projects an action means: those chosen where one was last, in the tree or in a table."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from perfdesk.models.outline import ProjectOutline
from perfdesk.models.project import Unit
from perfdesk.ui.session import Session
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.tree.outline_view import OutlineView


class ChosenProjects(QObject):
    """Projects chosen in the tree come first; a unit there stands for all that it has.

    Once one has gone into a table of projects, they are those that `listed` says. `changed` when
    they may be others.
    """

    changed = Signal()

    def __init__(
        self, session: Session, tree: OutlineView, listed: Callable[[], list[Key]]
    ) -> None:
        super().__init__(tree)
        self._session = session
        self._tree = tree
        self._listed = listed
        self._in_table = False
        tree.installEventFilter(self)
        tree.chosen.connect(self.changed)
        tree.model().modelReset.connect(self.changed)
        tree.selectionModel().selectionChanged.connect(self.changed)

    def watch(self, table: QWidget) -> None:
        """Know when one is in a table of projects."""
        table.installEventFilter(self)

    def keys(self) -> list[Key]:
        """Return the projects, all of one document."""
        here = self._tree.current_key()
        if (unit := self.unit()) and here:
            return [Key(Kind.PROJECT, here.document_id, each.id) for each in self._of(unit)]
        keys = self._in_tree() or (self._listed() if self._in_table else [])
        return keys if len({key.document_id for key in keys}) == 1 else []

    def unit(self) -> Unit | None:
        """Return the unit that is meant whole, None where projects are meant one by one."""
        key = self._tree.current_key()
        whole = key is not None and key.kind is Kind.UNIT and not self._in_tree()
        return key.unit if key and whole and not self._in_table else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and self._in_table != (watched is not self._tree):
            self._in_table = not self._in_table
            self.changed.emit()
        return super().eventFilter(watched, event)

    def _in_tree(self) -> list[Key]:
        current = self._tree.current_key()
        keys = [key for key in self._tree.selected_keys() if key.kind is Kind.PROJECT]
        return [key for key in keys if current and key.document_id == current.document_id]

    def _of(self, unit: Unit) -> list[ProjectOutline]:
        here = self._tree.current_key()
        outline = self._session.find_outline(here.document_id) if here else None
        return [each for each in outline.projects if each.unit == unit] if outline else []
