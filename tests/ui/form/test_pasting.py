"""Pasting what other programs copied: what is said about it, and what becomes of long texts."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QPushButton

from perfdesk.models.project import Unit
from perfdesk.models.value import IndicatorValue
from perfdesk.ui.dialogs.left_over import LeftOverDialog
from tests.ui.form.conftest import EMPTY, PROJECT, Desk, OpenDesk
from tests.ui.looking import answer_with
from tests.ui.statement.hands import press

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
RECORDS = Path(__file__).parents[2] / "data" / "clipboard"


def put(text: str = "", html: str = "", **formats: bytes) -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    for kind, content in formats.items():
        data.setData(kind.replace("_", "/"), QByteArray(content))
    QGuiApplication.clipboard().setMimeData(data)


def put_record(name: str) -> None:
    html = (RECORDS / f"{name}.html").read_text(encoding="utf-8")
    text = RECORDS / f"{name}.txt"
    put(text.read_bytes().decode() if text.exists() else "", html)


def steps(desk: Desk) -> int:
    return desk.session.undo_stack.count()


def paste(desk: Desk, row_id: str, field: str) -> None:
    desk.go(row_id, field)
    press(KEY.Key_V, CONTROL)


@pytest.mark.parametrize("name", ["calc-grid", "excel-grid", "et-grid"])
def test_a_copied_grid_arrives_cell_by_cell(open_desk: OpenDesk, name: str) -> None:
    desk = open_desk(replace(EMPTY, indicators=PROJECT.indicators[:1]))
    put_record(name)
    answer_with("替换")
    paste(desk, "row1", "level1")
    rows = desk.project.indicators
    # Below their headings cells are read as from a workbook: without blanks at their ends.
    assert [(row.level1, row.level2, row.name) for row in rows] == [
        ("产出指标", "数量指标", "培训\n人次"),
        ("产出指标", "质量指标", "=1+1"),
        ("产出指标", "时效指标", "130209250097591001990"),
        ("效益指标", "经济效益指标", "前后  空格"),
    ]
    assert [row.basis for row in rows] == ['他说"好"', "007", "a\tb", "<b>&amp;\n\n第三行"]
    assert rows[0].value == IndicatorValue("≥600人次", "≥", "600", "人次")
    assert steps(desk) == 1


def test_lost_digits_and_hidden_columns_are_told(desk: Desk) -> None:
    put_record("excel-numbers")
    paste(desk, "row1", "name")
    said = desk.told[-1]
    assert said.startswith("已粘贴；复制的内容里有 1 行是隐藏的")
    assert "“1.30209E+20”，后面的数字已经丢失" in said
    assert steps(desk) == 1


def image() -> QMimeData:
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    data = QMimeData()
    data.setImageData(picture)
    return data


def rich() -> QMimeData:
    data = QMimeData()
    data.setData("text/rtf", QByteArray(b"{\\rtf1 abc}"))
    return data


@pytest.mark.parametrize(
    ("data", "words"),
    [(image(), "图片"), (rich(), "带格式"), (QMimeData(), "没有可以粘贴的文字")],
    ids=["image", "rtf", "nothing"],
)
def test_what_holds_no_text_does_nothing_and_says_so(
    desk: Desk, data: QMimeData, words: str
) -> None:
    copy = QMimeData()
    for kind in data.formats():
        copy.setData(kind, data.data(kind))
    if data.hasImage():
        copy.setImageData(data.imageData())
    QGuiApplication.clipboard().setMimeData(copy)
    paste(desk, "row1", "name")
    assert words in desk.told[-1]
    assert not steps(desk)


def test_ten_thousand_rows_are_refused_in_one_sentence(desk: Desk) -> None:
    put("\n".join("甲\t乙" for _ in range(10_000)))
    paste(desk, "row1", "name")
    assert desk.told == [
        "复制了 10000 行，一次最多粘贴 500 行，没有粘贴。请只复制需要的那些行，再粘贴。"
    ]
    assert not steps(desk)


def test_what_was_pasted_is_selected(desk: Desk) -> None:
    put("甲\t子\n乙\t丑")
    paste(desk, "row2", "name")
    places = [cell.place for cell in desk.view.where.selected]
    assert [(place.row_id, place.field) for place in places if place] == [
        (row, field) for row in ("row2", "row3") for field in ("name", "description")
    ]


@pytest.mark.parametrize("field", ["purpose", "goals"])
def test_paragraphs_go_into_one_long_text(open_desk: OpenDesk, field: str) -> None:
    desk = open_desk(EMPTY)
    put("1、甲。\r\n2、乙。\r\n")
    paste(desk, "empty", field)
    expected = ("甲。", "乙。") if field == "goals" else "1、甲。\n2、乙。"
    assert getattr(desk.project, field) == expected
    assert steps(desk) == 1


def test_a_pasted_text_is_kept_and_what_could_be_tidier_is_told(open_desk: OpenDesk) -> None:
    desk = open_desk(EMPTY)
    text = "完成 改造１５处，\n改善环境。"
    put(text)
    paste(desk, "empty", "purpose")
    assert desk.project.purpose == text
    said = "已粘贴；可整理：去除多余空格 1 处、合并换行 1 处、全角数字 1 处，按 F6 整理"
    assert desk.told == [said]
    press(KEY.Key_F6)
    assert desk.project.purpose == "完成改造15处，改善环境。"
    assert desk.told[-1] == "已整理 1 格，按 Ctrl+Z 恢复"
    desk.undo()
    assert desk.project.purpose == text


def test_pasted_cells_are_tidied_by_one_key_in_one_step(desk: Desk) -> None:
    put("培训 人次\t参加 的人次\n合格 率\t占比")
    paste(desk, "row1", "name")
    press(KEY.Key_F6)
    assert desk.names[:2] == ["培训人次", "合格率"]
    assert desk.row("row1").description == "参加的人次"
    assert steps(desk) == 2
    press(KEY.Key_F6)
    assert desk.told[-1] == "所选的格没有需要整理的文字"
    assert steps(desk) == 2


def test_goals_are_tidied_goal_by_goal(open_desk: OpenDesk) -> None:
    desk = open_desk(replace(PROJECT, goals=("提高 水平。", "增长１５％。")))
    desk.go("project", "goals")
    press(KEY.Key_F6)
    assert desk.project.goals == ("提高水平。", "增长15％。")


def test_an_empty_cell_pasted_empties(desk: Desk) -> None:
    put("\r\n", "<table><tr><td><br></td></tr></table>")
    paste(desk, "row1", "name")
    assert desk.row("row1").name == ""


def answer_left_over(*presses: str, choose: int | None = None) -> list[list[str]]:
    """Press buttons in the dialog that will come; the list will hold what it showed at the end."""
    shown: list[list[str]] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LeftOverDialog)
        if choose is not None:
            dialog.list.item(choose).setSelected(True)
        for text in presses:
            shown[:] = [[dialog.list.item(row).text() for row in range(dialog.list.count())]]
            next(b for b in dialog.findChildren(QPushButton) if b.text() == text).click()

    QTimer.singleShot(0, answer)
    return shown


@pytest.mark.parametrize("name", ["word-page", "wps-page"])
def test_a_whole_page_fills_an_empty_project_in_one_step(open_desk: OpenDesk, name: str) -> None:
    desk = open_desk(EMPTY)
    put_record(name)
    shown = answer_left_over("粘贴其余内容")
    press(KEY.Key_V, CONTROL)
    project = desk.project
    assert (project.code, project.name) == ("13020925P00975910019R", "乡村电商人才培训")
    assert project.unit == Unit("315001", "云溪区商务局本级")
    assert (project.budget.fiscal, len(project.indicators)) == ("36.50", 5)
    assert shown == [["1、本表一式三份。", "●培训班次按季度安排。"]]
    assert steps(desk) == 1
    desk.undo()
    assert desk.project == EMPTY


def test_what_does_not_fit_is_kept_in_a_field_of_ones_choice(open_desk: OpenDesk) -> None:
    desk = open_desk(EMPTY)
    put_record("word-page")
    shown = answer_left_over("放入资金用途", "粘贴其余内容", choose=0)
    press(KEY.Key_V, CONTROL)
    assert shown == [["放入资金用途： 1、本表一式三份。", "●培训班次按季度安排。"]]
    assert desk.project.purpose == "用于乡村电商人才的培训和实训。\n1、本表一式三份。"
    assert desk.project.goals == ("培训乡村电商人才，提高经营水平。", "带动农产品网络销售。")
    assert steps(desk) == 1


def test_what_does_not_fit_becomes_goals_or_none_after_all(open_desk: OpenDesk) -> None:
    desk = open_desk(EMPTY)
    put_record("word-page")
    answer_left_over("放入资金用途", "放入资金用途", "放入绩效目标", "粘贴其余内容")
    press(KEY.Key_V, CONTROL)
    assert desk.project.purpose == "用于乡村电商人才的培训和实训。"
    assert desk.project.goals[2:] == ("1、本表一式三份。", "●培训班次按季度安排。")


def test_what_does_not_fit_is_copied_and_nothing_is_pasted(open_desk: OpenDesk) -> None:
    desk = open_desk(EMPTY)
    put_record("word-page")
    answer_left_over("复制", "不粘贴", choose=1)
    press(KEY.Key_V, CONTROL)
    assert QGuiApplication.clipboard().text() == "●培训班次按季度安排。"
    assert desk.project == EMPTY
    assert not steps(desk)


def test_paragraphs_around_a_plain_table_are_shown_first(desk: Desk) -> None:
    put("", "<p>培训安排</p><table><tr><td>甲</td><td>子</td></tr></table>")
    shown = answer_left_over("粘贴其余内容")
    paste(desk, "row1", "name")
    assert shown == [["培训安排"]]
    assert (desk.row("row1").name, desk.row("row1").description) == ("甲", "子")


def test_text_alone_is_pasted_cell_by_cell_headings_too(desk: Desk) -> None:
    html = "<table><tr><td colspan=2>三级指标</td></tr><tr><td>甲</td><td>≥1次</td></tr></table>"
    put("三级指标\t指标值\n甲\t乙", html)
    desk.go("row1", "name")
    press(KEY.Key_V, CONTROL | SHIFT)
    assert desk.names[:2] == ["三级指标", "甲"]
    assert [desk.row(row).description for row in ("row1", "row2")] == ["指标值", "乙"]
    assert steps(desk) == 1


def test_a_row_fills_the_rows_selected_and_a_column_the_columns(desk: Desk) -> None:
    desk.go("row1", "description")
    for _ in range(2):
        press(KEY.Key_Down, SHIFT)
    put("甲\t≥1次")
    press(KEY.Key_V, CONTROL)
    rows = desk.project.indicators
    assert [row.description for row in rows][:4] == ["甲", "甲", "甲", "全年零售额"]
    assert [row.value.text for row in rows][:3] == ["≥1次"] * 3
    desk.go("row4", "name")
    press(KEY.Key_Right, SHIFT)
    put("乙\n丙")
    press(KEY.Key_V, CONTROL)
    for row, text in (("row4", "乙"), ("row5", "丙")):
        assert (desk.row(row).name, desk.row(row).description) == (text, text)
    assert steps(desk) == 2


def test_amounts_copied_without_labels_find_their_cells(desk: Desk) -> None:
    put("1,234.50\t1,200\t34.5")
    paste(desk, "project", "budget.total")
    budget = desk.project.budget
    assert (budget.total, budget.fiscal, budget.other) == ("1,234.50", "1,200", "34.5")
    assert steps(desk) == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("≥90%", IndicatorValue("≥90%", "≥", "90", "%")),
        (" >=90 % ", IndicatorValue("≥90%", "≥", "90", "%")),
        ("1,234.50", IndicatorValue("1234.50", "＝", "1234.50", "")),
        ("≥１，２３４．５万元", IndicatorValue("≥1234.5万元", "≥", "1234.5", "万元")),
        ("1,200人", IndicatorValue("1200人", "＝", "1200", "人")),
        ("3,5,7", IndicatorValue("3,5,7")),
    ],
)
def test_a_value_pasted_is_split_like_one_typed(
    desk: Desk, text: str, value: IndicatorValue
) -> None:
    put(text)
    paste(desk, "row2", "value")
    assert desk.row("row2").value == value
    assert steps(desk) == 1


TWO_FORMS = "\n".join(["一级指标\t二级指标\t三级指标\t指标值", "产出指标\t数量指标\t甲\t≥1次"] * 2)


@pytest.mark.parametrize(
    ("button", "wanted", "changed"), [("导入", 1, 0), ("粘贴到这里", 0, 1), ("不粘贴", 0, 0)]
)
def test_a_whole_document_is_offered_to_be_imported(
    desk: Desk, button: str, wanted: int, changed: int
) -> None:
    asked: list[int] = []
    desk.page.copied_wanted.connect(lambda: asked.append(1))
    put(TWO_FORMS)
    desk.go("row1", "level1")
    said = answer_with(button)
    press(KEY.Key_V, CONTROL)
    assert "完整的绩效文本" in said[0]
    assert (len(asked), steps(desk)) == (wanted, changed)


def test_files_are_handed_on_to_be_imported(desk: Desk) -> None:
    asked: list[int] = []
    desk.page.copied_wanted.connect(lambda: asked.append(1))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/甲.xlsx")])
    QGuiApplication.clipboard().setMimeData(data)
    paste(desk, "row1", "name")
    assert asked == [1]
    assert not steps(desk)


@pytest.mark.parametrize(("row", "field"), [("row1", "name"), ("project", "goals")])
def test_files_are_no_text_for_an_open_editor(desk: Desk, row: str, field: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/甲.xlsx")])
    QGuiApplication.clipboard().setMimeData(data)
    desk.go(row, field)
    press(KEY.Key_F2)
    press(KEY.Key_V, CONTROL)
    assert desk.told == ["复制的是文件，没有粘贴。要导入文件，请按 Ctrl+O"]
    press(KEY.Key_Return)
    assert desk.project == PROJECT


def test_html_in_utf_16_is_read(desk: Desk) -> None:
    html = "<table><tr><td>甲</td><td>子</td></tr></table>"
    put(text_html=b"\xff\xfe" + html.encode("utf-16-le"))
    paste(desk, "row1", "name")
    assert (desk.row("row1").name, desk.row("row1").description) == ("甲", "子")
