"""A whole project filled in by keyboard alone, as a clerk does it, and taken back again."""

from PySide6.QtCore import Qt

from perfdesk.models.project import Budget, Project, SpendingPlan, Unit
from perfdesk.models.value import IndicatorValue
from tests.ui.form.conftest import EMPTY, OpenDesk
from tests.ui.statement.hands import press, type_text

TAB, ENTER, LEFT = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Left
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
INDICATORS = (
    ("产出", "数量", "培训人次", "参加培训的人次", "≥600人次", "工作计划"),
    ("产出", "数量", "活动场次", "举办活动的场次", "不少于3场", "工作计划"),
    ("产出", "质量", "培训合格率", "合格人数占比", ">=95％", "工作计划"),
    ("产出", "时效", "完成时限", "全部完成的日期", "12月31日前", "工作计划"),
    ("产出", "成本", "项目总成本", "全年支出", "<=320万元", "预算批复"),
    ("效益", "经济", "网络零售额", "全年零售额", "1.2亿元", "统计年报"),
    ("效益", "社会", "带动就业人数", "新增就业人数", "50人以上", "统计年报"),
    ("效益", "可持续", "机制健全", "长效机制建立情况", "有效提升", "工作计划"),
    ("满意度", "服务", "企业满意度", "问卷满意的比例", "≥90%", "问卷"),
)
SPLIT = (
    IndicatorValue("≥600人次", "≥", "600", "人次"),
    IndicatorValue("≥3场", "≥", "3", "场"),
    IndicatorValue("≥95%", "≥", "95", "%"),
    IndicatorValue("12月31日前", "定性", "12月31日前", ""),
    IndicatorValue("≤320万元", "≤", "320", "万元"),
    IndicatorValue("1.2亿元", "＝", "1.2", "亿元"),
    IndicatorValue("≥50人", "≥", "50", "人"),
    IndicatorValue("有效提升", "定性", "有效提升", ""),
    IndicatorValue("≥90%", "≥", "90", "%"),
)
LEVEL2 = (
    "数量",
    "数量",
    "质量",
    "时效",
    "成本",
    "经济效益",
    "社会效益",
    "可持续影响",
    "服务对象满意度",
)


def type_and_go_on(*texts: str) -> None:
    for text in texts:
        if text:
            type_text(text)
        press(TAB)


def fill_head() -> None:
    type_and_go_on("13020925P00975910019R", "2025年电子商务发展专项资金")
    type_and_go_on("320", "300.5", "", "用于培训和站点建设。")
    type_and_go_on("25", "50%", "", "100％")
    type_text("提高企业应用水平。")
    press(ENTER, ALT)
    type_text("带动零售额增长。")
    press(TAB)


def fill_grid() -> None:
    # The grid is empty: going on behind the goals adds its first row.
    for number, row in enumerate(INDICATORS):
        level2, *rest = row[1:]
        if number:
            # Tab behind the last cell added a row of the same levels and went to its name.
            press(LEFT)
            type_text(level2)
            press(TAB)
        type_and_go_on(*rest[:-1])
        type_text(rest[-1])
        press(TAB if number < len(INDICATORS) - 1 else ENTER)


def test_a_project_is_filled_in_by_keyboard_alone(open_desk: OpenDesk) -> None:
    desk = open_desk(EMPTY)
    before = desk.document
    fill_head()
    fill_grid()
    project = desk.project
    assert project.code == "13020925P00975910019R"
    assert project.name == "2025年电子商务发展专项资金"
    assert project.unit == Unit("315001", "云溪区商务局本级")
    assert project.budget == Budget("320", "300.5", "")
    assert project.purpose == "用于培训和站点建设。"
    assert project.plan == SpendingPlan("25", "50", "", "100")
    assert project.goals == ("提高企业应用水平。", "带动零售额增长。")
    rows = project.indicators
    assert [each.level1 for each in rows] == [f"{row[0]}指标" for row in INDICATORS]
    assert [each.level2 for each in rows] == [f"{name}指标" for name in LEVEL2]
    texts = [(each.name, each.description, each.basis) for each in rows]
    assert texts == [(row[2], row[3], row[5]) for row in INDICATORS]
    assert [each.value for each in rows] == list(SPLIT)
    assert not desk.told

    after = desk.document
    stack = desk.session.undo_stack
    while stack.can_undo():
        stack.undo()
    assert desk.document is before
    assert desk.project == EMPTY
    while stack.can_redo():
        stack.redo()
    assert desk.document == after


def test_the_2020_form_has_title_goals_and_grid_only(open_desk: OpenDesk) -> None:
    desk = open_desk(EMPTY, form="hebei-2020")
    assert desk.at() == ("empty", "goals")
    press(Qt.Key.Key_Home, CONTROL)
    type_text("网络运行维护")
    press(TAB)
    assert desk.at() == ("empty", "unit")
    type_text("779002园区服务中心")
    press(TAB)
    type_text("保障网络畅通。")
    press(TAB)
    type_and_go_on("运维设备数量", "纳入运维的设备", "5台", "")
    project: Project = desk.project
    assert project.name == "网络运行维护"
    assert project.unit == Unit("779002", "园区服务中心")
    assert project.goals == ("保障网络畅通。",)
    assert [each.level2 for each in project.indicators] == ["数量指标", "数量指标"]
    assert project.indicators[0].value == IndicatorValue("5台", "＝", "5", "台")
