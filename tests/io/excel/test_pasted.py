"""Forms and rows with their headings, as they are copied out of other programs."""

from pathlib import Path

import pytest

from perfdesk.io.clipboard.block import Block
from perfdesk.io.clipboard.reading import read_copied
from perfdesk.io.clipboard.stray import Stray
from perfdesk.io.excel.pasted import PastedForm, pasted_form
from perfdesk.io.forms import form_named
from perfdesk.models.project import SpendingPlan, Unit

RECORDS = Path(__file__).parents[2] / "data" / "clipboard"
FORM = form_named("hebei-2024")


def pasted(*rows: str) -> PastedForm | None:
    return pasted_form(FORM, Block(tuple(tuple(row.split("|")) for row in rows)))


@pytest.mark.parametrize("name", ["word-page", "wps-page"])
def test_a_whole_page_is_a_form_with_its_notes_left_over(name: str) -> None:
    copied = read_copied((RECORDS / f"{name}.html").read_bytes().decode(), "")
    assert copied
    found = pasted_form(FORM, copied.page)
    assert found
    project = found.project
    assert (project.code, project.name) == ("13020925P00975910019R", "乡村电商人才培训")
    assert project.unit == Unit("315001", "云溪区商务局本级")
    assert project.plan == SpendingPlan("25", "50", "75", "100")
    assert project.goals == ("培训乡村电商人才，提高经营水平。", "带动农产品网络销售。")
    assert [row.level1 for row in project.indicators] == [
        *["产出指标"] * 3,
        "效益指标",
        "满意度指标",
    ]
    assert found.left_over == (Stray("1、本表一式三份。"), Stray("●培训班次按季度安排。"))


def test_headings_of_other_forms_find_their_columns() -> None:
    found = pasted("一级指标|二级指标|三级指标|目标值|依据|备注", "产出指标|数量指标|甲|≥1次|乙|丙")
    assert found
    assert found.columns == {"level1", "level2", "name", "value", "basis"}
    (row,) = found.project.indicators
    assert (row.name, row.value.text, row.basis) == ("甲", "≥1次", "乙")
    assert found.left_over == (Stray("丙", "第2行“备注”"),)


def test_two_headings_are_enough_where_nothing_else_is_in_their_row() -> None:
    found = pasted("指标值|三级指标", "≥1次|甲", "≥2次|乙")
    assert found
    assert [(row.name, row.value.text) for row in found.project.indicators] == [
        ("甲", "≥1次"),
        ("乙", "≥2次"),
    ]
    assert pasted("指标值|三级指标|甲", "≥1次|乙|丙") is None
    assert pasted("甲|乙", "指标值|三级指标") is None
