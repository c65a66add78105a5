"""Documents going out: written away from the window, checked, and put in place whole."""

import re
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from perfdesk.models.document import Document, year_words
from perfdesk.ui.file_dialog import FileToWrite, folder_to_write
from perfdesk.ui.frame.report_panel import Line
from perfdesk.ui.settings import Settings
from perfdesk.ui.tasks import Progress
from perfdesk.ui.traffic.traffic import Traffic

_KINDS = {
    ".xlsx": "Excel 工作簿（财政部门表样） (*.xlsx)",
    ".txt": "公开文本 (*.txt)",
    ".json": "交换文件 (*.json)",
}
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_MOST_BYTES = 150


class Departures(Traffic):
    """Asks where to, and writes; `written(path, lines)` when the file stands.

    The lines are what is to be said about the file: what its kind of file could not hold.
    """

    written = Signal(object, object)

    name = "导出"
    busy_sentence = "正在导出，请等这一份完成后再导出"
    stopped_sentence = "已停止导出，原有文件没有改动"

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window

    def ask(self, document: Document, ending: str = ".xlsx") -> None:
        """Ask for a file name and write the document there, in the form its ending says."""
        asked = FileToWrite(self._window, self._settings, _KINDS, self.told.emit)
        if path := asked.ask("导出", file_name(document, ending)):
            self.write(document, path)

    def ask_all(self, documents: Sequence[Document]) -> None:
        """Ask for a folder and write a workbook of each document there, replacing nothing."""
        if folder := folder_to_write(self._window, self._settings, "导出到文件夹"):
            self.begin(lambda progress: _write_all(documents, folder, progress))

    def write(self, document: Document, path: Path) -> None:
        """Write the document; a file that stands there is replaced only by a whole new one."""
        self.begin(lambda progress: _write(document, path, progress))

    def take(self, result: tuple[Path, list[Line]]) -> None:
        """Hand on the file that was written."""
        self.written.emit(*result)


def file_name(document: Document, ending: str) -> str:
    """Return what the file of a document is called unless somebody says otherwise."""
    title = plain_name(f"{year_words(document.year)}{document.department.name}")
    return f"{title}部门预算绩效文本{ending}"


def plain_name(title: str) -> str:
    """Return a title as a file may be called, without its ending."""
    whole = _NOT_IN_NAMES.sub("", title)
    return whole.encode(errors="ignore")[:_MOST_BYTES].decode(errors="ignore").strip(" .")


def free(path: Path) -> Path:
    """Return the path, with a number where something stands there already."""
    numbered = (path.with_stem(f"{path.stem}（{number}）") for number in count(2))
    return path if not path.exists() else next(each for each in numbered if not each.exists())


def _write_all(
    documents: Sequence[Document], folder: Path, progress: Progress
) -> tuple[Path, list[Line]]:
    from perfdesk.io.files import write_file

    lines: list[Line] = []
    for number, document in enumerate(documents):
        path = free(folder / file_name(document, ".xlsx"))
        progress.report(number, len(documents), f"正在导出 {path.name}")
        remarks = write_file(document, path, progress.check)
        lines += [Line(path.name, remark) for remark in remarks]
    return folder, lines


def _write(document: Document, path: Path, progress: Progress) -> tuple[Path, list[Line]]:
    from perfdesk.io.files import write_file

    progress.report(0, 0, f"正在导出 {path.name}")
    remarks = write_file(document, path, progress.check)
    return path, [Line(path.name, remark) for remark in remarks]
