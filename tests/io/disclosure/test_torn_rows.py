"""An empty line in a cell tears its row in two; the row is the same when put together again."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from perfdesk.io.disclosure import read_text
from perfdesk.io.interchange import to_plain
from perfdesk.models.same import same_content
from tests.io.disclosure.inventions import bureau, old_bureau
from tests.io.disclosure.printing import Rows, Shape, published

NEW = replace(bureau(), projects=bureau().projects[:1])
OLD = replace(old_bureau(), projects=old_bureau().projects[:1])
TEXTS = {
    "2024": published(NEW),
    "2024, merged": published(NEW, Shape(merge_level2=True, empty_cell="\t ")),
    "2020": published(OLD, Shape(goal=lambda n: f"{n}、")),
}


def content(text: str) -> str:
    """Return all that a text says, line breaks and what is split from values left out."""
    found = str(to_plain(read_text(text, "x").document)).replace("\\n", "")
    return re.sub(r"'(sign|number|unit)': '[^']*'", "", found)


def cells(text: str) -> Iterator[int]:
    """Yield the numbers of the lines that begin a cell."""
    yield from (i for i, line in enumerate(text.split("\n")) if line.startswith("\t"))


@pytest.mark.parametrize("shape", TEXTS)
@pytest.mark.parametrize("torn_by", [[""], ["", ""], ["", " ", ""], ["", "- 7 -", ""]])
def test_a_row_torn_behind_any_cell(shape: str, torn_by: list[str]) -> None:
    text = TEXTS[shape]
    whole = content(text)
    lines = text.split("\n")
    for number in cells(text):
        torn = "\n".join([*lines[: number + 1], *torn_by, *lines[number + 1 :]])
        assert content(torn) == whole, number + 1


def split_points(line: str) -> Iterator[int]:
    """Yield places in the middle of a cell's words, but not inside its numbers."""
    for at in range(2, len(line)):
        if not re.match(r"[\d.、)）%≥]", line[at]) and not line[at - 1].isdigit():
            yield at
            return


@pytest.mark.parametrize("shape", TEXTS)
def test_a_row_torn_inside_any_cell(shape: str) -> None:
    text = TEXTS[shape]
    whole = content(text)
    lines = text.split("\n")
    for number in cells(text):
        for at in split_points(lines[number]):
            line = lines[number]
            torn = "\n".join([*lines[:number], line[:at], "", line[at:], *lines[number + 1 :]])
            assert content(torn) == whole, number + 1


def test_numbers_torn_in_the_head_are_put_together_without_blanks() -> None:
    text = published(NEW)
    code = NEW.projects[0].code
    assert len(code) == 21
    broken = text.replace(code, f"{code[:4]}\n\n{code[4:]}").replace("120.50", "12\n\n0.50")
    broken = broken.replace("\t70%", "\t7\n\n0%")
    assert same_content(read_text(broken, "x").document, NEW)


def test_lines_inside_a_torn_cell_keep_their_line_breaks() -> None:
    text = published(NEW).replace("\t受益人口（按月统计）", "\t受益人口\n\n按月统计，\n年底汇总")
    row = read_text(text, "x").document.projects[0].indicators[5]
    assert row.description == "受益人口\n\n按月统计，\n年底汇总"
    assert (row.value.text, row.basis) == ("≥30000人", "年度工作计划")


def test_a_line_break_at_the_end_of_a_torn_cell_is_none_of_its_text() -> None:
    text = published(NEW).replace("\t≥30000人", "\t≥30000人\n")
    row = read_text(text, "x").document.projects[0].indicators[5]
    assert (row.value.text, row.value.unit, row.basis) == ("≥30000人", "人", "年度工作计划")


def test_the_remark_names_line_and_row() -> None:
    text = published(NEW).replace("\t≥30000人", "\t≥30000人\n")
    line = text.split("\n").index("\t受益人口") - 1
    remarks = read_text(text, "x").remarks
    assert [str(remark) for remark in remarks] == [
        f"第{line}行：“受益人口”所在的一行被空行拆开，已重新拼接。"
    ]


def test_many_torn_rows_make_one_remark() -> None:
    text = published(bureau()).replace("\t年度工作计划", "\n\t年度工作计划")
    reading = read_text(text, "x")
    assert same_content(reading.document, bureau())
    assert len(reading.remarks) == 1
    assert reading.remarks[0].place.endswith("等32处")


def test_the_last_cell_of_a_row_torn() -> None:
    text = published(NEW).replace("\t年度工作计划", "\t年度工作计划\n\n（附件）")
    rows = read_text(text, "x").document.projects[0].indicators
    assert {row.basis for row in rows} == {"年度工作计划\n\n（附件）"}


def test_a_note_below_the_table_is_no_cell() -> None:
    text = published(NEW).rstrip() + "\n\n注：本表由财务科填报。\n"
    document = read_text(text, "x").document
    assert [each.text for each in document.unread] == ["注：本表由财务科填报。"]
    assert same_content(replace(document, unread=()), NEW)


def without_last(rows: Rows) -> Rows:
    return [rows[0], *(row[:5] for row in rows[1:])]


def test_rows_that_all_lack_their_last_cell_are_not_joined() -> None:
    shape = Shape(grid=without_last, merge_level2=True)
    found = read_text(published(NEW, shape), "x").document.projects[0]
    assert [row.name for row in found.indicators] == [
        row.name for row in NEW.projects[0].indicators
    ]
    assert {row.basis for row in found.indicators} == {""}
