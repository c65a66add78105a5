"""`check`: what a reviewer would write beside a file, for people and for scripts."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from perfdesk.app import run
from perfdesk.io.interchange import to_plain, write_document
from perfdesk.io.rule_book import OwnRules, write_own_rules
from perfdesk.models.document import Document
from perfdesk.models.review.answer import Answer
from perfdesk.models.review.registry import all_rules
from tests.app.jobs import ROOT, THIS_YEAR, Capture, Refused, document_at
from tests.app.test_whole_way import PUBLISHED
from tests.models.rules.cases import found
from tests.models.rules.sound import EQUIPMENT, SOUND, TRAINING, with_project, with_row

OVER = with_row("质量指标", EQUIPMENT, value="≥100%")
"""The sound document with one slip, which V08 finds and can mend."""

Written = Callable[[Document], Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write(document: Document) -> Path:
        path = tmp_path / "绩效.json"
        path.write_text(write_document(document), encoding="utf-8")
        return path

    return write


def checked(path: Path, capsys: Capture, *options: str) -> tuple[int, list[dict[str, Any]], str]:
    """Return the exit code, the findings in JSON, and what else was told."""
    code = run(["check", str(path), "--json", *options])
    said = capsys.readouterr()
    return code, json.loads(said.out), said.err


def at(plain: Any, place: str) -> Any:  # noqa: ANN401 - anything may stand in the file
    """Return what stands in an interchange file at a path."""
    for key in re.findall(r"[^.\[\]]+", place):
        plain = plain[int(key) if key.isdigit() else key]
    return plain


def test_a_sound_document_has_no_findings(written: Written, capsys: Capture) -> None:
    assert checked(written(SOUND), capsys) == (0, [], "")
    assert run(["check", str(written(SOUND))]) == 0
    assert capsys.readouterr().out == "没有发现问题。\n"


def test_scripts_get_what_the_contract_says(written: Written, capsys: Capture) -> None:
    code, (finding,), told = checked(written(OVER), capsys)
    assert (code, told) == (0, "")
    project = OVER.projects[1]
    assert list(finding.items()) == [
        ("rule", "V08"),
        ("severity", "warning"),
        ("place", "projects[1].indicators[1].value.sign"),
        ("project", project.code),
        ("message", found(OVER, "V08")[0].sentence),
        ("source", all_rules()["V08"].source),
        ("fix", "改为“100%”"),
    ]


@pytest.mark.parametrize(
    ("code", "called"), [("", "2025年培训"), (" ", "2025年培训"), ("甲", "甲")]
)
def test_a_project_without_a_code_is_called_by_its_name(
    code: str, called: str, written: Written, capsys: Capture
) -> None:
    path = written(with_project(OVER.projects[1], code=code, name="2025年培训"))
    _, findings, _ = checked(path, capsys)
    assert [each["project"] for each in findings if each["rule"] == "V08"] == [called]


def test_findings_come_worst_first_then_in_the_order_of_the_form(
    written: Written, capsys: Capture
) -> None:
    write_own_rules({"V08": {"severity": "hint"}})
    rows = tuple(replace(row, description="") for row in TRAINING.indicators)
    broken = replace(OVER, projects=(replace(TRAINING, indicators=rows), OVER.projects[1]))
    _, findings, _ = checked(written(broken), capsys)
    levels = [each["severity"] for each in findings]
    assert levels == sorted(levels, key=["error", "warning", "hint"].index)
    assert len(set(levels)) > 1
    for level in set(levels):
        places = [re.findall(r"\d+", f["place"])[:2] for f in findings if f["severity"] == level]
        assert places == sorted(places)


def assert_as_agreed(path: Path, capsys: Capture) -> None:
    """Every finding in a file has its keys and a place that is one of the interchange file."""
    _, findings, _ = checked(path, capsys)
    plain = to_plain(document_at(path))
    assert findings
    for each in findings:
        at(plain, each["place"])
        assert each["message"].endswith(("。", "？"))
        assert set(each) == {"rule", "severity", "place", "project", "message", "source", "fix"}


def test_every_place_is_one_in_the_interchange_file(capsys: Capture) -> None:
    assert_as_agreed(THIS_YEAR, capsys)


@pytest.mark.parametrize("name", PUBLISHED)
def test_also_for_published_documents(name: str, shared_documents: Path, capsys: Capture) -> None:
    assert_as_agreed(shared_documents / name, capsys)


def test_errors_are_told_by_the_exit_code(written: Written, capsys: Capture) -> None:
    path = written(OVER)
    write_own_rules({"V08": {"severity": "error"}})
    assert checked(path, capsys)[0] == 1
    assert run(["check", str(path)]) == 1
    capsys.readouterr()
    write_own_rules({})
    assert checked(path, capsys)[0] == 0


def test_people_get_lines_project_by_project(written: Written, capsys: Capture) -> None:
    assert run(["check", str(written(OVER))]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    project = OVER.projects[1]
    assert said.out.splitlines() == [
        f"2. {project.name}（{project.code} · 315001云溪区商务局本级 · 48.60 万元）",
        f"  提示  指标 2「设备验收合格率」 · 计算符号：{found(OVER, 'V08')[0].sentence}",
        "        可改：改为“100%”",
        "",
        "共 1 条：强制 0 条，提示 1 条，建议 0 条。",
    ]


def test_a_reason_stands_below_what_it_answers(written: Written, capsys: Capture) -> None:
    (finding,) = found(OVER, "V08")
    path = written(Answer(finding, "市局要求\n这样写").apply(OVER))
    assert run(["check", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[3] == "        说明：市局要求 这样写"
    assert lines[-1].endswith("建议 0 条，其中 1 条已有说明。")
    write_own_rules({"V08": {"severity": "error"}})
    assert run(["check", str(path)]) == 1
    assert "说明" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("own", "words", "left"),
    [
        ({"V08": {"severity": "off"}}, "V08 已停用", 0),
        ({"V08": {"severity": "hint"}}, "V08 级别设为“建议”", 1),
        ({"V05": {"unit": 12}}, "V05 限值另行设定", 1),
        (
            {"V05": {"unit": 12, "severity": "hint"}, "V08": {"severity": "off"}},
            "V05 级别设为“建议”，限值另行设定；V08 已停用",
            0,
        ),
    ],
)
def test_what_the_office_judges_otherwise_is_told_in_one_line(
    own: OwnRules, words: str, left: int, written: Written, capsys: Capture
) -> None:
    write_own_rules(own)
    _, findings, told = checked(written(OVER), capsys)
    assert len(findings) == left
    assert told == f"按本单位的审核设置审核：{words}。\n"


def test_what_only_a_newer_program_could_judge_otherwise_is_not_told(
    written: Written, capsys: Capture
) -> None:
    write_own_rules({"Z99": {"severity": "off"}, "V08": {}})
    assert checked(written(OVER), capsys)[2] == ""


def test_form_and_year_may_be_told(written: Written, capsys: Capture, own_home: Path) -> None:
    own = (ROOT / "resources/forms/hebei-2024.toml").read_text(encoding="utf-8")
    (own_home / "forms").mkdir(parents=True)
    lenient = own.replace('"hebei-2024"', '"bieju-2024"') + '\n[rules.V08]\nseverity = "off"\n'
    (own_home / "forms/bieju-2024.toml").write_text(lenient, encoding="utf-8")
    path = written(OVER)
    assert len(checked(path, capsys)[1]) == 1
    assert checked(path, capsys, "--form", "bieju-2024")[1] == []
    plain = to_plain(OVER)
    del plain["year"]
    path.write_text(json.dumps(plain), encoding="utf-8")
    assert len(checked(path, capsys, "--year", "2025")[1]) == 1


def test_remarks_on_the_file_are_no_part_of_the_result(written: Written, capsys: Capture) -> None:
    code, findings, told = checked(written(replace(OVER, form="别县-2031")), capsys)
    assert (code, [each["rule"] for each in findings]) == (0, ["V08"])
    assert told.startswith("“绩效.json”")
    assert "别县-2031" in told


def test_what_cannot_be_read_is_refused(tmp_path: Path, refused: Refused) -> None:
    bad = tmp_path / "坏.json"
    bad.write_text("{", encoding="utf-8")
    for path in (bad, tmp_path / "没有.json", tmp_path):
        assert path.name in refused(["check", str(path), "--json"])
    assert "hebei-2024" in refused(["check", str(THIS_YEAR), "--form", "别县-2031"])
    assert "缺少 IN" in refused(["check"])


def test_a_report_is_written_beside_the_result(
    written: Written, tmp_path: Path, capsys: Capture
) -> None:
    target = tmp_path / "审核报告.xlsx"
    path = written(OVER)
    _, findings, told = checked(path, capsys, "--report", str(target))
    assert [each["rule"] for each in findings] == ["V08"]
    assert told == f"已写入审核报告“{target}”。\n"
    (sheet,) = load_workbook(target).worksheets
    assert sheet["A1"].value == "2025年云溪区商务局绩效目标审核报告"
    today = datetime.now().astimezone()
    assert f"{today.year}年{today.month}月{today.day}日" in sheet["A2"].value
    assert found(OVER, "V08")[0].sentence in [cell.value for cell in sheet["C"]]


def test_where_the_report_cannot_be_written_nothing_is_done(
    written: Written, tmp_path: Path, refused: Refused
) -> None:
    path = str(written(OVER))
    assert "“报告.doc”应以 .xlsx 结尾" in refused(["check", path, "--report", "报告.doc"])
    nowhere = tmp_path / "没有的" / "报告.xlsx"
    assert "没有的" in refused(["check", path, "--report", str(nowhere)])
