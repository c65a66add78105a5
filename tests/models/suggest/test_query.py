"""What finds a name: its text, its pinyin, its initials, and how well."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from perfdesk.io.library import library
from perfdesk.io.pinyin import readings
from perfdesk.models.suggest.query import Match, Query, folded

CHINESE = st.text(
    st.sampled_from("验收合格率长效培训重复调解数量及时满意度第三方评估会计"),
    min_size=1,
    max_size=9,
)
LIBRARY_NAMES = sorted(library().names)


def match(typed: str, name: str) -> Match:
    return Query(typed).match(name, readings)


@pytest.mark.parametrize(
    ("typed", "how"),
    [
        ("验收合格率", Match.WHOLE),
        ("验收", Match.START),
        ("合格", Match.INSIDE),
        ("验率", Match.IN_ORDER),
        ("率验", Match.NONE),
        ("yshgl", Match.WHOLE),
        ("YSHGL", Match.WHOLE),
        ("ｙｓｈｇｌ", Match.WHOLE),
        ("y s h g l", Match.WHOLE),
        ("ysh", Match.START),
        ("hgl", Match.INSIDE),
        ("yhl", Match.IN_ORDER),
        ("lh", Match.NONE),
        ("yanshouhegelv", Match.WHOLE),
        ("yanshouhegelü", Match.WHOLE),
        ("yanshou", Match.START),
        ("yansh", Match.START),
        ("hegelv", Match.INSIDE),
        ("yanshouhgl", Match.WHOLE),
        ("yshouhegl", Match.WHOLE),
        ("yan'shou", Match.START),
        ("anshou", Match.NONE),
        ("yanshuo", Match.NONE),
        ("", Match.IN_ORDER),
        ("验收合格率高", Match.NONE),
        ("(.*", Match.NONE),
    ],
)
def test_how_well_something_typed_matches(typed: str, how: Match) -> None:
    assert match(typed, "验收合格率") is how


@pytest.mark.parametrize("typed", ["app", "APP", "appxzl", "下载", "axzl", "ＡＰＰ"])
def test_letters_in_a_name_are_found_as_they_stand(typed: str) -> None:
    assert match(typed, "APP下载量")


def test_blanks_in_a_name_are_no_hindrance() -> None:
    assert match("验收合格率", " 验收 合格\n率 ") is Match.WHOLE


@given(CHINESE, st.data())
def test_a_name_is_found_by_any_part_of_it(name: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(name) - 1))
    end = data.draw(st.integers(start + 1, len(name)))
    assert match(name[start:end], name) >= Match.INSIDE


@given(CHINESE, st.data())
def test_a_name_is_found_by_some_characters_in_order(name: str, data: st.DataObject) -> None:
    picked = data.draw(st.lists(st.booleans(), min_size=len(name), max_size=len(name)))
    some = "".join(each for each, wanted in zip(name, picked, strict=True) if wanted)
    assert match(some, name) >= Match.IN_ORDER


@given(CHINESE, st.data())
def test_a_name_is_found_by_every_way_of_reading_it(name: str, data: st.DataObject) -> None:
    assume(sum(len(ways) > 1 for ways in readings(name)) <= 4)
    read = [data.draw(st.sampled_from(ways)) for ways in readings(name)]
    assert match("".join(read), name) is Match.WHOLE
    assert match("".join(way[0] for way in read), name) is Match.WHOLE
    cut = [way[: data.draw(st.integers(1, len(way)))] for way in read]
    assert match("".join(cut), name) is Match.WHOLE


@pytest.mark.parametrize("name", LIBRARY_NAMES)
def test_every_name_of_the_library_is_found_by_pinyin(name: str) -> None:
    syllables = [ways[0] for ways in readings(folded(name))]
    assert match("".join(syllables), name) is Match.WHOLE
    assert match("".join(each[0] for each in syllables), name) is Match.WHOLE


@given(st.text(), st.text())
def test_nothing_typed_and_no_name_is_too_odd(typed: str, name: str) -> None:
    assert match(typed, name) in Match
