"""The batch job that judges a file: what a reviewer would write beside it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from perfdesk.app.console import DONE, NOT_ALL_WELL, answer, tell, tell_remarks
from perfdesk.io.files import read_file
from perfdesk.io.forms import form_or_default
from perfdesk.io.report import write_report_file
from perfdesk.io.rule_book import rule_book
from perfdesk.models.document import Document
from perfdesk.models.project import Project
from perfdesk.models.review.check import check
from perfdesk.models.review.finding import Finding, Severity
from perfdesk.models.review.order import path_of
from perfdesk.models.review.own_settings import own_settings
from perfdesk.models.review.registry import all_rules
from perfdesk.models.review.report import Report, ReportRow, report_of


@dataclass(frozen=True, slots=True)
class Wish:
    """What to judge and how to tell it; `form_id` and `year` stand in for what the file says.

    `report` is the file that a check report goes to.
    """

    source: Path
    form_id: str | None
    year: int | None
    as_json: bool
    report: Path | None


def check_file(wish: Wish) -> int:
    """Judge the document in a file and list what was found; return the exit code."""
    source = wish.source
    reading = read_file(source, wish.form_id, wish.year)
    tell_remarks(source, reading.remarks)
    document = reading.document
    form = form_or_default(document.form)
    book = rule_book(form)
    if own := "；".join(f"{each.rule.id} {each.words}" for each in own_settings(book)):
        tell(f"按本单位的审核设置审核：{own}。")
    findings = check(form, document, book)
    report = report_of(form, document, findings, book, datetime.now().astimezone().date())
    if wish.report:
        write_report_file(report, wish.report)
        tell(f"已写入审核报告“{wish.report}”。")
    if wish.as_json:
        plain = [_plain(document, finding) for finding in findings]
        answer(json.dumps(plain, ensure_ascii=False, indent=2) + "\n")
    else:
        answer("".join(f"{line}\n" for line in _lines(report)))
    wrong = any(finding.severity is Severity.ERROR for finding in findings)
    return NOT_ALL_WELL if wrong else DONE


def _plain(document: Document, finding: Finding) -> dict[str, Any]:
    project = document.project(finding.project_id)
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "place": path_of(document, finding.place),
        "project": _called(project) if project else "",
        "message": finding.sentence,
        "source": all_rules()[finding.rule].source,
        "fix": finding.fix.label if finding.fix else "",
    }


def _called(project: Project) -> str:
    return project.code if project.code.strip() else project.name


def _lines(report: Report) -> Iterator[str]:
    """Yield the lines for people: project by project, then how many findings there are."""
    for section in report.sections:
        yield f"{section.title}（{section.about}）" if section.about else section.title
        for row in section.rows:
            yield from _lines_of(row)
        yield ""
    yield _sum(report)


def _lines_of(row: ReportRow) -> Iterator[str]:
    yield f"  {row.severity.word}  {row.place}：{_one_line(row.sentence)}"
    if row.fix:
        yield f"        可改：{_one_line(row.fix)}"
    if row.reason:
        yield f"        说明：{_one_line(row.reason)}"


def _sum(report: Report) -> str:
    *levels, together = report.totals
    if not together.all:
        return "没有发现问题。"
    counts = "，".join(f"{level.label} {level.all} 条" for level in levels)
    answered = f"，其中 {together.answered} 条已有说明" if together.answered else ""
    return f"共 {together.all} 条：{counts}{answered}。"


def _one_line(text: str) -> str:
    return " ".join(text.split())
