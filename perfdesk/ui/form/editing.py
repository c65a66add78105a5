"""The one editor that may be open on the sheet: how it opens, follows, and is taken over."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from perfdesk.models.sheet import Cell
from perfdesk.ui.form.cells import places_of
from perfdesk.ui.form.leave import Leave
from perfdesk.ui.form.metrics import Metrics
from perfdesk.ui.form.sheet_model import SheetModel

if TYPE_CHECKING:  # a form is shown before its editors are loaded
    from perfdesk.models.change import Change
    from perfdesk.ui.form.editors import CellEditor


class Editing(QObject):
    """Opens the right editor over a cell and hands what was typed to `do`.

    `closed` tells how the editor was left, `grown` that it needs another height, `told` carries
    a sentence, and `rest_offered` a remark on what was taken over along with the change that
    would take over the rest.
    """

    opened = Signal()
    closed = Signal(Leave)
    grown = Signal()
    told = Signal(str)
    rest_offered = Signal(str, object)

    def __init__(
        self,
        desk: QAbstractScrollArea,
        model: SheetModel,
        do: "Callable[[Change], None]",
        selected: Callable[[], Sequence[Cell]],
    ) -> None:
        super().__init__(desk)
        self.editor: CellEditor | None = None
        self.cell: Cell | None = None
        self._desk = desk
        self._model = model
        self._do = do
        self._selected = selected
        # While the first word is being composed the sheet keeps the focus: to move it would
        # interrupt the input method.
        self._composed_from_sheet = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def open(self, cell: Cell, metrics: Metrics, typed: str | None = None) -> None:
        """Open the editor of a cell, with a text typed over its content or with the content."""
        from perfdesk.ui.form.editor_kinds import make_editor, opened_on

        self.commit()
        opened = opened_on(self._model, cell)
        if opened is None:
            return
        self.cell = cell
        self.editor = make_editor(opened, metrics, self._desk.viewport())
        self.editor.leaving.connect(self.leave)
        self.editor.grown.connect(self.grown)
        self.editor.told.connect(self.told)
        self.editor.start(typed)
        self.opened.emit()
        self.editor.show()
        if not self._composed_from_sheet:
            self.editor.setFocus()

    def compose(self, cell: Cell, metrics: Metrics, event: QInputMethodEvent) -> None:
        """Let an input method write over a cell that nobody opened."""
        if self.editor is None:
            if not (event.preeditString() or event.commitString()):
                event.ignore()
                return
            self._composed_from_sheet = True
            self.open(cell, metrics, "")
        editor = self.editor
        if editor is None:
            return
        editor.compose(event)
        if not event.preeditString():
            self._composed_from_sheet = False
            if event.commitString():
                editor.setFocus()
            else:
                self.leave(Leave.GIVE_UP)

    def leave(self, leave: Leave) -> None:
        """Close the editor, and take over what was typed unless it is given up."""
        editor = self.editor
        if editor is None:
            return
        from perfdesk.ui.form.editor_kinds import change_by

        change = change_by(editor, leave, self._model.project, self._selected)
        if change is None and leave not in (Leave.GIVE_UP, Leave.STAY):
            change = self._confirmed()
        unit = self._model.project.unit
        self._close()
        if change:
            self._do(change)
        self.closed.emit(leave)
        if (now := self._model.project.unit) != unit and unit.printed:
            self.told.emit(f"本项目已改归预算单位“{now.printed}”，按 Ctrl+Z 撤销")
        if remark := editor.remark():
            self.told.emit(remark)
            if rest := editor.rest(self._model.project):
                self.rest_offered.emit(remark, rest)

    def commit(self) -> None:
        """Take over what is still being typed, composed words included."""
        if self.editor and self.editor.composing:
            QGuiApplication.inputMethod().commit()
        self.leave(Leave.STAY)

    def follow(self) -> None:
        """Find the cell again after the document changed; its row may be gone."""
        if self.editor is None:
            return
        from perfdesk.ui.form.editor_kinds import opened_on

        cell = self._model.cells.counterpart(self.editor.opened.cell)
        opened = opened_on(self._model, cell) if cell else None
        if opened is None:
            if self.editor.changed():
                self.told.emit("正在填写的一行已不在表中，刚输入的内容没有填入。")
            self._close()
            self.closed.emit(Leave.GIVE_UP)
            return
        self.cell = cell
        self.editor.refresh(opened)

    def _confirmed(self) -> "Change | None":
        """Return the change that says of a cell from last year that it was looked at, if any."""
        if self.cell is None or self.cell not in self._model.carried:
            return None
        from perfdesk.models.years.confirm import Confirm

        return Confirm(frozenset(places_of(self.cell)))

    def _close(self) -> None:
        editor = self.editor
        self.editor = self.cell = None
        self._composed_from_sheet = False
        if editor:
            # Hidden with the focus inside, it would hand the focus on as Tab does.
            if editor.isAncestorOf(QApplication.focusWidget() or self._desk):
                self._desk.setFocus()
            editor.hide()
            editor.deleteLater()

    def _focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        editor = self.editor
        if editor is None or now is None or self._composed_from_sheet:
            return
        if now is not editor and not editor.isAncestorOf(now):
            self.leave(Leave.STAY)
