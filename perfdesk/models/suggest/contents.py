"""Suggests what could stand in a cell beside an indicator's name: what stood there before."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Literal

from perfdesk.models.project import Indicator
from perfdesk.models.suggest.past import Known
from perfdesk.models.suggest.query import Match, Query
from perfdesk.models.suggest.suggester import Question, Suggester
from perfdesk.models.suggest.suggestion import Source, Suggestion, from_library, from_use
from perfdesk.models.value import IndicatorValue
from perfdesk.models.years.shift import year_moved

CellField = Literal["description", "value", "basis"]

_LATEST = 60
_THIS_ROW, _THIS_PROJECT, _ELSEWHERE, _NOWHERE = range(4)


def contents(
    suggester: Suggester, question: Question, row: Indicator, field: CellField, most: int = 8
) -> tuple[Suggestion, ...]:
    """Return what could be meant in a cell of a row; `question.text` is typed into that cell.

    It is what the same indicator had in this project's past, in other projects and in the
    library; for the basis also what other rows of this project rest on. Each content comes
    once, with `used` for how often it was found: the nearest first, then the most frequent.
    """
    query = Query(question.text)
    counts: Counter[str] = Counter()
    nearest: dict[str, tuple[int, Suggestion]] = {}
    for distance, offer in _offers(suggester, question, row, field):
        text = _text(offer, field)
        counts[text] += distance is not _NOWHERE
        nearest.setdefault(text, (distance, offer))
    fitting = [
        text for text in nearest if text and query.match(text, suggester.readings) is not Match.NONE
    ]
    fitting.sort(key=lambda text: (nearest[text][0], -counts[text]))
    return tuple(replace(nearest[text][1], used=counts[text]) for text in fitting[:most])


def _offers(
    suggester: Suggester, question: Question, row: Indicator, field: CellField
) -> Iterator[tuple[int, Suggestion]]:
    """Yield every row that may say something, the nearest first, with how near it is."""
    history, project = suggester.history, question.project
    level, name = suggester.levels.level(row.level2), row.name.strip()
    known = history.known(level, name)
    past = history.same_project(project, question.year)[:1]
    before = [use for each in past for use in each.uses()]
    then = _known_then(suggester, question, row, past[0].year) if past else None
    for use in before:
        if use.known is then:
            yield _THIS_ROW, from_use(Source.LAST_YEAR, use, 0)
    if field == "basis":
        own = history.project(project.id)
        for use in own.uses() if own else ():
            if use.known is not known:
                yield _THIS_PROJECT, from_use(Source.OFFICE, use, 0)
        for use in before:
            if use.known is not then:
                yield _THIS_PROJECT, from_use(Source.LAST_YEAR, use, 0)
    ours = {project.id, *(each.id for each in past)}
    others = (use for use in known.latest_uses() if use.project.id not in ours) if known else ()
    for use in islice(others, _LATEST):
        yield _ELSEWHERE, from_use(Source.OFFICE, use, 0)
    if entry := suggester.bookshelf.entry(level, name):
        yield _NOWHERE, from_library(entry, project.budget.total)


def _text(offer: Suggestion, field: CellField) -> str:
    if field == "value":
        return offer.value.text
    return (offer.description if field == "description" else offer.basis).strip()


def earlier_values(
    suggester: Suggester, question: Question, row: Indicator
) -> tuple[tuple[int, IndicatorValue], ...]:
    """Return what a row's indicator was in the same project before: 上年值, 前年值 and so on."""
    values: dict[int, IndicatorValue] = {}
    for past in suggester.history.same_project(question.project, question.year):
        then = _known_then(suggester, question, row, past.year)
        for use in past.uses():
            if use.known is then and (value := use.cells.value).text:
                values.setdefault(past.year, value)
    return tuple(values.items())


def _known_then(
    suggester: Suggester, question: Question, row: Indicator, year: int
) -> Known | None:
    """Return what is known of a row's indicator under the name that it had in another year."""
    name = year_moved(row.name.strip(), question.year, year)
    return suggester.history.known(suggester.levels.level(row.level2), name)
