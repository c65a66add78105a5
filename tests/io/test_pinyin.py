"""How characters are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.pinyin import readings
from perfdesk.models.suggest.query import Query


def test_each_character_has_its_reading() -> None:
    assert readings("验收合格率") == (("yan",), ("shou",), ("he",), ("ge",), ("lv",))


def test_what_is_not_chinese_is_read_as_itself() -> None:
    assert readings("APP3、") == (("a",), ("p",), ("p",), ("3",), ("、",))


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("长效机制", "changxiao"),
        ("家长满意度", "jiazhang"),
        ("重复信访", "cfxf"),
        ("重点工程", "zdgc"),
        ("调查样本", "dcyb"),
        ("调解成功率", "tjcgl"),
        ("银行利率", "yinhang"),
        ("执行率", "zhixing"),
        ("参训率", "cxl"),
        ("会计核算", "kuaiji"),
        ("会议次数", "huiyi"),
        ("畜禽粪污", "chuqin"),
        ("畜牧养殖", "xumu"),
        ("差旅成本", "chailv"),
        ("标的数量", "biaodi"),
        ("校对准确率", "jiaodui"),
        ("校舍面积", "xiaoshe"),
        ("泄露事件", "xielou"),
        ("供给能力", "gongji"),
        ("传记编写", "zhuanji"),
        ("绿化率", "lvhua"),
    ],
)
def test_words_are_found_by_the_reading_that_is_right_in_them(word: str, typed: str) -> None:
    assert Query(typed).match(word, readings)


@given(st.text(max_size=20))
def test_every_character_has_a_reading(text: str) -> None:
    found = readings(text)
    assert len(found) == len(text)
    assert all(way for ways in found for way in ways)


def test_the_table_says_what_the_dictionary_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYPINYIN_NO_PHRASES", "yes")
    from pypinyin import Style, pinyin
    from pypinyin.pinyin_dict import pinyin_dict

    every = "".join(map(chr, pinyin_dict))
    assert len(every) > 40_000
    expected = [pinyin(each, style=Style.NORMAL)[0][0] for each in every]
    assert [ways[0] for ways in readings(every)] == expected
