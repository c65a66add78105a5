"""The report on paper: whole, on A4 across, its pages numbered."""

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication

from perfdesk.io.forms import form_named
from perfdesk.io.problem import Problem
from perfdesk.io.rule_book import rule_book
from perfdesk.models.document import Document
from perfdesk.models.review.answer import Answer
from perfdesk.models.review.check import check
from perfdesk.models.review.report import Report, report_of
from perfdesk.ui.findings.report_page import report_html, write_pdf
from tests.models.rules.cases import found
from tests.models.rules.sound import SOUND
from tests.ui.findings.conftest import slipped

FORM = form_named("hebei-2024")
BOOK = rule_book(FORM, {})


def report(document: Document, times: int = 1) -> Report:
    findings = check(FORM, document, BOOK) * times
    return report_of(FORM, document, findings, BOOK, date(2026, 11, 20))


def text_of(document: Document) -> str:
    page = QTextDocument()
    page.setHtml(report_html(report(document)))
    return page.toPlainText()


@pytest.mark.usefixtures("qapp")
def test_it_says_what_was_found_and_what_was_answered() -> None:
    document = slipped()
    warning = found(document, "V08")[0]
    said = text_of(Answer(warning, "合同约定 <甲>").apply(document))
    assert "2025年云溪区商务局绩效目标审核报告" in said
    assert "审核日期：2026年11月20日" in said
    assert warning.sentence in said
    assert "合同约定 <甲>" in said
    assert "1. 2025年外贸业务培训经费" in said
    assert "✕ 强制" in said


@pytest.mark.usefixtures("qapp")
def test_where_nothing_was_found_it_says_so() -> None:
    assert "没有发现问题" in text_of(SOUND)


@pytest.mark.usefixtures("qapp")
def test_the_heads_of_its_tables_come_again_on_each_page() -> None:
    page = QTextDocument()
    page.setHtml(report_html(report(slipped(), times=40)))
    page.setPageSize(QSizeF(900, 400))
    assert page.pageCount() > 2
    tables = [f for f in page.rootFrame().childFrames() if isinstance(f, QTextTable)]
    assert [table.format().headerRowCount() for table in tables] == [1, 2, 2]


@pytest.mark.usefixtures("qapp")
def test_a_pdf_of_a4_across(tmp_path: Path) -> None:
    path = tmp_path / "审核报告.pdf"
    write_pdf(report(slipped(), times=40), path)
    data = path.read_bytes()
    boxes = {tuple(map(round, map(float, box.split()))) for box in _boxes(data)}
    assert boxes == {(0, 0, 842, 595)}
    assert data.count(b"/Type /Page\n") > 2
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def _boxes(data: bytes) -> list[str]:
    return [box.decode() for box in re.findall(rb"/MediaBox \[([^\]]+)\]", data)]


@pytest.mark.usefixtures("qapp")
def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="没有"):
        write_pdf(report(SOUND), tmp_path / "没有" / "报告.pdf")
    assert QApplication.instance() is not None
