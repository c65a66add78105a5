"""审核报告: the check report of a document as a workbook, as PDF, and on paper."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from perfdesk.io.problem import Problem
from perfdesk.models.document import Document
from perfdesk.ui.actions import Entry, action, fill
from perfdesk.ui.file_dialog import FileToWrite
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.session import Session
from perfdesk.ui.settings import Settings
from perfdesk.ui.traffic.departures import file_name

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from perfdesk.models.review.report import Report

_KINDS = {".xlsx": "Excel 工作簿 (*.xlsx)", ".pdf": "PDF 文件 (*.pdf)"}


class ReportActions(QObject):
    """The actions on the report of the document one is in.

    `written(path)` when one stands on disk; `told` carries a sentence for the status bar.
    """

    written = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        session: Session,
        inspector: Inspector,
        settings: Settings,
        document: Callable[[], Document | None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._inspector = inspector
        self._settings = settings
        self._document = document
        self._window = window
        # A preview is gone a little later than it is closed, and does not keep its printer.
        self._shown_on: QPrinter | None = None
        entries = (
            Entry("打印预览…", self.preview, "", "", "预览和打印审核报告"),
            Entry("另存为 PDF…", lambda: self._save(".pdf"), "", "", "把审核报告存为 PDF 文件"),
            Entry(
                "另存为 Excel…", lambda: self._save(".xlsx"), "", "excel", "把审核报告存为 Excel 表"
            ),
        )
        self.actions = [action(window, entry) for entry in entries]

    def menu(self, parent: QMenu) -> QMenu:
        """Return the submenu 审核报告."""
        menu = QMenu("审核报告", parent)
        fill(menu, [*self.actions])
        return menu

    def set_enabled(self, on: bool) -> None:
        """Let the actions rest while there is no document."""
        for each in self.actions:
            each.setEnabled(on)

    def preview(self) -> None:
        """Show the report as it will be printed, and print it from there."""
        from PySide6.QtPrintSupport import QPrinter

        from perfdesk.ui.findings.report_page import lay_across, print_report
        from perfdesk.ui.printing.preview import show_preview

        report = self._report()
        if report is None:
            return
        printer = self._shown_on = QPrinter(QPrinter.PrinterMode.HighResolution)
        lay_across(printer)
        printer.setDocName(report.title)
        show_preview(self._window, printer, report.title, lambda on: print_report(report, on))

    def _save(self, ending: str) -> None:
        report = self._report()
        path = self._asked(ending) if report else None
        if report is None or path is None:
            return
        try:
            _WRITERS[ending](report, path)
        except Problem as problem:
            self.told.emit(str(problem))
        else:
            self.written.emit(path)

    def _report(self) -> "Report | None":
        """Return the report on the document as it stands at this moment."""
        from perfdesk.models.review.check import check
        from perfdesk.models.review.report import report_of

        document = self._document()
        if document is None:
            return None
        form, book = self._session.form(document.id), self._inspector.book(document.id)
        today = date.today()  # noqa: DTZ011  the clerk's own day is meant
        return report_of(form, document, check(form, document, book), book, today)

    def _asked(self, ending: str) -> Path | None:
        """Return the file that was chosen, None where the person thought better of it."""
        document = self._document()
        if document is None:
            return None
        title = file_name(document, "").removesuffix("部门预算绩效文本")
        asked = FileToWrite(self._window, self._settings, {ending: _KINDS[ending]}, self.told.emit)
        return asked.ask("审核报告另存为", f"{title}绩效目标审核报告{ending}")


def _write_pdf(report: "Report", path: Path) -> None:
    from perfdesk.ui.findings.report_page import write_pdf

    write_pdf(report, path)


def _write_workbook(report: "Report", path: Path) -> None:
    from perfdesk.io.report import write_report_file

    write_report_file(report, path)


_WRITERS = {".pdf": _write_pdf, ".xlsx": _write_workbook}
