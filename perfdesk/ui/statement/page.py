"""The page of the statement: 部门整体绩效目标 on one sheet of paper, edited in place."""

from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from perfdesk.models.change import Change, Insert, Move, SetField
from perfdesk.models.document import Document
from perfdesk.models.form import Wording
from perfdesk.models.sheet import Place
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.look import theme
from perfdesk.ui.look.paper import GUTTER_PX, PaperScroll
from perfdesk.ui.page import Page
from perfdesk.ui.session import Session
from perfdesk.ui.statement.chapter import HEADING_PX, Chapter
from perfdesk.ui.statement.chapter_kinds import OVERALL_HINT, safeguard_chapter, subgoal_chapter
from perfdesk.ui.statement.field import MARGIN_PX, Field
from perfdesk.ui.statement.guide import SectionGuide, section_of
from perfdesk.ui.statement.keys import Deed
from perfdesk.ui.statement.places import (
    change_and_row,
    changed_place,
    field_showing,
    place_words,
    summary,
)
from perfdesk.ui.statement.section import Section
from perfdesk.ui.statement.unread_text import UnreadPart
from perfdesk.ui.statement.word_note import WordNote
from perfdesk.ui.tidying import TIDY_KEY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from perfdesk.ui.remarks import Remarks
    from perfdesk.ui.statement.menus import StatementActions

OVERALL = Place("", "statement.overall")


class StatementPage(Page):
    """Shows one document's statement and lets it be written; every edit goes to the session."""

    def __init__(
        self, session: Session, inspector: Inspector, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._inspector = inspector
        self._document_id = ""
        self._wording: Wording | None = None
        self._zoom = 0.0
        self._travelled_to: tuple[str, Place] | None = None
        self._actions: StatementActions | None = None
        self.desk = PaperScroll(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.desk)
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._overall_heading = QLabel()
        self.overall = self._known(Field(OVERALL, "总体绩效目标", OVERALL_HINT))
        self.chapters: tuple[Chapter, ...] = ()
        self.unread = UnreadPart()
        self.guide = SectionGuide(self.desk)
        self._word_note = WordNote(self.desk.sheet)
        beside_gutter = QHBoxLayout()
        beside_gutter.setContentsMargins(GUTTER_PX, 0, 0, 0)
        beside_gutter.addWidget(self.overall)
        sheet = self.desk.sheet_layout
        sheet.addWidget(self._title)
        sheet.addWidget(self._overall_heading)
        sheet.addLayout(beside_gutter)
        sheet.addWidget(self.unread)
        session.changed.connect(self._on_changed)
        session.travelled.connect(self._on_travelled)
        inspector.changed.connect(self._on_judged)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._on_focus)
        self.set_zoom(1.0)

    def complete(self) -> None:
        from perfdesk.ui.statement.menus import StatementActions

        self._actions = StatementActions(self, self._current)

    def edits(self) -> "Sequence[QAction | QMenu | None]":
        return self._actions.edits() if self._actions else ()

    def refresh_actions(self) -> None:
        if self._actions:
            self._actions.refresh()

    @property
    def title(self) -> str:
        """The heading as it is shown."""
        return self._title.text()

    def show_statement(self, document_id: str) -> None:
        """Show the statement of a document."""
        if document_id != self._document_id:
            self.commit()
            self.setFocusProxy(self.overall)
            self._document_id = document_id
            self._wording = None
            self.desk.verticalScrollBar().setValue(0)
        self._show(self._session.document(document_id))
        self._reveal_travelled()
        self._tell_place()

    def commit(self) -> None:
        for field in self._fields():
            field.commit()

    def current_place(self) -> Place | None:
        field = self.focusProxy()
        return field.place if self._document_id and isinstance(field, Field) else None

    def go_to_place(self, place: Place, *, edit: bool = False) -> bool:
        self.commit()
        for chapter in self.chapters:
            chapter.show_all()
        field = field_showing(place, self.overall, self.chapters)
        if field is None:
            return False
        self.setFocusProxy(field)
        if edit:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.put_caret(at_end=True)
        self.desk.show_whole(field)
        self._tell_place()
        return True

    def set_zoom(self, factor: float) -> None:
        if factor == self._zoom:
            return
        self._zoom = factor
        self.desk.set_zoom(factor)
        self._title.setFont(theme.font(theme.TITLE_PX * factor, bold=True, serif=True))
        self._title.setContentsMargins(GUTTER_PX, 0, 0, round(20 * factor))
        heading = theme.font(HEADING_PX * factor, bold=True, serif=True)
        self._overall_heading.setFont(heading)
        left, below = GUTTER_PX + round(MARGIN_PX * factor), round(8 * factor)
        self._overall_heading.setContentsMargins(left, 0, 0, below)
        self.overall.set_zoom(factor)
        self.unread.set_zoom(factor)
        self._word_note.set_zoom(factor)
        for chapter in self.chapters:
            chapter.set_zoom(factor)

    def _show(self, document: Document) -> None:
        wording = self._session.form(document.id).wording
        if wording != self._wording:
            self._wording = wording
            self._begin_chapters(wording)
        year = f"{document.year}年" if document.year else ""
        self._title.setText(f"{year}{document.department.name}部门整体绩效目标")
        self.overall.show_text(document.statement.overall)
        order = [field.place for field in self._fields()]
        for chapter in self.chapters:
            chapter.show_rows(chapter.kind.rows_of(document))
        self._lock(locked=document.submitted is not None)
        self.unread.show_unread(document.unread)
        if order != [field.place for field in self._fields()]:
            self._order_tabs()
        self._show_remarks()

    def _lock(self, *, locked: bool) -> None:
        """Let the statement only be read once it was handed in, or let it be written again."""
        self.overall.lock(locked=locked)
        self.guide.rest(resting=locked)
        for chapter in self.chapters:
            chapter.lock(locked=locked)

    def _begin_chapters(self, wording: Wording) -> None:
        sheet = self.desk.sheet_layout
        for chapter in self.chapters:
            chapter.show_rows(())
            sheet.removeWidget(chapter)
            chapter.deleteLater()
        self._overall_heading.setText(wording.overall)
        self.chapters = (Chapter(subgoal_chapter(wording)), Chapter(safeguard_chapter(wording)))
        for chapter in self.chapters:
            chapter.made.connect(self._on_made)
            chapter.going.connect(self._on_going)
            chapter.asked.connect(lambda row, deed, of=chapter: self._do(of, row, deed))
            chapter.new_wanted.connect(lambda index, of=chapter: self._add(of, index))
            chapter.move_wanted.connect(lambda row, index, of=chapter: self._move(of, row, index))
            chapter.completed.connect(self._order_tabs)
            self.guide.watch(chapter)
            chapter.set_zoom(self._zoom)
            sheet.insertWidget(sheet.indexOf(self.unread), chapter)
            chapter.show()  # at once, for Tab passes by what does not show
        self._order_tabs()

    def _current(self) -> Field:
        """Return the text that one is in, or was in last."""
        field = self.focusProxy()
        return field if isinstance(field, Field) else self.overall

    def _fields(self) -> list[Field]:
        sections = [section for chapter in self.chapters for section in chapter.sections]
        return [self.overall, *(field for section in sections for field in section.fields)]

    def _order_tabs(self) -> None:
        stops: list[QWidget] = [self.overall]
        for chapter in self.chapters:
            stops += chapter.stops()
        stops += [self.unread.switch, self.unread.texts]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _known(self, field: Field) -> Field:
        field.committed.connect(lambda text, visit: self._keep(field.place, text, visit))
        field.moved.connect(lambda: self._on_moved(field))
        field.offered.connect(lambda words: self._show_offer(field, words))
        field.refused.connect(lambda: self._session.may_change(self._document_id))
        field.told.connect(self.told)
        field.menu_wanted.connect(self.open_menu)
        return field

    def _on_made(self, section: Section) -> None:
        for field in section.fields:
            self._known(field).show_remarks(self._remarks_at(field.place))

    def _on_judged(self, document_id: str) -> None:
        if document_id == self._document_id:
            self._show_remarks()
            self._tell_remarks()

    def _show_remarks(self) -> None:
        """Mark what checks found, each thing where it stands."""
        for field in self._fields():
            field.show_remarks(self._remarks_at(field.place))
        for chapter in self.chapters:
            of_all = Place("", f"statement.{chapter.kind.rows.name}")
            chapter.heading.show_remarks(self._remarks_at(of_all))

    def _remarks_at(self, place: Place) -> "Remarks":
        found = self._inspector.at(self._document_id, place)
        if not found:
            return ()
        from perfdesk.ui.remarks import remarks_on

        return remarks_on(found, self._session.document(self._document_id).statement.reasons)

    def _tell_remarks(self) -> None:
        """Tell what checks say of the field one is in, while that is what one looks at."""
        if self.isVisible():
            field = QApplication.focusWidget()
            here = isinstance(field, Field) and self._has_focus()
            self.remarked.emit(cast("Field", field).remarks if here else ())

    def _on_going(self, section: Section) -> None:
        self._word_note.forget(section.fields)
        if self.focusProxy() in section.fields:
            self.setFocusProxy(self.overall)

    def _keep(self, place: Place, text: str, visit: object) -> None:
        """Put a typed text into the document, unless its row or the document is gone by now."""
        if not self._document_id:
            return
        rows = self._session.document(self._document_id).rows()
        if not place.row_id or any(row.id == place.row_id for row in rows):
            self._edit(SetField(place.row_id, place.field, text), visit)

    def _edit(self, change: Change, visit: object = None) -> None:
        self._session.do(self._document_id, change, visit)

    def _do(self, chapter: Chapter, row_id: str, deed: Deed) -> None:
        self.commit()
        if not self._session.may_change(self._document_id):
            return
        document = self._session.document(self._document_id)
        change, row_to_show = change_and_row(document, chapter.kind, row_id, deed)
        if change:
            self._edit(change)
            stays = deed in (Deed.UP, Deed.DOWN)
            self._show_row(chapter, row_to_show, take_focus=not stays)
            if deed is Deed.REMOVE:
                self.told.emit(f"已{change.label}，按 Ctrl+Z 撤销")

    def _add(self, chapter: Chapter, index: int) -> None:
        self.commit()
        if not self._session.may_change(self._document_id):
            return
        row = chapter.kind.new_row()
        self._edit(Insert(chapter.kind.rows, index, (row,)))
        self._show_row(chapter, row.id, take_focus=True)

    def _move(self, chapter: Chapter, row_id: str, index: int) -> None:
        self.commit()
        if not self._session.may_change(self._document_id):
            return
        self._edit(Move(chapter.kind.rows, frozenset({row_id}), index))

    def _show_row(self, chapter: Chapter, row_id: str, *, take_focus: bool) -> None:
        if row_id and not chapter.section(row_id):
            chapter.show_all()
        section = chapter.section(row_id)
        target = section.fields[0] if section else chapter.add_button
        if take_focus:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.show_whole(section or target)

    def _on_changed(self, before: Document | None, after: Document | None) -> None:
        if not before or before.id != self._document_id:
            return
        if after:
            self._show(after)
        else:
            self._document_id = ""
        if self.isVisible():
            self._tell_place()

    def _on_travelled(self, before: Document | None, after: Document | None) -> None:
        place = changed_place(before, after)
        if place and after:
            self._travelled_to = (after.id, place)
            if self.isVisible():
                self._reveal_travelled()

    def _reveal_travelled(self) -> None:
        """Bring what undo or redo changed into view, once."""
        if not self._travelled_to or self._travelled_to[0] != self._document_id:
            return
        place = self._travelled_to[1]
        self._travelled_to = None
        for chapter in self.chapters:
            chapter.show_all()
        field = next((each for each in self._fields() if each.place == place), None)
        if field:
            if self._has_focus():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.desk.show_whole(field)

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        here = now if now and self.isAncestorOf(now) else None
        self.guide.follow_focus(here)
        self._word_note.follow(here if isinstance(here, Field) else None)
        if isinstance(here, Field):
            self.setFocusProxy(here)

    def _on_moved(self, field: Field) -> None:
        if field.hasFocus():
            self.desk.show_place(field.viewport(), field.cursorRect())
            self._tell_place()

    def _show_offer(self, field: Field, words: str) -> None:
        """Bring the bar below a field into view, as far as the caret lets it."""
        if words:
            self.desk.show_whole(field)
            self.desk.show_place(field.viewport(), field.cursorRect())
            self.told.emit(f"{words}，按 {TIDY_KEY} 整理")

    def _tell_place(self) -> None:
        self._tell_remarks()
        field = QApplication.focusWidget()
        if isinstance(field, Field) and self._has_focus() and self._document_id:
            self.place_changed.emit(place_words(field, section_of(field)))
        elif self._document_id:
            self.place_changed.emit(summary(self._session.document(self._document_id)))
