"""Heads and grids that other programs lay out in other ways."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from perfdesk.io.disclosure import read_text
from perfdesk.models.document import Document
from perfdesk.models.project import Indicator, Project
from perfdesk.models.same import same_content
from tests.io.disclosure.inventions import bureau, old_bureau
from tests.io.disclosure.keeping import lost_lines
from tests.io.disclosure.printing import HEADINGS, Rows, Shape, published

DOCUMENT = replace(bureau(), projects=bureau().projects[:2])


def read(shape: Shape, document: Document = DOCUMENT) -> Document:
    text = published(document, shape)
    found = read_text(text, "x").document
    assert lost_lines(text, found) == []
    return found


HEADS: dict[str, Callable[[Rows], Rows]] = {
    "labels repeated where they are merged": lambda r: [
        r[0], r[1], [r[1][0], r[2][1]], r[3], [r[3][0], *r[4][1:]], r[5],
    ],
    "purpose under a label of its own": lambda r: [r[0], r[1], ["资金用途", r[2][1]], *r[3:]],
    "amounts and purpose under two labels": lambda r: [
        r[0], ["预算规模", *r[1][1:]], ["资金用途", r[2][1]], *r[3:],
    ],
    "merged cells left out": lambda r: [r[0], r[1], r[2][1:], r[3], r[4][1:], r[5]],
    "each month beside its share": lambda r: [
        *r[:3],
        [r[3][0], *(cell for pair in zip(r[3][1:], r[4][1:], strict=True) for cell in pair)],
        r[5],
    ],
    "code and name on two rows": lambda r: [r[0][:2], r[0][2:], *r[1:]],
    "a row for each cell": lambda r: [[cell] for row in r for cell in row],
    "one row for everything": lambda r: [[cell for row in r for cell in row]],
    "a row for each goal": lambda r: [
        *r[:5], ["绩效目标", r[5][1].split("\n")[0]], ["", r[5][1].split("\n", 1)[1]],
    ],
    "blank cells at the end": lambda r: [[*row, "", ""] for row in r],
    "blanks inside labels": lambda r: [
        ["　".join(c) if c.startswith(("项目", "预算")) else c for c in row] for row in r
    ],
    "colons behind labels": lambda r: [
        [c + "：" if c in ("项目编码", "项目名称", "绩效目标", "预算数") else c for c in row]
        for row in r
    ],
}  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
def test_heads(head: str) -> None:
    assert same_content(read(Shape(head=HEADS[head])), DOCUMENT)


def without_merged(rows: Rows) -> Rows:
    return [[c for column, c in enumerate(row) if c or column > 1] for row in rows]


GRIDS: dict[str, Callable[[Rows], Rows]] = {
    "blank columns at the end": lambda rows: [[*row, "", ""] for row in rows],
    "a blank column in the middle": lambda rows: [[*row[:2], "", *row[2:]] for row in rows],
    "a blank cell in the rows only": lambda rows: [
        rows[0], *([*row[:2], "", *row[2:]] for row in rows[1:]),
    ],
    "headings once more in the middle": lambda rows: [*rows[:5], HEADINGS, *rows[5:]],
    "no headings": lambda rows: rows[1:],
    "two rows in one": lambda rows: [*rows[:2], rows[2] + rows[3], *rows[4:]],
    "blank rows": lambda rows: [rows[0], [""] * 6, *rows[1:], ["", ""]],
    "a heading nobody knows": lambda rows: [[*HEADINGS[:5], "说明材料"], *rows[1:]],
    "level names broken in two": lambda rows: [
        [c.replace("指标", "\n指标") if column < 2 else c for column, c in enumerate(row)]
        for row in rows
    ],
}  # fmt: skip


@pytest.mark.parametrize("grid", GRIDS)
def test_grids(grid: str) -> None:
    assert same_content(replace(read(Shape(grid=GRIDS[grid])), unread=()), DOCUMENT)


def test_headings_in_other_words() -> None:
    words = ["一级\n指标", "二级 指标", "指标名称", "指标解释", "年度指标值", "设定依据"]
    shape = Shape(grid=lambda rows: [words, *rows[1:]])
    assert same_content(read_text(published(DOCUMENT, shape), "x").document, DOCUMENT)


@pytest.mark.parametrize("merge_level2", [True, False])
def test_merged_cells_left_out(*, merge_level2: bool) -> None:
    shape = Shape(merge_level2=merge_level2, grid=without_merged)
    reading = read_text(published(DOCUMENT, shape), "x")
    assert same_content(reading.document, DOCUMENT)
    assert len(reading.remarks) == 1
    assert "单元格少于表头" in reading.remarks[0].sentence


@pytest.mark.parametrize("headings", [HEADINGS, HEADINGS[:5]])
def test_the_last_column_missing(headings: list[str]) -> None:
    shape = Shape(grid=lambda rows: [headings, *(row[:5] for row in rows[1:])])
    without_basis = with_indicators(lambda row: replace(row, basis=""))
    assert same_content(read(shape), without_basis)


def test_cells_too_many_are_kept_as_unread() -> None:
    shape = Shape(grid=lambda rows: [*rows[:1], [*rows[1], "超出的一格"], *rows[2:]])
    found = read(shape)
    assert same_content(replace(found, unread=()), DOCUMENT)
    assert [each.text for each in found.unread] == ["超出的一格", "超出的一格"]


def test_a_column_that_the_form_does_not_have_is_kept_as_unread() -> None:
    shape = Shape(
        grid=lambda rows: [
            [*rows[0], "分值权重"],
            *([*row, f"{n}分"] for n, row in enumerate(rows[1:])),
        ]
    )
    found = read_text(published(DOCUMENT, shape), "x").document
    assert same_content(replace(found, unread=()), DOCUMENT)
    assert "7分" in found.unread[-1].text


def with_indicators(change: Callable[[Indicator], Indicator]) -> Document:
    """Return the document with each of its indicators changed."""

    def changed(project: Project) -> Project:
        return replace(project, indicators=tuple(change(row) for row in project.indicators))

    return replace(DOCUMENT, projects=tuple(changed(each) for each in DOCUMENT.projects))


def test_level_names_of_other_forms_are_kept_as_printed() -> None:
    printed = with_indicators(
        lambda row: replace(row, level1=row.level1.replace("产出指标", "预期产出指标"))
    )
    reading = read_text(published(printed), "x")
    assert same_content(reading.document, printed)
    assert [remark.sentence for remark in reading.remarks] == [
        "一级指标“预期产出指标”等不是该表样中的名称，已按原文保留。"
    ]


def test_a_first_level_that_is_left_out_is_the_one_its_second_level_stands_under() -> None:
    shape = Shape(grid=lambda rows: [rows[0], *(["", *row[1:]] for row in rows[1:])])
    assert same_content(read(shape), DOCUMENT)


def test_rows_of_which_the_first_has_no_level_at_all() -> None:
    shape = Shape(grid=lambda rows: [rows[0], ["", "", *rows[1][2:]], *rows[2:]])
    reading = read_text(published(DOCUMENT, shape), "x")
    first = reading.document.projects[0].indicators[0]
    assert (first.level1, first.level2, first.name) == ("", "", "清淤河道长度")
    assert any("一级或二级指标为空" in remark.sentence for remark in reading.remarks)


def test_rows_with_nothing_but_levels_are_rows() -> None:
    blank = with_indicators(lambda row: Indicator(row.level1, row.level2))
    assert same_content(read(Shape(), blank), blank)


@pytest.mark.parametrize("year", range(2021, 2027))
def test_years_and_their_forms(year: int) -> None:
    document = bureau(year) if year > 2023 else old_bureau(year)
    assert same_content(read(Shape(), document), document)
