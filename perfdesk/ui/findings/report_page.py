"""The check report on paper: A4 across, heads repeated on each page, pages numbered."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from perfdesk.models.review.finding import Group, Severity
from perfdesk.models.review.report import LEVELS, Report, ReportRow, Section, Total
from perfdesk.ui.look import theme
from perfdesk.ui.printing import pdf

_MARGIN_MM = 12.0
_FOOTER_POINTS = 18
_TEXT_PX, _SMALL_PX = 12, 11
_SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "△", Severity.HINT: "○"}
_HEADINGS = (
    ("级别", 7),
    ("位置", 17),
    ("问题", 32),
    ("规则", 15),
    ("依据", 15),
    ("说明", 14),
)
_GAP = '<p style="font-size:5pt">&nbsp;</p>'
_INK = theme.LIGHT  # paper is white, whatever the window's appearance


def report_html(report: Report) -> str:
    """Return the report as rich text."""
    head = "&nbsp;&nbsp;&nbsp;&nbsp; ".join(
        f"{escape(label)}：{escape(text)}" for label, text in report.head
    )
    parts = [
        f'<h2 align="center">{escape(report.title)}</h2>',
        f'<p align="center" style="color:{_INK.soft_ink}">{head}</p>',
        _totals(report.totals),
        f'<p style="color:{_INK.soft_ink}">{escape(LEVELS)}</p>',
        *(_section(each) for each in report.sections),
    ]
    if not report.sections:
        parts.append("<p><b>没有发现问题。</b></p>")
    elif report.clean:
        parts.append(f"<h3>没有发现问题的项目</h3><p>{'<br>'.join(map(escape, report.clean))}</p>")
    if report.settings:
        lines = (f"{escape(rule)}：{escape(words)}" for rule, words in report.settings)
        parts.append(f"<h3>本单位调整的审核规则</h3><p>{'<br>'.join(lines)}</p>")
    # Else it would be as light as a dark window's text.
    return f'<div style="color:{_INK.ink}">{"".join(parts)}</div>'


class _Drawing(NamedTuple):
    title: str
    draw: Callable[[QPrinter], None]


def write_pdf(report: Report, path: Path) -> None:
    """Put the report into a PDF file. Raises Problem where it cannot be written."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    lay_across(printer)
    pdf.write_pdf(_Drawing(report.title, partial(print_report, report)), printer, path)


def lay_across(printer: QPrinter) -> None:
    """Ask for A4 paper, across."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Landscape,
        margins,
        QPageLayout.Unit.Millimeter,
    )
    printer.setPageLayout(layout)


def print_report(report: Report, printer: QPrinter) -> None:
    """Draw the report onto a printer's pages, as wide as its paper."""
    page = printer.pageRect(QPrinter.Unit.DevicePixel)
    footer = _FOOTER_POINTS * printer.logicalDpiY() / 72
    room = QSizeF(page.width(), page.height() - footer)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(printer)
    document.setDefaultFont(theme.font(_TEXT_PX))
    document.setDocumentMargin(0)
    document.setHtml(report_html(report))
    document.setPageSize(room)
    pages = document.pageCount()
    painter = QPainter(printer)
    for number in range(pages):
        if number:
            printer.newPage()
        seen = QRectF(0, number * room.height(), room.width(), room.height())
        painter.save()
        painter.translate(0, -seen.top())
        painter.setClipRect(seen)
        document.drawContents(painter, seen)
        painter.restore()
        painter.setFont(theme.font(_SMALL_PX))
        below = QRectF(0, room.height(), room.width(), footer)
        words = f"第 {number + 1} 页，共 {pages} 页"
        flag = Qt.AlignmentFlag
        painter.drawText(below, flag.AlignHCenter | flag.AlignBottom, words)
    painter.end()


def _totals(totals: Sequence[Total]) -> str:
    headings = ["级别", *(group.value for group in Group), "合计", "已说明"]
    rows = [
        [total.label, *map(str, total.by_group), str(total.all), str(total.answered)]
        for total in totals
    ]
    return _table("", [(each, 100 / len(headings)) for each in headings], rows, align="center")


def _section(section: Section) -> str:
    """Return a table whose title is in its head, so that it stands on every page of it."""
    about = " · ".join(filter(None, (section.about, section.counts)))
    title = (
        f'<tr><td colspan="{len(_HEADINGS)}"><b>{escape(section.title)}</b>'
        f'<br><font color="{_INK.soft_ink}">{escape(about)}</font></td></tr>'
    )
    return _GAP + _table(title, _HEADINGS, map(_cells, section.rows))


def _cells(row: ReportRow) -> list[str]:
    level = f"{_SIGNS[row.severity]} {row.severity.word}"
    return [level, row.place, row.sentence, row.rule, row.source, row.reason]


def _table(
    title: str,
    headings: Sequence[tuple[str, float]],
    rows: Iterable[Sequence[str]],
    align: str = "left",
) -> str:
    heads = (
        f'<th width="{width}%" bgcolor="{_INK.label}" align="{align}">{escape(text)}</th>'
        for text, width in headings
    )
    lines = (
        "<tr>" + "".join(f'<td align="{align}">{_html(cell)}</td>' for cell in row) + "</tr>"
        for row in rows
    )
    return (
        '<table width="100%" border="1" cellspacing="0" cellpadding="4" style="border-collapse:'
        f'collapse; border-style:solid; border-color:{_INK.soft_ink}">'
        f"<thead>{title}<tr>{''.join(heads)}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
    )


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")
