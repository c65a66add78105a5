"""审核报告: what was found in a document, as everybody prints it, on paper and on screen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from perfdesk.models.amount import amount, printed
from perfdesk.models.document import Document, year_words
from perfdesk.models.form import Form
from perfdesk.models.project import Project
from perfdesk.models.review.book import RuleBook
from perfdesk.models.review.counts import answer_to
from perfdesk.models.review.finding import Finding, Group, Severity
from perfdesk.models.review.own_settings import own_settings
from perfdesk.models.review.place_words import place_words, project_words
from perfdesk.models.review.registry import all_rules
from perfdesk.models.statement import Statement

LEVELS = "强制：送审前应当改正；提示：应当改正或者写明理由；建议：供完善时参考。"
"""What the three levels ask for, as a report explains it."""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One finding in words; `reason` is what the department answered, `fix` a safe mend.

    `rule` is the rule's id and title. Reason and fix may be empty.
    """

    severity: Severity
    group: Group
    place: str
    sentence: str
    rule: str
    source: str
    reason: str
    fix: str


@dataclass(frozen=True, slots=True)
class Section:
    """What was found in part one or in one project.

    `title` is the project's number and name, `about` its code, unit and amount, `counts` how
    many findings of each level there are.
    """

    title: str
    about: str
    counts: str
    rows: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """How many findings of a level there are in each group, in all, and how many have a reason."""

    label: str
    by_group: tuple[int, ...]
    answered: int

    @property
    def all(self) -> int:
        """In all groups together."""
        return sum(self.by_group)


@dataclass(frozen=True, slots=True)
class Report:
    """A check report: `head` are labels with texts, `totals` one for each level and their sum.

    `clean` names the projects in which nothing was found, `settings` says rule by rule what the
    office judges otherwise than the standard.
    """

    title: str
    head: tuple[tuple[str, str], ...]
    totals: tuple[Total, ...]
    sections: tuple[Section, ...]
    clean: tuple[str, ...]
    settings: tuple[tuple[str, str], ...]


def report_of(
    form: Form, document: Document, findings: Iterable[Finding], book: RuleBook, day: date
) -> Report:
    """Return the report on what was found in a document on a day, in the order it was found."""
    owners: dict[str, Project | Statement] = {each.id: each for each in document.projects}
    owners[""] = document.statement
    found: dict[str, list[ReportRow]] = {}
    for finding in findings:
        row = _row(form, owners[finding.project_id], finding)
        found.setdefault(finding.project_id, []).append(row)
    numbered = [(f"{at}. {project_words(p)}", p) for at, p in enumerate(document.projects, 1)]
    parts = [(project_words(None), "", ""), *((t, _about(p), p.id) for t, p in numbered)]
    sections = tuple(
        Section(title, about, _counts(rows), tuple(rows))
        for title, about, part_id in parts
        if (rows := found.get(part_id))
    )
    year, department = year_words(document.year), document.department
    return Report(
        title=f"{year}{department.name}绩效目标审核报告",
        head=(
            ("部门", f"{department.code}{department.name}" or "（未填写）"),
            ("年度", year or "（未填写）"),
            ("审核日期", f"{day.year}年{day.month}月{day.day}日"),
            ("项目数", f"{len(document.projects)} 个"),
        ),
        totals=tuple(_totals([row for section in sections for row in section.rows])),
        sections=sections,
        clean=tuple(title for title, project in numbered if project.id not in found),
        settings=tuple((_named(each.rule.id), each.words) for each in own_settings(book)),
    )


def _row(form: Form, owner: Project | Statement, finding: Finding) -> ReportRow:
    rule = all_rules()[finding.rule]
    answer = answer_to(finding, owner.reasons)
    return ReportRow(
        finding.severity,
        rule.group,
        place_words(form, owner, finding.place),
        finding.sentence,
        _named(rule.id),
        rule.source,
        answer.text if answer else "",
        finding.fix.label if finding.fix else "",
    )


def _named(rule_id: str) -> str:
    return f"{rule_id} {all_rules()[rule_id].title}"


def _about(project: Project) -> str:
    total = amount(project.budget.total)
    money = "" if total is None else f"{printed(total)} 万元"
    unit = project.unit.code.strip() + project.unit.name.strip()
    return " · ".join(filter(None, (project.code.strip(), unit, money)))


def _counts(rows: Sequence[ReportRow]) -> str:
    levels = [row.severity for row in rows]
    counts = ((severity.word, levels.count(severity)) for severity in Severity)
    return "，".join(f"{word} {count}" for word, count in counts if count)


def _totals(rows: Sequence[ReportRow]) -> Iterator[Total]:
    """Yield the totals of each level, then those of all."""
    for severity in Severity:
        yield _total(severity.word, [row for row in rows if row.severity is severity])
    yield _total("合计", rows)


def _total(label: str, rows: Sequence[ReportRow]) -> Total:
    groups = [row.group for row in rows]
    answered = sum(bool(row.reason) for row in rows)
    return Total(label, tuple(groups.count(group) for group in Group), answered)
