"""What it costs to type a text: the one rule by which keystrokes are counted, here and elsewhere.

A key counts once, and one more for Shift, Ctrl or Alt held with it. Chinese is typed as office
clerks do, with an input method for full pinyin: the letters of each phrase and one key to choose
it, a phrase being at most four characters long, so that long words cost little. Digits, Latin
letters and punctuation are keys of the keyboard; a symbol that no key has, such as ≥, is four
keys: the input method's table of symbols by its code.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from perfdesk.io.pinyin import readings

_PHRASE = 4
_SYMBOL = 4
_SHIFTED = frozenset('~!@#$%^&*()_+{}|:"<>?ABCDEFGHIJKLMNOPQRSTUVWXYZ：“”《》？！（）')
_PLAIN = frozenset("，。、；")
_PIECES = re.compile(rf"[\u4e00-\u9fff]{{1,{_PHRASE}}}|.")


@dataclass(frozen=True, slots=True)
class Stroke:
    """One thing done to type a piece of a text: `letters` are composed before it is chosen."""

    text: str
    letters: str
    keys: int


def strokes(text: str) -> Iterator[Stroke]:
    """Yield what is done, one after the other, to type a line of text."""
    for piece in _PIECES.findall(text):
        if "\u4e00" <= piece[0] <= "\u9fff":
            letters = "".join(way[0] for way in readings(piece))
            yield Stroke(piece, letters, len(letters) + 1)
        elif piece in _SHIFTED:
            yield Stroke(piece, "", 2)
        elif piece.isascii() or piece in _PLAIN:
            yield Stroke(piece, "", 1)
        else:
            yield Stroke(piece, "", _SYMBOL)


def keys_for(text: str) -> int:
    """Return how many keys are pressed to type a line of text."""
    return sum(stroke.keys for stroke in strokes(text))
