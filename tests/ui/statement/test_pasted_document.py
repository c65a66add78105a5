"""A whole document pasted into part one: offered to be imported, and pasted only if so wished."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication

from perfdesk.models.statement import Statement
from perfdesk.ui.session import Session
from perfdesk.ui.statement.page import StatementPage
from tests.ui.looking import answer_with
from tests.ui.statement.hands import press

PART_ONE = "一、总体绩效目标\n办好活动。\n二、分项绩效目标\n（一）促进消费\n三、工作保障措施"


def overall(session: Session) -> str:
    statement: Statement = session.document("document").statement
    return statement.overall


@pytest.mark.parametrize(
    ("button", "wanted", "pasted"),
    [("导入", 1, False), ("粘贴到这里", 0, True), ("不粘贴", 0, False)],
)
def test_it_is_asked_about(
    page: StatementPage, session: Session, button: str, wanted: int, pasted: bool
) -> None:
    asked: list[int] = []
    page.copied_wanted.connect(lambda: asked.append(1))
    before = overall(session)
    page.sheet.overall.setFocus()
    page.sheet.overall.put_caret(at_end=True)
    QGuiApplication.clipboard().setText(PART_ONE)
    said = answer_with(button)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.commit()
    assert "完整的绩效文本" in said[0]
    assert len(asked) == wanted
    assert overall(session) == (before + PART_ONE if pasted else before)


def test_copied_files_are_handed_on_to_be_imported(page: StatementPage, session: Session) -> None:
    asked: list[int] = []
    page.copied_wanted.connect(lambda: asked.append(1))
    before = overall(session)
    page.sheet.overall.setFocus()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/甲.xlsx")])
    QGuiApplication.clipboard().setMimeData(data)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.commit()
    assert asked == [1]
    assert overall(session) == before


def test_any_other_text_is_pasted_at_once(page: StatementPage, session: Session) -> None:
    page.sheet.overall.setFocus()
    page.sheet.overall.put_caret(at_end=True)
    QGuiApplication.clipboard().setText("\n第二段。\n第三段。\n第四段。\n总体绩效目标是好的。")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.commit()
    assert overall(session).endswith("第四段。\n总体绩效目标是好的。")
