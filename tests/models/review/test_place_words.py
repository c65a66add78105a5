import pytest

from perfdesk.io.forms import form_named
from perfdesk.models.project import Indicator, Project
from perfdesk.models.review.place_words import place_words, project_words
from perfdesk.models.sheet import Place
from perfdesk.models.statement import Safeguard, Statement, SubGoal

FORM = form_named("hebei-2024")
NAMED, UNNAMED = Indicator(name=" 培训合格率 ", id="row1"), Indicator(id="row2")
PROJECT = Project(name="2025年培训经费", indicators=(NAMED, UNNAMED), id="project")
STATEMENT = Statement(
    subgoals=(SubGoal(title="政务管理", id="sub1"), SubGoal(id="sub2")),
    safeguards=(Safeguard(title="完善制度建设", id="safe1"),),
)


@pytest.mark.parametrize(
    ("row_id", "field", "words"),
    [
        ("row1", "value", "指标 1「培训合格率」 · 指标值"),
        ("row1", "value.number", "指标 1「培训合格率」 · 指标值"),
        ("row1", "value.unit", "指标 1「培训合格率」 · 计量单位"),
        ("row1", "value.sign", "指标 1「培训合格率」 · 计算符号"),
        ("row1", "description", "指标 1「培训合格率」 · 绩效指标描述"),
        ("row2", "name", "指标 2 · 三级指标"),
        ("row2", "level2", "指标 2 · 二级指标"),
        ("project", "code", "项目编码"),
        ("project", "name", "项目名称"),
        ("project", "unit.code", "预算单位"),
        ("project", "budget.total", "预算数"),
        ("project", "plan.march", "3月底支出计划"),
        ("project", "plan", "资金支出计划"),
        ("project", "goals", "绩效目标"),
        ("project", "goals[1]", "绩效目标 第2条"),
        ("project", "indicators", "绩效指标"),
    ],
)
def test_places_in_a_project(row_id: str, field: str, words: str) -> None:
    assert place_words(FORM, PROJECT, Place(row_id, field)) == words


@pytest.mark.parametrize(
    ("row_id", "field", "words"),
    [
        ("", "statement.overall", "总体绩效目标"),
        ("", "statement.subgoals", "分项绩效目标"),
        ("sub1", "title", "分项绩效目标 1「政务管理」 · 标题"),
        ("sub1", "indicators", "分项绩效目标 1「政务管理」 · 绩效指标"),
        ("sub2", "goal", "分项绩效目标 2 · 绩效目标"),
        ("safe1", "text", "工作保障措施 1「完善制度建设」 · 措施内容"),
    ],
)
def test_places_in_the_statement(row_id: str, field: str, words: str) -> None:
    assert place_words(FORM, STATEMENT, Place(row_id, field)) == words


def test_projects_are_called_by_their_names() -> None:
    assert project_words(PROJECT) == "2025年培训经费"
    assert project_words(Project(name=" ")) == "（未命名项目）"
    assert project_words(None) == "部门整体绩效目标"
