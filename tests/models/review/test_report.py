from dataclasses import replace
from datetime import date

from perfdesk.io.forms import form_named
from perfdesk.io.rule_book import OwnRules, rule_book
from perfdesk.models.document import Department, Document
from perfdesk.models.project import Project
from perfdesk.models.review.answer import Answer
from perfdesk.models.review.check import check
from perfdesk.models.review.finding import Finding, Group, Severity
from perfdesk.models.review.registry import all_rules
from perfdesk.models.review.report import Report, report_of
from perfdesk.models.sheet import Place
from tests.models.rules.cases import found
from tests.models.rules.sound import EQUIPMENT, SOUND, TRAINING, with_row

FORM = form_named("hebei-2024")
DAY = date(2025, 3, 5)
OVER = with_row("质量指标", EQUIPMENT, value="≥100%")
"""The sound document with a slip in its second project, which V08 finds and can mend."""


def report(document: Document, own: OwnRules | None = None) -> Report:
    book = rule_book(FORM, own or {})
    return report_of(FORM, document, check(FORM, document, book), book, DAY)


def named(rule_id: str) -> str:
    return f"{rule_id} {all_rules()[rule_id].title}"


def test_its_head_says_whose_document_was_judged_and_when() -> None:
    made = report(SOUND)
    assert made.title == "2025年云溪区商务局绩效目标审核报告"
    assert made.head == (
        ("部门", "315云溪区商务局"),
        ("年度", "2025年"),
        ("审核日期", "2025年3月5日"),
        ("项目数", "2 个"),
    )
    blank = report_of(FORM, Document(), (), rule_book(FORM, {}), DAY)
    assert blank.title == "绩效目标审核报告"
    assert [text for _, text in blank.head] == ["（未填写）", "（未填写）", "2025年3月5日", "0 个"]


def test_a_sound_document_has_no_sections() -> None:
    made = report(SOUND)
    assert made.sections == ()
    assert made.settings == ()
    assert made.clean == (f"1. {TRAINING.name}", f"2. {EQUIPMENT.name}")
    assert [(each.label, each.all) for each in made.totals] == [
        ("强制", 0),
        ("提示", 0),
        ("建议", 0),
        ("合计", 0),
    ]


def test_a_finding_is_told_in_the_words_of_its_rule() -> None:
    made = report(OVER)
    (section,) = made.sections
    (row,) = section.rows
    (finding,) = found(OVER, "V08")
    rule = all_rules()["V08"]
    assert section.title == f"2. {EQUIPMENT.name}"
    assert section.about == f"{EQUIPMENT.code} · 315001云溪区商务局本级 · 48.60 万元"
    assert section.counts == "提示 1"
    assert made.clean == (f"1. {TRAINING.name}",)
    assert (row.severity, row.group) == (Severity.WARNING, rule.group)
    assert row.place == "指标 2「设备验收合格率」 · 计算符号"
    assert (row.sentence, row.source) == (finding.sentence, rule.source)
    assert (row.rule, row.reason, row.fix) == (named("V08"), "", "改为“100%”")


def test_a_reason_answers_a_warning_and_no_error() -> None:
    (finding,) = found(OVER, "V08")
    answered = Answer(finding, "市局要求这样写").apply(OVER)
    made = report(answered)
    assert made.sections[0].rows[0].reason == "市局要求这样写"
    assert [each.answered for each in made.totals] == [0, 1, 0, 1]
    made = report(answered, {"V08": {"severity": "error"}})
    assert made.sections[0].rows[0].reason == ""
    assert [each.answered for each in made.totals] == [0, 0, 0, 0]


def test_totals_are_by_level_and_group() -> None:
    hit = found(OVER, "V08")[0]
    lesser = replace(hit, severity=Severity.HINT)
    missing = replace(hit, rule="V01", severity=Severity.ERROR)
    book = rule_book(FORM, {})
    made = report_of(FORM, OVER, (missing, hit, lesser, lesser), book, DAY)
    groups = [*Group]
    fitting, complete = groups.index(all_rules()["V08"].group), groups.index(Group.COMPLETE)
    assert all_rules()["V01"].group is Group.COMPLETE
    assert [total.by_group[fitting] for total in made.totals] == [0, 1, 2, 3]
    assert [total.by_group[complete] for total in made.totals] == [1, 0, 0, 1]
    assert [total.all for total in made.totals] == [1, 1, 2, 4]


def test_part_one_comes_before_the_projects_and_rows_as_they_were_found() -> None:
    hit = found(OVER, "V08")[0]
    part_one = replace(
        hit, project_id="", place=Place("", "statement.overall"), severity=Severity.HINT
    )
    project = replace(hit, severity=Severity.ERROR, sentence="第二条。")
    findings: tuple[Finding, ...] = (hit, project, part_one)
    made = report_of(FORM, OVER, findings, rule_book(FORM, {}), DAY)
    assert [(each.title, each.about, each.counts) for each in made.sections] == [
        ("部门整体绩效目标", "", "建议 1"),
        (f"2. {EQUIPMENT.name}", made.sections[1].about, "强制 1，提示 1"),
    ]
    assert made.sections[0].rows[0].place == "总体绩效目标"
    assert [row.sentence for row in made.sections[1].rows] == [hit.sentence, "第二条。"]


def test_what_the_office_judges_otherwise_is_listed() -> None:
    own: OwnRules = {
        "V08": {"severity": "off"},
        "V05": {"severity": "warning", "unit": 12},
        "V01": {"severity": "warning"},
        "V03": {},
        "Z99": {"severity": "off"},
    }
    made = report(OVER, own)
    assert made.sections == ()
    assert made.settings == (
        (named("V01"), "级别设为“提示”"),
        (named("V05"), "级别设为“提示”，限值另行设定"),
        (named("V08"), "已停用"),
    )


def test_projects_without_a_name_are_told_apart_by_their_numbers() -> None:
    document = Document(2025, "", Department(), projects=(Project(), Project(name=" ")))
    made = report_of(FORM, document, (), rule_book(FORM, {}), DAY)
    assert made.clean == ("1. （未命名项目）", "2. （未命名项目）")
