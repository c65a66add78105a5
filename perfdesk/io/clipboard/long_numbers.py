"""Long numbers, such as codes, that a spreadsheet took for amounts: shown as 1.30209E+20."""

import re
from decimal import Decimal, InvalidOperation

_SCIENTIFIC = re.compile(r"[+-]?\d(?:\.\d+)?E\+?\d{1,3}", re.IGNORECASE)
_EXACT_DIGITS = 15


def whole_number(shown: str, number: str) -> str:
    """Return a cell's text with all digits of its number, where they are still known.

    Spreadsheets keep 15 digits; of a longer number what is shown is returned. So is every text
    that shows its number in full. `####` is a column that was too narrow.
    """
    narrow = bool(shown) and not shown.strip("#")
    if not number or not (narrow or is_damaged(shown)):
        return shown
    try:
        value = Decimal(number)
    except InvalidOperation:
        return shown
    if not value.is_finite() or abs(value.adjusted()) >= _EXACT_DIGITS:
        return number if narrow else shown
    return format(value.normalize(), "f")


def is_damaged(text: str) -> bool:
    """Whether a text is a number in scientific notation: its last digits are lost."""
    return _SCIENTIFIC.fullmatch(text.strip()) is not None
