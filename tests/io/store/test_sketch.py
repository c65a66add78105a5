"""A sketch of a store lists the same as its outline, and reads only what is looked at."""

from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.forms import form_named
from perfdesk.io.store.glance import Glance
from perfdesk.io.store.rest import Rest
from perfdesk.io.store.store import Store
from perfdesk.models.blank import blank_document
from perfdesk.models.document import Department, Document
from perfdesk.models.outline import DocumentOutline, ProjectOutline
from perfdesk.models.project import Unit
from tests.strategies import documents


def saved(store: Store, year: int) -> Document:
    unit = Unit("315001", "本级")
    form = form_named("hebei-2024")
    document = blank_document(form, year, Department("315", "商务局"), unit)
    store.save(None, document)
    return document


def sketch(store: Store, document_id: str, asked: list[str]) -> tuple[DocumentOutline, ...]:
    rest = Rest(store.path)

    def others(other_id: str) -> tuple[ProjectOutline, ...]:
        asked.append(other_id)
        return rest.projects(other_id)

    with Glance(store.path) as glance:
        return glance.sketch(document_id, others)


@given(st.lists(documents(), max_size=3))
def test_it_lists_what_the_outline_lists(common_store: Store, filling: list[Document]) -> None:
    for document in filling:
        common_store.save(None, document)
    drawn = sketch(common_store, filling[0].id if filling else "", [])
    assert [each.completeness for each in drawn] == [
        each.completeness for each in common_store.outline()
    ]
    assert drawn == common_store.outline()
    for document in filling:
        common_store.save(document, None)


def test_of_another_document_the_projects_are_read_when_somebody_looks(store: Store) -> None:
    shown, other = saved(store, 2025), saved(store, 2024)
    asked: list[str] = []
    first, second = sketch(store, shown.id, asked)
    assert (first.projects[0].id, first.units) == (shown.projects[0].id, shown.units)
    assert second.completeness.needed > 0
    assert asked == []
    assert [each.id for each in second.projects] == [each.id for each in other.projects]
    assert second.units == other.units
    assert asked == [other.id]


def test_what_is_left_out_is_read_once(store: Store) -> None:
    first, second = saved(store, 2025), saved(store, 2024)
    rest = Rest(store.path)
    assert [each.id for each in rest.projects(first.id)] == [first.projects[0].id]
    store.save(second, None)
    assert [each.id for each in rest.projects(second.id)] == [second.projects[0].id]
    assert rest.projects("nobody's") == ()
