from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.models.amount import amount, number, percentage, plain_digits, printed, total
from tests.strategies import texts

AMOUNTS = st.decimals(-(10**9), 10**9, places=2)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("843.78", "843.78"),
        ("0", "0"),
        ("1,234.50", "1234.50"),
        ("12,345,678", "12345678"),
        (" 43.78 ", "43.78"),
        ("４３．７８", "43.78"),
        ("１，２３４", "1234"),
        ("-5", "-5"),
        ("＋5", "5"),
        ("0012", "12"),
        ("12345678901234567890.12", "12345678901234567890.12"),
    ],
)
def test_a_number_is_read_exactly(text: str, value: str) -> None:
    assert number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "约5",
        "5元",
        "1,23",
        "1,2345",
        ",5",
        ".5",
        "5.",
        "1 000",
        "1e5",
        "NaN",
        "Infinity",
        "1.2.3",
        "--5",
        "½",
        "10²",
        "①",
        "٣",
        "一百",
        "1_000",
        "=1",
    ],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert number(text) is None
    assert amount(text) is None
    assert percentage(text) is None


def test_an_amount_may_carry_its_unit_and_a_percentage_its_sign() -> None:
    assert amount("43.78万元") == Decimal("43.78")
    assert amount("43.78 万元") == Decimal("43.78")
    assert percentage("25%") == percentage("２５％") == percentage("25 %") == Decimal(25)
    assert amount("25%") is None
    assert percentage("25万元") is None
    assert amount("43.78万元万元") is None


@given(AMOUNTS)
def test_an_amount_reads_back_as_it_is_printed(value: Decimal) -> None:
    assert amount(printed(value)) == value
    assert printed(value).partition(".")[2].isdigit()
    assert "," not in printed(value)
    assert "E" not in printed(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("5", "5.00"),
        ("0", "0.00"),
        ("0.5", "0.50"),
        ("3.125", "3.125"),
        ("1E+3", "1000.00"),
        ("12345678901234567890.12", "12345678901234567890.12"),
    ],
)
def test_an_amount_is_printed_with_two_decimals_and_never_rounded(value: str, text: str) -> None:
    assert printed(Decimal(value)) == text


@given(st.lists(AMOUNTS.map(str) | st.just("") | st.just("约5"), max_size=20))
def test_amounts_add_up_without_a_rounding_error(amounts: list[str]) -> None:
    cents = sum(int(Decimal(text) * 100) for text in amounts if text not in ("", "约5"))
    assert total(amounts) * 100 == cents


@given(texts())
def test_no_text_breaks_the_reading(text: str) -> None:
    for value in (number(text), amount(text), percentage(text)):
        assert value is None or value.is_finite()


@given(texts())
def test_plain_digits_are_plain(text: str) -> None:
    plain = plain_digits(text)
    assert plain == plain.strip() == plain_digits(plain)
    assert len(plain) <= len(text)
    assert not any("！" <= character <= "～" for character in plain)
