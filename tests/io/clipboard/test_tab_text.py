"""Blocks as plain text, the way spreadsheets write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.clipboard.tab_text import from_text, to_text

TEXTS = (
    st.text(st.sampled_from('\t\n"甲乙 1'), max_size=6)
    | st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=6)
    | st.sampled_from(
        ["007", "130209250097591001990", "=1+1", "≥９０％", "\u200b", "𠮷", '""', "\n"]
    )
)
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.tuples(*[TEXTS] * width), min_size=1, max_size=4)
)


@given(TABLES)
def test_what_is_written_reads_back(table: list[tuple[str, ...]]) -> None:
    # One empty cell at the very end is nothing at all, as in every spreadsheet.
    if len(table) > 1 and not any(table[-1]) and len(table[-1]) == 1:
        table = [*table, ("终",)]
    assert from_text(to_text(table)) == tuple(table)


@given(TABLES)
def test_line_ends_of_any_system_and_one_more_at_the_end_say_the_same(
    table: list[tuple[str, ...]],
) -> None:
    text = to_text([*table, ("终",) * len(table[0])])
    expected = (*table, ("终",) * len(table[0]))
    assert from_text(text + "\n") == expected
    assert from_text(text.replace("\n", "\r\n") + "\r\n") == expected


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("甲\t乙\r\n丙\t丁\r\n", (("甲", "乙"), ("丙", "丁"))),
        ('"第一行\n第二行"\t乙\n', (("第一行\n第二行", "乙"),)),
        ('"他说""好"""', (('他说"好"',),)),
        ('"没有关上\t乙', (('"没有关上', "乙"),)),
        ('5"屏幕\t台', (('5"屏幕', "台"),)),
        ("甲\n乙\t丙", (("甲", ""), ("乙", "丙"))),
        ("", (("",),)),
        ("\n", (("",),)),
    ],
)
def test_what_spreadsheets_write_is_read(text: str, table: tuple[tuple[str, ...], ...]) -> None:
    assert from_text(text) == table
