"""The rule by which keystrokes are counted."""

import pytest

from bench.keystrokes import in_spreadsheet
from bench.strokes import keys_for, strokes
from perfdesk.models.project import Budget, Indicator, Project
from perfdesk.models.value import IndicatorValue


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", 0),
        ("培训", len("peixun") + 1),
        ("培训合格率", len("peixunhege") + 1 + len("lv") + 1),
        ("95", 2),
        ("95%", 4),
        ("A4", 3),
        ("，", 1),
        ("《法》", 2 + len("fa") + 1 + 2),
        ("≥95%", 4 + 4),
    ],
)
def test_what_a_text_costs(text: str, keys: int) -> None:
    assert keys_for(text) == keys


def test_a_text_is_typed_piece_by_piece() -> None:
    text = "训后测评80分以上人员，占参加测评人员的比例≥85%"
    assert "".join(stroke.text for stroke in strokes(text)) == text


def test_a_spreadsheet_form_takes_a_move_after_each_cell() -> None:
    row = Indicator("产出指标", "数量指标", "a", "b", IndicatorValue.read("1"), "c")
    project = Project("1", "2", budget=Budget("3", "4", ""), goals=("e", "f"), indicators=(row,))
    cells = 10 + 4 + 1
    typed = 4 + 4 + len("1.e2.f")
    assert in_spreadsheet(project) == cells + typed + len(("Alt", "Enter"))
