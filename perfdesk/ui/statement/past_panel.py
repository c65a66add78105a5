"""A past year's statement beside the current one: only to be read, and to take things from."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from perfdesk.models.document import Document
from perfdesk.models.form import Wording
from perfdesk.models.outline import DocumentOutline
from perfdesk.models.sheet import Place
from perfdesk.ui.actions import Entry, action, fill, heard_elsewhere, open_at
from perfdesk.ui.past_bar import PastBar
from perfdesk.ui.statement.chapter import Chapter
from perfdesk.ui.statement.field import Field
from perfdesk.ui.statement.section import Section
from perfdesk.ui.statement.sheet import StatementSheet


class PastPanel(QWidget):
    """A bar to choose the year by, and below it the statement; one of its texts is picked.

    `text_wanted` and the like when something is to be taken over, `refused` when one types.
    """

    text_wanted = Signal()
    row_wanted = Signal()
    all_wanted = Signal()
    refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.document_id = ""
        self._picked: Field | None = None
        self._takes = self._take_actions()
        self.bar = PastBar(self._takes, parent=self)
        self.sheet = StatementSheet(self)
        self.sheet.desk.setAccessibleName("往年部门整体绩效目标")
        self._copy = heard_elsewhere(self, Entry("复制", self._copy_chosen, "Ctrl+C", "copy"))
        self._close = action(self, Entry("关闭对照", self.bar.closed.emit, "", "close"))
        self._know(self.sheet.overall)
        self.sheet.chapter_begun.connect(self._on_chapter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.sheet.desk, 1)

    @property
    def picked(self) -> Field:
        """The text that is meant when something is to be taken over."""
        return self._picked or self.sheet.overall

    def show_year(
        self, years: Sequence[DocumentOutline], document: Document, wording: Wording
    ) -> None:
        """Show the statement of a document, which is one of these years."""
        if document.id != self.document_id:
            self.document_id = document.id
            self._pick(None)
            self.sheet.desk.verticalScrollBar().setValue(0)
        self.bar.offer(years, document.id)
        self.sheet.show_statement(document, wording)
        self.sheet.lock(locked=True)

    def show_place(self, place: Place) -> None:
        """Pick the text at a place and bring it into view; nothing where it is not shown."""
        self.sheet.show_all()
        if field := self.sheet.field_at(place):
            self._pick(field)
            self.sheet.desk.show_whole(field)

    def _pick(self, field: Field | None) -> None:
        if self._picked:
            self._picked.pick(picked=False)
        self._picked = field
        if field:
            field.pick(picked=True)

    def _know(self, field: Field) -> None:
        field.moved.connect(lambda: self._pick(field) if field.hasFocus() else None)
        field.refused.connect(self.refused)
        field.menu_wanted.connect(lambda point: self._offer(field, point))

    def _on_chapter(self, chapter: Chapter) -> None:
        chapter.made.connect(self._on_made)
        chapter.going.connect(self._on_going)

    def _on_made(self, section: Section) -> None:
        for field in section.fields:
            self._know(field)

    def _on_going(self, section: Section) -> None:
        if self._picked in section.fields:
            self._pick(None)

    def _take_actions(self) -> tuple[QAction, ...]:
        text, row, everything = (
            action(self, Entry(words, wanted.emit, key, "", says))
            for words, key, says, wanted in (
                (
                    *("取用这一栏", "Ctrl+Shift+L"),
                    "把选中的一栏取用到本年标题相同的一条",
                    self.text_wanted,
                ),
                (
                    *("取用这一条", ""),
                    "把选中的分项目标或保障措施取用到本年，没有标题相同的一条时添加",
                    self.row_wanted,
                ),
                ("取用全部", "", "用这一年的内容替换本年的部门整体绩效目标", self.all_wanted),
            )
        )
        # The page hears the key, wherever on it one is.
        text.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return text, row, everything

    def _copy_chosen(self) -> None:
        self.picked.copy()

    def _offer(self, field: Field, point: QPoint) -> None:
        self._pick(field)
        self._copy.setEnabled(field.textCursor().hasSelection())
        menu = QMenu(self)
        fill(menu, [self._copy, None, *self._takes, None, self._close])
        open_at(menu, point)
