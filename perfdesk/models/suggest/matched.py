"""Where in a name lies what was typed, to set it apart on screen."""

from collections.abc import Sequence
from itertools import accumulate, islice, product

from perfdesk.models.suggest.query import Query, Readings, folded

_MOST_SPELLINGS = 16


Spans = tuple[tuple[int, int], ...]
"""Parts of a text: where each begins and how long it is."""


def matched(query: Query, name: str, readings: Readings) -> Spans:
    """Return the parts of a name that match a query: one, or several that come in order."""
    if not query:
        return ()
    folds = [folded(each) for each in name]
    if found := query.in_text.search("".join(folds)):
        return (_span(folds, *found.span()),)
    if not query.latin:
        return _in_order(folds, query.text)
    ways = ([way.capitalize() for way in readings(each)[0]] if each else [""] for each in folds)
    spelled = list(islice(product(*ways), _MOST_SPELLINGS))
    for syllables in spelled:
        if found := query.in_spelling.search("".join(syllables)):
            return (_span(syllables, *found.span()),)
    letters = query.text.upper()
    return next((spans for each in spelled if (spans := _in_order(each, letters))), ())


def _in_order(pieces: Sequence[str], letters: str) -> Spans:
    """Return the pieces that begin with some letters, one after another; nothing unless all do."""
    spans: list[tuple[int, int]] = []
    at = 0
    for letter in letters:
        while at < len(pieces) and not pieces[at].startswith(letter):
            at += 1
        if at == len(pieces):
            return ()
        start, length = spans[-1] if spans else (-1, 0)
        if start + length == at and spans:
            spans[-1] = start, length + 1
        else:
            spans.append((at, 1))
        at += 1
    return tuple(spans)


def _span(pieces: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Return first and number of the pieces that a part of them put together touches."""
    ends = list(accumulate(map(len, pieces)))
    first = next(at for at, each in enumerate(ends) if each > start)
    last = next(at for at, each in enumerate(ends) if each >= end)
    return first, last + 1 - first
