import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.models.code import (
    ALPHABET,
    LENGTH,
    check_character,
    code_year,
    implied_constant,
    is_laid_out,
    plain_code,
)

CHARACTERS = st.sampled_from(ALPHABET)


@st.composite
def codes(draw: st.DrawFn) -> str:
    """An invented code with its check character."""
    region = draw(st.text("0123456789", min_size=6, max_size=6))
    year = draw(st.integers(20, 30))
    rest = draw(st.text(ALPHABET, min_size=11, max_size=11))
    body = f"{region}{year}P{rest}"
    return body + str(check_character(body))


@given(codes())
def test_a_code_ends_in_its_check_character(code: str) -> None:
    assert len(code) == LENGTH
    assert check_character(code) == code[-1]
    assert check_character(code[:-1]) == code[-1]


@given(codes(), st.integers(0, LENGTH - 1), CHARACTERS)
def test_every_single_wrong_character_is_noticed(code: str, at: int, other: str) -> None:
    wrong = code[:at] + other + code[at + 1 :]
    if wrong != code:
        assert check_character(wrong) != wrong[-1]


@given(codes(), st.integers(0, LENGTH - 2))
def test_every_swap_of_neighbours_is_noticed(code: str, at: int) -> None:
    wrong = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    if wrong != code:
        assert check_character(wrong) != wrong[-1]


@given(codes(), st.integers(0, 30).filter(lambda constant: constant != 30))
def test_another_region_may_have_another_constant(code: str, constant: int) -> None:
    assert check_character(code, constant) in set(ALPHABET) - {code[-1]}


@pytest.mark.parametrize(
    "code",
    [
        "",
        "99990125P0000000000",
        "99990125X00000000001",
        "99990125P0000000000I",
        "99990125P0000000000x",
        "99990125Ｐ00000000001",
        "999901250000000000001",
    ],
)
def test_the_check_character_of_another_kind_of_code_is_unknown(code: str) -> None:
    assert check_character(code) is None


@given(codes())
def test_a_code_names_its_year(code: str) -> None:
    assert code_year(code) == 2000 + int(code[6:8])


@pytest.mark.parametrize(
    "code", ["", "25", "9999012", "999901AB" + "0" * 13, "999901２５" + "0" * 13]
)
def test_what_is_no_code_names_no_year(code: str) -> None:
    assert code_year(code) is None


def test_published_codes_end_in_their_check_characters(shared_documents: Path) -> None:
    found = {
        code
        for path in shared_documents.glob("*.txt")
        for code in re.findall(rf"\d{{8}}P[{ALPHABET}]{{12}}", path.read_text(encoding="utf-8"))
    }
    assert len(found) >= 16
    assert [code for code in found if check_character(code) != code[-1]] == []


@given(codes(), st.integers(0, 30))
def test_the_constant_that_a_code_implies_bears_it_out(code: str, constant: int) -> None:
    assert implied_constant(code) == 30
    other = code[:-1] + str(check_character(code, constant))
    assert implied_constant(other) == constant


@pytest.mark.parametrize("code", ["", "9" * 21, "99990125P00000000001", "99990125P00000000001S"])
def test_a_code_without_a_known_check_implies_nothing(code: str) -> None:
    assert implied_constant(code) is None


def test_a_typed_code_is_read_as_it_is_meant() -> None:
    assert plain_code(" 130209 25ｐ0000０ ") == "13020925P00000"


def test_region_and_year_are_known_before_a_letter() -> None:
    assert is_laid_out("34010022T000000423157")
    assert not is_laid_out("340100220000000423157")
    assert not is_laid_out("34010022T0000004231")
