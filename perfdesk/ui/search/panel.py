"""The panel below the page that finds and replaces, kept up with every edit."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from perfdesk.models.search.query import Query
from perfdesk.ui.panel import Panel
from perfdesk.ui.reader import OpenReader
from perfdesk.ui.search.finder import MOST, Finder, Source
from perfdesk.ui.search.head import Head
from perfdesk.ui.search.hit import Column, Here, Hit, Key, Scope
from perfdesk.ui.search.hits_model import HitsModel
from perfdesk.ui.search.hits_table import HitsTable
from perfdesk.ui.session import Session

_PAUSE_MS = 120
_AFTER_EDIT_MS = 250


class SearchPanel(Panel):
    """Lists what was found where one is, or everywhere.

    `chosen` when the current hit is to be opened, `step_wanted(forward)` when the next one is
    to be shown, `replace_wanted(hits)` when texts are to be replaced, those among them that
    were handed in only to be counted; `told` for a sentence.
    """

    chosen = Signal()
    step_wanted = Signal(bool)
    replace_wanted = Signal(object)
    told = Signal(str)

    def __init__(
        self, session: Session, open_reader: OpenReader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._here = Here()
        self._number = 0
        self._fresh = False
        self._listed = True
        self._gathered: list[Hit] = []
        self._step_later: bool | None = None
        self.head = Head(self)
        self._model = HitsModel(self)
        self.table = HitsTable(self._model, self)
        self._nothing = QLabel(self)
        self._nothing.setObjectName("soft")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self._nothing)
        self._middle.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._middle, 1)
        self._finder = Finder(open_reader, self)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._look)
        self._connect()

    @property
    def hit(self) -> Hit | None:
        """The current hit."""
        return self.table.hit

    @property
    def hits(self) -> Sequence[Hit]:
        """Everything that is listed."""
        return self._model.rows()

    @property
    def query(self) -> Query:
        """What is looked for."""
        return self.head.query

    @property
    def at_rest(self) -> bool:
        """Whether all that there is has been found."""
        return self._number == 0 and not self._pause.isActive()

    def open(self, scope: Scope | None = None, text: str = "", *, replacing: bool = False) -> None:
        """Show the panel and go to its field, if wished with another scope or text."""
        self.head.show_replacing(replacing=replacing)
        if text:
            self.head.field.setText(text)
        if scope:
            self.head.choose_scope(self._here.scope(scope))
        self.show()
        self._show_columns()
        self.head.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.field.selectAll()

    def follow(self, here: Here) -> None:
        """Look where one has gone to."""
        if here == self._here:
            return
        same_document = here.document_id == self._here.document_id
        self._here = here
        before = self.head.scope
        self.head.show_here(here)
        scope = self.head.scope
        unmoved = scope is Scope.ALL or (scope is Scope.DOCUMENT and same_document)
        if scope is not before or not unmoved:
            self._await_list()
            self._look_soon()

    def step(self, *, forward: bool) -> None:
        """Ask for the next hit, or the one before, as soon as all are found."""
        if self.at_rest:
            self.step_wanted.emit(forward)
        else:
            self._step_later = forward
            if self._pause.isActive():
                self._look()

    def pick_row(self, row: int) -> Hit:
        """Make a row current and return its hit."""
        self.table.pick_row(row)
        return self._model.rows()[row]

    def end(self) -> None:
        """End what is under way: the window goes."""
        self._pause.stop()
        self._finder.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_soon(0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()
        self._number = 0
        self._step_later = None
        self._finder.rest()

    def _connect(self) -> None:
        head = self.head
        head.changed.connect(self._on_changed)
        head.replacement_changed.connect(self._show_columns)
        head.stepped.connect(lambda forward: self.step(forward=forward))
        head.close_wanted.connect(self.close_panel)
        head.all_ticked.connect(self._tick_all)
        head.replace_wanted.connect(self._replace_here)
        head.replace_all_wanted.connect(lambda: self.replace_wanted.emit(self._model.wanted()))
        for field in (head.field, head.by):
            field.down.connect(self.enter)
        self.table.chosen.connect(self.chosen)
        self.table.left_upwards.connect(self._enter_field)
        self._model.ticked.connect(self._show_ticks)
        self._session.changed.connect(self._on_edit)
        self._finder.found.connect(self._take)
        self._finder.done.connect(self._finish)
        self._finder.troubled.connect(self.told)

        key = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close_panel)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def enter(self) -> None:
        """Go into the list."""
        if self.hits:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _enter_field(self) -> None:
        self.head.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- looking

    def _on_changed(self) -> None:
        self._fresh = True
        self._await_list()
        self._look_soon()

    def _await_list(self) -> None:
        """Let nothing be replaced until what is looked for now is listed."""
        self._listed = False
        self._show_ticks()

    def _on_edit(self) -> None:
        self._look_soon(_AFTER_EDIT_MS)

    def _look_soon(self, pause: int = _PAUSE_MS) -> None:
        if self.isVisible():
            self._pause.start(pause)

    def _look(self) -> None:
        self._pause.stop()
        self._gathered = []
        self._show_columns()
        if not self.query.text:
            self._fresh = True
            self._finder.stop()
            self._number = 0
            self._listed = True
            self._show([])
            return
        self._number = self._finder.look(self.query, self._sources())
        self.head.count.setText("正在查找…")

    def _sources(self) -> list[Source]:
        """Return where to look: where one is first, then in all years, latest first."""
        opened = {each.id: each for each in self._session.opened()}
        here, scope = self._here, self.head.scope
        if scope is Scope.FORM:
            return [Source(here.document_id, opened.get(here.document_id), here.project_id)]
        ids = [here.document_id] if here.document_id else []
        if scope is Scope.ALL:
            ids += [each.id for each in self._session.outlines if each.id != here.document_id]
        return [Source(each, opened.get(each)) for each in ids]

    def _take(self, number: int, hits: Sequence[Hit]) -> None:
        """Show what is found as it comes; what is only looked for again, when all is found."""
        if number != self._number:
            return
        if self._fresh and not self._gathered:
            self._show(hits)
        elif self._fresh:
            self._model.add(hits)
            self._show_count(self.hits)
        self._gathered += hits

    def _finish(self, number: int, whole: bool) -> None:
        if number != self._number:
            return
        self._number = 0
        self._listed = True
        if not (self._fresh and self._gathered):
            self._show(self._gathered)
        self._fresh = False
        self._gathered = []
        self._show_ticks()
        self._show_count(self.hits, whole=whole)
        if self._step_later is not None:
            forward, self._step_later = self._step_later, None
            self.step_wanted.emit(forward)

    def _show(self, hits: Sequence[Hit]) -> None:
        current, row = self.hit, self.table.currentIndex().row()
        bar = self.table.verticalScrollBar()
        seen = bar.value()
        self._model.show(self.query, hits)
        if current and not self.table.pick(current.key) and hits and not self._fresh:
            self.table.pick_row(min(row, len(hits) - 1))
        if not self._fresh:  # an edit elsewhere moves nothing here
            self.table.doItemsLayout()
            bar.setValue(seen)
        self._middle.setCurrentIndex(1 if hits else 0)
        self._show_count(hits)

    def _show_count(self, hits: Sequence[Hit], *, whole: bool = True) -> None:
        """Say how much was found, in how many cells."""
        if not self.query.text:
            self.head.count.setText("")
            self._nothing.setText("输入要查找的文字、编码或数字")
            return
        places = sum(len(hit.spans) for hit in hits)
        words = f"{len(hits)} 格，{places} 处" if hits else "没有找到"
        locked = len(hits) - len(self._model.may_change()) if self.head.replacing else 0
        if locked:
            words += f"；{locked} 格已上报，不替换"
        if not whole:
            words = f"只列出前 {MOST} 格，请输入得更具体一些"
        self.head.count.setText(words)
        self.head.count.setToolTip(words)
        self._nothing.setText(f"{self.head.scope.value}中没有找到“{self.query.text}”")

    # --- replacing

    def _show_columns(self) -> None:
        replacing, scope = self.head.replacing, self.head.scope
        needless = set() if replacing else {Column.TICK, Column.AFTER}
        if scope is not Scope.ALL:
            needless.add(Column.YEAR)
        if scope is Scope.FORM:
            needless.add(Column.PROJECT)
        self.table.show_columns({*Column} - needless)
        self._model.set_replacement(self.head.by.text() if replacing else None)
        self._show_ticks()

    def _show_ticks(self) -> None:
        if not self.head.replacing:
            return
        self.head.show_ticks(len(self._model.chosen()), len(self._model.may_change()))
        self.head.rest_replacing(resting=not self._listed)

    def _tick_all(self, ticked: bool) -> None:
        self._model.tick(range(len(self.hits)), ticked=ticked)

    def _replace_here(self) -> None:
        """Replace the current text, where none is the first, and go on to the next one."""
        if self.hit is None and self.hits:
            self.table.pick_row(0)
        hit = self.hit
        if hit is None:
            return
        row = self.table.currentIndex().row() + 1
        following = self._model.row(row if row < len(self.hits) else 0)
        if not hit.home.locked:
            self.replace_wanted.emit([hit])
        if following:
            self.go_on_to(following.key)

    def go_on_to(self, key: Key) -> None:
        """Make another hit current, without leaving the field one is in."""
        self.table.pick(key)
