"""What is looked for, and where in a text it stands."""

import re
from dataclasses import dataclass
from functools import cached_property

_FULL = {chr(code - 0xFEE0): chr(code) for code in range(0xFF01, 0xFF5F)} | {" ": "\u3000"}
_HALF = {full: half for half, full in _FULL.items()}


@dataclass(frozen=True)
class Query:
    """A text to be found as it is typed; letters of any case, digits of any width fit.

    `exactly` wants the same case and width, `whole` a cell that says nothing else.
    """

    text: str
    exactly: bool = False
    whole: bool = False

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where in a text the query stands, from the left and not overlapping."""
        if not self.text:
            return []
        found = [match.span() for match in self._pattern.finditer(text)]
        if self.whole and found != [(0, len(text))]:
            return []
        return found

    def may_stand_in(self, texts: str) -> bool:
        """Tell quickly whether any of many texts, one after another, can hold the query."""
        return bool(self.text) and self._pattern.search(texts) is not None

    def replaced(self, text: str, by: str) -> str:
        """Return a text with `by` wherever the query stands in it."""
        parts: list[str] = []
        at = 0
        for start, end in self.spans(text):
            parts += [text[at:start], by]
            at = end
        return "".join((*parts, text[at:]))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        if self.exactly:
            return re.compile(re.escape(self.text))
        return re.compile("".join(map(_of_any_width, self.text)), re.IGNORECASE)


def _of_any_width(character: str) -> str:
    """Return the pattern of a character, half or full as wide."""
    half = _HALF.get(character, character)
    full = _FULL.get(half)
    return f"[{re.escape(half)}{full}]" if full else re.escape(character)
