"""All that was found in one document: by project and by cell, counted, kept up edit by edit."""

from collections.abc import Iterable, Mapping

from perfdesk.models.document import Document
from perfdesk.models.project import Project
from perfdesk.models.reason import Reason
from perfdesk.models.review.counts import Counts, count
from perfdesk.models.review.finding import Finding, cell_field
from perfdesk.models.review.order import in_order, position
from perfdesk.models.sheet import Place

STATEMENT = ""
"""Stands for part one where findings are asked for by project."""

Own = Mapping[str, tuple[Project, tuple[Finding, ...]]]
"""By project id: a project, and what can be found in it without looking at the others."""


class Verdict:
    """The findings of one document; one thread at a time may use it.

    What a project shows by itself (`put_own`) is told apart from what shows only across projects
    (`put_across`), as the one is found at once after an edit and the other some time later.
    """

    __slots__ = (
        "_across",
        "_cells",
        "_counts",
        "_found",
        "_ordered",
        "_own",
        "_unjudged",
        "document",
    )

    def __init__(self, document: Document) -> None:
        self.document = document
        self._own: dict[str, tuple[Project, tuple[Finding, ...]]] = {}
        self._unjudged = {each.id for each in document.projects}
        self._across: dict[str, tuple[Finding, ...]] = {}
        self._found: dict[str, tuple[Finding, ...]] = {}
        self._cells: dict[Place, tuple[Finding, ...]] = {}
        self._counts: dict[str | None, Counts] = {}
        self._ordered: tuple[Finding, ...] | None = None

    @property
    def own(self) -> Own:
        """The projects that have been judged, each with what it shows by itself."""
        return self._own

    @property
    def unjudged(self) -> frozenset[str]:
        """The ids of the projects that have not been judged as they stand now."""
        return frozenset(self._unjudged)

    def expire(self) -> None:
        """Let what was found stand, but take every project for one that is not judged."""
        self._own = {}
        self._unjudged = {each.id for each in self.document.projects}

    # --- what it says

    def findings(self) -> tuple[Finding, ...]:
        """Return everything, worst first, then in the order of the form."""
        if self._ordered is None:
            every = (finding for found in self._found.values() for finding in found)
            self._ordered = in_order(self.document, every)
        return self._ordered

    def of_project(self, project_id: str) -> tuple[Finding, ...]:
        """Return what was found in a project, or in part one, in the same order."""
        return self._found.get(project_id, ())

    def at(self, place: Place) -> tuple[Finding, ...]:
        """Return what was found in the cell that shows a place, worst first."""
        return self._cells.get(_cell(place), ())

    def counts(self, project_id: str | None = None) -> Counts:
        """Count the findings of a project, of part one, or of everything."""
        known = self._counts.get(project_id)
        if known is None:
            if project_id is None:
                known = Counts.of_all(map(self.counts, self._found))
            else:
                known = count(self.of_project(project_id), self._reasons(project_id))
            self._counts[project_id] = known
        return known

    def tally(self) -> dict[str, Counts]:
        """Return the counts of the projects, and of part one, in which anything was found."""
        return {each: counts for each in self._found if any(counts := self.counts(each))}

    def agrees_with(self, other: "Verdict") -> bool:
        """Whether another verdict on the same document says the same, reasons included."""
        return self.findings() == other.findings() and self.tally() == other.tally()

    # --- how it is kept up

    def move_on(self, document: Document) -> bool:
        """Go on to the document after an edit; tell whether that alone changes what is said.

        Projects that are other ones now keep their findings until they are judged; those of
        rows that are gone, go.
        """
        before, self.document = self.document, document
        differs = self._follow_projects(before.projects, document.projects)
        if _setting(before) != _setting(document):
            self.expire()
        if document.statement is not before.statement:
            old, new = before.statement, document.statement
            rows = {STATEMENT, document.id, *(each.id for each in new.subgoals)}
            rows.update(each.id for each in new.safeguards)
            differs |= self._keep_rows(STATEMENT, rows)
            differs |= self._recount(STATEMENT, old.reasons, new.reasons)
        return differs

    def _follow_projects(self, before: tuple[Project, ...], after: tuple[Project, ...]) -> bool:
        """Note which projects are other ones; tell whether any is gone or has moved."""
        if before is after:
            return False
        self._ordered = None
        known = {id(each) for each in before}
        self._unjudged |= {each.id for each in after if id(each) not in known}
        ids = [each.id for each in after]
        if ids == [each.id for each in before]:
            return False
        for gone in {each.id for each in before}.difference(ids):
            self._own.pop(gone, None)
            self._across.pop(gone, None)
            self._unjudged.discard(gone)
            self._replace(gone, ())
        return True

    def put_own(self, project: Project, findings: Iterable[Finding]) -> bool:
        """Take what a project shows by itself now; tell whether that is news."""
        before = self._own.get(project.id)
        self._own[project.id] = (project, tuple(findings))
        self._unjudged.discard(project.id)
        if across := self._across.get(project.id):
            rows = {project.id, *(each.id for each in project.indicators)}
            self._across[project.id] = tuple(e for e in across if e.place.row_id in rows)
        differs = self._renew(project.id)
        return differs | self._recount(
            project.id, before[0].reasons if before else (), project.reasons
        )

    def put_across(self, findings: Iterable[Finding]) -> bool:
        """Take what shows across projects and in part one now; tell whether that is news."""
        grouped: dict[str, list[Finding]] = {}
        for finding in findings:
            grouped.setdefault(finding.project_id, []).append(finding)
        before, self._across = self._across, {key: tuple(each) for key, each in grouped.items()}
        news = [self._renew(each) for each in {*self._across, *before}]
        return any(news)

    def _renew(self, project_id: str) -> bool:
        """Put together what a project shows by itself and across; tell whether that is news."""
        project, own = self._own.get(project_id, (None, ()))
        across = self._across.get(project_id, ())
        if project_id == STATEMENT:
            found = in_order(self.document, across) if across else ()
        elif project is None:
            found = across
        else:
            found = _sorted(project, (*own, *across))
        return self._replace(project_id, found)

    def _replace(self, project_id: str, found: tuple[Finding, ...]) -> bool:
        before = self._found.get(project_id, ())
        if found == before:
            return False
        for finding in before:
            self._cells.pop(_cell(finding.place), None)
        if found:
            self._found[project_id] = found
        else:
            del self._found[project_id]
        for finding in found:
            cell = _cell(finding.place)
            self._cells[cell] = (*self._cells.get(cell, ()), finding)
        self._forget_counts(project_id)
        self._ordered = None
        return True

    def _keep_rows(self, project_id: str, rows: set[str]) -> bool:
        """Let go of the findings of rows that are gone."""
        found = self._found.get(project_id, ())
        standing = tuple(each for each in found if each.place.row_id in rows)
        self._across[project_id] = standing
        return self._replace(project_id, standing)

    def _recount(
        self, project_id: str, before: tuple[Reason, ...], after: tuple[Reason, ...]
    ) -> bool:
        if before == after:
            return False
        self._forget_counts(project_id)
        return True

    def _forget_counts(self, project_id: str) -> None:
        self._counts.pop(project_id, None)
        self._counts.pop(None, None)

    def _reasons(self, project_id: str) -> tuple[Reason, ...]:
        if project_id == STATEMENT:
            return self.document.statement.reasons
        if judged := self._own.get(project_id):
            return judged[0].reasons
        project = self.document.project(project_id)
        return project.reasons if project else ()


def _cell(place: Place) -> Place:
    return Place(place.row_id, cell_field(place.field))


def _setting(document: Document) -> tuple[object, ...]:
    """Return what the judgement of each project depends on besides the project."""
    return document.year, document.department, document.form


def _sorted(project: Project, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    if len(findings) < 2:
        return findings
    at = {each.id: (0, row) for row, each in enumerate(project.indicators)}
    at[project.id] = (0, -1)
    order = sorted(findings, key=lambda e: (e.severity.rank, position(at, e), e.rule))
    return tuple(order)
