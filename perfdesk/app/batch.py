"""The batch jobs: convert a file, bring files into a store, write a document out of one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

from perfdesk.app.console import DONE, NOT_ALL_WELL, NOT_DONE, answer, tell, tell_remarks
from perfdesk.io.files import READABLE, read_file, write_file
from perfdesk.io.interchange import write_document
from perfdesk.io.problem import Problem, problem_with
from perfdesk.io.reading import Reading
from perfdesk.models.document import Document, year_words
from perfdesk.models.outline import DocumentOutline
from perfdesk.models.same import same_content
from perfdesk.models.statement import Statement

if TYPE_CHECKING:  # costs a tenth of a second, for jobs that do not need it
    from perfdesk.io.store.store import Store

STANDARD_OUTPUT = "-"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which document of a store, and which of its projects; None leaves it open.

    Department and project are named by code or by name.
    """

    year: int | None = None
    department: str | None = None
    project: str | None = None

    def takes(self, outline: DocumentOutline) -> bool:
        """Tell whether this is a document that was chosen."""
        department = outline.department
        return (
            self.year in (None, outline.year)
            and self.department in (None, department.code, department.name)
            and (
                self.project is None
                or any(self.project in (each.code, each.name) for each in outline.projects)
            )
        )

    def part_of(self, document: Document) -> Document:
        """Return the document, or only its chosen project."""
        if self.project is None:
            return document
        projects = [each for each in document.projects if self.project in (each.code, each.name)]
        return replace(document, statement=Statement(), projects=tuple(projects), unread=())


def convert(source: Path, target: str, form_id: str | None, year: int | None) -> int:
    """Read a file and write its document to another; return the exit code."""
    reading = read_file(source, form_id, year)
    tell_remarks(source, reading.remarks)
    _deliver(reading.document, target)
    return DONE


def export(target: str, store: Path, choice: Choice) -> int:
    """Write the one document that was chosen out of a store to a file; return the exit code."""
    from perfdesk.io.store.glance import Glance

    with Glance(store) as glance:
        chosen = [outline for outline in glance.outline() if choice.takes(outline)]
        if len(chosen) != 1:
            raise _undecided(store, chosen)
        document = glance.load(chosen[0].id)
    _deliver(choice.part_of(document), target)
    return DONE


def bring_in(sources: Sequence[str], store_path: Path) -> int:
    """Read files and folders of files into a store; return the exit code.

    A document that is there already is not added again; one of the same year and department
    that says something else is, and the person is told.
    """
    readings, failed = _read_all(sources)
    if readings:
        from perfdesk.io.store.store import Store

        with Store.open(store_path) as store:
            for path, reading in readings:
                _keep(store, path, reading)
    if not failed:
        return DONE
    return NOT_ALL_WELL if readings else NOT_DONE


def _read_all(sources: Sequence[str]) -> tuple[list[tuple[Path, Reading]], int]:
    """Return what could be read, and how many files could not; those are named to the person."""
    readings: list[tuple[Path, Reading]] = []
    failed = 0
    for source in sources:
        try:
            paths = _files_at(source)
        except Problem as problem:
            tell(str(problem))
            failed += 1
            continue
        for path in paths:
            try:
                reading = read_file(path)
            except Problem as problem:
                tell(str(problem))
                failed += 1
            else:
                tell_remarks(path, reading.remarks)
                readings.append((path, reading))
    return readings, failed


def _files_at(source: str) -> list[Path]:
    """Return the file that is meant, or the files of a folder, or those that wildcards fit.

    Wildcards are for consoles that leave them to the program. Raises Problem where a folder
    holds no file that could be meant.
    """
    path = Path(source)
    wildcards = not path.exists() and any(each in path.name for each in "*?")
    if not wildcards and not path.is_dir():
        return [path]
    folder = path.parent if wildcards else path
    try:
        files = sorted(each for each in folder.iterdir() if each.is_file())
    except OSError as error:
        raise problem_with(folder, "读取", error) from error
    if wildcards:
        return [each for each in files if fnmatch(each.name, path.name)] or [path]
    found = [each for each in files if _looks_readable(each.name)]
    if not found:
        raise Problem(f"文件夹“{source}”中没有可以导入的文件（{'、'.join(READABLE)}）。")
    return found


def _looks_readable(name: str) -> bool:
    """Tell the names of documents from those of marks that office programs leave beside them."""
    return name.lower().endswith(READABLE) and not name.startswith((".", "~$"))


def _keep(store: "Store", path: Path, reading: Reading) -> None:
    document = reading.document
    twins = [store.load(each.id) for each in store.outline() if _head(each) == _head(document)]
    if any(same_content(document, twin) for twin in twins):
        tell(f"“{path.name}”：已有相同内容，未重复导入。")
        return
    store.save(None, document)
    tell(f"“{path.name}”：已导入{_summary(document)}。")
    if twins:
        tell(
            f"“{path.name}”：同年度、同部门已有内容不同的文本，两份都保留，请核对后删除不要的一份。"
        )


def _head(document: Document | DocumentOutline) -> tuple[int, str]:
    return document.year, document.department.code or document.department.name


def _deliver(document: Document, target: str) -> None:
    if target == STANDARD_OUTPUT:
        answer(write_document(document))
        return
    path = Path(target)
    remarks = write_file(document, path)
    tell(f"已写入“{target}”：{_summary(document)}。")
    tell_remarks(path, remarks)


def _summary(document: Document) -> str:
    rows = sum(len(project.indicators) for project in document.projects)
    counts = f"{len(document.projects)} 个项目，{rows} 条指标"
    return f"{year_words(document.year)}{document.department.name}绩效文本，{counts}"


def _undecided(store: Path, chosen: Sequence[DocumentOutline]) -> Problem:
    """Return what to tell where the choice fits no document, or several."""
    if not chosen:
        return Problem(f"“{store.name}”中没有符合条件的绩效文本，可用 list 命令查看有哪些。")
    names = "、".join(f"{each.year}年{each.department.name}" for each in chosen)
    one_head = len(set(map(_head, chosen))) == 1
    advice = "请在窗口中删除不要的" if one_head else "请用 --year、--department 指明一份"
    return Problem(f"符合条件的绩效文本有 {len(chosen)} 份（{names}），{advice}。")
