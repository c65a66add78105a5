"""The dialog for what a whole document is, filled in with keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from perfdesk.io.forms import all_forms
from perfdesk.models.document import Department, Document
from perfdesk.models.project import Unit
from perfdesk.ui.dialogs.document_dialog import DocumentAnswer, DocumentDialog


@pytest.fixture
def new(qtbot: QtBot) -> DocumentDialog:
    """A dialog for a new document, shown."""
    dialog = DocumentDialog.for_new(all_forms(), 0)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    return dialog


def set_year(dialog: DocumentDialog, year: int) -> None:
    dialog.year.selectAll()
    QTest.keyClicks(dialog.year, str(year))


def test_a_new_document_is_of_the_next_budget_year(new: DocumentDialog) -> None:
    today = date.today()  # noqa: DTZ011  the clerk's own day is meant
    assert new.answer().year in (today.year, today.year + 1)
    assert new.answer().form_id == "hebei-2024"


def test_later_documents_set_the_year(qtbot: QtBot) -> None:
    dialog = DocumentDialog.for_new(all_forms(), 2090)
    qtbot.addWidget(dialog)
    assert dialog.answer().year == 2090


def test_the_form_follows_the_year_until_chosen_by_hand(new: DocumentDialog) -> None:
    set_year(new, 2020)
    assert new.answer().form_id == "hebei-2020"
    set_year(new, 2025)
    assert new.answer().form_id == "hebei-2024"
    QTest.keyClick(new.form, Qt.Key.Key_Down)
    assert new.answer().form_id == "hebei-2020"
    assert "2025 年一般使用" in new.form_remark.text()
    set_year(new, 2026)
    assert new.answer().form_id == "hebei-2020"


def test_the_first_unit_follows_the_department_until_typed(new: DocumentDialog) -> None:
    QTest.keyClicks(new.department_code, "315")
    new.department_name.setText("云溪区商务局")
    assert new.answer().department == Department("315", "云溪区商务局")
    assert new.answer().unit == Unit("315001", "云溪区商务局本级")
    new.unit_code.selectAll()
    QTest.keyClicks(new.unit_code, "315009")
    QTest.keyClicks(new.department_code, "2")
    assert new.answer().unit == Unit("315009", "云溪区商务局本级")


@pytest.mark.parametrize(
    ("code", "remark"),
    [
        ("31", "部门编码一般是三位数字，例如 315"),
        ("3150", "部门编码一般是三位数字，例如 315"),
        ("315", ""),
        ("３１５", ""),
        ("", ""),
    ],
)
def test_an_odd_department_code_is_only_remarked_on(
    new: DocumentDialog, code: str, remark: str
) -> None:
    new.department_code.setText(code)
    assert new.department_remark.text() == remark
    assert new.agree.isEnabled()


@pytest.mark.parametrize(
    ("code", "remark"),
    [
        ("315001", ""),
        ("31500", "单位编码一般是六位数字：部门编码加三位"),
        ("316001", "单位编码一般以部门编码 315 开头"),
    ],
)
def test_an_odd_unit_code_is_only_remarked_on(new: DocumentDialog, code: str, remark: str) -> None:
    new.department_code.setText("315")
    new.unit_code.clear()
    QTest.keyClicks(new.unit_code, code)
    assert new.unit_remark.text() == remark


def test_keys_alone_fill_it_in(new: DocumentDialog) -> None:
    assert QApplication.focusWidget() is new.department_code
    QTest.keyClicks(new.department_code, "315")
    visited = []
    for _ in range(4):
        visited.append(QApplication.focusWidget())
        QTest.keyClick(new, Qt.Key.Key_Tab)
    assert visited == [new.department_code, new.department_name, new.unit_code, new.unit_name]
    assert QApplication.focusWidget() is new.agree


def test_agreeing_gives_the_answer_and_giving_up_gives_none(qtbot: QtBot) -> None:
    for key, found in ((Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)):
        dialog = DocumentDialog.for_new(all_forms(), 0)
        qtbot.addWidget(dialog)
        QTimer.singleShot(0, dialog, lambda k=key, d=dialog: QTest.keyClick(d.department_code, k))
        assert (dialog.ask() is not None) is found


def test_a_document_is_shown_as_it_is_and_changes_nothing_by_itself(qtbot: QtBot) -> None:
    document = Document(0, "elsewhere", Department("31", "某局"))
    dialog = DocumentDialog.for_document(all_forms(), document)
    qtbot.addWidget(dialog)
    assert dialog.answer() == DocumentAnswer(0, "elsewhere", Department("31", "某局"), Unit())
    assert dialog.form_remark.text() == "本机没有这个表样，目前按最新表样显示"
    assert not dialog.unit_code.isVisibleTo(dialog)
    set_year(dialog, 2020)
    assert dialog.answer().form_id == "elsewhere"


def test_stepping_away_from_no_year_begins_at_the_budget_year(qtbot: QtBot) -> None:
    dialog = DocumentDialog.for_document(all_forms(), Document())
    qtbot.addWidget(dialog)
    assert dialog.year.text() == "未注明"
    QTest.keyClick(dialog.year, Qt.Key.Key_Up)
    assert dialog.answer().year > 2000
