"""What is looked for, and where in a text it stands."""

import re
from dataclasses import dataclass
from functools import cached_property

from perfdesk.models.amount import plain_digits


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
        searched = text if self.exactly else _plain(text)
        found = [match.span() for match in self._pattern.finditer(searched)]
        if self.whole and found != [(0, len(text))]:
            return []
        return found

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
        return re.compile(re.escape(self.text if self.exactly else _plain(self.text)))


def _plain(text: str) -> str:
    """Return a text in half-width small letters, character for character."""
    half = text.translate(_HALF_WIDTH)
    small = half.lower()
    return small if len(small) == len(half) else half


_HALF_WIDTH = {code: plain_digits(chr(code)) for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}
