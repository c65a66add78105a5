"""Typing into the fields of the statement page: what is kept, when, and what undo makes of it."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from perfdesk.models.change import SUBGOALS, Remove, SetField
from perfdesk.models.document import Document
from perfdesk.ui.session import Session
from perfdesk.ui.statement.field import Field
from perfdesk.ui.statement.page import StatementPage
from tests.ui.statement.hands import compose, focused, press, type_text

UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
REDO = (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)


def goal(session: Session) -> str:
    return session.document("document").statement.subgoals[0].goal


@pytest.fixture
def goal_field(page: StatementPage) -> Field:
    field = page.sheet.chapters[0].sections[0].fields[1]
    field.setFocus()
    field.put_caret(at_end=True)
    return field


def test_the_page_shows_the_statement(page: StatementPage) -> None:
    assert page.sheet.title == "2025年云溪区商务局部门整体绩效目标"
    assert page.sheet.overall.text() == "全年办好八场促消费活动。"
    subgoals, safeguards = page.sheet.chapters
    assert [section.heading for section in subgoals.sections] == [
        "（一）促进消费",
        "（二）改造市场",
        "（三）办好展会",
    ]
    assert [f.text() for f in safeguards.sections[0].fields] == ["完善制度", "修订办法。"]


def test_leaving_a_field_keeps_what_was_typed(page: StatementPage, session: Session) -> None:
    page.sheet.overall.put_caret(at_end=True)
    type_text("让群众得实惠。")
    press(Qt.Key.Key_Tab)
    kept = session.document("document").statement.overall
    assert kept == "全年办好八场促消费活动。让群众得实惠。"


def test_a_pause_in_typing_keeps_it_and_leaves_the_caret_alone(
    goal_field: Field, session: Session, qtbot: QtBot
) -> None:
    type_text("带动就业。")
    caret = goal_field.textCursor().position()
    qtbot.waitUntil(lambda: goal(session) == "活跃市场。带动就业。")
    assert goal_field.textCursor().position() == caret
    assert focused() is goal_field


@pytest.mark.usefixtures("goal_field")
def test_one_stay_in_a_field_is_one_step(session: Session, qtbot: QtBot) -> None:
    type_text("一。")
    qtbot.waitUntil(lambda: goal(session) == "活跃市场。一。")
    type_text("二。")
    qtbot.waitUntil(lambda: goal(session) == "活跃市场。一。二。")
    press(Qt.Key.Key_Tab)
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert goal(session) == "活跃市场。"


@pytest.mark.usefixtures("goal_field")
def test_coming_back_begins_another_step(session: Session) -> None:
    type_text("一。")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    type_text("二。")
    press(Qt.Key.Key_Tab)
    session.undo_stack.undo()
    assert goal(session) == "活跃市场。一。"


def test_nothing_typed_leaves_no_trace(page: StatementPage, session: Session) -> None:
    for _ in range(12):
        press(Qt.Key.Key_Tab)
    page.commit()
    assert not session.undo_stack.can_undo()


def test_text_typed_and_taken_back_leaves_no_trace(goal_field: Field, session: Session) -> None:
    QTest.keyClicks(goal_field, "abc")
    for _ in range(3):
        press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Tab)
    assert not session.undo_stack.can_undo()


def test_undo_takes_back_typing_that_is_not_kept_yet(goal_field: Field, session: Session) -> None:
    session.do("document", SetField("", "year", 2026))
    QTest.keyClicks(goal_field, "abc")
    press(*UNDO)
    assert goal_field.text() == "活跃市场。"
    assert session.document("document").year == 2026
    press(*REDO)
    assert goal_field.text() == "活跃市场。abc"


def test_undo_in_a_field_without_typing_is_left_to_the_window(
    goal_field: Field, session: Session, page: StatementPage
) -> None:
    session.do("document", SetField("second", "goal", "新的目标。"))
    presses: list[Qt.Key] = []
    page.keyPressEvent = lambda event: presses.append(Qt.Key(event.key()))  # type: ignore[method-assign]
    assert focused() is goal_field
    press(*UNDO)
    assert presses[-1] == Qt.Key.Key_Z


def test_undo_of_the_open_field_shows_the_text_before(
    goal_field: Field, page: StatementPage, session: Session
) -> None:
    type_text("一。")
    page.commit()
    session.undo_stack.undo()
    assert goal_field.text() == "活跃市场。"
    type_text("二。")
    page.commit()
    assert goal(session).count("二。") == 1


def test_an_edit_elsewhere_leaves_what_is_being_typed(goal_field: Field, session: Session) -> None:
    type_text("一。")
    session.do("document", SetField("first", "goal", "别处改的。"))
    session.do("document", SetField("second", "goal", "别处改的。"))
    assert goal_field.text() == "活跃市场。一。"
    press(Qt.Key.Key_Tab)
    assert goal(session) == "活跃市场。一。"


def test_an_edit_elsewhere_shows_at_once(page: StatementPage, session: Session) -> None:
    session.do("document", SetField("second", "title", "改造农贸市场"))
    assert page.sheet.chapters[0].sections[1].fields[0].text() == "改造农贸市场"


def test_while_composing_nothing_is_kept_or_changed(
    goal_field: Field, session: Session, page: StatementPage
) -> None:
    compose("cuxiaofei")
    session.do("document", SetField("first", "goal", "别处改的。"))
    assert goal_field.text() == "活跃市场。"
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Up):
        press(key)
    assert focused() is goal_field
    assert goal(session) == "别处改的。"
    type_text("促消费。")
    page.commit()
    assert goal(session) == "活跃市场。促消费。"


def test_who_composes_without_a_pause_is_kept_too(
    goal_field: Field, session: Session, qtbot: QtBot
) -> None:
    """An input method composes nearly always while one writes on, but every word counts."""

    def write_on() -> None:
        type_text("促")
        compose("xiaofei")

    writing = QTimer(goal_field, interval=200)
    writing.timeout.connect(write_on)
    writing.start()
    qtbot.waitUntil(lambda: goal(session).startswith("活跃市场。促"), timeout=20_000)
    assert "xiaofei" not in goal(session)
    assert goal_field.toPlainText().startswith(goal(session))
    writing.stop()


def test_a_composition_given_up_shows_what_was_changed_meanwhile(
    goal_field: Field, session: Session
) -> None:
    compose("cu")
    session.do("document", SetField("first", "goal", "别处改的。"))
    compose("")
    assert goal_field.text() == "别处改的。"


def test_enter_breaks_the_line_in_a_text(goal_field: Field, session: Session) -> None:
    press(Qt.Key.Key_Return)
    type_text("二、")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_text("三、")
    press(Qt.Key.Key_Tab)
    assert goal(session) == "活跃市场。\n二、\n三、"
    assert goal_field.height() > 3 * goal_field.fontMetrics().height()


def test_enter_in_a_title_goes_on_to_the_text(page: StatementPage, goal_field: Field) -> None:
    page.sheet.chapters[0].sections[0].fields[0].setFocus()
    press(Qt.Key.Key_Return)
    assert focused() is goal_field


def test_arrows_walk_from_field_to_field(page: StatementPage, goal_field: Field) -> None:
    title = page.sheet.chapters[0].sections[0].fields[0]
    press(Qt.Key.Key_Up)
    assert focused() is title
    press(Qt.Key.Key_Down)
    assert focused() is goal_field


def test_blanks_and_empty_lines_at_the_end_go(goal_field: Field, session: Session) -> None:
    QTest.keyClicks(goal_field, "  ")
    press(Qt.Key.Key_Return)
    type_text("　")
    press(Qt.Key.Key_Tab)
    assert goal(session) == "活跃市场。"
    assert goal_field.text() == "活跃市场。"


@pytest.mark.parametrize("text", ["　　首行缩进", "一\u00a0二", "一\u2028二", "尾部空格 "])
def test_a_text_that_is_only_visited_stays_as_it_was(
    text: str, page: StatementPage, session: Session
) -> None:
    session.do("document", SetField("first", "goal", text))
    steps = session.undo_stack.count()
    page.sheet.chapters[0].sections[0].fields[1].setFocus()
    press(Qt.Key.Key_Tab)
    assert goal(session) == text
    assert session.undo_stack.count() == steps


def test_an_edited_text_keeps_its_odd_blanks(goal_field: Field, session: Session) -> None:
    session.do("document", SetField("first", "goal", "　　一\u00a0二\u2028三"))
    goal_field.put_caret(at_end=True)
    type_text("。")
    press(Qt.Key.Key_Tab)
    assert goal(session) == "　　一\u00a0二\u2028三。"


def test_pasted_lines_become_one_title(page: StatementPage, session: Session) -> None:
    title = page.sheet.chapters[0].sections[0].fields[0]
    title.setFocus()
    title.selectAll()
    pasted = QMimeData()
    pasted.setText("促进消费\r\n扩大内需\n")
    pasted.setHtml("<b>促进消费</b><br>扩大内需")
    title.insertFromMimeData(pasted)
    press(Qt.Key.Key_Tab)
    assert session.document("document").statement.subgoals[0].title == "促进消费 扩大内需"


def test_files_are_for_the_window_not_for_the_text(goal_field: Field) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/绩效.txt")])
    assert not goal_field.canInsertFromMimeData(files)


def test_the_hint_is_hidden_while_composing(page: StatementPage) -> None:
    field = page.sheet.chapters[1].sections[1].fields[1]
    field.setFocus()
    assert field.placeholderText()
    hinted = field.viewport().grab().toImage()
    compose("jian")
    composing = field.viewport().grab().toImage()
    compose("")
    assert composing != hinted


def test_the_place_counts_characters(page: StatementPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.place_changed) as said:
        type_text("一 二")
    assert said.args == ["总体绩效目标 · 14 字"]
    with qtbot.waitSignal(page.place_changed) as said:
        page.sheet.chapters[0].sections[0].fields[1].setFocus()
    assert said.args == ["（一）促进消费 · 绩效目标 · 5 字"]
    with qtbot.waitSignal(page.place_changed) as said:
        page.sheet.chapters[0].sections[0].fields[1].selectAll()
    assert said.args == ["（一）促进消费 · 绩效目标 · 5 字 · 选中 5 字"]


@pytest.mark.usefixtures("goal_field")
def test_another_document_first_gets_what_was_typed(page: StatementPage, session: Session) -> None:
    other = Document(2026, "hebei-2024", id="other")
    session.add(other, "新建文档")
    type_text("一。")
    page.show_statement("other")
    assert goal(session) == "活跃市场。一。"
    assert page.sheet.overall.text() == ""
    assert page.sheet.chapters[0].sections == []


def test_a_row_that_is_gone_takes_no_text(page: StatementPage, session: Session) -> None:
    title = page.sheet.chapters[0].sections[2].fields[0]
    title.setFocus()
    QTest.keyClicks(title, "abc")
    session.do("document", Remove(SUBGOALS, frozenset({"third"})))
    page.commit()
    assert page.sheet.chapters[0].section("third") is None
    assert len(session.document("document").statement.subgoals) == 2


def test_a_document_that_is_gone_takes_no_text(page: StatementPage, session: Session) -> None:
    type_text("一。")
    session.remove("document", "删除文本")
    page.commit()
    assert session.outlines == ()
    session.undo_stack.undo()
    page.show_statement("document")
    assert page.sheet.overall.text() == "全年办好八场促消费活动。"
