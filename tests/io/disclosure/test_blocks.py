from perfdesk.io.disclosure.blocks import Paragraph, TableRow, last_line
from perfdesk.io.disclosure.text import blocks_of


def test_paragraphs_and_rows() -> None:
    text = "第一段\n\n\t甲\n\t乙\n\n　第二段　\n"
    assert blocks_of(text) == [
        Paragraph(1, "第一段"),
        TableRow(3, ("甲", "乙")),
        Paragraph(6, "第二段"),
    ]


def test_lines_without_a_tab_go_on_with_the_cell() -> None:
    row = TableRow(1, ("1、一\n2、二", "乙"))
    assert blocks_of("\t1、一\n  2、二 \n\t乙\n") == [row]
    assert last_line(row) == 3


def test_an_empty_line_ends_a_row_but_an_empty_cell_does_not() -> None:
    assert blocks_of("\t甲\n\t\n\t　\n\n\t乙\n") == [
        TableRow(1, ("甲", "", "")),
        TableRow(5, ("乙",)),
    ]


def test_blanks_before_the_tab_begin_another_row() -> None:
    assert blocks_of("\t甲\n \t乙\n\t丙\n") == [TableRow(1, ("甲",)), TableRow(2, ("乙", "丙"))]


def test_bookmarks_are_no_text_and_no_lines() -> None:
    text = "[bookmark: _Toc1]标题\n\t甲\n[bookmark: _GoBack]\n[bookmark: x]\t乙\n"
    assert blocks_of(text) == [Paragraph(1, "标题"), TableRow(2, ("甲", "乙"))]


def test_a_tab_inside_a_cell_belongs_to_it() -> None:
    assert blocks_of("\t甲\t乙\t\n") == [TableRow(1, ("甲\t乙",))]


def test_all_line_ends_count_alike() -> None:
    for end in ("\r\n", "\r", "\n"):
        assert blocks_of(f"甲{end}{end}\t乙{end}") == [Paragraph(1, "甲"), TableRow(3, ("乙",))]


def test_control_characters_part_lines_or_vanish() -> None:
    text = "\x0c第一\x01部分\n\t甲\x0b乙\x07\n\x0c下一页\n后\x1e文"
    assert blocks_of(text) == [
        Paragraph(1, "第一部分"),
        TableRow(2, ("甲\n乙",)),
        Paragraph(3, "下一页"),
        Paragraph(4, "后-文"),
    ]


def test_a_row_on_each_line_where_the_headings_stand_on_one() -> None:
    text = "标题\n一级指标\t二级指标\n产出指标\t\n\t质量指标\n"
    assert blocks_of(text) == [
        Paragraph(1, "标题"),
        TableRow(2, ("一级指标", "二级指标")),
        TableRow(3, ("产出指标", "")),
        TableRow(4, ("", "质量指标")),
    ]
    indented = "\t一级指标\t二级指标\n\t产出指标\t\n"
    assert blocks_of(indented) == [
        TableRow(1, ("一级指标", "二级指标")),
        TableRow(2, ("产出指标", "")),
    ]
