"""Which worksheet shows which page: by its name, or else by what stands on it."""

from collections.abc import Sequence

from perfdesk.io.excel.parts.grid import Spot
from perfdesk.io.excel.visible.table import Table

_ALIKE = 0.6
_TITLE = Spot(0, 0)


def matched(pages: Sequence[Table], sheets: Sequence[Table]) -> list[int | None]:
    """Return for each worksheet the index of its page, None for one that shows none of them.

    A worksheet that was renamed is known by its title or by most of its texts.
    """
    free = {page.name.casefold(): index for index, page in enumerate(pages)}
    found = [free.pop(sheet.name.casefold(), None) for sheet in sheets]
    left = set(free.values())
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
