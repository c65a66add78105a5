"""What a text says beneath its wording, to tell whether two texts say the same."""

import re
from functools import lru_cache

from perfdesk.models.review.words import Words

_YEAR = re.compile(r"20\d\d\s*年?度?")
_NOISE = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def gist(words: Words, text: str) -> str:
    """Return a text without years, blanks, punctuation, and words that add nothing at its ends.

    Those are the kinds `lead_in` (用于, 支付, 按时 …) and `tail` (经费, 工作 …) of the texts.
    Empty where nothing else stands there.
    """
    plain = _NOISE.sub("", _YEAR.sub("", text))
    lead, tail = (words.texts.words(kind) for kind in ("lead_in", "tail"))
    return _ends(lead, tail).sub("", plain)


def says_nothing(words: Words, text: str) -> bool:
    """Whether a text is no more than a sign, or a word that stands for an empty cell."""
    return not _NOISE.sub("", text) or "nothing" in words.texts.kinds_of(text.strip())


def length(text: str) -> int:
    """Return how many characters a text has, not counting blanks and punctuation."""
    return len(_NOISE.sub("", text))


@lru_cache
def _ends(lead: tuple[str, ...], tail: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"^(?:{_either(lead)})+|(?:{_either(tail)})+$")


def _either(listed: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, listed), key=len, reverse=True)) or "(?!)"
