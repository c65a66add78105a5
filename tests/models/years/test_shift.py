import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.models.years.shift import year_moved


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("2024年外贸业务培训经费", "2025年外贸业务培训经费"),
        ("2024外贸业务培训经费", "2025外贸业务培训经费"),
        ("2024年12月31日前", "2025年12月31日前"),
        ("2024-12-31", "2025-12-31"),
        ("2024.12.31", "2025.12.31"),
        ("于2024 年底前完成", "于2025 年底前完成"),
        ("云商务〔2024〕3号", "云商务〔2024〕3号"),
        ("云商务[2024]3号", "云商务[2024]3号"),
        ("《2024年工作要点》要求2024年完成", "《2024年工作要点》要求2025年完成"),
        ("比2023年增长5%", "比2023年增长5%"),
        ("共2024人", "共2024人"),
        ("12024年", "12024年"),
        ("编号20241", "编号20241"),
        ("", ""),
    ],
)
def test_the_budget_year_moves_on(text: str, moved: str) -> None:
    assert year_moved(text, 2024, 2025) == moved


@given(st.text("2024年〔〕《》 .-3x", max_size=30))
def test_moving_back_brings_back(text: str) -> None:
    if "2025" not in text and "2031" not in text:
        assert year_moved(year_moved(text, 2024, 2031), 2031, 2024) == text


@given(st.text(max_size=30))
def test_an_unknown_year_changes_nothing(text: str) -> None:
    assert year_moved(text, 0, 2025) == text
