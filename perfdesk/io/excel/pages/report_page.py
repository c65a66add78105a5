"""The worksheet 审核报告: totals, then what was found project by project.

All that follows the totals is one table, so that its headings fit on every printed page.
"""

from collections.abc import Iterator, Sequence

from perfdesk.io.excel.pages.names import REPORT
from perfdesk.io.excel.pages.page import Extra, Look, Page, PageCell, fitted, page_cell
from perfdesk.models.numbering import numbered
from perfdesk.models.review.finding import Group, Severity
from perfdesk.models.review.report import LEVELS, Report, ReportRow, Section, Total
from perfdesk.models.sheet import Role

WIDTHS = (7.0, 18.0, 18.0, 18.0, 14.0, 26.0, 18.0, 15.0)
_SAFE = 0.94
"""Reports are passed on to offices whose fonts nobody knows; what stands in for 宋体 is wider."""
_WHOLE = len(WIDTHS)
_HEADINGS = ("级别", "位置", "问题", "规则", "依据", "说明", "修改建议")
_SPANS = (1, 1, 2, 1, 1, 1, 1)
_TOTAL_HEADINGS = ("级别", *(group.value for group in Group), "合计", "已有说明")
_TOTAL_SPANS = (1, 1, 1, 1, 1, 1, 2)
_LEVEL_LOOKS: dict[Severity, Look] = {
    Severity.ERROR: Extra.ERROR,
    Severity.WARNING: Extra.WARNING,
    Severity.HINT: Extra.HINT,
}


class _Lines:
    """The rows of the page, one below the other."""

    def __init__(self) -> None:
        self.cells: list[PageCell] = []
        self.count = 0
        self._chapters = 0

    def add(self, texts: Sequence[tuple[Look, str]], spans: Sequence[int] = (_WHOLE,)) -> None:
        """Add a row of cells, each as many columns wide as `spans` says."""
        column = 0
        for (look, text), columns in zip(texts, spans, strict=True):
            self.cells.append(page_cell(self.count, column, look, text, columns=columns))
            column += columns
        self.count += 1

    def chapter(self, title: str) -> None:
        """Add a numbered heading."""
        self._chapters += 1
        self.add([(Extra.SECTION, numbered("一、", self._chapters) + title)])


def report_page(report: Report) -> Page:
    """Lay a check report out on one worksheet."""
    lines = _Lines()
    lines.add([(Role.TITLE, report.title)])
    lines.add([(Role.UNIT, "　　".join(f"{label}：{text}" for label, text in report.head))])
    lines.chapter("汇总")
    lines.add([(Role.HEADING, each) for each in _TOTAL_HEADINGS], _TOTAL_SPANS)
    for total in report.totals:
        lines.add([*_total(total)], _TOTAL_SPANS)
    lines.add([(Extra.NOTE, LEVELS)])
    lines.chapter("审核结果")
    heading_row = lines.count
    lines.add([(Role.HEADING, each) for each in _HEADINGS], _SPANS)
    for section in report.sections:
        lines.add([(Extra.GROUP, _heading(section))])
        for row in section.rows:
            lines.add([*_finding(row)], _SPANS)
    if not report.sections:
        lines.add([(Role.TEXT, "没有发现问题。")])
    if report.sections and report.clean:
        lines.add([(Extra.GROUP, "没有发现问题的项目")])
        lines.add([(Role.TEXT, "\n".join(report.clean))])
    if report.settings:
        lines.add([(Extra.GROUP, "本单位另行设定的规则")])
        for rule, words in report.settings:
            lines.add([*_setting(rule, words)], _SPANS)
    narrow = [width * _SAFE for width in WIDTHS]
    placed, heights, starts = fitted(lines.cells, narrow, lines.count)
    return Page(REPORT, WIDTHS, heights, placed, starts[heading_row], landscape=True)


def _total(total: Total) -> Iterator[tuple[Look, str]]:
    level = next((each for each in Severity if each.word == total.label), None)
    count = Extra.ORDINAL if level else Extra.TOTAL
    yield _LEVEL_LOOKS[level] if level else Extra.TOTAL, total.label
    for number in (*total.by_group, total.all, total.answered):
        yield count, str(number)


def _heading(section: Section) -> str:
    about = f"（{section.about}）" if section.about else ""
    return f"{section.title}{about}　{section.counts}"


def _finding(row: ReportRow) -> Iterator[tuple[Look, str]]:
    yield _LEVEL_LOOKS[row.severity], row.severity.word
    for text in (row.place, row.sentence, row.rule, row.source, row.reason, row.fix):
        yield Role.TEXT, text


def _setting(rule: str, words: str) -> Iterator[tuple[Look, str]]:
    for text in ("", "", words, rule, "本单位的审核设置", "", ""):
        yield Role.TEXT, text
