"""Documents going out: written away from the window, checked, and put in place whole."""

import re
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from perfdesk.models.document import Document
from perfdesk.ui.settings import Settings
from perfdesk.ui.tasks import Progress, Task

_KINDS = {
    ".xlsx": "Excel 工作簿（财政部门表样） (*.xlsx)",
    ".txt": "公开文本 (*.txt)",
    ".json": "交换文件 (*.json)",
}
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_LONGEST_NAME = 80


class Departures(QObject):
    """Asks where to, and writes; `written(path)` when the file stands, `told` when not."""

    working = Signal(object)
    written = Signal(object)
    told = Signal(str)

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._task: Task[Path] | None = None

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._task is not None

    def ask(self, document: Document, ending: str = ".xlsx") -> None:
        """Ask for a file name and write the document there, in the form its ending says."""
        wanted = self._folder() / file_name(document, ending)
        kinds = [_KINDS[ending], *(kind for key, kind in _KINDS.items() if key != ending)]
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, "导出", str(wanted), ";;".join(kinds)
        )
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in _KINDS:
            path = path.with_name(path.name + next(k for k, v in _KINDS.items() if v == kind))
        self._settings.set_texts("export-folder", [str(path.parent)])
        self.write(document, path)

    def write(self, document: Document, path: Path) -> None:
        """Write the document; a file that stands there is replaced only by a whole new one."""
        if self._task is not None:
            self.told.emit("正在导出，请等这一份完成后再导出")
            return
        task: Task[Path] = Task("导出", lambda progress: _write(document, path, progress), self)
        self._task = task
        task.finished.connect(self._finish)
        task.failed.connect(self._fail)
        task.stopped.connect(lambda: self._fail("已停止导出，原有文件没有改动"))
        self.working.emit(task)
        task.start()

    def _folder(self) -> Path:
        remembered = self._settings.texts("export-folder")
        if remembered and Path(remembered[0]).is_dir():
            return Path(remembered[0])
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place))

    def _finish(self, path: Path) -> None:
        self._task = None
        self.written.emit(path)

    def _fail(self, sentence: str) -> None:
        self._task = None
        self.told.emit(sentence)


def file_name(document: Document, ending: str) -> str:
    """Return what the file of a document is called unless somebody says otherwise."""
    year = f"{document.year}年" if document.year else ""
    title = f"{year}{document.department.name}部门预算绩效文本"
    return _NOT_IN_NAMES.sub("", title)[:_LONGEST_NAME] + ending


def _write(document: Document, path: Path, progress: Progress) -> Path:
    from perfdesk.io.files import write_file

    progress.report(0, 0, f"正在导出 {path.name}")
    write_file(document, path)
    return path
