"""What one can do with whole documents: begin, open, import, export, describe, delete."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from perfdesk.io.forms import all_forms, form_named
from perfdesk.models.blank import blank_document
from perfdesk.models.change import SetField, Together
from perfdesk.models.document import Document
from perfdesk.models.outline import DocumentOutline
from perfdesk.paths import resource_dir
from perfdesk.ui.actions import Entry, action
from perfdesk.ui.file_dialog import files_to_read
from perfdesk.ui.frame.navigator import Navigator
from perfdesk.ui.session import Session
from perfdesk.ui.settings import Settings
from perfdesk.ui.traffic.arrivals import Arrivals
from perfdesk.ui.traffic.departures import Departures
from perfdesk.ui.tree.nodes import Key, Kind

_READABLE = "可导入的文件 (*.txt *.xlsx *.json);;所有文件 (*)"


class DocumentActions(QObject):
    """The actions of the file menu. `wanted(key)` asks the window to show a node.

    `may_export(document_id)` is asked before a document goes out. `past_wanted(id, year)` asks
    to begin the document of a year from a past one.
    """

    wanted = Signal(object)
    past_wanted = Signal(str, int)
    told = Signal(str)

    def __init__(
        self,
        session: Session,
        navigator: Navigator,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._navigator = navigator
        self._settings = settings
        self._window = window
        self.may_export: Callable[[str], bool] = lambda _: True
        self.arrivals = Arrivals(session, self)
        self.departures = Departures(settings, window)
        self.new = action(
            window,
            Entry(
                "新建文本…", self.begin, "Ctrl+Shift+N", "new", "为一个部门、一个年度新建绩效文本"
            ),
        )
        self.sample = action(
            window, Entry("打开示例", self.open_sample, "", "sample", "载入虚构部门的示例文本")
        )
        self.bring = action(
            window,
            Entry("导入…", self.ask_import, "Ctrl+O", "import", "导入公开文本、Excel 表或交换文件"),
        )
        self.export = action(
            window,
            Entry(
                "导出 Excel…", self._export, "Ctrl+E", "export", "按财政部门的表样导出 Excel 工作簿"
            ),
        )
        self.export_text = action(
            window, Entry("导出公开文本…", lambda: self._export(".txt"), "", "", "导出纯文本")
        )
        self.export_json = action(
            window,
            Entry(
                "导出交换文件…",
                lambda: self._export(".json"),
                "",
                "json",
                "导出其他程序可读的交换文件",
            ),
        )
        self.describe = action(
            window,
            Entry("文本属性…", self._describe, "", "rename", "修改年度、表样、部门编码和名称"),
        )
        self.remove = action(
            window, Entry("删除文本…", self._remove, "", "delete", "从工作区删除当前部门当年的文本")
        )

    def refresh(self) -> None:
        """Enable what needs a document only while one is chosen."""
        chosen = self._document_id() != ""
        for each in (self.export, self.export_text, self.export_json, self.describe, self.remove):
            each.setEnabled(chosen)

    def begin(self) -> None:
        """Ask for year and department and begin a document."""
        from perfdesk.ui.dialogs.document_dialog import DocumentDialog

        newest = max((each.year for each in self._session.outlines), default=0)
        dialog = DocumentDialog.for_new(all_forms(), newest, self._window)
        dialog.offer_past(self._past)
        answer = dialog.ask()
        if dialog.past:
            self.past_wanted.emit(dialog.past.id, dialog.answer().year)
        elif answer:
            form = form_named(answer.form_id)
            document = blank_document(form, answer.year, answer.department, answer.unit)
            self._session.add(document, "新建文本")
            self.wanted.emit(Key(Kind.PROJECT, document.id, document.projects[0].id))

    def open_sample(self) -> None:
        """Bring in the sample documents."""
        self.arrivals.bring(sorted((resource_dir() / "samples").glob("*.json"), reverse=True))

    def ask_import(self) -> None:
        """Ask for files and bring them in."""
        if paths := files_to_read(self._window, self._settings, "导入", _READABLE):
            self.arrivals.bring(paths)

    def exporting(self, year: int, menu: QMenu) -> QAction:
        """Return what the menu of a year offers: to export all its documents into a folder."""
        says = "每个部门一个 Excel 工作簿，存到同一个文件夹"
        does = partial(self._export_year, year)
        return action(menu, Entry("导出本年全部文本…", does, "", "export", says))

    def _export_year(self, year: int) -> None:
        self._navigator.commit()
        ids = [each.id for each in self._session.outlines if each.year == year]
        self.departures.ask_all([self._session.document(each) for each in ids])

    def _past(self, department_code: str, year: int) -> DocumentOutline | None:
        """Return the newest document before a year, of a department or else the one one is at."""
        here = self._session.find_outline(self._document_id())
        code = department_code or (here.department.code if here else "")
        past = (
            each
            for each in self._session.outlines
            if each.department.code == code and 0 < each.year < (year or each.year + 1)
        )
        return next(past, None) if code else None

    def _document_id(self) -> str:
        return self._navigator.key.document_id

    def _export(self, ending: str = ".xlsx") -> None:
        if self._document_id() and self.may_export(self._document_id()):
            self.departures.ask(self._session.document(self._document_id()), ending)

    def _describe(self) -> None:
        from perfdesk.ui.dialogs.document_dialog import DocumentDialog

        if not self._document_id() or not self._session.may_change(self._document_id()):
            return
        document = self._session.document(self._document_id())
        if answer := DocumentDialog.for_document(all_forms(), document, self._window).ask():
            changes = (
                SetField("", "year", answer.year),
                SetField("", "form", answer.form_id),
                SetField("", "department", answer.department),
            )
            self._session.do(document.id, Together("修改文本属性", changes))

    def _remove(self) -> None:
        if not self._document_id() or not self._session.may_change(self._document_id()):
            return
        document = self._session.document(self._document_id())
        if _agreed(self._window, document):
            self._session.remove(document.id, "删除文本")
            self.told.emit("已删除文本，按 Ctrl+Z 撤销")


def _agreed(window: QWidget, document: Document) -> bool:
    """Ask before a whole document goes: undo brings it back, but only until the program ends."""
    name = f"{document.year} 年度 {document.department.code} {document.department.name}"
    box = QMessageBox(window)
    box.setWindowTitle("删除文本")
    box.setText(f"删除“{name}”的文本，其中有 {len(document.projects)} 个项目？")
    box.setInformativeText("关闭程序前可以用“撤销”恢复。")
    delete = box.addButton("删除", QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton("保留", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is delete
