"""Mending what findings name: only what still stands as it was judged, and shown before it is done.

A finding may be older than the document it is mended in, so each is looked for again first.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from perfdesk.models.change import Change, SetField, Together
from perfdesk.models.document import Document, Row
from perfdesk.models.form import Form
from perfdesk.models.project import Indicator, Project
from perfdesk.models.review.book import RuleBook
from perfdesk.models.review.check import check_across, check_one, facts_of
from perfdesk.models.review.finding import Finding
from perfdesk.models.review.registry import all_rules
from perfdesk.models.sheet import Place, edited_text


class Edit(NamedTuple):
    """What a change does to one place: its text before and after."""

    place: Place
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Judge:
    """What findings are looked for again with."""

    form: Form
    book: RuleBook

    def found_again(self, document: Document, finding: Finding) -> Finding | None:
        """Return what the same rule finds at the same place now, or None."""
        across = self._across(document) if _looks_across(finding) else []
        return _alike((*self._alone(document, finding), *across), finding)

    def mends(self, document: Document, findings: Sequence[Finding]) -> tuple[Change, ...]:
        """Return the changes that mend those findings which still stand and say the same mend.

        They are to be made one after the other; a finding that an earlier mend has settled needs
        none.
        """
        across = self._across(document) if any(map(_looks_across, findings)) else []
        changes: list[Change] = []
        for finding in findings:
            found = _alike((*self._alone(document, finding), *across), finding)
            if found and found.fix and finding.fix and found.fix.label == finding.fix.label:
                changes.append(found.fix.change)
                document = found.fix.change.apply(document)
        return tuple(changes)

    def _alone(self, document: Document, finding: Finding) -> Sequence[Finding]:
        project = document.project(finding.project_id)
        return check_one(self.form, document, project, self.book) if project else ()

    def _across(self, document: Document) -> Sequence[Finding]:
        return check_across(facts_of(self.form, document, self.book))


def edits_by(form: Form, document: Document, change: Change) -> tuple[Edit, ...]:
    """Return what a change does to the texts of a document; nothing where it moves rows only."""
    after = change.apply(document)
    places = dict.fromkeys(Place(each.row_id, each.field) for each in _fields_set(change))
    pairs = ((place, _text(form, document, place), _text(form, after, place)) for place in places)
    return tuple(Edit(*pair) for pair in pairs if pair[1] != pair[2])


def _looks_across(finding: Finding) -> bool:
    return all_rules()[finding.rule].of_document is not None


def _fields_set(change: Change) -> Iterator[SetField]:
    if isinstance(change, SetField):
        yield change
    elif isinstance(change, Together):
        for each in change.changes:
            yield from _fields_set(each)


def _text(form: Form, document: Document, place: Place) -> str:
    row = _row(document, place.row_id)
    if isinstance(row, Project | Indicator):
        return edited_text(form, row, place.field)
    content: object = row or document
    for name in place.field.split("."):
        content = getattr(content, name)
    return str(content)


def _row(document: Document, row_id: str) -> Row | None:
    return next((each for each in document.rows() if each.id == row_id), None)


def _alike(findings: Iterable[Finding], wanted: Finding) -> Finding | None:
    key = (wanted.rule, wanted.place)
    return next((each for each in findings if (each.rule, each.place) == key), None)
