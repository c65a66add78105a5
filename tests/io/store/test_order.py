from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.store.order import STEP, placed

ROWS = st.sampled_from("abcdefghij")
STANDING = st.dictionaries(ROWS, st.integers(-20, 20)).filter(
    lambda standing: len(set(standing.values())) == len(standing)
)


@given(STANDING, st.lists(ROWS, unique=True))
def test_sorting_by_position_gives_the_wanted_order(
    standing: dict[str, int], wanted: list[str]
) -> None:
    positions = {**standing, **placed(standing, wanted)}
    assert sorted(wanted, key=lambda row: positions[row]) == wanted


@given(st.permutations("abcdefghij"), ROWS, st.integers(0, 9))
def test_moving_one_row_writes_one_row(rows: list[str], moved: str, to: int) -> None:
    standing = placed({}, rows)
    wanted = [row for row in rows if row != moved]
    wanted.insert(to, moved)
    assert set(placed(standing, wanted)) <= (
        {moved} if abs(rows.index(moved) - to) > 1 else set("abcdefghij")
    )


@given(st.permutations("abcdefghij"))
def test_an_order_that_stands_writes_nothing(rows: list[str]) -> None:
    assert placed(placed({}, rows), rows) == {}


def test_a_used_up_gap_is_made_wide_again() -> None:
    assert placed({"a": 4, "c": 5}, ["a", "b", "c"]) == {"a": 0, "b": STEP, "c": 2 * STEP}
