"""Many names at once are found as each one by itself."""

from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.pinyin import readings
from perfdesk.models.suggest.names import Names
from perfdesk.models.suggest.query import Match, Query

CHARACTERS = st.sampled_from([*"验收合格率长重调数量APp2 （％）", "\n", "　"])
NAMES = st.lists(st.text(CHARACTERS, max_size=7), max_size=12)
TYPED = st.one_of(
    st.text(CHARACTERS, max_size=4),
    st.text(st.sampled_from("yshglcpzdt2'ü"), min_size=1, max_size=4),
)


def index(*batches: list[str]) -> Names:
    names = Names(readings)
    for batch in batches:
        names.add(batch)
    return names


@given(NAMES, NAMES, TYPED)
def test_all_and_only_those_are_found_that_match(
    first: list[str], second: list[str], typed: str
) -> None:
    query, every = Query(typed), [*first, *second]
    found = index(first, second).find(query, 1000)
    alone = {number: query.match(name, readings) for number, name in enumerate(every)}
    clear = {number: how for number, how in alone.items() if how > Match.IN_ORDER}
    assert {number: how for number, how in found.items() if how > Match.IN_ORDER} == clear
    assert all(alone[number] for number in found)


def test_a_query_of_nothing_finds_the_first_names() -> None:
    names = index(["培训人次", "验收合格率", "完成时间"])
    assert list(names.find(Query(" "), 2)) == [0, 1]


def test_what_comes_first_is_found_first() -> None:
    names = index([f"合格率{number}" for number in range(50)])
    assert list(names.find(Query("合格"), 3)) == [0, 1, 2]


def test_what_has_the_characters_in_order_comes_in_where_there_is_little_else() -> None:
    names = index(["验收合格率", "检验率", "验率"])
    assert names.find(Query("验率"), 10) == {
        0: Match.IN_ORDER,
        1: Match.INSIDE,
        2: Match.WHOLE,
    }
    many = index(["验收合格率", *["验率"] * 20])
    assert 0 not in many.find(Query("验率"), 20)
