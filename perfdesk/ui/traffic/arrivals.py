"""Files coming in: read away from the window, brought into the workspace as one undo step."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from perfdesk.io.problem import Problem
from perfdesk.io.reading import Reading, Remark
from perfdesk.models.blank import FillBlank, is_blank
from perfdesk.models.document import Document
from perfdesk.models.same import same_content
from perfdesk.ui.frame.report_panel import Line
from perfdesk.ui.session import Session
from perfdesk.ui.tasks import Progress
from perfdesk.ui.traffic.traffic import Traffic

_CLIPBOARD = Path("剪贴板")
_FILLED = "{0.year} 年度 {0.department.code} 原有一份空白文本，内容已填入其中"


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of one file: what was read, or why it could not be."""

    path: Path
    reading: Reading | None
    problem: str = ""
    copied: bool = False


class Arrivals(Traffic):
    """Reads files and adds their documents.

    `arrived(documents, lines)` comes when all are read: the documents that were added, and
    what is to be said about the files.
    """

    arrived = Signal(object, object)

    name = "导入文件"
    busy_sentence = "正在导入文件，请等这一批完成后再导入"
    stopped_sentence = "已停止导入，没有导入任何文件"

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.window: QWidget | None = None
        """Where it is asked whether a copied document is to come in."""

    def bring(self, paths: list[Path]) -> None:
        """Begin to read files; one batch at a time."""
        self.begin(lambda progress: _read(paths, progress))

    def bring_copied(self, html: str, text: str) -> None:
        """Begin to read a document out of what was copied; what was read is shown first."""
        self.begin(lambda _: _read_copied(html, text))

    def take(self, result: list[Arrival]) -> None:
        """Add what was read, and say what was noticed."""
        lines: list[Line] = []
        fresh: list[Document] = []
        filled: dict[str, Document] = {}
        for arrival in result:
            name = arrival.path.name
            if arrival.reading is None:
                lines.append(Line(name, Remark("", arrival.problem), bad=True))
                continue
            if arrival.copied and not self._may_import(arrival.reading):
                return
            document = arrival.reading.document
            lines += [Line(name, remark) for remark in arrival.reading.remarks]
            twins = self._twins(document, [*fresh, *filled.values()])
            if any(same_content(document, twin) for twin in twins):
                lines.append(Line(name, Remark("", "工作区中已有内容完全相同的文本，未重复导入")))
                continue
            blank = next((each for each in twins if self._is_to_be_filled(each, filled)), None)
            if blank:
                filled[blank.id] = document
                lines.append(Line(name, Remark("", _FILLED.format(document))))
                continue
            if twins:
                lines.append(Line(name, Remark("", _another(document, twins))))
            fresh.append(document)
        if fresh or filled:
            with self._session.together(f"导入{_count(len(fresh) + len(filled))}"):
                for blank_id, document in filled.items():
                    self._session.do(blank_id, FillBlank(document))
                for document in fresh:
                    self._session.add(document, "导入文件")
        self.arrived.emit([*map(self._session.document, filled), *fresh], lines)

    def _is_to_be_filled(self, document: Document, filled: Mapping[str, Document]) -> bool:
        """Whether nobody has written in a document of the workspace, and nothing goes in yet."""
        standing = self._session.find_outline(document.id) is not None
        return standing and document.id not in filled and is_blank(document)

    def _may_import(self, reading: Reading) -> bool:
        from perfdesk.ui.dialogs.copied_document import may_import

        return self.window is None or may_import(reading, self.window)

    def _twins(self, document: Document, fresh: list[Document]) -> list[Document]:
        """Return the documents of the same year and department that there are already."""
        head = (document.year, document.department.code)
        standing = [o.id for o in self._session.outlines if (o.year, o.department.code) == head]
        arriving = [each for each in fresh if (each.year, each.department.code) == head]
        return [*map(self._session.document, standing), *arriving]


def _read(paths: list[Path], progress: Progress) -> list[Arrival]:
    from perfdesk.io.files import read_file

    arrivals = []
    for number, path in enumerate(paths):
        progress.report(number, len(paths), f"正在读取 {path.name}")
        try:
            arrivals.append(Arrival(path, read_file(path)))
        except Problem as problem:
            arrivals.append(Arrival(path, None, str(problem)))
    progress.check()
    return arrivals


def _read_copied(html: str, text: str) -> list[Arrival]:
    from perfdesk.io.disclosure.copied import read_copied_document

    try:
        return [Arrival(_CLIPBOARD, read_copied_document(html, text, _CLIPBOARD.name), copied=True)]
    except Problem as problem:
        return [Arrival(_CLIPBOARD, None, str(problem))]


def _count(documents: int) -> str:
    return f" {documents} 个文件" if documents > 1 else "文件"


def _another(document: Document, twins: list[Document]) -> str:
    if any(twin.submitted for twin in twins):
        return (
            f"{document.year} 年度 {document.department.code} 的文本已上报，没有改动；"
            "导入的内容另存为一份"
        )
    return (
        f"{document.year} 年度 {document.department.code} 已有一份内容不同的文本，"
        "两份都保留，请核对后删除不要的一份"
    )
