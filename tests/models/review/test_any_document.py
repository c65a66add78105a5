"""Whatever a document holds, it is judged and reported, and every finding has its place."""

import re
from datetime import date
from typing import Any

from hypothesis import given

from perfdesk.io.forms import form_or_default
from perfdesk.io.interchange import to_plain
from perfdesk.io.rule_book import rule_book
from perfdesk.models.document import Document
from perfdesk.models.review.check import check
from perfdesk.models.review.order import path_of
from perfdesk.models.review.report import report_of
from tests.strategies import documents


def standing_at(plain: Any, place: str) -> Any:  # noqa: ANN401 - anything may stand in the file
    """Return what stands in an interchange file at a path. Raises where there is no such path."""
    for key in re.findall(r"[^.\[\]]+", place):
        plain = plain[int(key) if key.isdigit() else key]
    return plain


@given(documents())
def test_it_is_judged_and_reported(document: Document) -> None:
    form = form_or_default(document.form)
    book = rule_book(form, {})
    findings = check(form, document, book)
    plain = to_plain(document)
    for finding in findings:
        standing_at(plain, path_of(document, finding.place))
    report = report_of(form, document, findings, book, date(2025, 3, 5))
    assert sum(len(section.rows) for section in report.sections) == len(findings)
    assert report.totals[-1].all == len(findings)
    assert len(report.clean) + len(report.sections) in (
        len(document.projects),
        len(document.projects) + 1,
    )
