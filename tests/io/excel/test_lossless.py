"""Whatever a document holds, its workbook gives it back; whatever a sheet shows is read."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.escape import unescape

from perfdesk.io.excel import read_workbook, write_workbook
from perfdesk.models.document import Document
from perfdesk.models.same import same_content
from tests.io.excel.workbooks import parts_of, with_parts, written
from tests.strategies import documents

NUMBER = re.compile(r"\s*(\d+[.、]|（[一二三四五六七八九十]+）)")
VISIBLE = "visible"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lossless")


@given(document=documents())
def test_a_document_comes_back_exactly(document: Document, folder: Path) -> None:
    path = folder / "lossless.xlsx"
    write_workbook(document, path)
    reading = read_workbook(path)
    assert same_content(reading.document, document)
    assert reading.remarks == ()


@given(kept=documents(), visible=documents())
@settings(max_examples=40)
def test_every_text_on_any_sheet_is_read_or_kept_unread(
    kept: Document, visible: Document, folder: Path
) -> None:
    """The worst that can have happened to a workbook: nothing on its sheets is as it was."""
    path = with_kept_copy(written(visible, folder / "visible.xlsx"), kept, folder / "kept.xlsx")
    document = read_workbook(path).document
    again = set(lines_of(written(document, folder / "again.xlsx")))
    again.update(line for each in document.unread for line in plain_lines(each.text))
    found = "\n".join(again)
    missing = set(lines_of(path)) - again
    assert [line for line in missing if line not in found] == []


def with_kept_copy(path: Path, document: Document, other: Path) -> Path:
    """Put the kept copy of another document into a workbook."""
    parts, others = parts_of(path), parts_of(written(document, other))
    parts[last_sheet(parts)] = others[last_sheet(others)]
    return with_parts(path, parts)


def last_sheet(parts: dict[str, bytes]) -> str:
    names = [name for name in parts if name.startswith("xl/worksheets/sheet")]
    return max(names, key=lambda name: int("".join(filter(str.isdigit, name))))


def lines_of(path: Path) -> Iterator[str]:
    """Yield what statement and projects show, line by line."""
    for sheet in load_workbook(path).worksheets:
        if sheet.sheet_state == VISIBLE and sheet.title != "项目汇总":
            for row in sheet.iter_rows():
                for cell in row:
                    yield from plain_lines(shown_by(cell))


def shown_by(cell: Cell | MergedCell) -> str:
    """Return what a cell shows: a share of one as per cent, an escape as what it stands for."""
    if isinstance(cell.value, float) and cell.number_format.endswith("%"):
        return f"{cell.value * 100:g}%"
    return unescape(str(cell.value or ""))


def plain_lines(text: str) -> Iterator[str]:
    """Yield lines without what the form prints before and behind them: numbers, signs %."""
    for line in text.split("\n"):
        if plain := NUMBER.sub("", line).strip().rstrip("%％"):
            yield plain
