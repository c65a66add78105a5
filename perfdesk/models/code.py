"""项目编码: the 21 characters that name a budget project, and their check character.

Source: worked out from published codes of one region (prefix 130209, 9th character P); it
held for every one seen. Elsewhere only length and characters are known, so a wrong check
character is a reason to look again, never a proof.
"""

from perfdesk.models.amount import plain_digits

LENGTH = 21
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
HEBEI_CONSTANT = 30
_WEIGHTS = tuple(pow(3, i, 31) for i in range(LENGTH - 1))


def plain_code(text: str) -> str:
    """Return a typed code without blanks, half-width and in capitals."""
    return "".join(plain_digits(text).split()).upper()


def is_laid_out(code: str) -> bool:
    """Whether region and year stand in a code where they are known to: before a letter."""
    return len(code) == LENGTH and code[:8].isdigit() and code[8].isalpha() and code.isascii()


def check_character(code: str, constant: int = HEBEI_CONSTANT) -> str | None:
    """Return the character that belongs behind the first 20 of `code`, None where unknown.

    With a_i the place of the i-th character in the alphabet it is the one at
    (constant - sum of a_i * 3^i) mod 31. Known only where the 9th character is `P`.
    """
    weighted = _weighted(code)
    return None if weighted is None else ALPHABET[(constant - weighted) % 31]


def implied_constant(code: str) -> int | None:
    """Return the constant with which a code of 21 characters ends as it should, or None."""
    weighted = _weighted(code)
    if weighted is None or len(code) != LENGTH or code[-1] not in ALPHABET:
        return None
    return (weighted + ALPHABET.index(code[-1])) % 31


def code_year(code: str) -> int | None:
    """Return the budget year in a 21-character code (its 7th and 8th characters), or None."""
    digits = code[6:8]
    if len(code) != LENGTH or not (digits.isascii() and digits.isdigit()):
        return None
    return 2000 + int(digits)


def _weighted(code: str) -> int | None:
    body = code[: LENGTH - 1]
    if len(body) < LENGTH - 1 or body[8] != "P" or any(each not in ALPHABET for each in body):
        return None
    return sum(ALPHABET.index(each) * weight for each, weight in zip(body, _WEIGHTS, strict=True))
