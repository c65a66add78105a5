"""The paper of a statement: its heading, the overall text, two chapters of numbered sections."""

from itertools import pairwise

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from perfdesk.models.document import Document, year_words
from perfdesk.models.form import Wording
from perfdesk.models.sheet import OVERALL, Place
from perfdesk.ui.look import theme
from perfdesk.ui.look.paper import GUTTER_PX, PaperScroll
from perfdesk.ui.statement.chapter import HEADING_PX, Chapter
from perfdesk.ui.statement.chapter_kinds import OVERALL_HINT, safeguard_chapter, subgoal_chapter
from perfdesk.ui.statement.field import MARGIN_PX, Field
from perfdesk.ui.statement.section import Section
from perfdesk.ui.statement.unread_text import UnreadPart


class StatementSheet(QObject):
    """Shows the statement of a document on a desk; what is written there is for others to keep.

    `chapter_begun(chapter)` comes before anything stands in it.
    """

    chapter_begun = Signal(Chapter)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = PaperScroll(parent)
        self._wording: Wording | None = None
        self.zoom = 0.0
        """How many times as large as at 100 % everything is shown."""
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._overall_heading = QLabel()
        self.overall = Field(OVERALL, "总体绩效目标", OVERALL_HINT)
        self.current = self.overall
        """The text that one is in, or was in last."""
        self.chapters: tuple[Chapter, ...] = ()
        self.unread = UnreadPart()
        beside_gutter = QHBoxLayout()
        beside_gutter.setContentsMargins(GUTTER_PX, 0, 0, 0)
        beside_gutter.addWidget(self.overall)
        column = self.desk.sheet_layout
        column.addWidget(self._title)
        column.addWidget(self._overall_heading)
        column.addLayout(beside_gutter)
        column.addWidget(self.unread)
        self.set_zoom(1.0)

    @property
    def title(self) -> str:
        """The heading as it is shown."""
        return self._title.text()

    @property
    def fields(self) -> list[Field]:
        """The texts that stand on the paper by now, from top to bottom."""
        return [self.overall, *(field for each in self.sections for field in each.fields)]

    @property
    def sections(self) -> list[Section]:
        """The numbered sections that stand on the paper by now, from top to bottom."""
        return [section for chapter in self.chapters for section in chapter.sections]

    def field_at(self, place: Place) -> Field | None:
        """Return the text that shows a place, None where it does not stand on the paper."""
        return next((each for each in self.fields if each.place == place), None)

    def set_zoom(self, factor: float) -> None:
        """Show everything `factor` times as large."""
        if factor == self.zoom:
            return
        self.zoom = factor
        self.desk.set_zoom(factor)
        self._title.setFont(theme.font(theme.TITLE_PX * factor, bold=True, serif=True))
        self._title.setContentsMargins(GUTTER_PX, 0, 0, round(20 * factor))
        heading = theme.font(HEADING_PX * factor, bold=True, serif=True)
        self._overall_heading.setFont(heading)
        left, below = GUTTER_PX + round(MARGIN_PX * factor), round(8 * factor)
        self._overall_heading.setContentsMargins(left, 0, 0, below)
        self.overall.set_zoom(factor)
        self.unread.set_zoom(factor)
        for chapter in self.chapters:
            chapter.set_zoom(factor)

    def show_statement(self, document: Document, wording: Wording) -> None:
        """Show the statement of a document, its headings in a form's words."""
        if wording != self._wording:
            self._wording = wording
            self._begin_chapters(wording)
        title = f"{year_words(document.year)}{document.department.name}部门整体绩效目标"
        self._title.setText(title)
        self.overall.show_text(document.statement.overall)
        order = [field.place for field in self.fields]
        for chapter in self.chapters:
            chapter.show_rows(chapter.kind.rows_of(document))
        self.unread.show_unread(document.unread)
        if order != [field.place for field in self.fields]:
            self._order_tabs()

    def commit(self) -> None:
        """Hand over what is still being typed."""
        for field in self.fields:
            field.commit()

    def show_all(self) -> None:
        """Show at once what would have come little by little."""
        for chapter in self.chapters:
            chapter.show_all()

    def lock(self, *, locked: bool) -> None:
        """Let the statement only be read, or let it be written again."""
        self.overall.lock(locked=locked)
        for chapter in self.chapters:
            chapter.lock(locked=locked)

    def _begin_chapters(self, wording: Wording) -> None:
        column = self.desk.sheet_layout
        for chapter in self.chapters:
            chapter.show_rows(())
            column.removeWidget(chapter)
            chapter.deleteLater()
        self._overall_heading.setText(wording.overall)
        self.chapters = (Chapter(subgoal_chapter(wording)), Chapter(safeguard_chapter(wording)))
        for chapter in self.chapters:
            chapter.completed.connect(self._order_tabs)
            self.chapter_begun.emit(chapter)
            chapter.set_zoom(self.zoom)
            column.insertWidget(column.indexOf(self.unread), chapter)
            chapter.show()  # at once, for Tab passes by what does not show
        self._order_tabs()

    def _order_tabs(self) -> None:
        stops: list[QWidget] = [self.overall]
        for chapter in self.chapters:
            stops += chapter.stops()
        stops += [self.unread.switch, self.unread.texts]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
