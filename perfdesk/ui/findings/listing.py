"""The findings of a project, a document or everything as rows, made anew only where they differ."""

from collections import Counter
from time import perf_counter
from typing import NamedTuple

from perfdesk.models.document import Document
from perfdesk.models.project import Project
from perfdesk.models.review.counts import answer_to
from perfdesk.models.review.finding import Finding
from perfdesk.models.sheet import Place
from perfdesk.models.statement import Statement
from perfdesk.ui.findings.choice import Reach
from perfdesk.ui.findings.finding_row import FindingRow, Key
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.session import Session


class Here(NamedTuple):
    """Where in the workspace one is; `project_id` is None outside a project, empty in part one."""

    document_id: str = ""
    project_id: str | None = None


class _Known(NamedTuple):
    document: Document
    findings: tuple[Finding, ...]
    rows: list[FindingRow]


_NOTHING = _Known(Document(), (), [])


class Listing:
    """Makes rows of what the inspector knows; those of findings that stay, stay the same.

    Of everything, `rows` lists what has been made by `make_more`, so that nobody waits for it.
    """

    def __init__(self, session: Session, inspector: Inspector) -> None:
        self._session = session
        self._inspector = inspector
        self._known: dict[str, _Known] = {}

    def rows(self, reach: Reach, here: Here) -> list[FindingRow]:
        """Return the findings within reach, worst first, then in the order of the form."""
        if reach is Reach.WORKSPACE:
            made = (self._known.get(each.id, _NOTHING) for each in self._session.outlines)
            every = [row for known in made for row in known.rows]
            every.sort(key=lambda row: row.rank)
            return every
        if not here.document_id:
            return []
        rows = self.of(here.document_id)
        if reach is Reach.PROJECT and here.project_id is not None:
            return [row for row in rows if row.finding.project_id == here.project_id]
        return rows

    def make_more(self, seconds: float) -> bool:
        """Make rows of documents whose findings are news, for so long; tell whether that is all."""
        end = perf_counter() + seconds
        for each in self._session.outlines:
            if not self._is_known(each.id):
                if perf_counter() > end:
                    return False
                self.of(each.id)
        return True

    def is_whole(self, document_id: str) -> bool:
        """Whether a document has been judged, so that nothing listed means nothing found."""
        return self._inspector.has_judged(document_id)

    def of(self, document_id: str) -> list[FindingRow]:
        """Return the findings of a document."""
        if not self._is_known(document_id):
            findings = self._inspector.findings(document_id)
            before = self._known.get(document_id, _NOTHING).rows
            document = self._session.document(document_id) if findings else _NOTHING.document
            rows = self._renewed(document, findings, before) if findings else []
            self._known[document_id] = _Known(document, findings, rows)
        return self._known[document_id].rows

    def _is_known(self, document_id: str) -> bool:
        known = self._known.get(document_id)
        if known is None or known.findings is not self._inspector.findings(document_id):
            return False
        return not known.findings or known.document is self._session.document(document_id)

    def _renewed(
        self, document: Document, findings: tuple[Finding, ...], before: list[FindingRow]
    ) -> list[FindingRow]:
        standing = {row.key: row for row in before}
        parts: dict[str, Project | Statement] = {each.id: each for each in document.projects}
        parts[""] = document.statement
        home = document, self._session.form(document.id)
        times: Counter[tuple[str, Place]] = Counter()
        rows = []
        for finding in findings:
            part = parts.get(finding.project_id)
            if part is None:
                continue  # its project is gone, and nobody has judged again yet
            number = times[finding.rule, finding.place]
            times[finding.rule, finding.place] += 1
            key = Key(document.id, finding.rule, finding.place, number)
            reason = answer_to(finding, part.reasons)
            row = standing.get(key)
            if (
                row is None
                or row.part is not part
                or (row.finding, row.reason) != (finding, reason)
            ):
                row = FindingRow(key, finding, part, reason, home)
            rows.append(row)
        return rows
