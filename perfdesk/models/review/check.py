"""Judging: a project by the rules of its rows and its own, a document across its projects."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

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
    return [_finding(each, project.setting.year) for each in _in_project(project)]


def severities_in(project: ProjectFacts) -> list[Severity]:
    """Return how severe each thing is that `check_project` finds, faster."""
    return [each.severity for each in _in_project(project)]


def check_across(document: DocumentFacts) -> list[Finding]:
    """Return what the rules of documents find, in no order."""
    rules = ((rule, severity, rule.of_document) for rule, severity in document.book.of_documents)
    return [_finding(each, document.setting.year) for each in _by(rules, document, None)]


class _Found(NamedTuple):
    """What a rule found, where it is known how severe that is but nobody has been told yet."""

    rule: Rule
    severity: Severity
    hit: Hit
    row: RowFacts | None
    project: ProjectFacts | None


def _in_project(project: ProjectFacts) -> Iterator[_Found]:
    book, rows = project.setting.book, project.live
    for rule, severity in book.of_rows:
        # Most rules find nothing, so that is what must go fast.
        hits = [*map(rule.of_row, rows)]  # type: ignore[arg-type]  # of_rows are those that have it
        if any(hits):
            for row, hit in zip(rows, hits, strict=True):
                if hit:
                    yield _Found(rule, hit.severity or severity, hit, row, project)
    yield from _by(((r, s, r.of_project) for r, s in book.of_projects), project, project)


def _by(
    rules: Iterable[tuple[Rule, Severity, Callable[[Judged], Iterable[Hit]] | None]],
    judged: Judged,
    project: ProjectFacts | None,
) -> Iterator[_Found]:
    for rule, severity, judge in rules:
        for hit in judge(judged) if judge else ():
            owner = hit.row.project if hit.row else hit.project or project
            yield _Found(rule, hit.severity or severity, hit, hit.row, owner)


def _finding(found: _Found, year: int) -> Finding:
    rule, severity, hit, row, project = found
    project_id = project.project.id if project else ""
    sentence, fix = _shown(hit)
    facts = facts_in(sentence, year)
    if row:
        place, subject = Place(row.indicator.id, hit.field), f"{row.level2}·{row.name}"
    else:
        place, subject = Place(hit.row_id or project_id, hit.field), hit.field
    return Finding(rule.id, severity, project_id, place, sentence, subject, facts, fix)


def _shown(hit: Hit) -> tuple[str, Fix | None]:
    fix = hit.fix and Fix(one_line(hit.fix.label), hit.fix.change)
    return one_line(hit.sentence), fix
