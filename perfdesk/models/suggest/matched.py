"""Where in a name lies what was typed, to set it apart on screen."""

from itertools import accumulate, islice, product

from perfdesk.models.suggest.query import Query, Readings, folded

_MOST_SPELLINGS = 16


def matched(query: Query, name: str, readings: Readings) -> tuple[int, int] | None:
    """Return where the part of a name begins that matches a query, and how long it is.

    None where its characters merely come in order, or where nothing was typed.
    """
    if not query:
        return None
    folds = [folded(each) for each in name]
    if found := query.in_text.search("".join(folds)):
        return _span(folds, *found.span())
    if not query.latin:
        return None
    ways = ([way.capitalize() for way in readings(each)[0]] if each else [""] for each in folds)
    for syllables in islice(product(*ways), _MOST_SPELLINGS):
        if found := query.in_spelling.search("".join(syllables)):
            return _span(syllables, *found.span())
    return None


def _span(pieces: tuple[str, ...] | list[str], start: int, end: int) -> tuple[int, int]:
    """Return first and number of the pieces that a part of them put together touches."""
    ends = list(accumulate(map(len, pieces)))
    first = next(at for at, each in enumerate(ends) if each > start)
    last = next(at for at, each in enumerate(ends) if each >= end)
    return first, last + 1 - first
