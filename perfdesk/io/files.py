"""Any file the program understands to a document, and a document to any file it can write."""

import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from perfdesk.io.atomic import replace_file
from perfdesk.io.forms import form_named, form_or_default
from perfdesk.io.problem import Problem, problem_with
from perfdesk.io.reading import Reading, Remark
from perfdesk.io.sniff import Kind, kind_of
from perfdesk.models.document import Document
from perfdesk.models.same import same_content

READABLE = (".json", ".xlsx", ".txt")
"""The endings that files to be read usually have."""

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is read; a department's document has less than one million."""

_ONLY_IN_PRINT = Remark(
    "",
    "文本文件只存表样上印出的内容，与原稿不完全相同，留底请另存 .json 或 .xlsx 文件。",
)
_SHOWN = 40
"""Characters of a text out of a file that a sentence shows."""


def read_file(path: Path, form_id: str | None = None, year: int | None = None) -> Reading:
    """Read a document from a file, going by its content, not by its ending.

    `form_id` and `year` stand in for what the file says. Raises Problem naming the file.
    """
    if form_id is not None:
        form_named(form_id)
    return _read(path, path.name, form_id, year)


def write_file(
    document: Document, path: Path, check: Callable[[], None] = lambda: None
) -> tuple[Remark, ...]:
    """Write a document to a file of the kind that the ending of its name says.

    The file is read back and compared before it takes the place of the one that was there;
    `check` is called between the steps, and what it raises leaves that one as it was.
    Returns what to tell the user about the file; raises Problem naming it.
    """
    ending = path.suffix.lower()
    write = _WRITERS.get(ending)
    if write is None:
        raise Problem(f"不知道“{path.name}”是哪种文件，名称应以 {'、'.join(_WRITERS)} 结尾。")
    _refuse_half_characters(document, path.name)
    said = _in_print(document) if ending == ".txt" else document

    def verify(beside: Path) -> None:
        check()
        _compare(said, beside, path.name)
        check()

    replace_file(path, lambda beside: write(document, beside), verify)
    return () if same_content(said, document) else (_ONLY_IN_PRINT,)


def _read(path: Path, name: str, form_id: str | None, year: int | None) -> Reading:
    data = _content(path)
    kind = kind_of(data, name)
    if kind is Kind.TEXT:
        from perfdesk.io.disclosure import read_text

        return read_text(data, name, form_id, year)
    reading = _read_workbook(path) if kind is Kind.WORKBOOK else _read_interchange(data, name)
    return _with_known_form(_overridden(reading, form_id, year))


def _content(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            what = "文件夹" if stat.S_ISDIR(status.st_mode) else "设备"
            raise Problem(f"“{path.name}”是{what}，请选择文件。")
        if status.st_size > LARGEST:
            size = LARGEST // 1024 // 1024
            raise Problem(f"“{path.name}”超过 {size} MB，不像是绩效文本，请检查是否选错了文件。")
        return path.read_bytes()
    except OSError as error:
        raise problem_with(path, "读取", error) from error


def _read_workbook(path: Path) -> Reading:
    from perfdesk.io.excel import read_workbook

    return read_workbook(path)


def _read_interchange(data: bytes, name: str) -> Reading:
    from perfdesk.io.interchange import read_document

    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Problem(
            f"“{name}”第 {line} 行有读不懂的文字：文件不完整，或者不是 UTF-8 编码，请重新复制。"
        ) from error
    try:
        return Reading(read_document(text))
    except Problem as problem:
        raise Problem(f"无法读取“{name}”：{problem}") from problem


def _overridden(reading: Reading, form_id: str | None, year: int | None) -> Reading:
    document = reading.document
    if form_id is not None:
        document = replace(document, form=form_id)
    if year is not None:
        document = replace(document, year=year)
    return replace(reading, document=document)


def _with_known_form(reading: Reading) -> Reading:
    """Add a remark where the document names no form that is known here."""
    form = reading.document.form
    shown = form_or_default(form)
    if form == shown.id:
        return reading
    what = f"本机没有表样“{form[:_SHOWN]}”" if form else "文件没有注明表样"
    remark = Remark("表样", f"{what}，按“{shown.name}”显示。")
    return replace(reading, remarks=(*reading.remarks, remark))


def _refuse_half_characters(document: Document, name: str) -> None:
    from perfdesk.io.interchange import write_document

    try:
        write_document(document)
    except Problem as problem:
        raise Problem(f"无法写入“{name}”：{problem}") from problem


def _write_interchange(document: Document, path: Path) -> None:
    from perfdesk.io.interchange import write_document

    path.write_text(write_document(document), encoding="utf-8", newline="\n")


def _write_workbook(document: Document, path: Path) -> None:
    from perfdesk.io.excel import write_workbook

    write_workbook(document, path)


def _write_text(document: Document, path: Path) -> None:
    from perfdesk.io.disclosure import write_text

    path.write_text(write_text(document), encoding="utf-8", newline="\n")


_WRITERS: dict[str, Callable[[Document, Path], None]] = {
    ".json": _write_interchange,
    ".xlsx": _write_workbook,
    ".txt": _write_text,
}
WRITABLE = tuple(_WRITERS)
"""The endings of the files that can be written."""


def _in_print(document: Document) -> Document:
    from perfdesk.io.disclosure import in_print

    return in_print(document)


def _compare(document: Document, written: Path, name: str) -> None:
    """Raise Problem where the file just written does not say what the document says."""
    try:
        # Not under its own name, which a reader may take a year from.
        again = _read(written, "", None, None).document
    except Problem as problem:
        raise _not_the_same(name) from problem
    if not same_content(again, document):
        raise _not_the_same(name)


def _not_the_same(name: str) -> Problem:
    return Problem(
        f"“{name}”没有写入：写后核对与原内容不一致，原有文件未改动，请换一种文件类型或换一个位置。"
    )
