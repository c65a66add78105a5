"""Which part of a name is set apart as what was typed."""

import pytest

from perfdesk.io.pinyin import readings
from perfdesk.models.suggest.matched import matched
from perfdesk.models.suggest.query import Query


@pytest.mark.parametrize(
    ("typed", "name", "part"),
    [
        ("合格", "验收合格率", "合格"),
        ("hgl", "验收合格率", "合格率"),
        ("yshgl", "验收合格率", "验收合格率"),
        ("yanshou", "验收合格率", "验收"),
        ("heg", "验收合格率", "合格"),
        ("A4", "打印a4纸数量", "a4"),
        ("zhi", "打印 A4 纸数量", "纸"),
        ("zhishul", "打印 A4 纸数量", "纸数量"),
        ("９０", "90天内到位率", "90"),
        ("changxiao", "长效机制", "长效"),
    ],
)
def test_the_matched_part(typed: str, name: str, part: str) -> None:
    ((start, length),) = matched(Query(typed), name, readings)
    assert name[start : start + length] == part


@pytest.mark.parametrize(
    ("typed", "name", "parts"),
    [
        ("验率", "验收合格率", ["验", "率"]),
        ("jnl", "公交年客运量", ["交年", "量"]),
        ("ysl", "验收合格率", ["验收", "率"]),
        ("njl", "公交年客运量", []),
    ],
)
def test_parts_that_come_in_order(typed: str, name: str, parts: list[str]) -> None:
    spans = matched(Query(typed), name, readings)
    assert [name[start : start + length] for start, length in spans] == parts


@pytest.mark.parametrize(("typed", "name"), [("", "验收合格率"), ("x", "率")])
def test_nothing_to_set_apart(typed: str, name: str) -> None:
    assert matched(Query(typed), name, readings) == ()
