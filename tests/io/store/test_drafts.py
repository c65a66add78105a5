"""Half-typed texts in the store: exact, apart from the documents, and never in the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.store.drafts import DRAFTS
from perfdesk.io.store.store import Store
from perfdesk.models.document import Content, Department
from perfdesk.models.draft import Draft
from perfdesk.models.sheet import Place
from tests.conftest import ExpectLog
from tests.strategies import long_texts, texts, units, values

CONTENTS: st.SearchStrategy[Content] = st.one_of(
    texts(),
    long_texts(),
    st.lists(texts()).map(tuple),
    units(),
    values(),
    st.integers(0, 3000),
    st.builds(Department, texts(), texts()),
)
KEPT = st.builds(
    Draft, texts(), st.builds(Place, texts(), texts()), CONTENTS, CONTENTS, texts(), at=texts()
)


@given(st.lists(KEPT, max_size=3))
def test_drafts_come_back_as_they_were(common_store: Store, drafts: list[Draft]) -> None:
    common_store.keep_drafts(drafts)
    assert common_store.drafts() == tuple(drafts)
    assert [each.at for each in common_store.drafts()] == [each.at for each in drafts]


def test_a_new_store_has_none(store: Store) -> None:
    assert store.drafts() == ()


@pytest.mark.parametrize("text", ["乱码", "{}", '[{"row": 1}]', "[3]", '[{"content": {"a": 1}}]'])
def test_what_nobody_can_read_does_not_stop_the_program(
    store: Store, expect_log: ExpectLog, text: str
) -> None:
    if text != "{}":
        expect_log("drafts that cannot be read")
    store.remember(DRAFTS, text)
    assert store.drafts() == ()
