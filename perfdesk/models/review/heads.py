"""The head of an indicator's name: the last verb or noun before the words of measure.

The head says which way an indicator is to go, whatever else its name speaks of: more is wanted
of 案件结案率, less of 案件发生数. `resources/words/heads.toml` has the words.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from perfdesk.models.review.words import Words

MORE, LESS, EITHER, UNKNOWN = "more", "less", "either", ""

_WANTED = {
    **dict.fromkeys(("done", "finished", "gained"), MORE),
    **dict.fromkeys(("unwelcome", "occurring", "slow"), LESS),
    "either": EITHER,
}
_KINDS = (*_WANTED, "fall", "rise")
_BEHIND = re.compile(r"(?:[（(][^（）()]*[)）]|[\s%％*＊★。；;、，≥≤])+$")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a name: its kind as `heads.toml` has it, empty where no word fits.

    `before` is what stands before it, `turned` says that 不 or its like does. `measured` says
    that a word of measure follows (率, 数量), `elapsed` that it is one of time (时间, 天数).
    """

    word: str = ""
    kind: str = ""
    before: str = ""
    turned: bool = False
    measured: bool = False
    elapsed: bool = False


@lru_cache(maxsize=8192)
def head_of(words: Words, name: str) -> Head:
    """Return the head of a name; the longest word that fits counts."""
    stem = _BEHIND.sub("", name)
    measured = elapsed = False
    ends = _ends(words)
    while stem:
        if word := ends.head_at_end(stem):
            before = stem.removesuffix(word)
            turned = ends.negation.search(before) is not None
            return Head(word, ends.kinds[word], before, turned, measured, elapsed)
        measure = ends.measure_at_end(stem)
        if not measure:
            break
        stem = stem.removesuffix(measure)
        measured, elapsed = True, elapsed or measure in words.heads.words("elapsed")
    return Head(before=stem, measured=measured, elapsed=elapsed)


@lru_cache(maxsize=8192)
def leaning(words: Words, name: str) -> str:
    """Return which way a name says it shall go: MORE, LESS, EITHER, UNKNOWN without a head.

    Rates and numbers are meant; how long something takes is not known before its unit is.
    """
    head = head_of(words, name)
    if head.kind == "fall":
        return LESS if _is_welcome(words, head.before) else MORE
    if head.kind == "rise":
        return leaning(words, head.before) or MORE
    wanted = _WANTED.get(head.kind, UNKNOWN)
    if head.turned:
        return LESS if wanted == MORE else EITHER
    return EITHER if head.kind == "unwelcome" and _is_handled(words, name, head) else wanted


def speaks_of_the_unwelcome(words: Words, name: str) -> bool:
    """Whether anything in a name, head or not, is something that should not be."""
    return _anywhere(words.heads.words("unwelcome")).search(name) is not None


def _is_welcome(words: Words, name: str) -> bool:
    """Tell whether what falls should not, as in 产量下降率; 审计 in 审计核减率 does not fall."""
    head = head_of(words, name)
    counts = head.kind == "gained" or (head.kind in ("done", "finished") and head.measured)
    return counts and leaning(words, name) == MORE


def _is_handled(words: Words, name: str, head: Head) -> bool:
    """Tell whether a name speaks of what is done about the unwelcome: 处置突发事件次数.

    Of names of rates it is so only where they begin with making it less, as in 降低事故率.
    """
    if _BEHIND.sub("", name).endswith("率"):
        return _anywhere(words.heads.words("curbing")).match(head.before) is not None
    return _anywhere(words.heads.words("handling")).search(head.before) is not None


class _Ends:
    """Words by what they mean, found at the end of a text, the longest first."""

    def __init__(self, words: Words) -> None:
        heads = words.heads
        self.kinds = {word: kind for kind in _KINDS for word in heads.words(kind)}
        self._measures = {*heads.words("measure"), *heads.words("elapsed")}
        self._longest = max(map(len, (*self.kinds, *self._measures)), default=0)
        no, manner = (_anywhere(heads.words(kind)).pattern for kind in ("negation", "manner"))
        self.negation = re.compile(f"(?:{no})(?:{manner})?$")

    def head_at_end(self, stem: str) -> str:
        """Return the longest head that a text ends with, or nothing."""
        return next((tail for tail in self._tails(stem) if tail in self.kinds), "")

    def measure_at_end(self, stem: str) -> str:
        """Return the longest word of measure that a text ends with, or nothing."""
        return next((tail for tail in self._tails(stem) if tail in self._measures), "")

    def _tails(self, stem: str) -> list[str]:
        return [stem[-length:] for length in range(min(self._longest, len(stem)), 0, -1)]


@lru_cache
def _ends(words: Words) -> _Ends:
    return _Ends(words)


@lru_cache
def _anywhere(listed: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, listed)) or "(?!)")
