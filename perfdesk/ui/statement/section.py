"""One numbered section of the statement: a title and one or two texts under it."""

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from perfdesk.models.sheet import Place
from perfdesk.models.statement import Safeguard, SubGoal
from perfdesk.ui.look import theme
from perfdesk.ui.look.paper import GUTTER_PX
from perfdesk.ui.statement.add_bar import AddBar
from perfdesk.ui.statement.field import MARGIN_PX, TEXT_PX, Field
from perfdesk.ui.statement.keys import Deed, deed_of

_INDENT_PX = 28
_TOOLS_PX = 150
_NARROW_PX = 480
"""Below this width there is no room beside the title, and none is given away at the left."""


@dataclass(frozen=True, slots=True)
class Part:
    """A text of a section: the field it shows, its printed label, what belongs there."""

    field: str
    name: str
    label: str
    hint: str


class Section(QWidget):
    """Shows a sub-goal or a safeguard; `asked` when its keys want something done to it."""

    asked = Signal(Deed)
    entered = Signal()
    left = Signal()

    def __init__(self, row_id: str, parts: tuple[Part, ...], add_words: str) -> None:
        super().__init__()
        self.row_id = row_id
        self.bar = AddBar(add_words)
        self.fields = tuple(_field(row_id, part) for part in parts)
        self._row: SubGoal | Safeguard | None = None
        self._number = QLabel(self)  # without a parent it would flash up as a window of its own
        self._labels = [QLabel(part.label, self) for part in parts[1:]]
        self._lines: list[QHBoxLayout] = []
        self._zoom = 1.0
        self._locked = False
        self.is_narrow = False
        """Whether there is no room for tools beside the title."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        for label, field in zip((self._number, *self._labels), self.fields, strict=True):
            line = QHBoxLayout()
            line.setSpacing(0)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            label.setVisible(bool(label.text()) or label is self._number)
            line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(field, 1)
            column.addLayout(line)
            self._lines.append(line)

    def set_zoom(self, factor: float) -> None:
        """Show everything `factor` times as large."""
        self._zoom = factor
        self._lay_out()
        margin = round(MARGIN_PX * factor)
        for label in (self._number, *self._labels):
            label.setFont(theme.font(TEXT_PX * factor, bold=label is self._number))
            label.setContentsMargins(margin, margin - 1, 0, 0)
        for field in self.fields:
            field.set_zoom(factor)

    def lock(self, *, locked: bool) -> None:
        """Let nothing be written here or put before it, or let it again."""
        self._locked = locked
        self._lay_out()
        self.bar.setEnabled(not locked)
        for field in self.fields:
            field.lock(locked=locked)

    def show_row(self, number: str, row: SubGoal | Safeguard) -> None:
        """Show the row as it stands now under its printed number."""
        if self._number.text() != number:
            self._number.setText(number)
        if row is self._row:
            return
        self._row = row
        for field in self.fields:
            field.show_text(cast("str", getattr(row, field.place.field)))

    @property
    def heading(self) -> str:
        """The section's number and title, for the status bar."""
        return self._number.text() + self.fields[0].text()

    @property
    def title_line(self) -> QRect:
        """Where the first line of the title stands, across the whole section."""
        height = min(self.fields[0].height(), self._number.sizeHint().height() + 2 * MARGIN_PX)
        return QRect(0, self.fields[0].y(), self.width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Indent the texts, and leave room for tools beside the title where they may come."""
        self.is_narrow = self.width() < _NARROW_PX * self._zoom
        indent = 0 if self.is_narrow else round(_INDENT_PX * self._zoom)
        beside = 0 if self.is_narrow or self._locked else _TOOLS_PX
        for index, line in enumerate(self._lines):
            left, right = (indent, 0) if index else (0, beside)
            line.setContentsMargins(GUTTER_PX + left, 0, right, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if deed := deed_of(event):
            self.asked.emit(deed)
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()


def _field(row_id: str, part: Part) -> Field:
    is_title = part.field == "title"
    place = Place(row_id, part.field)
    return Field(place, part.name, part.hint, bold=is_title, one_line=is_title)
