"""Names of projects that are alike."""

from hypothesis import given
from hypothesis import strategies as st

from perfdesk.models.suggest.likeness import LikeNames

NAMES = st.text(st.sampled_from("河道巡查维护经费"), max_size=6)


def names(*every: str) -> LikeNames[str]:
    like = LikeNames[str]()
    for name in every:
        like.add(name, name)
    return like


def test_the_more_pairs_are_shared_the_more_alike() -> None:
    like = names("河道巡查经费", "河道清淤工程", "职工食堂")
    found = like.alike("河道巡查补助")
    assert [name for name, _ in found] == ["河道巡查经费", "河道清淤工程"]
    assert found[0][1] > found[1][1]


def test_what_many_names_have_says_less() -> None:
    like = names("河道经费", "食堂经费", "泵站经费", "河道治理", "防汛经费", "水质经费", "渠道整修")
    assert [name for name, _ in like.alike("河道经费")] == ["河道经费", "河道治理"]


def test_the_same_name_is_wholly_alike() -> None:
    found = dict(names("河道巡查", "水质监测").alike("河道巡查"))
    assert found == {"河道巡查": 1.0}


def test_what_is_gone_is_not_found() -> None:
    like = names("河道巡查", "河道清淤")
    like.remove("河道巡查", "河道巡查")
    assert [name for name, _ in like.alike("河道巡查")] == ["河道清淤"]
    assert list(like.called("河道巡查")) == []


@given(st.lists(NAMES, max_size=8), NAMES)
def test_likeness_is_a_share_and_the_most_alike_comes_first(every: list[str], name: str) -> None:
    found = [likeness for _, likeness in names(*every).alike(name)]
    assert all(0 < likeness <= 1.0001 for likeness in found)
    assert found == sorted(found, reverse=True)
