"""Which hit comes next, from where one is."""

from collections.abc import Sequence

from perfdesk.models.document import Document
from perfdesk.models.review.finding import cell_field
from perfdesk.models.review.order import place_position, positions
from perfdesk.models.sheet import Place
from perfdesk.ui.search.hit import Here, Hit

_BEFORE_ALL = -2


def next_row(
    hits: Sequence[Hit],
    current: int,
    here: Here,
    at: tuple[Document, Place | None] | None,
    *,
    forward: bool,
) -> int:
    """Return the row of the hit to go to, round the end where there is none further on.

    From the `current` row where one is at its cell, else from the place `at` which one is in
    the document that is shown. There must be hits.
    """
    step = 1 if forward else -1
    place = at[1] if at else None
    if at is None or (0 <= current < len(hits) and _shows(hits[current], here, place)):
        return (current + step) % len(hits) if current >= 0 else (0 if forward else -1 % len(hits))
    document = at[0]
    order = positions(document)
    if place:
        here_at = place_position(order, place)
    else:
        project = order.get(here.project_id or "", (-1, 0))[0]
        here_at = (project, _BEFORE_ALL, 0, 0)
    own = [row for row, hit in enumerate(hits) if hit.home.document_id == document.id]
    ways = [(place_position(order, hits[row].written.place), row) for row in own]
    if forward:
        beyond = [row for position, row in ways if position > here_at]
        return beyond[0] if beyond else (own[-1] + 1 if own else 0) % len(hits)
    beyond = [row for position, row in ways if position < here_at]
    return beyond[-1] if beyond else ((own[0] if own else 0) - 1) % len(hits)


def _shows(hit: Hit, here: Here, place: Place | None) -> bool:
    """Whether one is at the cell of a hit."""
    if place is None or hit.home.document_id != here.document_id:
        return False
    found = hit.written.place
    return (found.row_id, cell_field(found.field)) == (place.row_id, cell_field(place.field))
