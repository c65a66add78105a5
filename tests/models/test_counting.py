"""The 字数 of texts, as office programs count it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.models.counting import count_words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \n\u3000", 0),
        ("提高应用水平。", 7),
        ("2025年", 2),
        ("合格率≥90%", 4),
        ("GDP增长 5.5%，完成。", 8),
        ("one two，three", 4),
        ("“甲”……", 5),
        ("１２", 2),
        ("a\u200b b", 2),
    ],
)
def test_counted_as_wps_does(text: str, count: int) -> None:
    assert count_words(text) == count


@given(st.text("甲乙，a1% \n", max_size=30), st.text("甲乙，a1% \n", max_size=30))
def test_two_paragraphs_count_as_each_does(one: str, other: str) -> None:
    assert count_words(f"{one}\n{other}") == count_words(one) + count_words(other)
