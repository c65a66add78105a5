"""A document written as text and read back is the same document."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.disclosure import in_print, read_text, write_text
from perfdesk.io.forms import form_for_year, form_named
from perfdesk.models.document import Department, Document, UnreadText
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.same import same_content
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.models.value import IndicatorValue
from tests.io.disclosure.inventions import bureau, old_bureau
from tests.strategies import PRINTED_VALUES, documents

UNITS = (
    Unit("467001", "临溪县水务局本级"),
    Unit("467004", "河道管护站"),
    Unit("467009", "8号水文站"),
)


def phrases() -> st.SearchStrategy[str]:
    """Words as a clerk types them, which are no heading, no number and no label."""
    inner = st.text("河道清淤水质监测防汛储备完成提升，；、（）%≥0123456789 ", max_size=16)
    return st.builds(
        lambda first, rest: (first + rest).strip(), st.sampled_from("河清水防储"), inner
    )


def lines(most: int = 3) -> st.SearchStrategy[str]:
    """Nothing, or a few lines one below the other."""
    return st.lists(phrases(), max_size=most).map("\n".join)


def cells() -> st.SearchStrategy[str]:
    """The text of a cell, in which an empty line may stand."""
    parted = st.builds(lambda above, below: f"{above}\n\n{below}", phrases(), phrases())
    return st.one_of(lines(), parted)


def amounts() -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), st.integers(0, 10**7).map(lambda cents: f"{cents / 100:.2f}"))


def months() -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), st.integers(1, 100).map(str))


@st.composite
def indicators(draw: st.DrawFn, form_id: str) -> Indicator:
    level = draw(st.sampled_from(form_named(form_id).levels))
    return Indicator(
        level.name,
        draw(st.sampled_from(level.level2)),
        draw(cells()),
        draw(cells()),
        IndicatorValue.read(draw(st.sampled_from(PRINTED_VALUES))),
        draw(cells()) if form_id == "hebei-2024" else "",
    )


@st.composite
def projects(draw: st.DrawFn, form_id: str) -> Project:
    rows = tuple(draw(st.lists(indicators(form_id), min_size=1, max_size=5)))
    goals = tuple(draw(st.lists(lines(2).filter(bool), max_size=3)))
    name = draw(st.one_of(st.just(""), phrases()))
    project = Project("", name, draw(st.sampled_from(UNITS)), goals=goals, indicators=rows)
    if form_id == "hebei-2020":
        return project
    return replace(
        project,
        code=draw(st.one_of(st.just(""), st.just("13046725P004126000000"))),
        budget=Budget(draw(amounts()), draw(amounts()), draw(amounts())),
        purpose=draw(cells()),
        plan=SpendingPlan(draw(months()), draw(months()), draw(months()), draw(months())),
    )


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    titles = phrases()
    subgoals = st.builds(SubGoal, titles, lines().filter(bool), lines())
    safeguards = st.builds(Safeguard, titles, lines())
    return Statement(
        draw(lines()),
        tuple(draw(st.lists(subgoals, max_size=3))),
        tuple(draw(st.lists(safeguards, max_size=3))),
    )


@st.composite
def sane_documents(draw: st.DrawFn) -> Document:
    form_id = draw(st.sampled_from(["hebei-2020", "hebei-2024"]))
    held = tuple(draw(st.lists(projects(form_id), max_size=3)))
    year = draw(st.integers(2016, 2030))
    department = Department("467", "临溪县水务局")
    if not held:
        form_id = form_for_year(year).id
    return Document(year, form_id, department, draw(statements()), held)


@given(sane_documents())
def test_what_is_written_is_read_back(document: Document) -> None:
    text = write_text(document)
    assert same_content(read_text(text, "x").document, document), text


@given(documents())
def test_any_document_can_be_written(document: Document) -> None:
    text = write_text(document)
    assert text.endswith("\n")
    assert in_print(in_print(document)) == in_print(document)
    assert write_text(in_print(document)) == text


@pytest.mark.parametrize("document", [bureau(), old_bureau()])
def test_the_layout_of_published_documents(document: Document) -> None:
    text = write_text(document)
    project = document.projects[0]
    number = "1." if document.form == "hebei-2024" else "1、"
    assert f"\n{number}{project.name}绩效目标表\n\t467001临溪县水务局本级\n\t单位：万元\n\n" in text
    assert f"\n\t绩效目标\n\t{number}{project.goals[0]}\n{number.replace('1', '2')}" in text
    assert "\n一、总体绩效目标\n" in text
    assert "\n（一）河道治理\n绩效目标：" in text
    assert "\n\t产出指标\n\t数量指标\n\t清淤河道长度\n" in text
    assert "\n\t\n\t质量指标\n\t工程验收合格率\n" in text
    assert same_content(read_text(text, "x").document, document)


def test_print_has_two_decimals_one_line_names_and_no_stray_blanks() -> None:
    project = replace(
        bureau().projects[0],
        name="河道\n清淤",
        budget=Budget(" 120.5", "100", ""),
        purpose=" 用于清淤 \n\n\n 和疏浚 ",
        plan=SpendingPlan("25％", "50", "", "100%"),
    )
    shown = in_print(replace(bureau(), projects=(project,))).projects[0]
    assert shown.name == "河道清淤"
    assert shown.budget == Budget("120.50", "100.00", "")
    assert shown.purpose == "用于清淤\n\n和疏浚"
    assert shown.plan == SpendingPlan("25", "50", "", "100")


def test_a_department_that_the_units_do_not_tell_stands_in_the_title() -> None:
    document = replace(bureau(), department=Department("512", "临溪县建设局"))
    text = write_text(document)
    assert text.startswith("512临溪县建设局2025年部门预算绩效信息\n")
    assert same_content(read_text(text, "x").document, document)


def test_what_was_not_read_stands_at_the_beginning() -> None:
    document = replace(
        bureau(),
        unread=(UnreadText(3, "一、部门职责\n单位名称\t单位性质"), UnreadText(90, "附注")),
    )
    text = write_text(document)
    assert text.startswith("一、部门职责\n单位名称\t单位性质\n附注\n")
    again = read_text(text, "x").document
    assert again.unread == (UnreadText(1, "一、部门职责\n单位名称\t单位性质\n附注"),)
    assert same_content(again, in_print(document))
