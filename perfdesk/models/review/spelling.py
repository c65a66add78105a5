"""Probable typing errors: names that are one slip of the hand away from a well-known one."""

from collections.abc import Iterable, Iterator
from functools import cached_property

# Characters that make another right word when they are left out: 项目总成本 and 项目成本.
_FREE = frozenset(
    "总各全新增年月日人数次度性的率等均每单已未无可再多少前后内外上下区县市省量额点者们"
)


class Spelling:
    """What was meant by a name that is not quite one of those that are known.

    Only what hands do is taken for a slip, as names a character apart are mostly both right
    (培训人次, 培训人数): a character typed for one that sounds or looks alike, one left out in a
    way that leaves no word, one typed twice, or two exchanged. `endings` are looked for at the
    end of any name. `alike` are groups of characters.
    """

    def __init__(
        self,
        known: Iterable[str],
        endings: Iterable[str],
        fine: Iterable[str],
        alike: Iterable[str],
    ) -> None:
        self._known = frozenset(known)
        self._endings = frozenset(endings)
        self._fine = frozenset(fine)
        self._alike: dict[str, set[str]] = {}
        for group in alike:
            for character in group:
                self._alike.setdefault(character, set()).update(set(group) - {character})

    def meant_by(self, name: str) -> str:
        """Return the known name that was meant, empty where the name is right or unlike all."""
        if name in self._known or name in self._fine:
            return ""
        if meant := self._slips.get(name):
            return meant
        for length in self._lengths:
            if meant := self._slips_at_end.get(name[-length:]):
                return name[:-length] + meant
        return ""

    @cached_property
    def _slips(self) -> dict[str, str]:
        """Every name that a slip makes of a known one; what two can become is meant as neither."""
        slips: dict[str, str] = {}
        for known in self._known:
            for slip in {*self._mistyped(known), *_shortened(known)}:
                slips[slip] = "" if slips.get(slip, known) != known else known
        return slips

    @cached_property
    def _slips_at_end(self) -> dict[str, str]:
        return {slip: known for known in self._endings for slip in self._mistyped(known)}

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        return tuple(sorted({len(slip) for slip in self._slips_at_end}, reverse=True))

    def _mistyped(self, known: str) -> Iterator[str]:
        for at, character in enumerate(known):
            before, after = known[:at], known[at + 1 :]
            for other in self._alike.get(character, ()):
                yield before + other + after
            yield before + character + character + after
            if after and after[0] != character:
                yield before + after[0] + character + after[1:]


def _shortened(known: str) -> Iterator[str]:
    for at, character in enumerate(known):
        if character not in _FREE or (at == len(known) - 1 and character in "率度"):
            yield known[:at] + known[at + 1 :]
