"""A check report as a workbook: what it says, how it prints, and that it is whole or not there."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from perfdesk.io.excel import says_report
from perfdesk.io.files import read_file
from perfdesk.io.forms import form_named
from perfdesk.io.problem import Problem
from perfdesk.io.report import write_report_file
from perfdesk.io.rule_book import OwnRules, rule_book
from perfdesk.models.document import Document
from perfdesk.models.review.answer import Answer
from perfdesk.models.review.check import check
from perfdesk.models.review.finding import Group, Severity
from perfdesk.models.review.registry import all_rules
from perfdesk.models.review.report import LEVELS, Report, ReportRow, Section, Total, report_of
from tests.models.rules.cases import found
from tests.models.rules.sound import EQUIPMENT, SOUND, TRAINING, with_row
from tests.strategies import long_texts, texts

FORM = form_named("hebei-2024")
OVER = with_row("质量指标", EQUIPMENT, value="≥100%")
"""The sound document with a slip in its second project, which V08 finds and can mend."""


def report(document: Document = OVER, own: OwnRules | None = None) -> Report:
    book = rule_book(FORM, own or {})
    return report_of(FORM, document, check(FORM, document, book), book, date(2025, 3, 5))


def sheet_of(made: Report, folder: Path) -> Worksheet:
    """The worksheet of a report as another program opens it."""
    path = folder / "报告.xlsx"
    write_report_file(made, path)
    (sheet,) = load_workbook(path).worksheets
    return sheet


def rows_of(sheet: Worksheet) -> Iterator[list[object]]:
    """What each row shows, from the left, without the covered parts of merged cells."""
    for row in sheet.iter_rows(values_only=True):
        yield [value for value in row if value is not None]


def test_it_says_who_was_judged_what_was_found_and_where(tmp_path: Path) -> None:
    rows = list(rows_of(sheet_of(report(), tmp_path)))
    title, head, first, headings, *totals = rows[:8]
    assert title == ["2025年云溪区商务局绩效目标审核报告"]
    assert head == [
        "部门：315云溪区商务局　　年度：2025年　　审核日期：2025年3月5日　　项目数：2 个"
    ]
    assert first == ["一、汇总"]
    assert headings == ["级别", "完整性", "相关性", "适当性", "可行性", "合计", "已有说明"]
    assert totals == [
        ["强制", 0, 0, 0, 0, 0, 0],
        ["提示", 0, 0, 1, 0, 1, 0],
        ["建议", 0, 0, 0, 0, 0, 0],
        ["合计", 0, 0, 1, 0, 1, 0],
    ]
    finding, rule = found(OVER, "V08")[0], all_rules()["V08"]
    assert rows[8:] == [
        [LEVELS],
        ["二、审核结果"],
        ["级别", "位置", "问题", "规则", "依据", "说明", "修改建议"],
        [f"2. {EQUIPMENT.name}（{EQUIPMENT.code} · 315001云溪区商务局本级 · 48.60 万元）　提示 1"],
        [
            "提示",
            "指标 2「设备验收合格率」 · 计算符号",
            finding.sentence,
            f"V08 {rule.title}",
            rule.source,
            "改为“100%”",
        ],
        ["没有发现问题的项目"],
        [f"1. {TRAINING.name}"],
    ]


def test_a_reason_stands_in_its_column(tmp_path: Path) -> None:
    (finding,) = found(OVER, "V08")
    answered = Answer(finding, "市局要求这样写").apply(OVER)
    rows = list(rows_of(sheet_of(report(answered), tmp_path)))
    assert rows[12][-2:] == ["市局要求这样写", "改为“100%”"]
    assert rows[5] == ["提示", 0, 0, 1, 0, 1, 1]


def test_where_nothing_was_found_it_says_so(tmp_path: Path) -> None:
    rows = list(rows_of(sheet_of(report(SOUND), tmp_path)))
    assert rows[-1] == ["没有发现问题。"]


def test_what_the_office_judges_otherwise_is_listed_at_the_end(tmp_path: Path) -> None:
    own: OwnRules = {"V08": {"severity": "off"}, "V05": {"unit": 12}}
    rows = list(rows_of(sheet_of(report(OVER, own), tmp_path)))
    assert rows[-3:] == [
        ["本单位另行设定的规则"],
        ["限值另行设定", f"V05 {all_rules()['V05'].title}", "本单位的审核设置"],
        ["已停用", f"V08 {all_rules()['V08'].title}", "本单位的审核设置"],
    ]


def test_it_prints_on_a4_across_with_its_headings_on_every_page(tmp_path: Path) -> None:
    sheet = sheet_of(report(), tmp_path)
    setup = sheet.page_setup
    assert sheet.title == "审核报告"
    assert (setup.paperSize, setup.orientation) == (9, "landscape")
    assert (setup.fitToWidth, setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.center.text == "第&P页 共&N页"
    (heading_row,) = (row[2].row for row in sheet.iter_rows() if row[2].value == "问题")
    assert sheet.print_title_rows == f"${heading_row}:${heading_row}"
    assert sheet.print_area == f"'审核报告'!$A$1:$H${sheet.max_row}"


def test_levels_are_told_apart_by_their_colours_too(tmp_path: Path) -> None:
    sheet = sheet_of(report(), tmp_path)
    inks = {sheet[f"A{row}"].value: sheet[f"A{row}"].font.color.rgb for row in (5, 6, 7)}
    assert list(inks) == ["强制", "提示", "建议"]
    assert len(set(inks.values())) == 3
    assert sheet["A5"].font.bold


def test_nothing_typed_becomes_a_formula(tmp_path: Path) -> None:
    made = report()
    (section,) = made.sections
    row = replace(section.rows[0], place="=1+1", sentence="=SUM(A1:A9)" * 30, reason="+86")
    odd = replace(
        made, title="=1", clean=("=2",), sections=(replace(section, title="@", rows=(row,)),)
    )
    sheet = sheet_of(odd, tmp_path)
    kinds = {cell.data_type for each in sheet.iter_rows() for cell in each}
    assert kinds <= {"s", "n"}


def test_rows_are_as_high_as_their_texts(tmp_path: Path) -> None:
    made = report()
    (section,) = made.sections
    long = "为落实商务工作部署，统筹推进各项任务，" * 10
    row = replace(section.rows[0], reason=long)
    sheet = sheet_of(replace(made, sections=(replace(section, rows=(row,)),)), tmp_path)
    (at,) = (each[6].row for each in sheet.iter_rows() if each[6].value == long)
    # 190 characters, of which a column 18 wide holds no more than 9 in a line.
    assert sheet.row_dimensions[at].height >= 190 / 9 * 13


def severities() -> st.SearchStrategy[Severity]:
    return st.sampled_from(Severity)


@cache
def reports() -> st.SearchStrategy[Report]:
    """Reports with any texts, also such as no cell can show."""
    groups = st.sampled_from(Group)
    rows = st.builds(
        ReportRow, severities(), groups, *(texts() for _ in range(4)), long_texts(), texts()
    )
    sections = st.builds(
        Section, texts(), texts(), texts(), st.lists(rows, min_size=1, max_size=3).map(tuple)
    )
    numbers = st.integers(0, 10_000)
    totals = st.builds(Total, st.sampled_from(("强制", "合计")), st.tuples(*[numbers] * 4), numbers)
    pairs = st.lists(st.tuples(texts(), texts()), max_size=2).map(tuple)
    return st.builds(
        Report,
        texts(),
        pairs,
        st.lists(totals, max_size=2).map(tuple),
        st.lists(sections, max_size=2).map(tuple),
        st.lists(texts(), max_size=2).map(tuple),
        pairs,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reports")


@given(reports())
@settings(max_examples=50)
def test_whatever_was_found_its_report_can_be_written(folder: Path, made: Report) -> None:
    path = folder / "报告.xlsx"
    write_report_file(made, path)
    assert says_report(path, made)
    assert list(folder.iterdir()) == [path]


def test_a_workbook_that_says_anything_else_is_not_the_report(tmp_path: Path) -> None:
    path = tmp_path / "报告.xlsx"
    made = report()
    write_report_file(made, path)
    assert says_report(path, made)
    for other in (
        replace(made, title="别的"),
        replace(made, clean=()),
        replace(made, sections=()),
        replace(made, totals=made.totals[:-1]),
        replace(made, settings=(("V08", "已停用"),)),
    ):
        assert not says_report(path, other)
    path.write_bytes(path.read_bytes()[:-200])
    assert not says_report(path, made)


def test_the_old_file_stays_where_the_new_one_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "报告.xlsx"
    path.write_text("旧的内容", encoding="utf-8")

    def stop() -> None:
        raise Problem("已停止。")

    with pytest.raises(Problem, match="已停止"):
        write_report_file(report(), path, stop)
    for name in ("报告.xls", "报告", "报告.json"):
        with pytest.raises(Problem, match=rf"“{name}”应以 \.xlsx 结尾"):
            write_report_file(report(), tmp_path / name)
    with pytest.raises(Problem, match="没有的"):
        write_report_file(report(), tmp_path / "没有的" / "报告.xlsx")
    assert path.read_text(encoding="utf-8") == "旧的内容"
    assert list(tmp_path.iterdir()) == [path]


def test_a_report_is_not_taken_for_a_document(tmp_path: Path) -> None:
    path = tmp_path / "报告.xlsx"
    write_report_file(report(), path)
    with pytest.raises(Problem, match="没有找到绩效目标表"):
        read_file(path)
