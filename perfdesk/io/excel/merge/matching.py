"""Which worksheet shows which page: by its name, or else by what stands on it."""

from collections.abc import Sequence

from perfdesk.io.excel.embedded import Drawn, fingerprint
from perfdesk.io.excel.parts.grid import Spot
from perfdesk.io.excel.visible.table import Table

_ALIKE = 0.6
_TITLE = Spot(0, 0)


def matched(drawn: Sequence[Drawn], sheets: Sequence[Table]) -> list[int | None]:
    """Return for each worksheet the index of the one it was drawn as, None where that is unknown.

    One that was renamed is known as long as nothing else was changed in it.
    """
    free = {each.name.casefold(): index for index, each in enumerate(drawn)}
    found = [free.pop(sheet.name.casefold(), None) for sheet in sheets]
    unchanged = {drawn[index].fingerprint: index for index in sorted(free.values(), reverse=True)}
    for number, sheet in enumerate(sheets):
        if found[number] is None and unchanged:
            found[number] = unchanged.pop(fingerprint(sheet.texts), None)
    return found


def matched_by_content(
    pages: Sequence[Table], sheets: Sequence[Table], found: list[int | None]
) -> list[int | None]:
    """Return what `matched` found, and the page of every other sheet that has most of its texts."""
    found = list(found)
    left = set(range(len(pages))) - set(found)
    titles = {pages[index].texts.get(_TITLE): index for index in sorted(left, reverse=True)}
    for number, sheet in enumerate(sheets):
        if found[number] is None and left:
            titled = titles.get(sheet.texts.get(_TITLE))
            index = titled if titled in left else most_alike(pages, sheet, sorted(left))
            if index is not None:
                found[number] = index
                left.discard(index)
    return found


def most_alike(pages: Sequence[Table], sheet: Table, candidates: Sequence[int]) -> int | None:
    """Return the page that shares most texts with a worksheet, None where none shares many."""
    texts = set(sheet.texts.values())
    best = max(candidates, key=lambda index: _likeness(pages[index], texts), default=None)
    return best if best is not None and _likeness(pages[best], texts) >= _ALIKE else None


def _likeness(page: Table, texts: set[str]) -> float:
    own = set(page.texts.values())
    return len(own & texts) / max(1, len(own), len(texts))
