"""The page of the statement: 部门整体绩效目标 on one sheet of paper, edited in place."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from perfdesk.models.change import Change, Insert, Move, SetField
from perfdesk.models.document import Document
from perfdesk.models.sheet import Place
from perfdesk.models.years.confirm import carried_in_statement
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.page import Page
from perfdesk.ui.past import said_of_origin
from perfdesk.ui.session import Session
from perfdesk.ui.statement.chapter import Chapter
from perfdesk.ui.statement.field import Field
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
from perfdesk.ui.statement.sheet import StatementSheet
from perfdesk.ui.statement.word_note import WordNote
from perfdesk.ui.tidying import TIDY_KEY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from perfdesk.ui.remarks import Remarks
    from perfdesk.ui.statement.comparing import Comparing
    from perfdesk.ui.statement.menus import StatementActions


class StatementPage(Page):
    """Shows one document's statement and lets it be written; every edit goes to the session."""

    def __init__(
        self, session: Session, inspector: Inspector, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._inspector = inspector
        self._document_id = ""
        self._travelled_to: tuple[str, Place] | None = None
        self._actions: StatementActions | None = None
        self._comparing: Comparing | None = None
        self._carried: frozenset[Place] = frozenset()
        self._origin = ""
        self.sheet = StatementSheet(self)
        self._known(self.sheet.overall)
        self.guide = SectionGuide(self.sheet.desk)
        self._word_note = WordNote(self.sheet.desk.sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sheet.desk)
        self.sheet.chapter_begun.connect(self._on_chapter)
        session.changed.connect(self._on_changed)
        session.travelled.connect(self._on_travelled)
        inspector.changed.connect(self._on_judged)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._on_focus)

    def complete(self) -> None:
        from perfdesk.ui.statement.comparing import Comparing
        from perfdesk.ui.statement.confirming import Confirming
        from perfdesk.ui.statement.menus import StatementActions

        sheet, document = self.sheet, self._document
        comparing = Comparing(self, sheet, self._session, document, self._edit)
        confirming = Confirming(self, sheet, lambda: document().statement, self._edit)
        for each in (comparing, confirming):
            each.told.connect(self.told)
        comparing.panel_made.connect(self.scrolls)
        past = (comparing.take, confirming.next, confirming.confirm, confirming.confirm_all)
        self._actions = StatementActions(self, lambda: sheet.current, past)
        self._comparing = comparing

    def edits(self) -> "Sequence[QAction | QMenu | None]":
        return self._actions.edits() if self._actions else ()

    def views(self) -> "Sequence[QAction]":
        return (self._comparing.compare,) if self._comparing else ()

    def refresh_actions(self) -> None:
        if self._actions:
            self._actions.refresh()

    def show_statement(self, document_id: str) -> None:
        """Show the statement of a document."""
        if document_id != self._document_id:
            self.commit()
            self._stand_in(self.sheet.overall)
            self.sheet.overall.begin_anew()
            self._document_id = document_id
            self.sheet.desk.verticalScrollBar().setValue(0)
        self._show(self._session.document(document_id))
        if self._comparing:
            self._comparing.refresh()
        self._reveal_travelled()
        self._tell_place()

    def commit(self) -> None:
        self.sheet.commit()

    def current_place(self) -> Place | None:
        return self.sheet.current.place if self._document_id else None

    def go_to_place(self, place: Place, *, edit: bool = False) -> bool:
        self.commit()
        self.sheet.show_all()
        field = field_showing(place, self.sheet.overall, self.sheet.chapters)
        if field is None:
            return False
        self._stand_in(field)
        if edit:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.put_caret(at_end=True)
        self.sheet.desk.show_whole(field)
        self._tell_place()
        return True

    def set_zoom(self, factor: float) -> None:
        self.sheet.set_zoom(factor)
        self._word_note.set_zoom(factor)
        if self._comparing:
            self._comparing.set_zoom(factor)

    def _show(self, document: Document) -> None:
        statement = document.statement
        self._carried = frozenset(carried_in_statement(statement))
        self._origin = said_of_origin(self._session, document.id) if self._carried else ""
        self.sheet.show_statement(document, self._session.form(document.id).wording)
        for field in self.sheet.fields:
            field.show_origin(self._origin_of(field))
        locked = document.submitted is not None
        self.sheet.lock(locked=locked)
        self.guide.rest(resting=locked)
        self._show_remarks()

    def _on_chapter(self, chapter: Chapter) -> None:
        chapter.made.connect(self._on_made)
        chapter.going.connect(self._on_going)
        chapter.asked.connect(lambda row, deed: self._do(chapter, row, deed))
        chapter.new_wanted.connect(lambda index: self._add(chapter, index))
        chapter.move_wanted.connect(lambda row, index: self._move(chapter, row, index))
        self.guide.watch(chapter)

    def _stand_in(self, field: Field) -> None:
        """Know in which text one is, and be there when the page is entered again."""
        self.sheet.current = field
        self.setFocusProxy(field)

    def _known(self, field: Field) -> None:
        field.committed.connect(lambda text, visit: self._keep(field.place, text, visit))
        field.moved.connect(lambda: self._on_moved(field))
        field.offered.connect(lambda words: self._show_offer(field, words))
        field.refused.connect(lambda: self._session.may_change(self._document_id))
        field.files_pasted.connect(self.copied_wanted)
        field.told.connect(self.told)
        field.menu_wanted.connect(self.open_menu)
        field.takes_elsewhere = self._takes_document

    def _takes_document(self, text: str) -> bool:
        """Offer to import a whole document that is pasted; tell whether it is done with."""
        from perfdesk.ui.dialogs.copied_document import Answer, what_to_do

        answer = what_to_do(text, self)
        if answer is Answer.IMPORT:
            self.copied_wanted.emit()
        return answer is not Answer.PASTE_HERE

    def _on_made(self, section: Section) -> None:
        for field in section.fields:
            self._known(field)
            field.show_remarks(self._remarks_at(field.place))
            field.show_origin(self._origin_of(field))

    def _origin_of(self, field: Field) -> str:
        """Return where a text came from; nothing where somebody has looked at it."""
        return self._origin if field.place in self._carried else ""

    def _document(self) -> Document:
        return self._session.document(self._document_id)

    def _on_judged(self, document_id: str) -> None:
        if document_id == self._document_id:
            self._show_remarks()
            self._tell_remarks()

    def _show_remarks(self) -> None:
        """Mark what checks found, each thing where it stands."""
        for field in self.sheet.fields:
            field.show_remarks(self._remarks_at(field.place))
        for chapter in self.sheet.chapters:
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
        if self.sheet.current in section.fields:
            self._stand_in(self.sheet.overall)

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
        self.sheet.desk.show_whole(section or target)

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
        self.sheet.show_all()
        if field := self.sheet.field_at(place):
            if self._has_focus():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.sheet.desk.show_whole(field)

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.sheet.desk.isAncestorOf(focused)

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        here = now if now and self.sheet.desk.isAncestorOf(now) else None
        self.guide.follow_focus(here)
        self._word_note.follow(here if isinstance(here, Field) else None)
        if isinstance(here, Field):
            self._stand_in(here)
            if self._comparing:
                self._comparing.follow()

    def _on_moved(self, field: Field) -> None:
        if field.hasFocus():
            self.sheet.desk.show_place(field.viewport(), field.cursorRect())
            self._tell_place()

    def _show_offer(self, field: Field, words: str) -> None:
        """Bring the bar below a field into view, as far as the caret lets it."""
        if words:
            self.sheet.desk.show_whole(field)
            self.sheet.desk.show_place(field.viewport(), field.cursorRect())
            self.told.emit(f"{words}，按 {TIDY_KEY} 整理")

    def _tell_place(self) -> None:
        self._tell_remarks()
        field = QApplication.focusWidget()
        if isinstance(field, Field) and self._has_focus() and self._document_id:
            self.place_changed.emit(place_words(field, section_of(field)))
        elif self._document_id:
            self.place_changed.emit(summary(self._session.document(self._document_id)))
