"""说明: why something that a rule found is right as it stands, told once and found again."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from perfdesk.models.document import Document
from perfdesk.models.project import Project
from perfdesk.models.reason import Reason

if TYPE_CHECKING:  # before the first paint nothing is judged
    from perfdesk.models.review.finding import Finding


def reason_for(finding: "Finding", reasons: Iterable[Reason]) -> Reason | None:
    """Return the reason that answers a finding, or None."""
    key = (finding.rule, finding.subject, finding.facts)
    return next((each for each in reasons if (each.rule, each.subject, each.facts) == key), None)


def with_reason(reasons: tuple[Reason, ...], finding: "Finding", text: str) -> tuple[Reason, ...]:
    """Return the reasons with `text` as the answer to a finding; an empty text takes it away."""
    key = (finding.rule, finding.subject, finding.facts)
    others = tuple(each for each in reasons if (each.rule, each.subject, each.facts) != key)
    return (*others, Reason(*key, text)) if text else others


def earlier_reason(
    finding: "Finding", project: Project | None, earlier: Iterable[Document]
) -> tuple[int, Reason] | None:
    """Return the reason given to the same finding in a past year, and that year; or None.

    The project is the same where code, or unit and name apart from the year, are; None is the
    statement. `earlier` are looked through in the order given.
    """
    for document in earlier:
        for reasons in _reasons_in(document, project):
            if found := reason_for(finding, reasons):
                return document.year, found
    return None


def _reasons_in(document: Document, project: Project | None) -> Iterator[tuple[Reason, ...]]:
    if project is None:
        yield document.statement.reasons
        return
    from perfdesk.models.years.identity import same_project  # late: no part of the start

    for past in document.projects:
        if same_project(past, project):
            yield past.reasons
