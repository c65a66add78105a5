"""Judging: a project by the rules of its rows and its own, a document across its projects."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.project import Project
from perfdesk.models.review.book import RuleBook
from perfdesk.models.review.facts import DocumentFacts, ProjectFacts, RowFacts, Setting
from perfdesk.models.review.finding import Finding, Fix, Severity, facts_in
from perfdesk.models.review.one_line import one_line
from perfdesk.models.review.order import in_order
from perfdesk.models.review.rule import Hit, Rule
from perfdesk.models.sheet import Place

Judged = TypeVar("Judged", ProjectFacts, DocumentFacts)


def check(form: Form, document: Document, book: RuleBook) -> tuple[Finding, ...]:
    """Return all findings of a document, worst first, then in the order of the form."""
    facts = facts_of(form, document, book)
    findings = [finding for project in facts.projects for finding in check_project(project)]
    return in_order(document, [*findings, *check_across(facts)])


def facts_of(form: Form, document: Document, book: RuleBook) -> DocumentFacts:
    """Return a document as rules see it."""
    setting = Setting(form, book, document.year, document.department)
    projects = tuple(ProjectFacts(setting, project) for project in document.projects)
    return DocumentFacts(setting, document, projects)


def check_one(form: Form, document: Document, project: Project, book: RuleBook) -> list[Finding]:
    """Return what can be found in one project without looking at the others, in no order."""
    setting = Setting(form, book, document.year, document.department)
    return check_project(ProjectFacts(setting, project))


def check_project(project: ProjectFacts) -> list[Finding]:
    """Return what the rules of rows and of projects find in a project, in no order."""
    book = project.setting.book
    found: list[Finding] = []
    rows = project.live
    for rule, severity in book.of_rows:
        # Most rules find nothing, so that is what must go fast.
        hits = [*map(rule.of_row, rows)]  # type: ignore[arg-type]  # of_rows are those that have it
        if any(hits):
            pairs = zip(rows, hits, strict=True)
            found += [_of_row(rule, severity, row, hit) for row, hit in pairs if hit]
    found += _found(project, ((r, s, r.of_project) for r, s in book.of_projects), project)
    return found


def check_across(document: DocumentFacts) -> list[Finding]:
    """Return what the rules of documents find, in no order."""
    rules = ((rule, severity, rule.of_document) for rule, severity in document.book.of_documents)
    return list(_found(document, rules, None))


def _found(
    judged: Judged,
    rules: Iterable[tuple[Rule, Severity, Callable[[Judged], Iterable[Hit]] | None]],
    project: ProjectFacts | None,
) -> Iterator[Finding]:
    year = judged.setting.year
    for rule, severity, judge in rules:
        for hit in judge(judged) if judge else ():
            owner = hit.row.project if hit.row else hit.project or project
            if hit.row:
                yield _of_row(rule, severity, hit.row, hit)
            else:
                yield _of_head(rule, severity, owner, hit, year)


def _of_row(rule: Rule, severity: Severity, row: RowFacts, hit: Hit) -> Finding:
    sentence, fix = _shown(hit)
    facts = facts_in(sentence, row.project.setting.year)
    place = Place(row.indicator.id, hit.field)
    subject = f"{row.level2}·{row.name}"
    project_id = row.project.project.id
    severity = hit.severity or severity
    return Finding(rule.id, severity, project_id, place, sentence, subject, facts, fix)


def _of_head(
    rule: Rule, severity: Severity, project: ProjectFacts | None, hit: Hit, year: int
) -> Finding:
    sentence, fix = _shown(hit)
    project_id = project.project.id if project else ""
    place = Place(hit.row_id or project_id, hit.field)
    facts = facts_in(sentence, year)
    severity = hit.severity or severity
    return Finding(rule.id, severity, project_id, place, sentence, hit.field, facts, fix)


def _shown(hit: Hit) -> tuple[str, Fix | None]:
    fix = hit.fix and Fix(one_line(hit.fix.label), hit.fix.change)
    return one_line(hit.sentence), fix
