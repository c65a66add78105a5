"""Lists written by hand count on when an item goes or comes, and only then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.models.listing import marker
from perfdesk.models.renumbering import renumbered

LIST = "总的要求：|1、甲|2、乙|3、丙"


def after(before: str, edited: str) -> str:
    """The text after an edit and what follows from it, lines parted by bars."""
    lines = edited.split("|")
    for at, sign in renumbered(before.split("|"), lines).items():
        lines[at] = sign.text + lines[at][sign.length :]
    return "|".join(lines)


@pytest.mark.parametrize(
    ("before", "edited", "then"),
    [
        (LIST, "总的要求：|1、甲|3、丙", "总的要求：|1、甲|2、丙"),
        (LIST, "总的要求：|2、乙|3、丙", "总的要求：|1、乙|2、丙"),
        (LIST, "总的要求：|1、甲||3、丙", "总的要求：|1、甲||2、丙"),
        (LIST, "总的要求：|1、甲2、乙|3、丙", "总的要求：|1、甲2、乙|2、丙"),
        (LIST, "总的要求：|3、丙", "总的要求：|1、丙"),
        ("（一）甲|（二）乙|（三）丙", "（一）甲|（三）丙", "（一）甲|（二）丙"),
        ("①甲|② 乙|③丙|④丁", "② 乙|③丙|④丁", "① 乙|②丙|③丁"),
        ("1、甲|  2、 乙", "  2、 乙", "  1、 乙"),
        ("1、甲|（1）子|（2）丑|2、乙", "1、甲|（2）丑|2、乙", "1、甲|（1）丑|2、乙"),
        ("1、甲|（1）子|2、乙|（1）丑", "2、乙|（1）丑", "1、乙|（1）丑"),
        ("1、甲|2、乙|另外：|1、丙|2、丁", "1、甲|2、乙|另外：|2、丁", "1、甲|2、乙|另外：|1、丁"),
        ("5、甲|6、乙|7、丙", "6、乙|7、丙", "5、乙|6、丙"),
        ("1、甲|续行|2、乙|3、丙", "1、甲|续行|3、丙", "1、甲|续行|2、丙"),
        ("1、甲|2、乙", "1、甲|2、新|2、乙", "1、甲|2、新|3、乙"),
        ("1、甲||2、乙", "1、甲|2、|2、乙", "1、甲|2、|3、乙"),
        ("1、甲|2、乙", "1、新|1、甲|2、乙", "1、新|2、甲|3、乙"),
    ],
)
def test_what_stands_below_follows(before: str, edited: str, then: str) -> None:
    assert after(before, edited) == then


@pytest.mark.parametrize(
    ("before", "edited"),
    [
        (LIST, "总的要求：|1、甲|5、乙|3、丙"),
        (LIST, "总的要求：|1、甲|、乙|3、丙"),
        (LIST, "总的要求：|1、甲|2、乙等|3、丙"),
        (LIST, "1、甲|2、乙|3、丙"),
        (LIST, "总的要求：|1、甲|2、乙|3、丙|"),
        ("1、甲|3、乙|5、丙", "1、甲|5、丙"),
        ("1、甲|另外：|1、乙", "1、甲|另外：|再有：|1、丙|另外：|1、乙"),
        ("1、甲|2、乙", "1、甲|9、新|2、乙"),
        ("1.5万元|2、乙", "2、乙"),
    ],
)
def test_what_was_meant_otherwise_stays(before: str, edited: str) -> None:
    assert after(before, edited) == edited


@given(st.integers(1, 12), st.data())
def test_a_list_without_one_item_still_counts_from_its_first_number(
    count: int, data: st.DataObject
) -> None:
    lines = [f"{number}、第{number}条" for number in range(1, count + 1)]
    start = data.draw(st.integers(0, count))
    end = data.draw(st.integers(start, count))
    left = "|".join([*lines[:start], *lines[end:]])
    then = after("|".join(lines), left).split("|") if left else []
    assert [found.number for line in then if (found := marker(line))] == [*range(1, len(then) + 1)]
    assert [line.split("第")[1] for line in then] == [
        line.split("第")[1] for line in (*lines[:start], *lines[end:])
    ]


TEXTS = st.lists(st.sampled_from(["1、甲", "2、乙", "3、丙", "①子", "②丑", "文字", ""]), max_size=7)


@given(TEXTS, TEXTS)
def test_only_numbers_ever_change(before: list[str], edited: list[str]) -> None:
    for at, sign in renumbered(before, edited).items():
        was, now = marker(edited[at]), marker(sign.text)
        assert was is not None
        assert now is not None
        assert now.style == was.style
        assert sign.length == was.length
