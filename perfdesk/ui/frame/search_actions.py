"""Finding and replacing as the window offers them: actions, their keys, and where they lead."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from perfdesk.io.store.glance import Glance
from perfdesk.models.document import Document
from perfdesk.models.search.replacing import Replacement, replacement
from perfdesk.models.sheet import Place
from perfdesk.ui.actions import Entry, action, fill, heard_elsewhere, open_at
from perfdesk.ui.frame.goals import goals
from perfdesk.ui.search.goal_list import GoalList
from perfdesk.ui.search.hit import Here, Hit, Scope
from perfdesk.ui.search.panel import SearchPanel
from perfdesk.ui.search.search_box import SearchBox
from perfdesk.ui.search.selecting import select_words, selected_words
from perfdesk.ui.search.steps import next_row
from perfdesk.ui.session import Session
from perfdesk.ui.settings import Settings
from perfdesk.ui.tree.nodes import Key, Kind

if TYPE_CHECKING:
    from perfdesk.ui.frame.main_window import MainWindow

_HABITS = "search"


class SearchActions(QObject):
    """What one can do with texts that are looked for. `told` carries a sentence."""

    told = Signal(str)

    def __init__(
        self, window: "MainWindow", session: Session, settings: Settings, store: Path
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self.panel = SearchPanel(session, lambda: Glance(store), window)
        self.find = self._make("查找…", self._find, "Ctrl+F", "search", "在当前的表中查找")
        self.replace = self._make("替换…", self._replace, "Ctrl+H", "", "查找并替换，先列出再替换")
        self.find_all = self._make(
            "在全部年度中查找…", self._find_all, "Ctrl+Shift+F", "", "在所有年度的文本中查找"
        )
        self.next = self._make("查找下一处", lambda: self._ask_step(forward=True), "F3")
        self.previous = self._make("查找上一处", lambda: self._ask_step(forward=False), "Shift+F3")
        self.jump = self._make("定位…", self._jump, "Ctrl+G", "", "按名称、编码、拼音转到项目")
        self.box = SearchBox(self.jump.shortcut().toString())
        self.goals = GoalList(window.navigator)
        self.goals.box = self.box
        window.work.add_below(self.panel)
        self._connect()
        height = (*settings.numbers(_HABITS), 0)[0]
        if height:
            self.panel.set_height(height)
        self._follow()

    def for_texts(self) -> list[QAction | None]:
        """Return what one can do with texts that are looked for; None is a line."""
        return [self.find, self.replace, self.find_all, None, self.next, self.previous]

    def end(self) -> None:
        """End a search under way and keep the panel's habits: the window goes."""
        self.panel.end()
        self._settings.set_numbers(_HABITS, [self.panel.last_height()])

    def _connect(self) -> None:
        navigator = self._window.navigator
        navigator.shown.connect(self._follow)
        self.panel.chosen.connect(self._open_current)
        self.panel.step_wanted.connect(lambda forward: self._step(forward=forward))
        self.panel.replace_wanted.connect(self._replace_in)
        self.panel.told.connect(self.told)
        self.panel.shown_changed.connect(self._say_nothing_more)
        self.panel.table.menu_wanted.connect(self._offer)
        self.box.clicked.connect(self._jump)
        self.goals.search_wanted.connect(self._search)
        self.goals.chosen.connect(self._window.go_into)
        self.goals.left.connect(lambda: navigator.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.panel.left.connect(lambda: navigator.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _say_nothing_more(self, shown: bool) -> None:
        """Let the number of the hit that one is at go with the panel."""
        if not shown:
            self.told.emit("")

    def _make(
        self, text: str, does: Callable[[], object], key: str, icon: str = "", says: str = ""
    ) -> QAction:
        # They look at what is selected in a text first, then let the command begin.
        return action(self._window, Entry(text, does, key, icon, says, lets_type=True))

    def _here(self) -> Here:
        key = self._window.navigator.key
        if key.kind is Kind.PROJECT:
            return Here(key.document_id, key.project_id)
        return Here(key.document_id, "" if key.kind is Kind.STATEMENT else None)

    def _follow(self) -> None:
        self.panel.follow(self._here())

    def _find(self) -> None:
        self._open(Scope.FORM)

    def _find_all(self) -> None:
        self._open(Scope.ALL)

    def _replace(self) -> None:
        if not self._here().document_id:
            self.told.emit("请先在左侧选择一份文本")
            return
        self._open(None if self.panel.isVisible() else Scope.FORM, replacing=True)

    def _open(self, scope: Scope | None, *, replacing: bool = False) -> None:
        inside = self.panel.has_focus()
        words = "" if inside else selected_words(QApplication.focusWidget())
        self._window.begin_command()
        self.panel.open(scope, words, replacing=replacing)

    def _jump(self) -> None:
        """Offer all pages, those of the document one is in first."""
        self._window.begin_command()
        outlines, here = self._session.outlines, self._here().document_id
        self.goals.open(lambda: goals(outlines, here), (outlines, here))

    def _search(self, words: str) -> None:
        self.panel.open(Scope.ALL, words)

    def _ask_step(self, *, forward: bool) -> None:
        """Go to the next hit; what is being typed is taken over, as it may be one."""
        self._window.begin_command()
        if not self.panel.query.text:
            self._find()
            return
        if not self.panel.isVisible():
            self.panel.show()
        self.panel.step(forward=forward)

    def _step(self, *, forward: bool) -> None:
        hits = self.panel.hits
        if not hits:
            self.told.emit(f"没有找到“{self.panel.query.text}”")
            return
        row = next_row(
            hits, self.panel.table.currentIndex().row(), self._here(), self._at(), forward=forward
        )
        hit = self.panel.pick_row(row)
        inside = self.panel.has_focus()
        if self._show(hit) and not inside:
            self._window.navigator.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.told.emit(f"第 {row + 1} 格，共 {len(hits)} 格")

    def _at(self) -> tuple[Document, Place | None] | None:
        """Return the document that is shown, and the place in it that one is at."""
        here, page = self._here(), self._window.navigator.page()
        if not here.document_id:
            return None
        place = page.current_place() if page and here.project_id is not None else None
        return self._session.document(here.document_id), place

    def _open_current(self) -> None:
        hit = self.panel.hit
        if hit and self._show(hit, edit=True):
            select_words(QApplication.focusWidget(), self.panel.query, hit.written.text)

    def _show(self, hit: Hit, *, edit: bool = False) -> bool:
        """Bring the cell of a hit into view; tells where it is gone."""
        kind = Kind.PROJECT if hit.project_id else Kind.STATEMENT
        key = Key(kind, hit.home.document_id, hit.project_id)
        there = self._session.find_outline(hit.home.document_id) is not None
        if there and self._window.go_to_place(key, hit.written.place, edit=edit):
            return True
        self.told.emit("这一处已不在文本中")
        return False

    def _offer(self, point: QPoint) -> None:
        """Open the menu of what was found."""
        menu, table = QMenu(self._window), self.panel.table
        go = heard_elsewhere(menu, Entry("转到此处", self._open_current, "Return", "open"))
        copy = heard_elsewhere(menu, Entry("复制", table.copy, "Ctrl+C", "copy"))
        fill(menu, [go, None, copy])
        open_at(menu, point)

    def _replace_in(self, hits: list[Hit]) -> None:
        """Replace in all of these texts, as one step; what was handed in stays as it is."""
        self._window.begin_command()
        places: dict[str, set[Place]] = {}
        for hit in hits:
            places.setdefault(hit.home.document_id, set()).add(hit.written.place)
        query, by = self.panel.query, self.panel.head.by.text()
        changes: list[tuple[str, Replacement]] = []
        left = 0
        for document_id, wanted in places.items():
            outline = self._session.find_outline(document_id)
            if outline is None or outline.submitted:
                left += len(wanted) if outline else 0
                continue
            form, document = self._session.form(document_id), self._session.document(document_id)
            if change := replacement(form, document, query, by, wanted):
                changes.append((document_id, change))
        if not changes:
            self.told.emit("没有需要替换的内容" + _left_alone(left))
            return
        with self._session.together(f"替换“{query.text}”"):
            for document_id, change in changes:
                self._session.do(document_id, change)
        done = sum(change.texts for _, change in changes)
        self.told.emit(f"已替换 {done} 格{_left_alone(left)}，按 Ctrl+Z 撤销")


def _left_alone(texts: int) -> str:
    """Return in words how many texts cannot change because they were handed in."""
    return f"，{texts} 格已上报、没有替换" if texts else ""
