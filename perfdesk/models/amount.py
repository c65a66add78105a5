"""Amounts (万元) and percentages: exact numbers read from the texts that people type."""

import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext

_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
# Not Unicode's compatibility forms, which would make 102 of 10².
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def plain_digits(text: str) -> str:
    """Return `text` with full-width digits, letters and signs half-width, blanks trimmed."""
    return text.translate(_HALF_WIDTH).strip()


def number(text: str) -> Decimal | None:
    """Read a decimal number, thousands commas allowed; None when `text` is not one."""
    plain = plain_digits(text)
    return Decimal(plain.replace(",", "")) if _NUMBER.fullmatch(plain) else None


def amount(text: str) -> Decimal | None:
    """Read an amount in 万元, with or without the unit; None when there is none."""
    return number(plain_digits(text).removesuffix("万元"))


def percentage(text: str) -> Decimal | None:
    """Read a percentage, with or without the sign; None when there is none."""
    return number(plain_digits(text).removesuffix("%"))


def total(texts: Iterable[str]) -> Decimal:
    """Add up the amounts that can be read; texts without one count as nothing."""
    return sum((amount(text) or Decimal(0) for text in texts), Decimal(0))


def listed(value: Decimal) -> str:
    """Return an amount as overviews write it: rounded to two decimals, with thousands parted."""
    with localcontext() as context:
        context.rounding = ROUND_HALF_UP
        return f"{value:,.2f}"


def whole_shares(values: Sequence[Decimal]) -> list[int]:
    """Return how many of 100 parts each value is, adding up to 100; all 0 where nothing is.

    What is left after rounding down goes to those that lost most by it.
    """
    whole = sum(values, Decimal(0))
    if not whole:
        return [0] * len(values)
    exact = [100 * value / whole for value in values]
    parts = [int(each) for each in exact]
    by_loss = sorted(range(len(parts)), key=lambda at: parts[at] - exact[at])
    for at in by_loss[: 100 - sum(parts)]:
        parts[at] += 1
    return parts


def printed(value: Decimal) -> str:
    """Return an amount as the forms print it: at least two decimals, no thousands separator."""
    exponent = value.as_tuple().exponent
    decimals = max(2, -exponent) if isinstance(exponent, int) else 2
    return f"{value:.{decimals}f}"
