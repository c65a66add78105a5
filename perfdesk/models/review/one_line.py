"""Sentences that quote what was typed, made fit for a list: one line of a readable length."""

import re
import unicodedata

_SHORT = 80
_LONGEST = 240
_LONG_QUOTE = re.compile(r"“([^“”]{39})[^“”]{2,}”")
_BLANKS = re.compile(r" {2,}")
_UNSEEN = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"))


def one_line(sentence: str) -> str:
    """Return a sentence without line breaks and characters that nobody sees, long quotes cut."""
    if len(sentence) <= _SHORT and sentence.isprintable():
        return sentence
    seen = _LONG_QUOTE.sub(r"“\1…”", sentence)
    seen = "".join(" " if unicodedata.category(each) in _UNSEEN else each for each in seen)
    seen = _BLANKS.sub(" ", seen)
    return seen if len(seen) <= _LONGEST else seen[: _LONGEST - 1] + "…"
