"""Rows pasted into a form that says its levels already: each finds its place, nothing is lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from perfdesk.io.forms import form_named
from perfdesk.models.blank import blank_indicators
from perfdesk.models.value import IndicatorValue
from perfdesk.ui.dialogs.left_over import LeftOverDialog
from tests.ui.form.conftest import EMPTY, PROJECT, Desk, OpenDesk
from tests.ui.looking import answer_with, question
from tests.ui.statement.hands import press

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FORM = form_named("hebei-2024")
LEVELS = [(row.level1, row.level2) for row in blank_indicators(FORM)]
PREFILLED = replace(EMPTY, indicators=blank_indicators(FORM))
HEADINGS = "一级指标\t二级指标\t三级指标\t绩效指标描述\t指标值\t指标值确定依据"
THREE_ROWS = (
    "产出\t质量\t合格率\t合格占比\t>=95%\t办法\n"
    "效益\t社会效益\t受益人数\t受益的人\t≥600人\t统计\n"
    "满意度\t满意度\t群众满意度\t满意占比\t≥90%\t问卷\n"
)


def paste(desk: Desk, text: str, row: int = 0, field: str = "level1") -> None:
    QGuiApplication.clipboard().setText(text)
    rows = desk.project.indicators
    desk.go(*((rows[row].id, field) if rows else ("empty", "goals")))
    press(KEY.Key_V, CONTROL)


def levels(desk: Desk) -> list[tuple[str, str]]:
    return [(row.level1, row.level2) for row in desk.project.indicators]


def named(desk: Desk) -> dict[str, str]:
    return {row.name: row.level2 for row in desk.project.indicators if row.name}


def steps(desk: Desk) -> int:
    return desk.session.undo_stack.count()


@pytest.mark.parametrize("headings", [f"{HEADINGS}\n", ""])
@pytest.mark.parametrize("row", [0, 4])
def test_rows_go_to_the_empty_rows_of_their_levels(
    open_desk: OpenDesk, headings: str, row: int
) -> None:
    desk = open_desk(PREFILLED)
    paste(desk, headings + THREE_ROWS, row)
    assert levels(desk) == LEVELS
    assert named(desk) == {
        "合格率": "质量指标",
        "受益人数": "社会效益指标",
        "群众满意度": "服务对象满意度指标",
    }
    quality = desk.project.indicators[1]
    assert quality.value == IndicatorValue("≥95%", "≥", "95", "%")
    assert (quality.description, quality.basis) == ("合格占比", "办法")
    assert desk.told == ["已粘贴；3 行已按一级、二级指标归位"]
    assert steps(desk) == 1
    desk.undo()
    assert desk.project == PREFILLED


def test_further_rows_of_a_level_are_put_in_behind_it_in_order(open_desk: OpenDesk) -> None:
    desk = open_desk(PREFILLED)
    paste(desk, f"{HEADINGS}\n产出\t数量\t甲\n\t\t乙\n\t\t丙\n\t时效\t丁", 3)
    assert desk.names[:6] == ["甲", "乙", "丙", "", "丁", ""]
    assert levels(desk) == [LEVELS[0]] * 3 + LEVELS[1:]
    assert desk.told == ["已粘贴；4 行已按一级、二级指标归位，新增 2 行"]
    assert steps(desk) == 1


def test_levels_that_the_form_lacks_come_at_the_end_of_their_first_level(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(PREFILLED)
    paste(desk, "产出指标\t安全指标\t事故数\t\t≤0起\n效益指标\t品牌效益指标\t知名度\t\t提升")
    assert levels(desk) == [
        *LEVELS[:4],
        ("产出指标", "安全指标"),
        *LEVELS[4:8],
        ("效益指标", "品牌效益指标"),
        LEVELS[8],
    ]
    assert named(desk) == {"事故数": "安全指标", "知名度": "品牌效益指标"}


def test_a_second_level_alone_is_enough(open_desk: OpenDesk) -> None:
    desk = open_desk(PREFILLED)
    paste(desk, "时效\t完成时限\t\t12月底前\n服务对象满意度\t企业满意度\t\t≥90%", 1, "level2")
    assert levels(desk) == LEVELS
    assert named(desk) == {"完成时限": "时效指标", "企业满意度": "服务对象满意度指标"}


def test_an_empty_grid_gets_the_rows_in_the_order_of_the_form(open_desk: OpenDesk) -> None:
    desk = open_desk(EMPTY)
    last, *others = THREE_ROWS.splitlines()[::-1]
    paste(desk, "\n".join([HEADINGS, last, *others]))
    assert levels(desk) == [LEVELS[1], LEVELS[5], LEVELS[8]]
    assert desk.names == ["合格率", "受益人数", "群众满意度"]


def test_empty_rows_of_a_template_add_nothing(open_desk: OpenDesk) -> None:
    desk = open_desk(PROJECT)
    template = "\n".join(f"{one}\t{two}\t\t\t\t" for one, two in LEVELS[:3])
    paste(desk, f"{HEADINGS}\n{template}\n产出指标\t数量指标\t甲\t\t\t")
    assert desk.names == ["培训人次", "甲", "培训合格率", "完成时限", "网络零售额", "企业满意度"]


def test_merged_cells_say_the_level_of_each_row_they_cover(desk: Desk) -> None:
    paste(
        desk,
        "效益指标\t经济效益指标\t甲\t甲的描述\t\t≥1次\t依据\n"
        '\t社会效益指标\t乙\t"乙的\n描述"\t\t≥2次\t依据\n',
    )
    assert desk.names[3:6] == ["网络零售额", "甲", "乙"]
    second = desk.project.indicators[5]
    assert (second.level1, second.level2) == ("效益指标", "社会效益指标")
    assert (second.description, second.value.text) == ("乙的\n描述", "≥2次")
    assert not question()
    assert steps(desk) == 1


@pytest.mark.parametrize(
    ("button", "values", "count"),
    [
        ("替换", ["≥700人次", "≥99%"], 5),
        ("添加为新行", ["≥600人次", "≥700人次"], 7),
        ("不粘贴", ["≥600人次", "≥95%"], 5),
    ],
)
def test_what_would_be_overwritten_is_shown_first(
    desk: Desk, button: str, values: list[str], count: int
) -> None:
    said = answer_with(button)
    paste(
        desk, "产出指标\t数量指标\t培训人次\t参加培训的人次\t≥700人次\n\t质量指标\t合格率\t\t≥99%"
    )
    assert said == ["粘贴的行会替换 4 处已填的内容，要替换吗？"]
    rows = desk.project.indicators
    assert [row.value.text for row in rows][:2] == values
    assert len(rows) == count
    assert steps(desk) == (button != "不粘贴")


def test_a_row_that_is_there_under_its_name_is_brought_up_to_date(desk: Desk) -> None:
    answer_with("替换")
    paste(desk, "质量指标\t培训合格率\t\t≥98%\n数量指标\t培训班次\t\t≥6期", 4, "level2")
    rows = desk.project.indicators
    assert desk.names[:3] == ["培训人次", "培训班次", "培训合格率"]
    assert (rows[2].value.text, rows[2].description) == ("≥98%", "合格人数占比")


def test_rows_find_their_namesakes_in_another_order(open_desk: OpenDesk) -> None:
    rows = PREFILLED.indicators
    desk = open_desk(
        replace(PREFILLED, indicators=(rows[1], replace(rows[1], id="named", name="验收率")))
    )
    paste(desk, "质量\t验收率\t\t≥99%\n质量\t合格率\t\t≥96%", 0, "level2")
    found = [(row.name, row.value.text) for row in desk.project.indicators]
    assert found == [("合格率", "≥96%"), ("验收率", "≥99%")]


def test_rows_without_levels_go_down_from_where_one_is(desk: Desk) -> None:
    said = answer_with("替换")
    text = "指标值\t三级指标\t指标值确定依据\n>=3次\t甲\t通知\n12月底前\t乙\t合同\n5%\t丙\t规划"
    paste(desk, text, 3, "basis")
    assert "6 处" in said[0]
    assert desk.names == ["培训人次", "培训合格率", "完成时限", "甲", "乙", "丙"]
    rows = desk.project.indicators[3:]
    assert [row.value.text for row in rows] == ["≥3次", "12月底前", "5%"]
    assert rows[0].description == "全年零售额"
    assert rows[2].level2 == "服务对象满意度指标"
    assert steps(desk) == 1


def shown_left_over() -> list[str]:
    """Agree to paste the rest in the dialog that will come; the list will hold what it shows."""
    shown: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LeftOverDialog)
        shown.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        agree = next(b for b in dialog.findChildren(QPushButton) if b.text() == "粘贴其余内容")
        QTest.mouseClick(agree, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, answer)
    return shown


def test_what_does_not_fit_is_named_by_row_and_heading(open_desk: OpenDesk) -> None:
    desk = open_desk(PREFILLED)
    shown = shown_left_over()
    paste(
        desk,
        "一级指标\t二级指标\t三级指标\t指标值\t权重\t备注\n"
        "产出\t数量\t甲\t≥1次\t10\t新增\n\t质量\t乙\t≥2次\t20\t\n填表人：某某",
    )
    assert shown == ["第2行“权重”：10", "第2行“备注”：新增", "第3行“权重”：20", "填表人：某某"]
    assert named(desk) == {"甲": "数量指标", "乙": "质量指标"}


def test_what_is_no_level_leaves_the_printed_levels(desk: Desk) -> None:
    shown = shown_left_over()
    paste(desk, "1\t某类\t甲\t子\n2\t某类\t乙\t丑")
    assert shown == ["第1行第1列：1", "第1行第2列：某类", "第2行第1列：2", "第2行第2列：某类"]
    assert desk.names[:2] == ["甲", "乙"]
    assert levels(desk)[:2] == LEVELS[:2]


def test_levels_alone_are_pasted_as_they_are(desk: Desk) -> None:
    paste(desk, "数量指标\n成本指标", 1, "level2")
    assert [row.level2 for row in desk.project.indicators][:3] == [
        "数量指标",
        "数量指标",
        "成本指标",
    ]


@pytest.mark.parametrize("row", [0, 2])
def test_a_merged_cell_is_its_first_row_wherever_one_is_in_it(
    open_desk: OpenDesk, row: int
) -> None:
    desk = open_desk(PREFILLED)
    cell = desk.cell(desk.project.indicators[row].id, "level1")
    rect = desk.view.rect_of(cell)
    point = rect.center()
    point.setY(rect.bottom() - 3 if row else rect.top() + 3)
    QTest.mouseClick(desk.viewport, Qt.MouseButton.LeftButton, pos=point)
    QGuiApplication.clipboard().setText("三级指标\t指标值\n甲\t≥1次\n乙\t≥2次")
    press(KEY.Key_V, CONTROL)
    assert desk.names[:3] == ["甲", "乙", ""]


@pytest.mark.parametrize(
    ("field", "heading", "text"),
    [
        ("name", "三级指标", "甲"),
        ("name", "指标 名称", "甲"),
        ("description", "绩效指标描述", "甲"),
        ("value", "指标值", "≥3次"),
        ("value", "计量单位", "次"),
        ("basis", "指标值确定依据", "办法"),
    ],
)
def test_a_single_column_loses_the_heading_copied_with_it(
    open_desk: OpenDesk, field: str, heading: str, text: str
) -> None:
    desk = open_desk(PREFILLED)
    paste(desk, f"{heading}\n{text}\n{text}", 1, field)
    found = [getattr(row, field) for row in desk.project.indicators[:4]]
    said = [each.text if isinstance(each, IndicatorValue) else each for each in found]
    assert said == ["", text, text, ""]
    assert desk.told == [f"已粘贴；第一行“{heading}”是列标题，没有粘贴"]


@pytest.mark.parametrize(
    ("field", "text"),
    [("name", "指标值\n甲"), ("name", "说明\n甲"), ("description", "三级指标\n甲"), ("name", "甲")],
)
def test_any_other_first_row_is_pasted(open_desk: OpenDesk, field: str, text: str) -> None:
    desk = open_desk(PREFILLED)
    paste(desk, text, 0, field)
    lines = text.splitlines()
    rows = desk.project.indicators[: len(lines)]
    assert [getattr(row, field) for row in rows] == lines
    assert not desk.told


def test_a_heading_pasted_as_text_stays(open_desk: OpenDesk) -> None:
    desk = open_desk(PREFILLED)
    QGuiApplication.clipboard().setText("三级指标\n甲")
    desk.go(desk.project.indicators[0].id, "name")
    press(KEY.Key_V, CONTROL | SHIFT)
    assert desk.names[:2] == ["三级指标", "甲"]


def test_pictures_in_cells_are_told(desk: Desk) -> None:
    data = QMimeData()
    data.setHtml(
        "<table><tr><td>甲<img src='a.png'></td><td>子</td></tr>"
        "<tr><td>乙</td><td><img src='b.png'>丑</td></tr></table>"
    )
    QGuiApplication.clipboard().setMimeData(data)
    desk.go("row1", "name")
    press(KEY.Key_V, CONTROL)
    assert desk.names[:2] == ["甲", "乙"]
    assert desk.told == ["已粘贴；复制的内容里有 2 张图片，没有粘贴"]


def test_a_table_of_nothing_but_pictures_empties_no_cell(desk: Desk) -> None:
    data = QMimeData()
    data.setHtml("<table><tr><td><img src='a.png'></td></tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    desk.go("row1", "name")
    press(KEY.Key_V, CONTROL)
    assert desk.project == PROJECT
    assert desk.told == ["复制的是图片，没有粘贴。表中只能填写文字"]
