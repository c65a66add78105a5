"""The actions of the menu 审核: judging, going from finding to finding, mending, answering."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from perfdesk.io.forms import form_or_default
from perfdesk.io.store.glance import Glance
from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.review.finding import Severity
from perfdesk.ui.actions import Entry, action, fill, heard_elsewhere, open_at
from perfdesk.ui.dialogs.open_errors import Decision
from perfdesk.ui.findings import habits
from perfdesk.ui.findings.choice import Reach
from perfdesk.ui.findings.earlier import EarlierReasons
from perfdesk.ui.findings.finding_row import FindingRow
from perfdesk.ui.findings.mending import Mending
from perfdesk.ui.findings.panel import FindingsPanel
from perfdesk.ui.frame import export_check
from perfdesk.ui.frame.finding_walk import FindingWalk
from perfdesk.ui.frame.office_rules import OfficeRules
from perfdesk.ui.frame.report_actions import ReportActions
from perfdesk.ui.session import Session
from perfdesk.ui.settings import Settings

if TYPE_CHECKING:
    from perfdesk.ui.frame.main_window import MainWindow

_NOTHING_HERE = "当前位置没有审核问题，按 F4 转到下一处"


class ReviewActions(QObject):
    """Everything one can do with findings. `told` carries a sentence for the status bar."""

    told = Signal(str)

    def __init__(
        self, window: "MainWindow", session: Session, settings: Settings, store: Path
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._inspector = window.inspector
        self._earlier = EarlierReasons(session, lambda: Glance(store), self)
        self.panel = FindingsPanel(session, window.inspector, self._earlier, window)
        self.walk = FindingWalk(session, window, self.panel)
        self._mending = Mending(session, window.inspector, self)
        make = self._make
        self.check_document = make("审核本文本", self._check(Reach.DOCUMENT), "F9")
        self.check_project = make("审核本项目", self._check(Reach.PROJECT), "Shift+F9")
        self.show_panel = make("审核结果", self.panel.toggle, "F8", "findings", lets_type=True)
        self.show_panel.setCheckable(True)
        self.enter_panel = make("转到审核结果", self.panel.enter, "Ctrl+3")
        self.next = make("下一处问题", lambda: self._step(forward=True), "F4", "finding-next")
        self.next.setIconText("下一处 F4")
        self.previous = make(
            "上一处问题", lambda: self._step(forward=False), "Shift+F4", "finding-previous"
        )
        self.previous.setIconText("上一处")
        self.mend = make("按建议修改", self._mend, "F7", "mend")
        self.mend_all = make("同类问题全部修改…", self._mend_all, "Shift+F7")
        self.answer = make("填写说明", self._answer, "Shift+F2")
        self.explain = make("规则说明", self._explain, "F1", "help", lets_type=True)
        self.rules = OfficeRules(window.inspector, self._form, self._rule_id, window)
        self.report = ReportActions(session, window.inspector, settings, self._document, window)
        self._for_documents = (
            self.check_document,
            self.check_project,
            self.next,
            self.previous,
            self.mend,
            self.mend_all,
            self.answer,
        )
        self.show_manual: Callable[[], None] = lambda: None
        self._connect(session)
        self._say_rules()
        habits.restore(self.panel, settings)
        self.refresh()

    def fill_menu(self, menu: QMenu) -> None:
        """Put all actions into the menu 审核."""
        fill(menu, [self.check_document, self.check_project, None])
        fill(menu, [self.show_panel, self.enter_panel, self.next, self.previous, None])
        fill(menu, [self.mend, self.mend_all, self.answer, self.explain, None])
        fill(menu, [self.report.menu(menu), self.rules.change])

    def add_to(self, menu: QMenu) -> None:
        """Put into the menu of a place what can be done about what was found there."""
        if self.walk.at_cursor():
            fill(menu, [None, self.mend, self.mend_all, self.answer, self.explain])

    def tools(self) -> list[QAction]:
        """Return what the tool bar offers."""
        return [self.previous, self.next, self.show_panel]

    def may_export(self, document_id: str) -> bool:
        """Tell whether a document shall go out, though something in it must be mended."""
        decision = export_check.decide(self._session, self._inspector, document_id, self._window)
        if decision is Decision.LOOK:
            self.panel.open(Reach.DOCUMENT)
            self.panel.head.show_levels([Severity.ERROR])
            self.panel.enter()
        return decision is Decision.EXPORT

    def refresh(self) -> None:
        """Follow where one is: what can be done, what is listed, how much is open."""
        here = self.walk.here
        for each in self._for_documents:
            each.setEnabled(bool(here.document_id))
        self.report.set_enabled(bool(here.document_id))
        self.panel.list.follow(here)
        self._count()

    def remember(self) -> None:
        """Keep the panel's habits for the next start."""
        self._earlier.end()
        habits.remember(self.panel, self._settings)

    def _connect(self, session: Session) -> None:
        panel, navigator = self.panel, self._window.navigator
        self._window.work.add_below(panel)
        navigator.shown.connect(self.refresh)
        navigator.place_changed.connect(lambda _: self.walk.follow_cursor())
        session.changed.connect(self.refresh)
        self._inspector.changed.connect(self._count)
        for part in (self.walk, self._mending, self.report):
            part.told.connect(self.told)
        panel.chosen.connect(self._go)
        panel.mend_wanted.connect(self._mend)
        panel.mend_all_wanted.connect(self._mend_all)
        panel.rules_wanted.connect(self.rules.show)
        self.rules.changed.connect(self._judge_anew)
        panel.menu_wanted.connect(self._offer)
        panel.list.lost.connect(self.walk.follow_cursor)
        panel.shown_changed.connect(self.show_panel.setChecked)
        panel.left.connect(lambda: navigator.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _make(
        self,
        text: str,
        does: Callable[[], None],
        key: str,
        icon: str = "",
        *,
        lets_type: bool = False,
    ) -> QAction:
        return action(self._window, Entry(text, does, key, icon, lets_type=lets_type))

    def _check(self, reach: Reach) -> Callable[[], None]:
        def check() -> None:
            self._inspector.judge_anew()
            self.panel.open(reach)

        return check

    def _step(self, *, forward: bool) -> None:
        self.walk.step(forward=forward)

    def _go(self) -> None:
        if row := self.panel.row:
            self.walk.go_to(row, edit=True)

    def _current(self) -> FindingRow | None:
        """Return the finding one is at; tells where none is."""
        row = self.walk.current()
        if row is None:
            self.told.emit(_NOTHING_HERE)
        return row

    def _mend(self) -> None:
        if row := self._current():
            self._mending.mend(row)

    def _mend_all(self) -> None:
        row = self._current()
        if row is None:
            return
        alike = self.panel.list.alike(row)
        if alike:
            self._mending.mend_all(alike, self._window)
        else:
            self.told.emit("这类问题需要逐处手工修改")

    def _answer(self) -> None:
        row = self._current()
        if row is None:
            return
        self.panel.open()
        self.panel.list.pick([row.key])
        if self.panel.row != row:
            self.panel.head.show_everything()
            self.panel.list.pick([row.key])
        if not self.panel.write_reason():
            self.told.emit("强制问题须改正，不能用说明代替")

    def _explain(self) -> None:
        row = self.walk.current()
        if row is None:
            self.show_manual()
            return
        self.panel.explain(row)

    def _document(self) -> Document | None:
        """Return the document one is in."""
        document_id = self.walk.here.document_id
        return self._session.document(document_id) if document_id else None

    def _rule_id(self) -> str:
        row = self.walk.current()
        return row.finding.rule if row else ""

    def _form(self) -> Form:
        """Return the form of where one is."""
        document_id = self.walk.here.document_id
        return self._session.form(document_id) if document_id else form_or_default("")

    def _say_rules(self) -> None:
        self.panel.head.show_rules(self.rules.words())

    def _judge_anew(self) -> None:
        self._say_rules()
        self.panel.explained.show_row(self.panel.row)
        self.told.emit("审核规则已保存，正在重新审核")

    def _count(self, *_: object) -> None:
        """Show on the tool bar how much must be mended."""
        document_id = self.walk.here.document_id
        counts = self._inspector.counts(document_id)
        self.show_panel.setIconText(f"审核结果 ✕{counts.errors}" if counts.errors else "审核结果")
        said = f"强制 {counts.errors}，提示 {counts.warnings}，建议 {counts.hints}"
        self.show_panel.setToolTip(f"审核结果（F8）\n本文本未处理：{said}")

    def _offer(self, point: QPoint) -> None:
        menu = QMenu(self._window)
        copy = heard_elsewhere(menu, Entry("复制", self.panel.table.copy, "Ctrl+C", "copy"))
        go = heard_elsewhere(menu, Entry("转到此处", self._go, "Return", "open"))
        fill(menu, [go, None, self.mend, self.mend_all, self.answer, self.explain, None, copy])
        open_at(menu, point)
