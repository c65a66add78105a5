"""HTML tables of the clipboard: ours come back whole, those of other programs are understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.clipboard.block import Block, Merge
from perfdesk.io.clipboard.html_reader import blocks_in, parts_in
from perfdesk.io.clipboard.html_writer import to_html

CELLS = (
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co"])
        | st.sampled_from("\t\n  ≥%\"'=＝０％〔\xa0\u3000\u200b\ufeff\U00020bb7\U0001f600"),
        max_size=12,
    )
    | st.from_regex(r"[+=-]?0*[0-9]{1,21}(\.[0-9]+)?%?", fullmatch=True)
    | st.sampled_from(["=1+1", "130209250097591001990", "007", "1E5", "\n", "甲\n", "\n甲", " "])
)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """Blocks with at most one merge, whose covered cells are empty."""
    width, height = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    texts = [[draw(CELLS) for _ in range(width)] for _ in range(height)]
    row, column = draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1))
    merge = Merge(
        row, column, draw(st.integers(1, height - row)), draw(st.integers(1, width - column))
    )
    merges = (merge,) if merge.rows * merge.columns > 1 else ()
    for at in Block((), merges).covered():
        texts[at[0]][at[1]] = ""
    return Block(tuple(map(tuple, texts)), merges)


@given(blocks())
def test_what_is_written_is_read_back(block: Block) -> None:
    plain = tuple(tuple(cell.replace("\xa0", " ") for cell in row) for row in block.texts)
    assert blocks_in(to_html(block)) == (Block(plain, block.merges),)


@pytest.mark.parametrize(
    "text",
    ["13020925P00975910019R", "130209250097591001990", "007", "=1+1", "≥９０％", '"', "a<b&c"],
)
def test_a_text_stays_a_text(text: str) -> None:
    html = to_html(Block(((text,),)))
    assert "mso-number-format:'\\@'" in html
    assert blocks_in(html)[0].texts == ((text,),)


EXCEL = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=Generator content="Microsoft Excel 15"><style>
<!--table {mso-displayed-decimal-separator:"\\.";} td {padding-top:1px;}
-->
</style></head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=288 style='border-collapse:
 collapse;width:216pt'>
 <col width=72 span=3 style='width:54pt'>
<!--StartFragment-->
 <tr height=19 style='height:14.25pt'>
  <td rowspan=2 height=38 class=xl65 width=72 style='height:28.5pt'>产出指标</td>
  <td class=xl65 width=72>培训人次</td>
  <td class=xl65 align=right x:num>007</td>
 </tr>
 <tr height=19>
  <td class=xl65>第一行<br style='mso-data-placement:same-cell'>
    第二行</td>
  <td class=xl65>&nbsp;</td>
 </tr>
<!--EndFragment-->
</table>
</body></html>"""

WPS = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">
<meta name=ProgId content=ET.Sheet></head><body><!--StartFragment--><table width="160">
<tr height="18"><td class="et2" height="18" width="80" x:str>验收合格率</td>
<td class="et3" colspan="2" x:str>≥90%<br/>说明</td></tr>
<tr><td>13020925P00975910019R</td><td>a</td><td>b</td></tr></table><!--EndFragment--></body></html>"""

WORD = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><body lang=ZH-CN>
<!--StartFragment-->
<p class=MsoNormal>表一</p>
<table class=MsoTableGrid border=1><tr><td width=277 valign=top>
<p class=MsoNormal><span style='font-family:宋体'>绩效<br clear=all>目标</span><span
lang=EN-US><o:p></o:p></span></p></td><td><p class=MsoNormal>第一段</p>
<p class=MsoNormal>第二段<span style='mso-tab-count:1'>&nbsp;&nbsp; </span>后</p></td></tr>
<![if !supportMisalignedColumns]><![endif]></table><!--EndFragment--></body></html>"""

CALC = """<!DOCTYPE html><html><head>
<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<style type="text/css">body,div,table{font-family:"Liberation Sans"}</style></head><body>
<table cellspacing="0" border="0"><colgroup span="2" width="85"></colgroup>
<tr><td height="17" align="left" valign=bottom sdnum="1033;0;@">001</td>
<td align="right" sdval="0.9" sdnum="1033;0;0%">90%</td></tr></table></body></html>"""


@pytest.mark.parametrize(
    ("html", "texts", "merges"),
    [
        pytest.param(
            EXCEL,
            (("产出指标", "培训人次", "007"), ("", "第一行\n第二行", "")),
            (Merge(0, 0, 2, 1),),
            id="excel",
        ),
        pytest.param(
            WPS,
            (("验收合格率", "≥90%\n说明", ""), ("13020925P00975910019R", "a", "b")),
            (Merge(0, 1, 1, 2),),
            id="wps",
        ),
        pytest.param(WORD, (("绩效\n目标", "第一段\n第二段\t后"),), (), id="word"),
        pytest.param(CALC, (("001", "90%"),), (), id="calc"),
    ],
)
def test_other_programs(html: str, texts: object, merges: object) -> None:
    (block,) = blocks_in(html)
    assert (block.texts, block.merges) == (texts, merges)


def test_text_without_a_table_has_no_block() -> None:
    assert blocks_in("<p>只有文字</p>") == ()


def cell(inside: str, *, sheet: bool = False) -> str:
    """What is read from a table of one cell."""
    head = "<style>br{mso-data-placement:same-cell}</style>" if sheet else ""
    (block,) = blocks_in(f"{head}<table><tr><td>{inside}</td></tr></table>")
    ((text,),) = block.texts
    return text


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("甲<div>乙</div>丙", "甲\n乙\n丙"),
        ("<p>一</p><p></p><p>三</p>", "一\n三"),
        ("<p>一</p><p><o:p>&nbsp;</o:p></p><p>三</p>", "一\n\n三"),
        ("<div>一</div><div><br></div><div>三</div>", "一\n\n三"),
        ("<p>一<br></p><p>二</p>", "一\n二"),
        ("一<br>", "一"),
        ("&nbsp;", ""),
        ("<p><span lang=EN-US><o:p>&nbsp;</o:p></span></p>", ""),
        ("一<span style='display:none'>看不见<b>的</b></span>二", "一二"),
        ("<span style='display:none;mso-hide:all'>看不见</span>", ""),
        ("<ol><li>甲</li><li><p>乙</p></li></ol>", "1.甲\n2.乙"),
        ("<ul><li>甲<li>乙</ul>丙", "甲\n乙\n丙"),
        ("<span style='mso-list:Ignore'>（一）<span>&nbsp;&nbsp; </span></span>甲", "（一）甲"),
        ("<span style='font-family:Wingdings'>ü</span>甲", "✓甲"),
        ("10<sup>2</sup>米", "10²米"),
        ("甲<!--[if gte mso 9]><xml><o:x>不要</o:x></xml><![endif]-->乙", "甲乙"),
        ("<![if !supportLists]>1、<![endif]>甲<![想不到的]>", "1、甲"),
        ("<pre>甲  乙\n丙</pre>", "甲  乙\n丙"),
        ("<span style='white-space:pre-wrap'> 甲</span>", " 甲"),
        ("甲<script>1<2</script><style>p{}</style>", "甲"),
        ("1<span style='mso-tab-count:1 dotted'>......</span>2", "1\t2"),
    ],
)
def test_a_cell_says_what_one_sees(inside: str, text: str) -> None:
    assert cell(inside) == text


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("一<br>", "一\n"),
        ("一<br>\n    二", "一\n二"),
        ("&nbsp;", ""),
        ("<span style='mso-spacerun:yes'>&nbsp;</span>", " "),
        ("前<span style='mso-spacerun:yes'>&nbsp; </span>后", "前  后"),
    ],
)
def test_a_cell_of_a_spreadsheet_keeps_breaks_and_blanks(inside: str, text: str) -> None:
    assert cell(inside, sheet=True) == text


def test_a_piece_of_a_table_is_a_table() -> None:
    assert blocks_in("<td>甲</td><td>乙</td>") == (Block((("甲", "乙"),)),)
    assert blocks_in("<tr><td>甲<tr><td>乙") == (Block((("甲",), ("乙",))),)


def test_paragraphs_and_tables_keep_their_order() -> None:
    html = (
        "标题<table><caption>表注</caption><tr><td>甲</table><p>注：<br>两行</p><table><tr><td>乙"
    )
    first, second = Block((("甲",),)), Block((("乙",),))
    assert parts_in(html) == ("标题", "表注", first, "注：", "两行", second)


def test_a_table_in_a_cell_is_its_text() -> None:
    inner = "<table><tr><td>内一</td></tr><tr><td>内二</td></tr></table>"
    html = f"<table><tr><td>外{inner}</td></tr></table>"
    assert blocks_in(html)[0].texts == (("外\n内一\n内二",),)


def test_spans_beyond_the_table_end_with_it() -> None:
    (block,) = blocks_in("<table><tr><td rowspan=99999>一</td><td>二</td></tr></table>")
    assert block == Block((("一", "二"),))


@given(st.text(max_size=80) | st.text("<>/tdrable ![]-=\"'&;#", max_size=80))
def test_no_html_stops_it(html: str) -> None:
    for block in blocks_in(html):
        assert len({len(row) for row in block.texts}) == 1
