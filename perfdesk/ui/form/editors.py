"""What every editor of a cell is, and the plain one for texts, amounts and percentages."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from perfdesk.models.change import Change
from perfdesk.models.document import Content
from perfdesk.models.form import Form
from perfdesk.models.project import Project
from perfdesk.models.sheet import Cell, Place, typed_content
from perfdesk.ui.form.edits import text_above, text_to_edit
from perfdesk.ui.form.growing_text import GrowingText
from perfdesk.ui.form.leave import Leave
from perfdesk.ui.form.metrics import PADDING_X, PADDING_Y, Metrics
from perfdesk.ui.look import theme

if TYPE_CHECKING:
    from perfdesk.ui.form.advice import Advice


@dataclass(frozen=True, slots=True)
class Opened:
    """What an editor is opened on: a cell of a project's form, called `name` on screen.

    `advice` knows what could be meant, once there is any.
    """

    form: Form
    project: Project
    cell: Cell
    place: Place
    name: str
    advice: "Advice | None" = None

    @property
    def text(self) -> str:
        """The content of the cell as it was typed."""
        return text_to_edit(self.form, self.project, self.cell)

    @property
    def above(self) -> str:
        """The text of the same field in the row above, empty where there is none."""
        return text_above(self.form, self.project, self.place)


class CellEditor(QWidget):
    """An editor that lies over its cell and hands over what was typed, judging nothing.

    `leaving` comes when the person is done, `grown` when it needs another height, `told` with
    a sentence.
    """

    leaving = Signal(Leave)
    grown = Signal()
    told = Signal(str)

    def __init__(self, opened: Opened, metrics: Metrics, parent: QWidget) -> None:
        super().__init__(parent)
        self.opened = opened
        self.metrics = metrics
        self.setAutoFillBackground(False)
        self.setAccessibleName(opened.name)

    @property
    def composing(self) -> bool:
        """Whether an input method has text that is not taken over yet."""
        raise NotImplementedError

    @property
    def entering(self) -> bool:
        """Whether arrows leave the cell, as it was begun by typing and not to edit it."""
        raise NotImplementedError

    def start(self, typed: str | None) -> None:
        """Begin with a text typed over the cell's, or with the cell's own (None)."""
        raise NotImplementedError

    def put_caret(self, point: QPoint) -> None:
        """Put the caret into the text at a point of the editor, where it was clicked open."""
        raise NotImplementedError

    def refresh(self, opened: Opened) -> None:
        """Follow a cell that was changed elsewhere, unless something is being typed."""
        self.opened = opened
        if not self.changed() and not self.composing:
            self.start(None)

    def changed(self) -> bool:
        """Whether there is anything to take over."""
        raise NotImplementedError

    def content(self) -> Content:
        """Return what was typed, as the field's content."""
        raise NotImplementedError

    def open_list(self) -> bool:
        """Show what could be chosen instead of typed; tell whether there is anything."""
        return False

    def remark(self) -> str:
        """Return what is to be said of what was taken over, empty for nothing."""
        return ""

    def rest(self, project: Project) -> Change | None:
        """Return the change that takes over what the remark says was not, None for nothing."""
        del project
        return None

    def height_for(self, width: int) -> int:
        """Return how high the editor must be at a width."""
        raise NotImplementedError

    def least_width(self) -> int:
        """Return how wide the editor must be, even where its cell is narrower."""
        return 0

    def compose(self, event: QInputMethodEvent) -> None:
        """Take what an input method sends while the sheet still has the focus."""
        target = self.focusProxy() or self
        QApplication.sendEvent(target, event)

    def ask(self, query: Qt.InputMethodQuery) -> object:
        """Answer an input method that composes while the sheet still has the focus."""
        target = self.focusProxy() or self
        answer: object = target.inputMethodQuery(query)
        if isinstance(answer, QRectF):
            answer = answer.toRect()
        if isinstance(answer, QRect):
            return answer.translated(target.mapTo(self, QPoint()) + self.pos())
        return answer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A click beside the text is none on the sheet below, which would end the editing.
        event.accept()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = max(2, self.metrics.px(2))
        inset = width / 2
        painter.setPen(QPen(theme.colour("accent"), width))
        painter.setBrush(theme.colour("paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 2, 2)


class TextEditor(CellEditor):
    """Edits a text of any length where it stands."""

    def __init__(self, opened: Opened, metrics: Metrics, parent: QWidget) -> None:
        super().__init__(opened, metrics, parent)
        self.field = self.make_field()
        self.field.setAccessibleName(opened.name)
        self.field.leaving.connect(self.leaving)
        self.field.told.connect(self.told)
        self.field.grown.connect(self._make_room)
        self.setFocusProxy(self.field)
        self._before = opened.text

    def make_field(self) -> GrowingText:
        """Return the text field; other kinds of cells bring their own."""
        field = GrowingText(self.metrics, self.opened.cell.role, self)
        field.above = self.opened.above
        return field

    @property
    def composing(self) -> bool:
        return self.field.composing

    @property
    def entering(self) -> bool:
        return self.field.entering

    def put_caret(self, point: QPoint) -> None:
        self.field.put_caret(point - self.field.pos())

    def start(self, typed: str | None) -> None:
        self.field.begin(by_typing=typed is not None)
        self._before = self.opened.text
        self.field.start(self._before if typed is None else typed)
        self.field.document().setModified(typed is not None)

    def changed(self) -> bool:
        return self.field.document().isModified() and self.field.text() != self._before

    def content(self) -> Content:
        return typed_content(self.opened.form, self.opened.place.field, self.field.text())

    def height_for(self, width: int) -> int:
        padding = self.metrics.px(PADDING_X), self.metrics.px(PADDING_Y)
        return self.field.height_for(width - 2 * padding[0]) + 2 * padding[1] + self.below()

    def below(self) -> int:
        """Return how much room is kept under the text."""
        return 0

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def _make_room(self) -> None:
        self._place()
        self.grown.emit()

    def _place(self) -> None:
        """Lay the field where the cell's text was, in the middle of the height."""
        side = self.metrics.px(PADDING_X)
        width = self.width() - 2 * side
        needed = self.field.height_for(width)
        room = self.height() - self.below()
        top = max(0, (room - needed + 1) // 2)
        self.field.setGeometry(QRect(side, top, width, min(needed, room - top)))
