"""审核规则: looked for, switched off, set otherwise, saved, set back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from perfdesk.io.forms import form_named
from perfdesk.io.rule_book import own_rules, write_own_rules
from perfdesk.models.review.finding import Group, Severity
from perfdesk.models.review.registry import all_rules
from perfdesk.ui.dialogs.rules_dialog import RulesDialog
from perfdesk.ui.dialogs.rules_model import Column
from perfdesk.ui.look.combo_box import ComboBox


@pytest.fixture
def dialog(qtbot: QtBot) -> RulesDialog:
    return opened(qtbot)


def opened(qtbot: QtBot) -> RulesDialog:
    made = RulesDialog(form_named("hebei-2024"))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(dialog: RulesDialog, column: Column = Column.ID) -> list[str]:
    model = dialog.table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def row_of(dialog: RulesDialog, rule_id: str) -> list[str]:
    model = dialog.table.model()
    row = shown(dialog).index(rule_id)
    return [str(model.index(row, column).data()) for column in Column]


def press(dialog: RulesDialog, text: str) -> None:
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def limit_fields(dialog: RulesDialog) -> dict[str, QWidget]:
    """The fields beside the table, by what they are called."""
    return {each.accessibleName(): each for each in dialog.details.findChildren(QWidget)}


def test_all_rules_stand_in_the_order_of_the_groups(dialog: RulesDialog) -> None:
    assert sorted(shown(dialog)) == [*all_rules()]
    groups = list(dict.fromkeys(shown(dialog, Column.GROUP)))
    assert groups == [group.value for group in Group if group.value in groups]
    texts = dialog.details.text.toPlainText()
    assert all_rules()[shown(dialog)[0]].why in texts


def test_rules_are_looked_for_by_words_and_group(dialog: RulesDialog) -> None:
    QTest.keyClicks(dialog.search, "v08")
    assert shown(dialog) == ["V08"]
    dialog.search.clear()
    dialog.group.setCurrentIndex(dialog.group.findData(Group.RELEVANT))
    assert shown(dialog)
    assert set(shown(dialog, Column.GROUP)) == {"相关性"}
    dialog.search.setText("没有这样的规则")
    assert shown(dialog) == []
    assert not dialog.details.isEnabled()


def test_space_switches_a_rule_off_and_saving_keeps_it(dialog: RulesDialog) -> None:
    dialog.go_to("V08")
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert row_of(dialog, "V08")[Column.LEVEL :] == ["停用", "提示", "已改"]
    assert not dialog.details.on.isChecked()
    assert not dialog.details.level.isEnabled()
    press(dialog, "保存")
    assert own_rules() == {"V08": {"severity": "off"}}


def test_level_and_limits_are_set_beside_the_table(dialog: RulesDialog, qtbot: QtBot) -> None:
    dialog.go_to("V13")
    fields = limit_fields(dialog)
    least = fields["满意度低于百分之几偏低"]
    assert isinstance(least, QSpinBox)
    least.setValue(85)
    low = fields["满意度偏低时"]
    assert isinstance(low, ComboBox)
    QTest.keyClick(low, Qt.Key.Key_Down)
    press(dialog, "保存")
    assert own_rules() == {"V13": {"least": 85, "low": "hint"}}
    again = opened(qtbot)
    again.go_to("V13")
    assert row_of(again, "V13")[Column.CHANGED] == "已改"
    field = limit_fields(again)["满意度低于百分之几偏低"]
    assert isinstance(field, QSpinBox)
    assert field.value() == 85


def test_a_rule_s_own_level_goes_before_its_cases(dialog: RulesDialog) -> None:
    dialog.go_to("V13")
    assert limit_fields(dialog)["满意度偏低时"].isEnabled()
    QTest.keyClick(dialog.details.level, Qt.Key.Key_Down)
    assert dialog.details.level.currentData() is Severity.WARNING
    dialog.go_to("V08")
    dialog.go_to("V13")
    assert not limit_fields(dialog)["满意度偏低时"].isEnabled()
    assert "本单位已调整，标准为强制" in dialog.details.text.toPlainText()


def test_one_rule_or_all_are_set_back(qtbot: QtBot) -> None:
    write_own_rules({"V08": {"severity": "off"}, "V13": {"least": 85}})
    dialog = opened(qtbot)
    dialog.changed_only.click()
    assert shown(dialog) == ["V08", "V13"]
    dialog.changed_only.click()
    dialog.go_to("V13")
    press(dialog, "恢复本条默认")
    assert row_of(dialog, "V13")[Column.CHANGED] == ""
    assert dialog.changed_only.text() == "只看已改的（1）"
    press(dialog, "全部恢复默认")
    assert row_of(dialog, "V08")[Column.LEVEL] == "提示"
    assert not dialog.reset_all.isEnabled()
    press(dialog, "保存")
    assert own_rules() == {}


def test_given_up_nothing_is_kept(dialog: RulesDialog) -> None:
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert own_rules() == {}


def test_what_the_form_judges_otherwise_is_the_standard_there(dialog: RulesDialog) -> None:
    dialog.go_to("P04")
    limits = limit_fields(dialog)
    field = limits["表样要求填累计数（1是，0否）"]
    assert isinstance(field, QSpinBox)
    assert field.value() == form_named("hebei-2024").rules["P04"]["cumulative"]
    assert row_of(dialog, "P04")[Column.CHANGED] == ""


def test_a_disk_that_refuses_is_told_and_nothing_is_lost(
    dialog: RulesDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("PERFDESK_HOME", str(blocked))
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    press(dialog, "保存")
    assert dialog.isVisible()
    assert dialog.told.isVisible()
    assert dialog.told.text()
