"""项目编码: the 21 characters that name a budget project, and their check character.

Source: worked out from published codes of one region (prefix 130209, 9th character P); it
held for every one seen. Elsewhere only length and characters are known, so a wrong check
character is a reason to look again, never a proof.
"""

LENGTH = 21
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
HEBEI_CONSTANT = 30


def check_character(code: str, constant: int = HEBEI_CONSTANT) -> str | None:
    """Return the character that belongs behind the first 20 of `code`, None where unknown.

    With a_i the place of the i-th character in the alphabet it is the one at
    (constant - sum of a_i * 3^i) mod 31. Known only where the 9th character is `P`.
    """
    body = code[: LENGTH - 1]
    if len(body) < LENGTH - 1 or body[8] != "P" or any(each not in ALPHABET for each in body):
        return None
    weighted = sum(ALPHABET.index(each) * pow(3, i, 31) for i, each in enumerate(body))
    return ALPHABET[(constant - weighted) % 31]


def code_year(code: str) -> int | None:
    """Return the budget year in a 21-character code (its 7th and 8th characters), or None."""
    digits = code[6:8]
    if len(code) != LENGTH or not (digits.isascii() and digits.isdigit()):
        return None
    return 2000 + int(digits)
