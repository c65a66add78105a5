"""Going back to an earlier state: its contents, the present ids, and what differs meanwhile."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.forms import form_named
from perfdesk.io.interchange import from_plain, read_document, write_document
from perfdesk.models.change import (
    PROJECTS,
    SUBGOALS,
    Change,
    Insert,
    Move,
    Remove,
    SetField,
    indicators_of,
)
from perfdesk.models.document import Document, Submission
from perfdesk.models.project import Indicator, Project
from perfdesk.models.same import same_content
from perfdesk.models.value import IndicatorValue
from perfdesk.models.versions.difference import Fate, differences
from perfdesk.models.versions.pairing import paired
from perfdesk.models.versions.restoring import Restore, with_present_ids
from perfdesk.paths import resource_dir
from tests.strategies import documents

FORM = form_named("hebei-2024")


@pytest.fixture(scope="module")
def document() -> Document:
    path = resource_dir() / "samples" / "yunxi-commerce-2025.json"
    return from_plain(json.loads(path.read_text(encoding="utf-8")))


def put_aside(document: Document) -> Document:
    """What a version's file gives: the same contents, every row under another id."""
    return read_document(write_document(document))


def made(document: Document, *changes: Change) -> Document:
    for change in changes:
        document = change.apply(document)
    return document


@given(documents(), documents())
def test_the_contents_are_those_of_the_past(past: Document, now: Document) -> None:
    restored = Restore(past).apply(now)
    assert same_content(restored, replace(past, submitted=now.submitted))
    assert restored.id == now.id
    ids = [row.id for row in restored.rows()]
    assert len(ids) == len(set(ids))


@given(documents())
def test_nothing_differs_from_what_was_put_aside_just_now(document: Document) -> None:
    past = put_aside(document)
    assert differences(FORM, past, document) == ()
    assert Restore(past).apply(document) is document


def test_rows_that_stayed_are_the_present_ones(document: Document) -> None:
    past = put_aside(document)
    project = document.projects[3]
    row = project.indicators[2]
    now = made(
        document,
        SetField(project.id, "purpose", "改了"),
        SetField(row.id, "value", IndicatorValue.read("≥1人")),
    )
    restored = Restore(past).apply(now)
    assert restored == document
    assert restored.projects[0] is now.projects[0]
    assert restored.projects[3].indicators[0] is now.projects[3].indicators[0]
    assert restored.statement is now.statement


def test_what_was_deleted_comes_back_in_its_place(document: Document) -> None:
    past = put_aside(document)
    gone = document.projects[1]
    now = made(document, Remove(PROJECTS, frozenset({gone.id})))
    restored = Restore(past).apply(now)
    assert same_content(restored, document)
    assert [each.id for each in restored.projects[2:]] == [each.id for each in now.projects[1:]]


def test_a_version_says_nothing_of_handing_in(document: Document) -> None:
    submitted = replace(document, submitted=Submission("张三", "2025-11-20T16:30:00+08:00"))
    assert with_present_ids(put_aside(submitted), document).submitted is None


def test_cells_are_told_with_what_they_said_and_say(document: Document) -> None:
    past = put_aside(document)
    project = document.projects[0]
    goals = ("第一条改过", *project.goals[1:])
    now = made(
        document,
        SetField(project.id, "goals", goals),
        SetField(project.indicators[0].id, "value", IndicatorValue.read("≥650人次")),
        SetField("", "statement.overall", "新的总体目标"),
        SetField("", "year", 2026),
    )
    told = {each.name: each for each in differences(FORM, past, now)}
    assert {each.fate for each in told.values()} == {Fate.CHANGED}
    assert list(told) == ["文本属性", "部门整体绩效目标", project.name]
    cells = {each.place: (each.past, each.now) for each in told[project.name].cells}
    assert cells == {
        "绩效目标 第1条": (project.goals[0], "第一条改过"),
        "指标 1「培训人次」 · 指标值": ("≥600人次", "≥650人次"),
    }
    assert told["文本属性"].cells[0][1:] == ("2025", "2026")


def test_new_and_deleted_projects_and_rows_are_told(document: Document) -> None:
    past = put_aside(document)
    first, second = document.projects[:2]
    now = made(
        document,
        Remove(PROJECTS, frozenset({second.id})),
        Insert(PROJECTS, 0, (Project(name="新项目", purpose="新用途"),)),
        Insert(indicators_of(first.id), 1, (Indicator(level2="数量指标", name="新指标"),)),
        Remove(SUBGOALS, frozenset({document.statement.subgoals[0].id})),
    )
    told = {each.name: each for each in differences(FORM, past, now)}
    assert told["新项目"].fate is Fate.NEW
    assert ("资金用途", "", "新用途") in told["新项目"].cells
    assert told[second.name].fate is Fate.GONE
    assert all(cell.past and not cell.now for cell in told[second.name].cells)
    assert "指标 2「新指标」 · 三级指标" in [cell.place for cell in told[first.name].cells]
    assert any(cell.now == "" for cell in told["部门整体绩效目标"].cells)


def test_another_order_is_restored_too(document: Document) -> None:
    past = put_aside(document)
    now = made(document, Move(PROJECTS, frozenset({document.projects[4].id}), 0))
    assert Restore(past).apply(now) == document


@given(st.lists(st.text("甲乙丙", max_size=2)), st.lists(st.text("甲乙丙", max_size=2)))
def test_each_row_has_one_mate_at_most(past: list[str], now: list[str]) -> None:
    mates = [mate for mate in paired(past, now, str) if mate is not None]
    assert all(mates.count(mate) <= now.count(mate) for mate in mates)
    assert all(mate == one for one, mate in zip(past, paired(past, now, str), strict=True) if mate)
