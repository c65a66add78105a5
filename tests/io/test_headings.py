"""Headings of other counties' forms: recognised by their words, never by chance."""

import pytest

from perfdesk.io.forms import all_forms, form_named
from perfdesk.io.headings import fields_of, other_labels
from perfdesk.models.form import INDICATOR_FIELDS

OWN = {column.heading: column.field for column in form_named("hebei-2024").grid}


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("一级指标 二级指标 三级指标 绩效指标描述 指标值 指标值确定依据", INDICATOR_FIELDS),
        ("一级指标 二级指标 三级指标 指标解释 目标值 依据", INDICATOR_FIELDS),
        ("一级 二级 指标名称 说明 年度指标值 指标依据", INDICATOR_FIELDS),
        ("目标值 三级指标 设定依据", ("value", "name", "basis")),
        ("一级指标 二级指标 指标内容 指标值", ("level1", "level2", "name", "value")),
        ("三级指标 指标内容 指标值", ("name", "description", "value")),
        ("绩效指标 一级指标 二级指标 三级指标 指标值", ("", "level1", "level2", "name", "value")),
        ("依据 目标值 指标内容", ("basis", "value", "name")),
        ("三级指标 指标值 分值 评分依据", ("name", "value", "", "")),
    ],
)
def test_a_row_of_headings_is_understood(headings: str, fields: tuple[str, ...]) -> None:
    assert fields_of(headings.split(), OWN) == fields


@pytest.mark.parametrize(
    "cells", ["说明 依据 目标", "数量指标 说明 甲", "目标值 说明 其他的话", "指标 名称"]
)
def test_short_words_alone_are_no_headings(cells: str) -> None:
    assert sum(map(bool, fields_of(cells.split(), OWN))) <= 1


def test_every_form_that_is_shipped_is_known_by_its_own_words() -> None:
    for form in all_forms():
        headings = [column.heading for column in form.grid]
        assert fields_of(headings, {}) == tuple(column.field for column in form.grid)


def test_labels_have_other_names() -> None:
    assert "项目代码" in other_labels("项目编码")
    assert other_labels("没有这一栏") == ()
