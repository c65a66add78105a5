"""Finding and replacing texts in whole documents."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.forms import form_named
from perfdesk.io.interchange import from_plain
from perfdesk.models.document import Document
from perfdesk.models.project import Project, Unit
from perfdesk.models.search.found import find
from perfdesk.models.search.query import Query
from perfdesk.models.search.replacing import replaced_text, replacement
from perfdesk.models.search.texts import texts_of
from perfdesk.models.sheet import Place
from perfdesk.models.value import IndicatorValue
from perfdesk.paths import resource_dir
from tests.strategies import documents

FORM = form_named("hebei-2024")


@pytest.fixture(scope="module")
def document() -> Document:
    path = resource_dir() / "samples" / "yunxi-commerce-2025.json"
    return from_plain(json.loads(path.read_text(encoding="utf-8")))


def places_with(document: Document, query: Query) -> set[Place]:
    return {found.written.place for found in find(query, texts_of(document))}


@pytest.mark.parametrize(
    ("query", "text", "spans"),
    [
        (Query("培训"), "培训的培训", [(0, 2), (3, 5)]),
        (Query("P009"), "13020925p00９759", [(8, 12)]),
        (Query("p009", exactly=True), "13020925P00975", []),
        (Query("≥90%"), "≥９０％", [(0, 4)]),
        (Query("培训", whole=True), "培训", [(0, 2)]),
        (Query("培训", whole=True), "培训班", []),
        (Query("a.c"), "abc", []),
        (Query(""), "任何", []),
    ],
)
def test_where_a_query_stands(query: Query, text: str, spans: list[tuple[int, int]]) -> None:
    assert query.spans(text) == spans


@given(st.text(max_size=20), st.text(min_size=1, max_size=3))
def test_what_is_replaced_is_there_no_more(text: str, old: str) -> None:
    query = Query(old)
    replaced = query.replaced(text, "\ue000")
    assert query.spans(replaced) == []
    assert (replaced == text) == (query.spans(text) == [])


@given(documents())
def test_every_text_is_found_at_its_place(document: Document) -> None:
    for written in texts_of(document):
        query = Query(written.text, exactly=True, whole=True)
        assert written.place in places_with(document, query)


@given(documents())
def test_replacing_by_the_same_changes_nothing(document: Document) -> None:
    texts = [written.text for written in texts_of(document)]
    for text in texts[:3]:
        query = Query(text, exactly=True)
        assert replacement(FORM, document, query, text, places_with(document, query)) is None


def test_a_replaced_value_is_split_anew(document: Document) -> None:
    query = Query("人次")
    changed = replacement(FORM, document, query, "人", places_with(document, query))
    assert changed is not None
    after = changed.apply(document)
    before = [row.value for p in document.projects for row in p.indicators]
    values = [row.value for p in after.projects for row in p.indicators]
    split = [new for old, new in zip(before, values, strict=True) if old != new]
    assert split
    assert all(value == IndicatorValue.read(value.text) for value in split)
    assert not places_with(after, query)


def test_only_the_chosen_places_change(document: Document) -> None:
    query = Query("培训")
    every = list(find(query, texts_of(document)))
    assert len(every) > 5
    one = every[3].written
    changed = replacement(FORM, document, query, "学习", {one.place})
    assert changed is not None
    left = {written.place for written, _ in find(query, texts_of(changed.apply(document)))}
    assert left == {written.place for written, _ in every} - {one.place}


UNITS = st.builds(Unit, st.text("0123", max_size=4), st.text("区局 12", max_size=5))


@given(UNITS, st.text("0123区局 ", min_size=1, max_size=2), st.text("12区x ", max_size=3))
def test_a_unit_becomes_what_the_preview_shows(unit: Unit, old: str, new: str) -> None:
    document = Document(projects=(Project(unit=unit),))
    query = Query(old)
    found = [each.written for each in find(query, texts_of(document))]
    changed = replacement(FORM, document, query, new, {each.place for each in found})
    for written in found:
        shown = replaced_text(FORM, written, query, new)
        after = changed.apply(document) if changed else document
        assert after.projects[0].unit.printed == shown


@pytest.mark.parametrize(
    ("unit", "old", "new", "becomes"),
    [
        (Unit("315", "2024办公室"), "办公室", "中心", Unit("315", "2024中心")),
        (Unit("", "2024办公室"), "办公室", "中心", Unit("", "2024中心")),
        (Unit("315001", "本级"), "315", "316", Unit("316001", "本级")),
        (Unit("315001", "本级"), "001本", "002下", Unit("315002", "下级")),
        (Unit("315001", " 本级 "), "本", "上", Unit("315001", " 上级 ")),
    ],
)
def test_a_unit_is_parted_where_it_was(unit: Unit, old: str, new: str, becomes: Unit) -> None:
    document = Document(projects=(Project(unit=unit),))
    place = Place(document.projects[0].id, "unit")
    changed = replacement(FORM, document, Query(old), new, {place})
    assert changed is not None
    assert changed.apply(document).projects[0].unit == becomes
