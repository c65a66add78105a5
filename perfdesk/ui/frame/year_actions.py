"""What happens to documents as the years go by: begun from last year's, handed in, reopened."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMessageBox

from perfdesk.io.forms import all_forms, form_or_default
from perfdesk.models.document import Document, Submission
from perfdesk.models.outline import DocumentOutline
from perfdesk.models.years.due import next_year_words
from perfdesk.models.years.submit import Reopen, Submit, submission_words, version_name
from perfdesk.ui.actions import Entry, action
from perfdesk.ui.budget_year import next_budget_year
from perfdesk.ui.look.icons import icon
from perfdesk.ui.session import Session
from perfdesk.ui.settings import Settings
from perfdesk.ui.tree.nodes import Key, Kind, department_label

if TYPE_CHECKING:
    from perfdesk.ui.frame.main_window import MainWindow

_SUBMITTER = "submitter"


class YearActions(QObject):
    """The actions on the document one is at. `told` carries a sentence for the status bar.

    `wanted(key)` asks the window to show a node. `put_aside(document)` keeps what is handed in
    as a version, and tells whether it stands there.
    """

    told = Signal(str)
    wanted = Signal(object)

    def __init__(self, window: "MainWindow", session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self.put_aside: Callable[[Document], bool] = lambda _: True
        self.begin = action(
            window,
            Entry(
                "新建下一年度…",
                self._begin,
                "",
                "year",
                "从当前文本新建下一年度：带入项目，年度顺延，逐格核对",
            ),
        )
        self.submit = action(
            window,
            Entry(
                "标记为已上报…",
                self._submit,
                "",
                "submit",
                "记下上报人和时间，之后只能查看，可以重新打开",
            ),
        )
        self.hand_in = action(window, Entry("上报…", self._submit, says=self.submit.statusTip()))
        self.hand_in.setIcon(icon("submit", "on_accent"))
        self.hand_in.setToolTip("标记为已上报，之后只能查看，可以重新打开")
        self.open_again = action(
            window,
            Entry(
                "重新打开…",
                self.reopen,
                "",
                "lock",
                "取消已上报的标记，可以继续修改；上报的内容留在版本记录中",
            ),
        )
        session.changed.connect(self.refresh)

    def all(self) -> list[QAction | None]:
        """Return what a document's menu offers."""
        return [self.begin, self.submit, self.open_again]

    def following(self, year: int, menu: QMenu) -> list[QAction | QMenu]:
        """Return what the menu of a year offers: to begin the next one from each document."""
        past = [each for each in self._session.outlines if each.year == year > 0]
        begins = [partial(self.begin_from, each.id, year + 1) for each in past]
        if not past:
            return []
        words = next_year_words(past[0])
        if len(past) == 1:
            return [action(menu, Entry(words, begins[0], "", "year"))]
        inner = QMenu(words.removesuffix("…"), menu)
        inner.setIcon(icon("year"))
        for each, begin in zip(past, begins, strict=True):
            inner.addAction(action(inner, Entry(f"{department_label(each.department)}…", begin)))
        return [inner]

    def refresh(self, *_: object) -> None:
        """Offer what fits the document one is at."""
        here = self._here()
        submitted = here is not None and here.submitted
        self.begin.setEnabled(here is not None)
        for each in (self.submit, self.hand_in):
            each.setEnabled(here is not None)
            each.setVisible(not submitted)
        self.open_again.setVisible(submitted)

    def begin_from(self, document_id: str, year: int) -> None:
        """Ask what comes over from a document, and begin that of a later year with it."""
        from perfdesk.models.years.carry import next_year
        from perfdesk.ui.dialogs.next_year_dialog import NextYearDialog

        self._window.take_over()  # buttons of pages ask for it too
        past = self._session.document(document_id)
        code = past.department.code
        taken = {each.year for each in self._session.outlines if each.department.code == code}
        answer = NextYearDialog(past, year, all_forms(), taken, self._window).ask()
        if answer is None:
            return
        form = form_or_default(answer.form_id)
        old_form = self._session.form(document_id)
        document = next_year(past, old_form, form, answer.year, answer.choice)
        self._session.add(document, f"新建 {document.year} 年度文本")
        self.wanted.emit(Key(Kind.DEPARTMENT, document.id))
        cells = self._session.outline(document.id).unconfirmed
        self.told.emit(f"已带入 {len(document.projects)} 个项目，{cells} 格待核对。按 Ctrl+Z 撤销")

    def reopen(self) -> None:
        """Ask once, then let the document be written again."""
        self._window.begin_command()  # the banner asks for it too
        here = self._here()
        document = self._session.document(here.id) if here else None
        if document is None or document.submitted is None or not self._agreed(document.submitted):
            return
        if self.put_aside(document):
            self._session.do(document.id, Reopen())
            name = version_name(document.submitted)
            self.told.emit(f"已重新打开，可以修改。上报的内容在“版本记录”中：“{name}”")

    def _begin(self) -> None:
        if here := self._here():
            self.begin_from(here.id, here.year + 1 if here.year else next_budget_year())

    def _here(self) -> DocumentOutline | None:
        return self._session.find_outline(self._window.navigator.key.document_id)

    def _submit(self) -> None:
        from perfdesk.ui.dialogs.submit_dialog import SubmitDialog

        here = self._here()
        if here is None or here.submitted:
            return
        who = next(iter(self._settings.texts(_SUBMITTER)), "")
        name = f"{here.year} 年度 {here.department.name}"
        dialog = SubmitDialog(name, who, self._still_open(here), self._window)
        if submission := dialog.ask():
            self._settings.set_texts(_SUBMITTER, [submission.who])
            change = Submit(submission)
            if self.put_aside(change.apply(self._session.document(here.id))):
                self._session.do(here.id, change)
                self.told.emit(
                    f"已标记为已上报，内容已存为版本“{version_name(submission)}”。"
                    "要修改请在“文件”菜单选“重新打开”"
                )

    def _still_open(self, here: DocumentOutline) -> str:
        """Return in words what a reviewer would send back, and what nobody has looked at."""
        errors = self._window.inspector.counts(here.id).errors
        carried = here.unconfirmed
        words = (
            f"有 {errors} 处强制问题尚未修改" if errors else "",
            f"有 {carried} 格待核对" if carried else "",
        )
        return "；".join(filter(None, words))

    def _agreed(self, submission: Submission) -> bool:
        box = QMessageBox(self._window)
        box.setWindowTitle("重新打开")
        box.setText("重新打开这份已上报的文本，继续修改？")
        box.setInformativeText(
            f"上报时的内容（{submission_words(submission)}）留在“版本记录”中，随时可以查看和对比。"
        )
        agree = box.addButton("重新打开", QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton("保持已上报", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        return box.clickedButton() is agree
