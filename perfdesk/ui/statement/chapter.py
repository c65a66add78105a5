"""A chapter of the statement: a heading and numbered sections to add, order and take away."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from perfdesk.models.change import RowList
from perfdesk.models.document import Document
from perfdesk.models.numbering import numbered
from perfdesk.models.statement import Safeguard, SubGoal
from perfdesk.ui.look import theme
from perfdesk.ui.look.icons import icon
from perfdesk.ui.look.paper import GUTTER_PX
from perfdesk.ui.statement.add_bar import AddBar
from perfdesk.ui.statement.field import MARGIN_PX, Field
from perfdesk.ui.statement.keys import Deed
from perfdesk.ui.statement.marking import MarkedHeading
from perfdesk.ui.statement.section import Part, Section

HEADING_PX = 16
_AT_ONCE = 24
_A_SLICE = 6
BUTTON_INSET_PX = 8
"""How far a flat button's icon stands inside the button, so that it can line up with text."""


@dataclass(frozen=True, slots=True)
class ChapterKind:
    """What a chapter is made of; `number` is the style its sections are numbered in."""

    rows: RowList
    heading: str
    number: str
    add_words: str
    parts: tuple[Part, ...]
    new_row: Callable[[], SubGoal | Safeguard]

    def rows_of(self, document: Document) -> tuple[SubGoal | Safeguard, ...]:
        """Return the chapter's rows as they stand in a document."""
        return cast("tuple[SubGoal | Safeguard, ...]", self.rows.rows(document))


class Chapter(QWidget):
    """Shows the rows of one list; says what is wanted and leaves the doing to the page.

    `asked(row_id, deed)` for a deed done to a row, `new_wanted(index)` for a new one in a place,
    `move_wanted(row_id, index)` for a row dragged before the one that is now at `index`;
    `made` and `going` tell of sections that come and go, `completed` that the last of many came.
    """

    asked = Signal(str, Deed)
    new_wanted = Signal(int)
    move_wanted = Signal(str, int)
    made = Signal(Section)
    going = Signal(Section)
    completed = Signal()

    def __init__(self, kind: ChapterKind) -> None:
        super().__init__()
        self.kind = kind
        self.sections: list[Section] = []
        self._rows: tuple[SubGoal | Safeguard, ...] = ()
        self._zoom = 1.0
        self._locked = False
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._show_more)
        self.heading = MarkedHeading(kind.heading)
        self._tail = AddBar(kind.add_words)
        self._tail.setEnabled(False)
        self.add_button = QPushButton(icon("add-row", "accent"), kind.add_words)
        self.add_button.setFlat(True)
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(lambda: self.new_wanted.emit(len(self._rows)))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.heading)
        self._column.addWidget(self._tail)
        self._last_line = QHBoxLayout()
        self._last_line.addWidget(self.add_button)
        self._last_line.addStretch(1)
        self._column.addLayout(self._last_line)

    def set_zoom(self, factor: float) -> None:
        """Show everything `factor` times as large."""
        self._zoom = factor
        self._column.setContentsMargins(0, round(24 * factor), 0, 0)
        self.heading.set_zoom(factor)
        self.heading.setFont(theme.font(HEADING_PX * factor, bold=True, serif=True))
        self.heading.setContentsMargins(GUTTER_PX + round(MARGIN_PX * factor), 0, 0, 0)
        self._last_line.setContentsMargins(GUTTER_PX - BUTTON_INSET_PX, 0, 0, 0)
        self.add_button.setFont(theme.font(theme.TEXT_PX * factor))
        for section in self.sections:
            section.set_zoom(factor)

    def show_rows(self, rows: tuple[SubGoal | Safeguard, ...]) -> None:
        """Show these rows; sections that stay keep their caret, those that move move whole.

        Of very many, the first show at once and the others little by little, so that the page
        answers meanwhile.
        """
        self._rows = rows
        self._show_first(len(self.sections) + _AT_ONCE)

    def lock(self, *, locked: bool) -> None:
        """Let nothing be written or added, or let it again."""
        self._locked = locked
        self.add_button.setVisible(not locked)
        for section in self.sections:
            section.lock(locked=locked)

    def show_all(self) -> None:
        """Show at once what would have come little by little."""
        self._show_first(len(self._rows))

    def _show_more(self) -> None:
        self._show_first(len(self.sections) + _A_SLICE)

    def _show_first(self, count: int) -> None:
        rows = self._rows[:count]
        standing = {section.row_id: section for section in self.sections}
        wanted = [standing.get(row.id) or self._new_section(row.id) for row in rows]
        for gone in set(self.sections) - set(wanted):
            self.going.emit(gone)
            self._column.removeWidget(gone)
            focused: QWidget | None = gone.focusWidget()
            gone.hide()
            if focused:  # else the page would come back to it when it is entered again
                focused.clearFocus()
            gone.deleteLater()
        self.sections = wanted
        for index, (section, row) in enumerate(zip(wanted, rows, strict=True)):
            place = index + 1  # the heading stands first
            if self._column.itemAt(place).widget() is not section:
                self._column.insertWidget(place, section)
                section.show()  # at once, for the caret may go there at once
            section.show_row(numbered(self.kind.number, index + 1), row)
        if len(rows) < len(self._rows):
            self._later.start()
        elif self._later.isActive():
            self._later.stop()
            self.completed.emit()

    def section(self, row_id: str) -> Section | None:
        """Return the section of a row, or None."""
        return next((each for each in self.sections if each.row_id == row_id), None)

    def stops(self) -> list[Field | QPushButton]:
        """Return what Tab visits in this chapter, in order."""
        fields: list[Field | QPushButton] = [f for each in self.sections for f in each.fields]
        return [*fields, self.add_button]

    def drag_over(self, at: QPoint) -> None:
        """Mark the gap nearest to a place on the screen."""
        gap = self._gap_at(at)
        for index, bar in enumerate(self._bars()):
            bar.set_target(index == gap)

    def drop(self, row_id: str, at: QPoint) -> None:
        """Ask for the row to be moved to the gap nearest to a place on the screen."""
        gap = self._gap_at(at)
        self.end_drag()
        self.move_wanted.emit(row_id, gap)

    def end_drag(self) -> None:
        """Take the mark away."""
        for bar in self._bars():
            bar.set_target(False)

    def _bars(self) -> list[AddBar]:
        return [*(section.bar for section in self.sections), self._tail]

    def _gap_at(self, at: QPoint) -> int:
        height = self.mapFromGlobal(at).y()
        gaps = [bar.mapTo(self, bar.rect().center()).y() for bar in self._bars()]
        return min(range(len(gaps)), key=lambda index: abs(gaps[index] - height))

    def _new_section(self, row_id: str) -> Section:
        section = Section(row_id, self.kind.parts, self.kind.add_words)
        section.set_zoom(self._zoom)
        section.lock(locked=self._locked)
        section.asked.connect(lambda deed: self.asked.emit(row_id, deed))
        section.bar.clicked.connect(lambda: self.new_wanted.emit(self.sections.index(section)))
        self.made.emit(section)
        return section
