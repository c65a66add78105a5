"""What office programs put on the clipboard, recorded and as they write it: every cell survives."""

import re
from pathlib import Path

import pytest

from perfdesk.io.clipboard.block import Block, Merge
from perfdesk.io.clipboard.html_writer import to_html
from perfdesk.io.clipboard.long_numbers import is_damaged, whole_number
from perfdesk.io.clipboard.reading import MOST_ROWS, read_copied
from perfdesk.io.clipboard.tab_text import to_text
from perfdesk.io.problem import Problem

RECORDS = Path(__file__).parents[2] / "data" / "clipboard"
GRID = (
    ("一级指标", "二级指标", "三级指标", "指标值", "指标值确定依据"),
    ("产出指标", "数量指标", "培训\n人次", "≥600人次", '他说"好"'),
    ("", "质量指标", "=1+1", "９０％", "007"),
    ("", "时效指标", "130209250097591001990", "12月31日前", "a\tb"),
    ("效益指标", "经济效益指标", "  前后  空格  ", "“引号”、'撇号'", "<b>&amp;\n\n第三行"),
)
FORM = (
    ("产出指标", "数量\n指标", "=1+1\n第二段，≥90%"),
    ("", "130209250097591001990", ""),
    ("1、说“好”", "", "007\t０７"),
)


def record(name: str) -> tuple[str, str]:
    """The HTML and the text of a copy."""
    html, text = RECORDS / f"{name}.html", RECORDS / f"{name}.txt"
    plain = text.read_bytes().decode() if text.exists() else ""
    return html.read_text(encoding="utf-8"), plain


def read_block(html: str, text: str) -> Block:
    copied = read_copied(html, text)
    assert copied is not None
    return copied.cells


def read(name: str) -> Block:
    return read_block(*record(name))


@pytest.mark.parametrize("name", ["calc-grid", "excel-grid", "et-grid"])
def test_every_cell_of_a_spreadsheet_survives(name: str) -> None:
    assert read(name) == Block(GRID, (Merge(1, 0, 3, 1),))


@pytest.mark.parametrize("name", ["word-form", "wps-form", "writer-table"])
def test_every_cell_of_a_text_documents_table_survives(name: str) -> None:
    block = read(name)
    # Word sets its list numbers apart by a blank.
    texts = tuple(
        tuple(text.strip(" ").replace("、 ", "、") for text in row) for row in block.texts
    )
    assert texts == FORM
    assert block.merges == (Merge(0, 0, 2, 1), Merge(2, 0, 1, 2))


def test_paragraphs_beside_a_table_come_along() -> None:
    copied = read_copied(*record("word-form"))
    assert copied
    assert copied.beside == ("绩效目标表",)
    assert copied.parts == ("绩效目标表", copied.cells)
    assert copied.page.texts[:2] == (("绩效目标表", "", ""), FORM[0])


@pytest.mark.parametrize("name", ["excel-grid", "et-grid"])
def test_the_text_alone_keeps_every_cell_too(name: str) -> None:
    assert read_block("", record(name)[1]) == Block(GRID)


def test_what_is_hidden_is_left_out_and_told() -> None:
    block = read("excel-numbers")
    assert block.texts == (
        ("项目编码", "数"),
        ("1.30209E+20", "90%"),
        ("130209250097591", "320.00"),
        ("", ""),
        ("0019", "12345678.5"),
    )
    assert block.notes == (
        "复制的内容里有 1 行是隐藏的，没有粘贴",
        "复制的内容里有 1 列是隐藏的，没有粘贴",
        "有 1 处长数字被表格软件显示成“1.30209E+20”，后面的数字已经丢失，请补全",
    )


def test_calc_leaves_out_what_is_hidden_by_itself() -> None:
    block = read("calc-numbers")
    assert block.texts == (
        ("项目编码", "数"),
        ("1.30209250097591E+019", "90%"),
        ("130209250097591", "320.00"),
        ("", ""),
        ("", ""),
    )
    assert len(block.notes) == 1


ET_SHEET = (
    ("培训计划", "", "", ""),
    ("经办\n分管", "130209250097591001990", "007", "=1+1"),
    ("", " （第一期）", "", "90%"),
    ("", "", "", " "),
    ("", "", "", ""),
    ("1,234.50", "13020925009759", "甲\n乙\n", "2"),
)
EXCEL_SHEET = (
    ("云溪区 2025 年培训计划（写到右边空格上的长标题）", "", "", "有图", ""),
    ("",) * 5,
    ("",) * 5,
    ("产出\n指标", "第一行\n第二行\n", "", "m²", "   前  后"),
    ("", "007", "130209250097591001990", "=1+1", "1,234.50"),
)
PICTURE = "复制的内容里有 1 张图片，没有粘贴"
HIDDEN_ROW, HIDDEN_COLUMN = (f"复制的内容里有 1 {what}是隐藏的，没有粘贴" for what in "行列")


def test_wps_leaves_marks_of_merged_hidden_and_blank_cells() -> None:
    merges = (Merge(0, 0, 1, 4), Merge(1, 0, 3, 1), Merge(2, 1, 2, 2))
    assert read("et-sheet") == Block(ET_SHEET, merges, (HIDDEN_ROW, HIDDEN_COLUMN))


def test_excel_spans_cells_that_are_not_merged_and_draws_empty_rows_together() -> None:
    assert read("excel-sheet") == Block(EXCEL_SHEET, (Merge(3, 0, 2, 1),), (HIDDEN_ROW, PICTURE))


@pytest.mark.parametrize(
    ("name", "title"),
    [("word-page", "3.乡村电商人才培训绩效目标表"), ("wps-page", "乡村电商人才培训绩效目标表")],
)
def test_a_page_of_a_text_document_comes_whole(name: str, title: str) -> None:
    copied = read_copied(*record(name))
    assert copied
    assert copied.beside[0] == title
    assert copied.beside[1].split() == ["315001云溪区商务局本级", "单位：万元"]
    # Numbers of lists and bullets are kept as they are seen.
    assert copied.beside[2:] == ("1、本表一式三份。", "●培训班次按季度安排。")
    page = copied.page.texts
    assert page[1][:3] == ("315001云溪区商务局本级", "单位：万元", "")
    assert page[2][:2] == ("项目编码", "13020925P00975910019R")
    assert page[7][1] == "1.培训乡村电商人才，提高经营水平。\n2.带动农产品网络销售。"
    assert len(page) == len(copied.cells.texts) + len(copied.beside) == 16


def test_sheets_of_the_web() -> None:
    texts = (("产出指标", "培训\n人次", "1,234.50"), ("", "007", ""))
    assert read("sheets-grid") == Block(texts, (Merge(0, 0, 2, 1),))


def test_documents_of_the_web() -> None:
    copied = read_copied(*record("lark-page"))
    assert copied
    assert copied.beside == ("绩效目标", "315001云溪区商务局本级")
    assert copied.cells.texts == (
        ("产出指标", "培训人次\n（含实训）"),
        ("", "2.第二期  班\n3.第三期"),
    )


def test_a_web_pages_table() -> None:
    block = read("web-table")
    assert block.texts[1] == ("验收 合格率", "≥90%")
    assert block.texts[2][0] == "完成 时限"
    assert block.width == 2


def test_offsets_of_the_fragment_are_not_believed() -> None:
    html, text = record("excel-grid")
    for wrong in ("StartHTML:-1", "StartHTML:9999999999", "EndHTML:0"):
        assert read_block(re.sub(r"StartHTML:\d+", wrong, html), text) == read("excel-grid")


@pytest.mark.parametrize(
    "name",
    ["calc-grid", "excel-grid", "word-form", "excel-sheet", "et-sheet", "word-page", "lark-page"],
)
def test_what_was_read_is_read_again_from_our_own_clipboard(name: str) -> None:
    block = Block(read(name).texts, read(name).merges)
    assert read_block(to_html(block), to_text(block.texts)) == block


@pytest.mark.parametrize(
    ("shown", "number", "text"),
    [
        ("1.30209E+14", "130209250097591", "130209250097591"),
        ("1.30209E+20", "1.30209250097591E+20", "1.30209E+20"),
        ("####", "0.5", "0.5"),
        ("####", "1.5E+30", "1.5E+30"),
        ("1E+10", "10000000000", "10000000000"),
        ("1E+10", "不是数", "1E+10"),
        ("1E+10", "Infinity", "1E+10"),
        ("90%", "0.9", "90%"),
        ("", "0", ""),
        ("1.30209E+20", "", "1.30209E+20"),
    ],
)
def test_digits_that_are_still_known_come_back(shown: str, number: str, text: str) -> None:
    assert whole_number(shown, number) == text


@pytest.mark.parametrize(
    ("text", "damaged"),
    [("1.30209E+20", True), ("1.3e+020", True), ("E20", False), ("2E栋", False), ("1.5", False)],
)
def test_a_damaged_number_is_known_by_its_looks(text: str, *, damaged: bool) -> None:
    assert is_damaged(text) is damaged


def rows_of(count: int) -> tuple[tuple[str, ...], ...]:
    return tuple((f"指标{n}", "描述", "≥1次") for n in range(count))


@pytest.mark.parametrize("with_html", [False, True])
def test_ten_thousand_rows_are_refused_in_a_clear_sentence(*, with_html: bool) -> None:
    block = Block(rows_of(10_000))
    html = to_html(block) if with_html else ""
    with pytest.raises(Problem, match="复制了 10000 行，一次最多粘贴 500 行，没有粘贴"):
        read_copied(html, to_text(block.texts))


def test_as_many_rows_as_may_be_are_read() -> None:
    block = Block(rows_of(MOST_ROWS))
    assert read_block(to_html(block), to_text(block.texts)) == block


@pytest.mark.parametrize(
    ("html", "text", "words"),
    [
        ("<table>" + "<tr><td>1" * 100_000, "1\n" * 100_000, "复制了 100000 行"),
        ("", "1\t2\n" * 5_000_000, "复制了 5000000 行"),
        ("<p>" + "<span>甲</span>" * 500_000, "", "复制的内容太多（约 700 万个字符）"),
        ("", "甲" * 6_000_000, "复制的内容太多（约 600 万个字符）"),
    ],
    ids=["rows", "lines", "html", "text"],
)
def test_endless_things_are_refused_at_once(html: str, text: str, words: str) -> None:
    with pytest.raises(Problem) as caught:
        read_copied(html, text)
    assert words in str(caught.value)


def test_a_picture_may_be_large_and_is_told() -> None:
    picture = '<img src="data:image/png;base64,' + "A" * 20_000_000 + '">'
    assert read_block(f"<table><tr><td>甲{picture}</table>", "") == Block(
        (("甲",),), notes=(PICTURE,)
    )


def test_nothing_slow_hides_in_quotes_or_spans() -> None:
    assert len(read_block("", '"a\t' * 100_000).texts[0]) == 100_001
    spans = "<table>" + "<tr><td rowspan=2000 colspan=2000>甲</td></tr>" * 400
    assert len(read_block(spans, "").texts) == 400


def test_the_empty_end_of_a_whole_column_is_no_row() -> None:
    filled = Block(rows_of(3))
    many = Block((*filled.texts, *((("", "", ""),) * 20_000)))
    assert read_block(to_html(many), to_text(many.texts)) == filled


def test_an_empty_clipboard_has_no_cells() -> None:
    assert read_copied("", "") is None
    assert read_copied('<meta charset="utf-8"><img src="甲.png">', "") is None


def test_paragraphs_without_a_text_beside_them_are_lines() -> None:
    assert read_block("<p>第一段</p><p>第二段</p>", "") == Block((("第一段",), ("第二段",)))
