"""What is saved is what is read, whatever was done to it: the laws of the store."""

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.forms import form_or_default
from perfdesk.io.store.glance import Glance
from perfdesk.io.store.store import Store
from perfdesk.models.change import PROJECTS, Move
from perfdesk.models.document import Department, Document
from perfdesk.models.ids import new_id
from perfdesk.models.outline import outline
from perfdesk.models.project import Indicator, Project
from perfdesk.models.statement import Statement, SubGoal
from perfdesk.paths import resource_dir
from tests.conftest import ExpectLog
from tests.strategies import changes, documents

Anything = TypeVar("Anything")


@given(documents())
def test_a_document_comes_back_as_it_was(common_store: Store, document: Document) -> None:
    common_store.save(None, document)
    assert common_store.load(document.id) == document
    with Glance(common_store.path) as glance:
        assert glance.load(document.id) == document
    common_store.save(document, None)


@given(st.data())
def test_edits_one_after_the_other_are_all_kept(common_store: Store, data: st.DataObject) -> None:
    document = data.draw(documents())
    common_store.save(None, document)
    for change in data.draw(changes(document, min_size=1)):
        before, document = document, change.apply(document)
        common_store.save(before, document)
        assert common_store.load(document.id) == document
    common_store.save(document, None)


@st.composite
def some_of(draw: st.DrawFn, *rows: tuple[Anything, ...]) -> tuple[Anything, ...]:
    """Some of the rows of several lists, in any order."""
    shuffled = draw(st.permutations([row for some in rows for row in some]))
    return tuple(shuffled[: draw(st.integers(0, len(shuffled)))])


@st.composite
def another_made_of(draw: st.DrawFn, one: Document) -> Document:
    """Another document of the same id that took over, moved, mixed and lost rows of the first."""
    other = draw(documents())
    projects = draw(some_of(one.projects, other.projects))
    indicators = tuple(row for each in projects for row in each.indicators)
    if projects and indicators:
        taken = draw(some_of(indicators))
        projects = (*projects[1:], replace(projects[0], indicators=taken))
    one_part, other_part = one.statement, other.statement
    return replace(
        other,
        id=one.id,
        projects=projects,
        statement=replace(
            other_part,
            subgoals=draw(some_of(one_part.subgoals, other_part.subgoals)),
            safeguards=draw(some_of(one_part.safeguards, other_part.safeguards)),
        ),
    )


@given(st.data())
def test_any_document_can_become_any_other(common_store: Store, data: st.DataObject) -> None:
    first = data.draw(documents())
    second = data.draw(another_made_of(first))
    common_store.save(None, first)
    common_store.save(first, second)
    assert common_store.load(first.id) == second
    common_store.save(second, first)
    assert common_store.load(first.id) == first
    common_store.save(first, None)


@given(st.data())
def test_the_outline_is_what_the_documents_say(common_store: Store, data: st.DataObject) -> None:
    first = data.draw(documents())
    second = data.draw(another_made_of(first))
    for before, after in ((None, first), (first, second), (second, first)):
        common_store.save(before, after)
        expected = outline(form_or_default(after.form), after)
        with Glance(common_store.path) as glance:
            outlines = glance.outline()
        assert [each for each in outlines if each.id == after.id] == [expected]
        assert common_store.outline() == outlines
    common_store.save(first, None)


def test_the_outline_is_in_the_order_of_the_tree(store: Store) -> None:
    for year, code in ((2024, "316"), (2025, "317"), (2025, "315")):
        store.save(None, Document(year=year, department=Department(code)))
    listed = [(each.year, each.department.code) for each in store.outline()]
    assert listed == [(2025, "315"), (2025, "317"), (2024, "316")]


def test_a_removed_document_is_gone_and_can_come_back(store: Store) -> None:
    document = Document(
        statement=Statement("目标", (SubGoal("一"),)),
        projects=(Project(name="甲", goals=("完成",), indicators=(Indicator(name="数量"),)),),
    )
    other = Document(year=2025)
    store.save(None, document)
    store.save(None, other)
    store.save(document, None)
    assert [each.id for each in store.outline()] == [other.id]
    with pytest.raises(KeyError):
        store.load(document.id)
    store.save(None, document)
    assert store.load(document.id) == document


def test_two_documents_may_hold_the_same_row(store: Store) -> None:
    """A project dragged to another year is in both until the second edit is saved."""
    project = Project(name="甲", indicators=(Indicator(name="数量"),))
    last_year = Document(year=2024, projects=(project,))
    this_year = Document(year=2025)
    store.save(None, last_year)
    store.save(None, this_year)
    store.save(this_year, replace(this_year, projects=(project,)))
    store.save(last_year, replace(last_year, projects=()))
    assert store.load(this_year.id).projects == (project,)
    assert store.load(last_year.id).projects == ()


def test_rows_may_be_put_in_the_same_gap_without_end(store: Store) -> None:
    """Positions between two rows are used up after some thirty rows; nobody may notice."""
    document = Document(projects=(Project(name="first"), Project(name="last")))
    store.save(None, document)
    for number in range(80):
        before = document
        projects = (document.projects[0], Project(name=str(number)), *document.projects[1:])
        document = replace(document, projects=projects)
        store.save(before, document)
    assert store.load(document.id) == document


def test_long_lists_can_be_turned_round(store: Store) -> None:
    document = Document(projects=tuple(Project(name=str(number)) for number in range(200)))
    turned = replace(document, projects=document.projects[::-1])
    moved = Move(PROJECTS, frozenset({turned.projects[150].id}), 3).apply(turned)
    store.save(None, document)
    store.save(document, turned)
    store.save(turned, moved)
    assert store.load(document.id) == moved


def test_half_an_emoji_survives(store: Store) -> None:
    """Windows hands over half a surrogate pair where a paste was cut in the middle."""
    project = Project(name="前\ud83d后", indicators=(Indicator(basis="\udc00"),))
    document = Document(projects=(project,))
    store.save(None, document)
    edited = replace(document, projects=(replace(project, name="\ud83d"),))
    store.save(document, edited)
    store.remember("place", "\ud83d")
    assert store.load(document.id) == edited
    assert store.outline()[0].projects[0].name == "\ud83d"
    assert store.recall("place") == "\ud83d"


def test_an_edit_from_a_document_the_store_does_not_hold_is_kept_whole(
    store: Store, expect_log: ExpectLog
) -> None:
    indicator = Indicator(name="数量")
    project = Project(name="甲", indicators=(indicator,))
    document = Document(projects=(project,))
    store.save(None, replace(document, projects=()))
    expect_log("out of step")
    edited = replace(
        document, projects=(replace(project, indicators=(replace(indicator, name="质量"),)),)
    )
    store.save(document, edited)
    assert store.load(document.id) == edited


def test_a_row_that_the_store_already_holds_does_not_stop_an_edit(
    store: Store, expect_log: ExpectLog
) -> None:
    project = Project(name="甲")
    document = Document(projects=(project,))
    store.save(None, document)
    expect_log("out of step")
    edited = replace(document, year=2026)
    store.save(replace(document, projects=()), edited)
    assert store.load(document.id) == edited


def test_how_far_projects_are_is_counted_anew_when_their_form_is_another(
    tmp_path: Path, own_home: Path
) -> None:
    """A form that was not known when they were saved, and one that has changed since."""
    document = Document(form="own", projects=(Project(name="甲", indicators=(Indicator(),)),))
    with Store.open(tmp_path / "perfdesk.sqlite") as store:
        store.save(None, document)
        (before,) = store.outline()
    shipped = (resource_dir() / "forms" / "hebei-2024.toml").read_text(encoding="utf-8")
    own = shipped.replace('id = "hebei-2024"', 'id = "own"')
    own = own.replace("optional = [", 'optional = ["basis", "description", ')
    (own_home / "forms").mkdir(parents=True)
    (own_home / "forms" / "own.toml").write_text(own, encoding="utf-8")
    with Store.open(tmp_path / "perfdesk.sqlite") as store:
        (after,) = store.outline()
        assert store.load(document.id) == document
    assert before == outline(form_or_default("hebei-2024"), document)
    assert after == outline(form_or_default("own"), document)
    assert after.projects[0].completeness.needed == before.projects[0].completeness.needed - 2


def test_an_edit_cannot_turn_one_document_into_another(store: Store) -> None:
    document = Document()
    store.save(None, document)
    with pytest.raises(ValueError, match="which document"):
        store.save(document, replace(document, id=new_id()))


def test_what_is_remembered_is_recalled_by_store_and_glance(store: Store) -> None:
    assert store.recall("place") == ""
    store.remember("place", "一")
    store.remember("place", "二")
    assert store.recall("place") == "二"
    with Glance(store.path) as glance:
        assert glance.recall("place") == "二"
