"""Pasting what other programs copied: what is said about it, and what becomes of long texts."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage

from perfdesk.models.value import IndicatorValue
from tests.ui.form.conftest import EMPTY, PROJECT, Desk, OpenDesk
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


def files() -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("甲.xlsx")])
    return data


@pytest.mark.parametrize(
    ("data", "words"),
    [(image(), "图片"), (rich(), "带格式"), (files(), "文件"), (QMimeData(), "没有可以粘贴的文字")],
    ids=["image", "rtf", "files", "nothing"],
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
