"""F1: why a finding is one, with wrong and right, to be read and copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser, QWidget

from perfdesk.io.rule_book import write_own_rules
from perfdesk.models.review.registry import all_rules
from tests.ui.findings.conftest import CTRL, Desk


def explanation(desk: Desk) -> QTextBrowser | None:
    """The text that explains a rule, where it shows."""
    texts: list[QWidget] = [*desk.panel.findChildren(QTextBrowser)]
    shown = (each for each in texts if each.isVisible())
    found = next(shown, None)
    return found if isinstance(found, QTextBrowser) else None


def test_f1_explains_the_rule_of_the_finding_at_the_cursor(desk: Desk) -> None:
    rule = all_rules()["V08"]
    desk.press(Qt.Key.Key_F4)
    before = desk.focused
    desk.press(Qt.Key.Key_F1)
    text = explanation(desk)
    assert text is not None
    said = text.toPlainText()
    for part in (rule.title, rule.why, rule.wrong, rule.right, rule.source, "适当性", "提示"):
        assert part in said
    assert desk.focused is before
    desk.press(Qt.Key.Key_F1)
    assert explanation(desk) is None


def test_it_follows_the_way_from_finding_to_finding(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F4)
    desk.press(Qt.Key.Key_F1)
    desk.press(Qt.Key.Key_F4)
    text = explanation(desk)
    assert text is not None
    assert all_rules()["D01"].title in text.toPlainText()


def test_its_text_can_be_copied_and_escape_closes_it(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F4)
    desk.press(Qt.Key.Key_F1)
    text = explanation(desk)
    assert text is not None
    text.setFocus()
    desk.press(Qt.Key.Key_A, CTRL)
    desk.press(Qt.Key.Key_C, CTRL)
    assert all_rules()["V08"].title in QGuiApplication.clipboard().text()
    desk.press(Qt.Key.Key_Escape)
    assert explanation(desk) is None
    assert desk.panel.isVisible(), "Esc closes one thing at a time"
    assert desk.focused is desk.panel.table


def test_the_button_below_the_list_explains_too(desk: Desk) -> None:
    desk.open_panel()
    QTest.mouseClick(desk.panel.strip.explain, Qt.MouseButton.LeftButton)
    assert explanation(desk) is not None


def test_what_the_office_judges_otherwise_is_said(desk: Desk) -> None:
    write_own_rules({"V08": {"severity": "hint"}})
    desk.workspace.inspector.judge_anew()
    desk.settle()
    desk.press(Qt.Key.Key_F4)
    desk.press(Qt.Key.Key_F1)
    text = explanation(desk)
    assert text is not None
    assert "建议（本单位已调整，标准为提示）" in text.toPlainText()


def test_without_a_finding_f1_opens_the_manual(desk: Desk) -> None:
    desk.go_to_cell(0, 0, "name")
    desk.press(Qt.Key.Key_F1)
    assert explanation(desk) is None
    manuals = [each for each in desk.window.findChildren(QTextBrowser) if each.isVisible()]
    assert len(manuals) == 1
    assert "使用说明" in manuals[0].toPlainText()
