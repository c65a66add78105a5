import copy
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.models.change import (
    PROJECTS,
    SAFEGUARDS,
    SUBGOALS,
    Change,
    Insert,
    Move,
    Remove,
    RowList,
    SetField,
    Together,
    copy_of,
    duplicate,
    indicators_of,
    with_row,
)
from perfdesk.models.document import Document, Row
from perfdesk.models.form import HEAD_FIELDS, INDICATOR_FIELDS
from perfdesk.models.names import FIELD_NAMES
from perfdesk.models.project import Budget, Indicator, Project
from perfdesk.models.same import same_content
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.models.value import IndicatorValue
from tests.strategies import changes, documents, indicators, projects, texts


@pytest.fixture
def document() -> Document:
    return Document(
        2025,
        "hebei-2024",
        statement=Statement("总体", (SubGoal("甲"), SubGoal("乙")), (Safeguard("一"),)),
        projects=(
            Project(name="修路", indicators=(Indicator(name="里程"), Indicator(name="合格率"))),
            Project(name="培训", budget=Budget("10.00", "10.00")),
        ),
    )


@st.composite
def lists_in(draw: st.DrawFn) -> tuple[Document, RowList, list[Row]]:
    """A document, one of its lists, and the rows in it."""
    document = draw(documents())
    grids = [indicators_of(project.id) for project in document.projects]
    rows = draw(st.sampled_from([PROJECTS, SUBGOALS, SAFEGUARDS, *grids]))
    return document, rows, list(rows.rows(document))


def some_ids(data: st.DataObject, rows: list[Row]) -> frozenset[str]:
    return (
        frozenset(data.draw(st.sets(st.sampled_from([row.id for row in rows]))))
        if rows
        else frozenset()
    )


@given(st.data())
def test_going_back_through_any_changes_returns_the_same_documents(data: st.DataObject) -> None:
    document = data.draw(documents())
    befores, snapshots = [document], [copy.deepcopy(document)]
    for change in data.draw(changes(document)):
        document = change.apply(document)
        befores.append(document)
        snapshots.append(copy.deepcopy(document))
    while befores:
        assert befores.pop() == snapshots.pop()


@given(st.data())
def test_the_same_changes_again_make_the_same_document(data: st.DataObject) -> None:
    document = data.draw(documents())
    made = data.draw(changes(document, min_size=1))
    once = Together("全部", tuple(made)).apply(document)
    assert Together("全部", tuple(made)).apply(document) == once
    step_by_step = document
    for change in made:
        step_by_step = change.apply(step_by_step)
    assert step_by_step == once


@given(st.data())
def test_a_change_keeps_ids_apart_and_says_in_chinese_what_it_does(data: st.DataObject) -> None:
    document = data.draw(documents())
    for change in data.draw(changes(document, min_size=1)):
        document = change.apply(document)
        assert change.label
        assert not any(character.isascii() for character in change.label if character.isalpha())
    ids = [row.id for row in document.rows()]
    assert len(set(ids)) == len(ids)


@given(st.data())
def test_what_a_change_did_not_touch_is_shared(data: st.DataObject) -> None:
    document = data.draw(documents())
    rows = {row.id: row for row in document.rows()}
    if not rows:
        return
    row = data.draw(st.sampled_from(list(rows.values())))
    field = {Project: "purpose", Indicator: "basis", SubGoal: "goal", Safeguard: "text"}[type(row)]
    changed = SetField(row.id, field, data.draw(texts())).apply(document)
    owners = {row.id, *(each.id for each in document.projects if row in each.indicators)}
    for after in changed.rows():
        assert after.id in owners or after is rows[after.id]
    assert changed.department is document.department
    assert changed.unread is document.unread
    if isinstance(row, SubGoal | Safeguard):
        assert changed.projects is document.projects
    else:
        assert changed.statement is document.statement


@pytest.mark.parametrize(
    "change",
    [
        lambda d: SetField("", "year", d.year),
        lambda _: SetField("", "statement.overall", "总体"),
        lambda d: SetField(d.projects[1].id, "budget.total", "10.00"),
        lambda d: SetField(d.projects[0].indicators[0].id, "name", "里程"),
        lambda _: Insert(PROJECTS, 0, ()),
        lambda _: Remove(PROJECTS, frozenset({"没有的"})),
        lambda d: Remove(SUBGOALS, frozenset({d.projects[0].id})),
        lambda d: Move(PROJECTS, frozenset({d.projects[0].id}), 0),
        lambda d: Move(PROJECTS, frozenset({d.projects[0].id}), 1),
        lambda d: Move(PROJECTS, frozenset(p.id for p in d.projects), 1),
        lambda d: Together("什么也没有", (SetField("", "year", d.year),)),
        lambda _: Together("什么也没有", ()),
    ],
)
def test_what_changes_nothing_returns_the_same_object(
    document: Document, change: Callable[[Document], Change]
) -> None:
    assert change(document).apply(document) is document


def test_every_field_can_be_set(document: Document) -> None:
    project, indicator = document.projects[0], document.projects[0].indicators[1]
    for field in HEAD_FIELDS:
        content = ("第一条", "第二条") if field == "goals" else "新"
        changed = SetField(project.id, field, content).apply(document).projects[0]
        name, _, inner = field.partition(".")
        found = getattr(getattr(changed, name), inner) if inner else getattr(changed, name)
        assert found == content
    for field in INDICATOR_FIELDS:
        value = IndicatorValue.read("≥5人") if field == "value" else "新"
        changed_row = SetField(indicator.id, field, value).apply(document).projects[0].indicators[1]
        assert getattr(changed_row, field) == value
    assert SetField("", "statement.overall", "新").apply(document).statement.overall == "新"


@pytest.mark.parametrize("field", [*HEAD_FIELDS, *INDICATOR_FIELDS, "year", "statement.overall"])
def test_undo_names_the_field(field: str) -> None:
    assert SetField("", field, "").label == f"修改{FIELD_NAMES[field]}"


@pytest.mark.parametrize(
    "change",
    [
        SetField("没有的", "name", "新"),
        SetField("", "没有的", "新"),
        SetField("", "statement.nothing", "新"),
        Insert(indicators_of("没有的"), 0, (Indicator(),)),
        Remove(indicators_of("没有的"), frozenset()),
        Move(indicators_of("没有的"), frozenset(), 0),
    ],
)
def test_what_is_not_there_cannot_be_changed(document: Document, change: Change) -> None:
    with pytest.raises(KeyError):
        change.apply(document)


def test_a_row_that_is_not_there_is_neither_replaced_nor_copied(document: Document) -> None:
    with pytest.raises(KeyError):
        with_row(document, Indicator())
    with pytest.raises(KeyError):
        duplicate(document, PROJECTS, ["没有的"])
    with pytest.raises(KeyError):
        duplicate(document, SUBGOALS, [document.projects[0].id])


@given(lists_in(), st.data())
def test_what_is_inserted_stands_where_it_was_put_and_can_be_removed(
    found: tuple[Document, RowList, list[Row]], data: st.DataObject
) -> None:
    document, rows, standing = found
    index = data.draw(st.integers(0, len(standing)))
    kinds: dict[str, type[Row]] = {
        "projects": Project,
        "indicators": Indicator,
        "subgoals": SubGoal,
        "safeguards": Safeguard,
    }
    new = (kinds[rows.name](), kinds[rows.name]())
    inserted = Insert(rows, index, new).apply(document)
    assert list(rows.rows(inserted)) == [*standing[:index], *new, *standing[index:]]
    removed = Remove(rows, frozenset(row.id for row in new)).apply(inserted)
    assert removed == document
    assert all(one is other for one, other in zip(rows.rows(removed), standing, strict=True))


@given(lists_in(), st.data())
def test_removing_takes_these_and_leaves_the_others(
    found: tuple[Document, RowList, list[Row]], data: st.DataObject
) -> None:
    document, rows, standing = found
    ids = some_ids(data, standing)
    removed = Remove(rows, ids).apply(document)
    assert list(rows.rows(removed)) == [row for row in standing if row.id not in ids]


@given(lists_in(), st.data())
def test_moved_rows_come_together_before_the_row_they_were_dropped_on(
    found: tuple[Document, RowList, list[Row]], data: st.DataObject
) -> None:
    document, rows, standing = found
    ids, index = some_ids(data, standing), data.draw(st.integers(0, len(standing)))
    moved = list(rows.rows(Move(rows, ids, index).apply(document)))
    together = [row for row in standing if row.id in ids]
    rest = [row for row in standing if row.id not in ids]
    assert [row for row in moved if row.id not in ids] == rest
    if not together:
        return
    start = moved.index(together[0])
    assert moved[start : start + len(together)] == together
    behind = next((row for row in standing[index:] if row.id not in ids), None)
    assert moved[start + len(together) :][:1] == ([behind] if behind else [])


@given(lists_in(), st.data())
def test_moving_there_and_back_changes_nothing(
    found: tuple[Document, RowList, list[Row]], data: st.DataObject
) -> None:
    document, rows, standing = found
    if not standing:
        return
    at, to = (data.draw(st.integers(0, len(standing) - 1)) for _ in range(2))
    one = frozenset({standing[at].id})
    there = Move(rows, one, to if to <= at else to + 1).apply(document)
    assert rows.rows(there)[to].id == standing[at].id
    assert Move(rows, one, at if at <= to else at + 1).apply(there) == document


@given(lists_in(), st.data())
def test_copies_say_the_same_under_new_ids_behind_the_last_of_their_originals(
    found: tuple[Document, RowList, list[Row]], data: st.DataObject
) -> None:
    document, rows, standing = found
    ids = some_ids(data, standing)
    if not ids:
        return
    copied = duplicate(document, rows, ids).apply(document)
    after = list(rows.rows(copied))
    originals = [row for row in standing if row.id in ids]
    end = standing.index(originals[-1]) + 1
    copies = after[end : end + len(originals)]
    assert [*after[:end], *after[end + len(originals) :]] == standing
    assert not {row.id for row in copies} & {row.id for row in document.rows()}
    in_their_place = rows.with_rows(copied, [row for row in after if row not in originals])
    assert same_content(
        in_their_place, rows.with_rows(document, rearranged(standing, originals, end))
    )
    all_ids = [row.id for row in copied.rows()]
    assert len(set(all_ids)) == len(all_ids)


def rearranged(standing: list[Row], originals: list[Row], end: int) -> list[Row]:
    """Return the rows as they stand once the originals are where their copies are."""
    before = [row for row in standing[:end] if row not in originals]
    return [*before, *originals, *standing[end:]]


@given(projects(), indicators())
def test_a_copy_of_a_project_has_indicators_of_its_own(project: Project, row: Indicator) -> None:
    copied = copy_of(project)
    document, other = Document(projects=(project,)), Document(projects=(copied,))
    assert same_content(document, other)
    assert not {each.id for each in document.rows()} & {each.id for each in other.rows()}
    assert copy_of(row) != row
