"""The same invented department, published in many shapes, is the same document."""

import re
from dataclasses import replace

import pytest

from perfdesk.io.disclosure import read_text
from perfdesk.models.document import Department, Document
from perfdesk.models.numbering import chinese_number
from perfdesk.models.same import same_content
from perfdesk.models.statement import Statement
from tests.io.disclosure.inventions import bureau, old_bureau
from tests.io.disclosure.keeping import lost_lines
from tests.io.disclosure.printing import Shape, published


def assert_read(text: str, expected: Document) -> None:
    found = read_text(text, "公开文本.txt").document
    assert same_content(found, expected), found
    assert lost_lines(text, found) == []


def test_the_shape_of_2025_needs_no_remark() -> None:
    reading = read_text(published(bureau()), "公开文本.txt")
    assert same_content(reading.document, bureau())
    assert reading.remarks == ()


def test_the_shape_of_2020_needs_no_remark() -> None:
    shape = Shape(
        parts="one line", goal=lambda n: f"{n}、", project=lambda n: f"{n}、", merge_level2=True
    )
    reading = read_text(published(old_bureau(), shape), "公开文本.txt")
    assert same_content(reading.document, old_bureau())
    assert reading.remarks == ()


NUMBERS = {
    "1.": lambda n: f"{n}.",
    "1、": lambda n: f"{n}、",
    "１．": lambda n: f"{n}．".translate({48 + d: 0xFF10 + d for d in range(10)}),
    "1 ．": lambda n: f"{n} ． ",
    "（1）": lambda n: f"（{n}）",
    "(1)": lambda n: f"({n})",
}
CHINESE_NUMBERS = {
    "（一）": lambda n: f"（{chinese_number(n)}）",
    "(一)": lambda n: f"({chinese_number(n)})",
    "一、": lambda n: f"{chinese_number(n)}、",
}


@pytest.mark.parametrize("style", NUMBERS)
def test_goals_in_any_numbering(style: str) -> None:
    assert_read(published(bureau(), Shape(goal=NUMBERS[style])), bureau())


@pytest.mark.parametrize("style", NUMBERS | CHINESE_NUMBERS)
def test_projects_in_any_numbering(style: str) -> None:
    number = (NUMBERS | CHINESE_NUMBERS)[style]
    assert_read(published(bureau(), Shape(project=number)), bureau())


def test_projects_without_numbers() -> None:
    assert_read(published(bureau(), Shape(project=lambda _: "")), bureau())


@pytest.mark.parametrize("style", NUMBERS | CHINESE_NUMBERS)
def test_items_of_the_statement_in_any_numbering(style: str) -> None:
    number = (NUMBERS | CHINESE_NUMBERS)[style]
    assert_read(published(bureau(), Shape(item=number)), bureau())


@pytest.mark.parametrize("parts", ["two lines", "one line", "none"])
@pytest.mark.parametrize("bookmarks", [True, False])
@pytest.mark.parametrize("repeated", [True, False])
def test_headings(parts: str, *, bookmarks: bool, repeated: bool) -> None:
    shape = Shape(parts=parts, bookmarks=bookmarks, repeated_headings=repeated)
    assert_read(published(bureau(), shape), bureau())


def test_headings_without_numbers() -> None:
    assert_read(published(bureau(), Shape(section=lambda _: "")), bureau())


@pytest.mark.parametrize(
    "end",
    [
        "项目绩效目标表",
        "绩效目标申报表",
        " 绩 效 目 标 表",
        "绩效目标表（2025年度）",
        "\n绩效目标表",
    ],
)
def test_titles_end_in_several_ways(end: str) -> None:
    assert_read(published(bureau(), Shape(project_end=end)), bureau())


def test_a_title_continued_on_the_next_page() -> None:
    document = bureau()
    title = f"1.{document.projects[0].name}绩效目标表"
    text = published(document)
    at = text.index("\t\n\t生态效益指标")
    assert_read(f"{text[:at]}\n{title}（续表）\n\n{text[at:]}", document)


@pytest.mark.parametrize("gap", ["", " ", "　"])
def test_unit_lines(gap: str) -> None:
    assert_read(published(bureau(), Shape(unit_gap=gap)), bureau())
    assert_read(published(bureau(), Shape(unit_gap=gap, unit_as_paragraph=True)), bureau())


@pytest.mark.parametrize("blank", ["\t", "\t ", "\t　", "\t \xa0 "])
def test_blank_cells(blank: str) -> None:
    assert_read(published(bureau(), Shape(empty_cell=blank, merge_level2=True)), bureau())


def test_rows_that_end_in_blanks() -> None:
    assert_read(published(bureau(), Shape(row_end="  \n")), bureau())


def test_trailing_blanks_everywhere() -> None:
    text = published(bureau())
    assert_read(re.sub(r"(?m)(?<=\S)$", " 　", text), bureau())


def test_page_numbers_between_tables() -> None:
    assert_read(published(bureau(), Shape(page_numbers=True)), bureau())


def test_page_numbers_between_rows() -> None:
    text = published(bureau())
    assert_read(text.replace("\n\n\t\n\t质量", "\n\n— 12 —\n\n\t\n\t质量"), bureau())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    found = read_text(published(bureau()).replace("\n", end), "x").document
    assert same_content(found, bureau())


def test_paragraphs_indented_by_tabs() -> None:
    text = published(bureau())
    indented = re.sub(r"(?m)^(　　|（|绩效|[12]、|[一二三]、|\[bookmark: _Toc\d\])", r"\t\1", text)
    assert same_content(read_text(indented, "x").document, bureau())


def test_a_row_on_each_line() -> None:
    document = bureau()
    one_goal = tuple(replace(each, goals=each.goals[:1]) for each in document.projects)
    document = replace(document, projects=one_goal)
    found = read_text(published(document, Shape(row="\t".join)), "x").document
    assert same_content(found, document)


def test_projects_only() -> None:
    reading = read_text(published(bureau(), Shape(statement=False)), "x")
    assert same_content(reading.document, replace(bureau(), statement=Statement()))
    assert [str(remark) for remark in reading.remarks] == [
        "没有读到部门整体绩效目标，只读入了项目绩效目标表。"
    ]


def test_statement_only() -> None:
    document = replace(bureau(2024), projects=(), department=Department("", "临溪县水务局"))
    text = published(document, Shape(title="临溪县水务局2024年部门预算绩效文本"))
    reading = read_text(text, "x")
    assert same_content(reading.document, document)
    assert [str(remark) for remark in reading.remarks] == [
        "没有读到项目绩效目标表，只读入了部门整体绩效目标。"
    ]


CHAPTERS = """临溪县水务局
2025年度部门预算信息公开
一、部门职责及机构设置情况
1、负责水资源管理，编制绩效目标表。
\t单位名称
\t单位性质

\t临溪县水务局
本级
\t机关

二、政府采购预算情况
临溪县水务局                         单位：万元
\t项目名称
\t预算资金
\t预算数

\t河道清淤疏浚经费
\t120
\t3

三、其他需要说明的事项
无。
"""


@pytest.mark.parametrize(
    "shape",
    [
        Shape(before=CHAPTERS, title="2025年部门预算绩效信息"),
        Shape(before=CHAPTERS, parts="one line"),
        Shape(behind="第三部分  部门预算信息公开\n" + CHAPTERS),
        Shape(behind=CHAPTERS),
    ],
)
def test_disclosure_chapters_before_and_behind(shape: Shape) -> None:
    text = published(bureau(), shape)
    document = read_text(text, "x").document
    assert same_content(replace(document, unread=()), bureau())
    assert len(document.unread) == 1
    assert document.unread[0].text.endswith("三、其他需要说明的事项\n无。")
    assert lost_lines(text, document) == []


def test_a_project_without_a_name_among_others() -> None:
    """Its title is lost, its table begins right behind the row above, as if it belonged there."""
    document = old_bureau()
    text = published(document)
    start = text.index("[bookmark: _Toc13]")
    torn = text[: start - len("\n\n\n \n")] + "\n \t绩效目标\n" + text[text.index("\t1.", start) :]
    found = read_text(torn, "x").document
    assert [project.name for project in found.projects][2] == ""
    nameless = replace(document.projects[2], name="", unit=document.projects[1].unit)
    expected = (*document.projects[:2], nameless, document.projects[3])
    assert same_content(found, replace(document, projects=expected))


@pytest.mark.parametrize("line", [2, 3])
def test_a_project_whose_title_alone_is_lost(line: int) -> None:
    """The name is in the table, and the unit still stands above it where `line` is 2."""
    text = published(bureau())
    start = text.index("[bookmark: _Toc12]")
    end = start
    for _ in range(1 if line == 2 else 4):
        end = text.index("\n", end) + 1
    found = read_text(text[:start] + text[end:], "x").document
    assert same_content(found, bureau())


def test_headings_of_units_between_the_projects() -> None:
    text = published(bureau())
    for toc, name in (
        ("_Toc11", "（一）临溪县水务局本级"),
        ("_Toc13", "二、467004临溪县河道管护站"),
    ):
        text = text.replace(f"[bookmark: {toc}]", f"{name}\n\n[bookmark: {toc}]")
    assert_read(text, bureau())


def test_titles_without_a_name_and_the_year_below() -> None:
    text = re.sub(
        r"\d\.2025年.*?绩效目标表\n", "项目绩效目标表\n（2026年度）\n", published(bureau())
    )
    reading = read_text(text, "x")
    assert same_content(reading.document, replace(bureau(), year=2026))
    assert reading.remarks == ()


def test_a_statement_that_is_a_chapter_of_another_text() -> None:
    text = published(
        bureau(),
        Shape(section=lambda n: f"（{chinese_number(n)}）", item=lambda n: f"{n}．", parts="none"),
    )
    text = text.replace("　　全年", "二、全年")
    expected = replace(
        bureau().statement, overall=bureau().statement.overall.replace("\n全年", "\n二、全年")
    )
    document = read_text("九、部门整体绩效目标\n" + text, "x").document
    assert same_content(document, replace(bureau(), statement=expected))


def test_names_that_hold_the_words_of_a_title() -> None:
    document = bureau()
    named = replace(document.projects[0], name="2025年绩效目标表编制费")
    document = replace(document, projects=(named, *document.projects[1:]))
    assert_read(published(document), document)
