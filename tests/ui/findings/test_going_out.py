"""Around files: asked before export, counted after import, reported on paper and in Excel."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from perfdesk.io.files import write_file
from perfdesk.io.rule_book import own_rules, write_own_rules
from perfdesk.models.change import SetField
from perfdesk.models.document import Document
from perfdesk.models.review.finding import Severity
from perfdesk.ui.dialogs.rules_dialog import RulesDialog
from perfdesk.ui.printing.preview import PrintPreview
from tests.models.rules.sound import SOUND
from tests.ui.findings.conftest import Desk, OpenDesk, slipped
from tests.ui.looking import answer_with, choose_file, command

ASKED = "还有 1 处强制问题未改，送审可能被退回。"


def test_open_errors_are_asked_about_before_a_document_goes_out(desk: Desk, tmp_path: Path) -> None:
    said = answer_with("取消")
    command(desk.window, "导出交换文件").trigger()
    assert said == [ASKED]
    answer_with("仍然导出")
    path = tmp_path / "甲.json"
    choose_file(str(path))
    departures = desk.window.commands.documents.departures
    with desk.qtbot.waitSignal(departures.written, timeout=20_000):
        command(desk.window, "导出交换文件").trigger()
    assert path.exists()


def test_one_may_look_at_them_first(desk: Desk) -> None:
    answer_with("查看问题")
    command(desk.window, "导出交换文件").trigger()
    desk.settle()
    assert [rule for rule, _ in desk.shown] == ["D01"]
    assert desk.panel.head.choice().levels == {Severity.ERROR}
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.panel.table.hasFocus)


def test_what_was_typed_just_now_is_judged_before_it_goes_out(desk: Desk, tmp_path: Path) -> None:
    row = desk.document.projects[1].indicators[0]
    desk.workspace.session.do(desk.document.id, SetField(row.id, "description", "全年购置的台数"))
    choose_file(str(tmp_path / "甲.json"))
    departures = desk.window.commands.documents.departures
    with desk.qtbot.waitSignal(departures.written, timeout=20_000):
        command(desk.window, "导出交换文件").trigger()


def bring(desk: Desk, document: Document, path: Path) -> None:
    write_file(document, path)
    desk.window.open_files([path])
    desk.qtbot.waitUntil(lambda: "；审核" in desk.said)


def test_what_comes_in_is_judged_and_counted(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(SOUND)
    bring(desk, slipped(), tmp_path / "甲.json")
    assert desk.said.endswith("；审核发现强制 1 处、提示 2 处，按 F8 查看")
    report = next(
        each for each in desk.window.findChildren(QPushButton) if each.text().startswith("审核发现")
    )
    assert report.isVisible(), "the document was there already with other contents, as is reported"
    QTest.mouseClick(report, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: len(desk.shown) == 3)


def test_what_comes_in_sound_is_said_to_be(open_desk: OpenDesk, tmp_path: Path) -> None:
    desk = open_desk(slipped())
    bring(desk, replace(SOUND, id="other"), tmp_path / "甲.json")
    assert desk.said.endswith("；审核没有发现问题")


def entry(desk: Desk, text: str) -> QAction:
    return command(desk.window, text)


def test_the_report_is_saved_as_pdf_and_as_a_workbook(desk: Desk, tmp_path: Path) -> None:
    for text, name in (("另存为 PDF", "报告.pdf"), ("另存为 Excel", "报告.xlsx")):
        path = tmp_path / name
        choose_file(str(path))
        entry(desk, text).trigger()
        assert path.exists()
        assert desk.said == f"已导出并核对：{path}"


def test_the_report_has_a_name_of_its_own(desk: Desk, tmp_path: Path) -> None:
    choose_file(str(tmp_path / "别的.pdf"))
    entry(desk, "另存为 PDF").trigger()
    choose_file("")
    entry(desk, "另存为 PDF").trigger()
    written = {each.name for each in tmp_path.iterdir() if each.is_file()}
    assert written == {"别的.pdf", "2025年云溪区商务局绩效目标审核报告.pdf"}


def give_up() -> None:
    if dialog := QApplication.activeModalWidget():
        dialog.close()


def test_the_preview_shows_every_page(desk: Desk) -> None:
    seen: list[int] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PrintPreview)
        seen.append(dialog.pages.pageCount())
        dialog.close()

    QTimer.singleShot(300, look)
    entry(desk, "打印预览").trigger()
    assert seen == [1]


def test_own_rules_are_set_in_the_dialog_and_said_in_the_panel(desk: Desk) -> None:
    desk.open_panel()
    assert not desk.panel.head.rules.isVisible()

    def switch_off() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RulesDialog)
        dialog.go_to("V08")
        QTest.keyClick(dialog.table, Qt.Key.Key_Space)
        dialog.accept()

    QTimer.singleShot(0, switch_off)
    entry(desk, "审核规则").trigger()
    assert own_rules() == {"V08": {"severity": "off"}}
    desk.settle()
    assert [rule for rule, _ in desk.shown] == ["D01"]
    assert desk.panel.head.rules.isVisible()
    assert desk.panel.head.rules.text() == "已停用 1 条规则"
    QTimer.singleShot(0, give_up)
    QTest.mouseClick(desk.panel.head.rules, Qt.MouseButton.LeftButton)


def test_the_dialog_opens_at_the_rule_one_is_at(desk: Desk) -> None:
    write_own_rules({"V08": {"severity": "hint"}, "D01": {"severity": "off"}})
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RulesDialog)
        seen.append(dialog.details.text.toPlainText())
        dialog.reject()

    desk.go_to_cell(0, 5, "value")
    QTimer.singleShot(0, look)
    entry(desk, "审核规则").trigger()
    assert "V08" in seen[0]
