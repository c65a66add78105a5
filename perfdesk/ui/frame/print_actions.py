"""Printing as the window offers it: what one looks at, on paper, in a preview, as PDF."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from perfdesk.io.problem import Problem
from perfdesk.models.document import year_words
from perfdesk.ui.actions import Entry, action
from perfdesk.ui.session import Session
from perfdesk.ui.settings import Settings
from perfdesk.ui.tree.nodes import Kind

if TYPE_CHECKING:  # who never prints never loads it
    from PySide6.QtPrintSupport import QPrinter

    from perfdesk.ui.frame.main_window import MainWindow
    from perfdesk.ui.printing.contents import PrintedContents
    from perfdesk.ui.printing.job import PrintJob
    from perfdesk.ui.printing.printable import Printable

_KINDS = {".pdf": "PDF 文件 (*.pdf)"}
_WHOLE = "部门预算绩效信息"
_CHOOSE = "请先在表中选中要打印的项目"


class PrintActions(QObject):
    """The actions on paper. `written(path)` for a PDF file, `told` for a sentence."""

    written = Signal(object)
    told = Signal(str)

    def __init__(self, window: "MainWindow", session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self.pdf = self._make("导出 PDF…", self._save, "", "把当前的表按表样存为 PDF 文件")
        self.preview = self._make(
            "打印预览…", self._preview, "Ctrl+Shift+P", "看看打印出来的样子，再打印"
        )
        self.print = self._make(
            "打印…", self._print, "Ctrl+P", "打印当前的表，或选中的项目", "print"
        )
        # A preview is gone a little later than it is closed, and does not keep its printer.
        self._shown_on: QPrinter | None = None
        window.navigator.shown.connect(self.refresh)
        self.refresh()

    def all(self) -> list[QAction]:
        """Return what the file menu offers."""
        return [self.pdf, self.preview, self.print]

    def refresh(self) -> None:
        """Enable them where there is something to print."""
        for each in self.all():
            each.setEnabled(self._window.navigator.key.kind is not Kind.ROOT)

    def _make(
        self, text: str, does: Callable[[], object], key: str, says: str, icon: str = ""
    ) -> QAction:
        return action(self._window, Entry(text, does, key, icon, says))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        job = self._job()
        if job is None:
            return
        printer = self._printer(job)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle("打印")
        dialog.setMinMax(1, 0)
        agreed = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        if agreed:
            self._remember(job, printer)
            pages = job.draw(printer)
            self.told.emit(f"已送去打印：{job.title}，共 {pages} 页")

    def _preview(self) -> None:
        from perfdesk.ui.printing.preview import show_preview

        job = self._job()
        if job is None:
            return
        printer = self._shown_on = self._printer(job)
        show_preview(self._window, printer, job.title, job.draw)
        self._remember(job, printer)

    def _save(self) -> None:
        from perfdesk.ui.printing.pdf import write_pdf

        job = self._job()
        path = self._asked(job.title) if job else None
        if job is None or path is None:
            return
        try:
            write_pdf(job, self._printer(job), path)
        except Problem as problem:
            self.told.emit(str(problem))
        else:
            self.written.emit(path)

    def _asked(self, title: str) -> Path | None:
        """Return the file that was chosen, None where the person thought better of it."""
        from perfdesk.ui.file_dialog import FileToWrite
        from perfdesk.ui.traffic.departures import plain_name

        asked = FileToWrite(self._window, self._settings, _KINDS, self.told.emit)
        return asked.ask("导出 PDF", f"{plain_name(title)}.pdf")

    def _printer(self, job: "PrintJob") -> "QPrinter":
        from perfdesk.ui.printing.paper import Paper

        printer = Paper(self._settings).printer(wide=job.wide)
        printer.setDocName(job.title)
        return printer

    def _remember(self, job: "PrintJob", printer: "QPrinter") -> None:
        from perfdesk.ui.printing.paper import Paper

        Paper(self._settings).remember(printer, wide=job.wide)

    # --- what there is to print

    def _job(self) -> "PrintJob | None":
        """Return what one looks at as a job; tells where there is nothing."""
        from perfdesk.ui.printing.job import PrintJob

        parts = [*self._parts()]
        if not parts:
            self.told.emit(_CHOOSE)
            return None
        return PrintJob(self._title(), parts, self._contents())

    def _parts(self) -> "Iterator[Printable]":
        from perfdesk.ui.form.printed import PrintedForm
        from perfdesk.ui.statement.printed import PrintedStatement

        key = self._window.navigator.key
        chosen = self._chosen()
        if self._is_whole:
            yield from self._whole()
            return
        if not chosen and key.kind is Kind.STATEMENT:
            form = self._session.form(key.document_id)
            yield PrintedStatement(form, self._session.document(key.document_id))
        for document_id, project_id in chosen or self._shown():
            project = self._session.document(document_id).project(project_id)
            if project:
                yield PrintedForm(self._session.form(document_id), project)

    @property
    def _is_whole(self) -> bool:
        """Whether a whole document is meant, which is printed as it is published."""
        return self._window.navigator.key.kind is Kind.DEPARTMENT and not self._chosen()

    def _whole(self) -> "Iterator[Printable]":
        from perfdesk.ui.form.printed import PrintedForm
        from perfdesk.ui.statement.printed import PrintedStatement

        document = self._session.document(self._window.navigator.key.document_id)
        form = self._session.form(document.id)
        yield PrintedStatement(form, document, as_part=True)
        part = form.wording.project_part
        for number, project in enumerate(document.projects, 1):
            yield PrintedForm(form, project, number, part if number == 1 else "")

    def _contents(self) -> "PrintedContents | None":
        from perfdesk.ui.printing.contents import PrintedContents

        if not self._is_whole:
            return None
        outline = self._session.outline(self._window.navigator.key.document_id)
        return PrintedContents(f"{outline.department.name}{year_words(outline.year)}{_WHOLE}")

    def _shown(self) -> list[tuple[str, str]]:
        """Return the projects that the page is about; of a whole year they are to be chosen."""
        key = self._window.navigator.key
        if key.kind in (Kind.YEAR, Kind.STATEMENT):
            return []
        return [(key.document_id, each.id) for each in self._window.navigator.shown_projects()]

    def _chosen(self) -> list[tuple[str, str]]:
        """Return the projects that are selected in a list of them, from two on or in a year's."""
        page = self._window.navigator.page()
        listed = [*page.listed()] if page else []
        if len(listed) < 2 and self._window.navigator.key.kind is not Kind.YEAR:
            return []
        return listed

    def _title(self) -> str:
        key, chosen = self._window.navigator.key, self._chosen()
        if key.kind is Kind.PROJECT:
            project = self._session.document(key.document_id).project(key.project_id)
            return (project.name if project else "") or "绩效目标表"
        year = key.year
        name = ""
        if key.document_id:
            outline = self._session.outline(key.document_id)
            year, name = outline.year, outline.department.name
        what = "部门整体绩效目标" if key.kind is Kind.STATEMENT else "绩效目标"
        whole = f"{year}年{name}{what}" if year else f"{name}{what}"
        return f"{whole}（{len(chosen)} 个项目）" if chosen else whole
