"""Cells that were cut: they stay where they are, in a dashed frame, until they are pasted."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from perfdesk.models.change import Change
from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.ids import new_id
from perfdesk.models.project import Project
from perfdesk.models.sheet import Cell, Place
from perfdesk.ui.clipboard import cut_mark
from perfdesk.ui.form.cells import Block, emptied_with, places_of
from perfdesk.ui.form.copying import copy_selection
from perfdesk.ui.form.edits import cleared, fill_places
from perfdesk.ui.form.sheet_view import SheetView
from perfdesk.ui.look import theme

_LINE_PX = 2
_DASH = (4, 3)


@dataclass(frozen=True, slots=True)
class _Held:
    """Cells of a project as it was when they were cut."""

    mark: str
    project: Project
    block: Block
    cells: tuple[Cell, ...]


class Cutting(QObject):
    """Holds what was cut on a sheet until it is pasted; what never is stays where it is.

    Esc gives it up, which is `told`, and so does an edit of its project, or when something else
    is copied.
    """

    told = Signal(str)

    def __init__(self, view: SheetView) -> None:
        super().__init__(view)
        self._view = view
        self._held: _Held | None = None
        self._frame: _Frame | None = None
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        QGuiApplication.clipboard().dataChanged.connect(self._on_clipboard)

    def cut(self) -> bool:
        """Put the selected block on the clipboard, to be moved; tell whether there was one."""
        view, block = self._view, self._view.where.block
        if block is None:
            return False
        self._held = _Held(new_id(), view.sheet.project, block, view.where.selected)
        copy_selection(view, self._held.mark)
        self._show_frame()
        return True

    def give_up(self) -> None:
        """Leave what was cut where it is."""
        self._held = None
        self._show_frame()

    def emptying(self, form: Form, document: Document, taken: Collection[Place]) -> Change | None:
        """Return the change that empties the cells that are being pasted, but for those `taken`.

        None where others were copied since, or the cells changed, or stand in another document.
        """
        held = self._held
        if held is None or cut_mark() != held.mark:
            return None
        if document.project(held.project.id) is not held.project:
            return None
        contents = {
            place: content
            for cell, content in cleared(form, emptied_with(held.cells))
            for place in places_of(cell)
            if place not in taken
        }
        return fill_places(form, held.project, contents)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self._view.viewport():
            if self._held or self._frame:
                self._show_frame()
        elif isinstance(event, QKeyEvent) and watched is self._view and self._held:
            gives_up = event.key() == Qt.Key.Key_Escape and not self._view.editing.editor
            if gives_up and event.type() == QEvent.Type.KeyPress:
                self.give_up()
                self.told.emit("已取消剪切，原处没有改动")
                return True
        return False

    def _on_clipboard(self) -> None:
        if self._held and cut_mark() != self._held.mark:
            self.give_up()

    def _show_frame(self) -> None:
        """Show the frame where the cells are seen that are held, as long as they are."""
        view, held = self._view, self._held
        project = view.sheet.project
        if held and project.id == held.project.id and project is not held.project:
            held = self._held = None
        if held is None or project is not held.project:
            if self._frame:
                self._frame.hide()
            return
        if self._frame is None:
            self._frame = _Frame(view.viewport())
        place: QRect = view.sheet_layout.block_rect(held.block).translated(-view.offset())
        self._frame.setGeometry(place.adjusted(0, 0, 1, 1))
        self._frame.raise_()
        self._frame.show()


class _Frame(QWidget):
    """A dashed frame that lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cutFrame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = self.rect().adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.colour("paper"), _LINE_PX))
        painter.drawRect(edge)
        pen = QPen(theme.colour("accent"), _LINE_PX)
        pen.setDashPattern(_DASH)
        painter.setPen(pen)
        painter.drawRect(edge)
