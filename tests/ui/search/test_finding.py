"""Finding texts with real keys: in the form, the document and all years."""

from contextlib import AbstractContextManager

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from perfdesk.io.problem import Problem
from perfdesk.models.change import SetField
from perfdesk.models.search.found import find_in
from perfdesk.models.search.query import Query
from perfdesk.models.sheet import Place
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.reader import Reader
from perfdesk.ui.search.finder import Finder, Source
from perfdesk.ui.search.hit import Column, Scope
from perfdesk.ui.search.hit_delegate import around_first
from perfdesk.ui.tree.nodes import Key, Kind
from tests.ui.looking import label
from tests.ui.search.conftest import CTRL, SHIFT, Seeker


def test_ctrl_f_finds_in_the_form_that_is_shown(seeker: Seeker) -> None:
    texts = seeker.find("培训")
    project = seeker.document().projects[0]
    every = [f.written.text for f in find_in(Query("培训"), seeker.document(), project.id)]
    assert len(every) > 5
    assert texts == every
    assert seeker.panel.isVisible()
    assert seeker.panel.head.scope is Scope.FORM
    assert f"{len(every)} 格" in seeker.panel.head.count.text()


def test_ctrl_shift_f_finds_in_all_years(seeker: Seeker) -> None:
    texts = seeker.find("培训", CTRL | SHIFT)
    every = [
        found.written.text for at in (0, 1) for found in find_in(Query("培训"), seeker.document(at))
    ]
    assert texts == every
    years = {hit.words(Column.YEAR)[:5] for hit in seeker.panel.hits}
    assert years == {"2025年", "2024年"}


def test_enter_shows_one_after_the_other_and_stays_in_the_field(seeker: Seeker) -> None:
    seeker.find("培训")
    field = QApplication.focusWidget()
    reached = []
    for _ in range(3):
        seeker.press(Qt.Key.Key_Return)
        reached.append(place(seeker))
    wanted = [hit.written.place for hit in seeker.panel.hits[:3]]
    assert [each.row_id for each in reached] == [each.row_id for each in wanted]
    assert QApplication.focusWidget() is field
    seeker.press(Qt.Key.Key_Return, SHIFT)
    assert place(seeker) == reached[1]


def test_f3_goes_on_from_where_the_cursor_is(seeker: Seeker) -> None:
    seeker.find("培训")
    seeker.press(Qt.Key.Key_Escape)
    assert not seeker.panel.isVisible()
    seeker.press(Qt.Key.Key_End, CTRL)
    seeker.press(Qt.Key.Key_F3)
    seeker.wait()
    first = seeker.panel.hits[0].written.place
    assert place(seeker) == first, "round the end"
    seeker.press(Qt.Key.Key_F3, SHIFT)
    assert place(seeker).row_id == seeker.panel.hits[-1].written.place.row_id
    assert seeker.window.navigator.isAncestorOf(focus())


def test_enter_in_the_list_opens_the_cell_with_the_words_selected(seeker: Seeker) -> None:
    seeker.find("培训", CTRL | SHIFT)
    seeker.press(Qt.Key.Key_Down)
    for _ in range(4):
        seeker.press(Qt.Key.Key_Down)
    hit = seeker.panel.hit
    assert hit is not None
    seeker.press(Qt.Key.Key_Return)
    editor = focus()
    assert seeker.window.navigator.isAncestorOf(editor)
    assert isinstance(editor, QTextEdit)
    assert editor.textCursor().selectedText() == "培训"
    assert hit.written.text in editor.toPlainText()


def test_a_double_click_goes_to_another_form(seeker: Seeker) -> None:
    seeker.find("用于", CTRL | SHIFT)
    rows = [row for row, hit in enumerate(seeker.panel.hits) if hit.project_id]
    seeker.panel.pick_row(rows[3])
    table = seeker.panel.table
    at = table.visualRect(table.currentIndex()).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert seeker.window.navigator.key.project_id == seeker.panel.hits[rows[3]].project_id


def test_a_hit_in_part_one_is_opened_there(seeker: Seeker) -> None:
    seeker.find("绩效", CTRL | SHIFT)
    seeker.press(Qt.Key.Key_Down)
    assert seeker.panel.hit
    assert not seeker.panel.hit.project_id
    seeker.press(Qt.Key.Key_Return)
    assert seeker.window.navigator.key.kind is Kind.STATEMENT


def test_what_is_being_typed_is_found_too(seeker: Seeker) -> None:
    seeker.press(Qt.Key.Key_Home, CTRL)
    seeker.write("从未有过的名称")
    assert seeker.find("从未有过") == ["从未有过的名称"]
    seeker.press(Qt.Key.Key_Escape)
    assert seeker.window.navigator.isAncestorOf(focus())


def test_selected_words_are_looked_for(seeker: Seeker) -> None:
    seeker.find("乡村")
    seeker.press(Qt.Key.Key_Down)
    seeker.press(Qt.Key.Key_Return)
    editor = focus()
    assert isinstance(editor, QTextEdit)
    text = editor.toPlainText()
    cursor = editor.textCursor()
    cursor.setPosition(text.index("电商"))
    cursor.setPosition(text.index("电商") + 2, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    seeker.press(Qt.Key.Key_F, CTRL)
    assert seeker.panel.head.field.text() == "电商"


def test_case_and_width_matter_only_where_asked(seeker: Seeker) -> None:
    assert seeker.find("ｐ００") != []
    seeker.panel.head.exactly.click()
    seeker.wait()
    assert seeker.texts() == []
    assert "没有找到" in seeker.panel.head.count.text()
    seeker.panel.head.field.setText("培训人次")
    seeker.panel.head.whole.click()
    seeker.wait()
    assert set(seeker.texts()) == {"培训人次"}


def test_edits_undo_and_other_forms_keep_the_list_true(seeker: Seeker, qtbot: QtBot) -> None:
    seeker.find("用于")
    project = seeker.document().projects[0]
    seeker.workspace.session.do(seeker.document().id, SetField(project.id, "purpose", "别的"))
    qtbot.waitUntil(lambda: project.purpose not in seeker.texts() and seeker.panel.at_rest)
    seeker.workspace.session.undo_stack.undo()
    qtbot.waitUntil(lambda: project.purpose in seeker.texts())
    seeker.go(1)
    other = seeker.document().projects[1]
    qtbot.waitUntil(lambda: other.purpose in seeker.texts())


def test_scopes_that_make_no_sense_are_not_offered(seeker: Seeker) -> None:
    seeker.find("培训")
    head = seeker.panel.head
    seeker.window.go_to(Key(Kind.YEAR, year=2025))
    assert [scope for scope, button in head.scopes.items() if button.isEnabled()] == [Scope.ALL]
    assert head.scope is Scope.ALL
    seeker.window.go_to(Key(Kind.DEPARTMENT, seeker.document().id))
    assert not head.scopes[Scope.FORM].isEnabled()


def test_an_input_method_keeps_its_keys(seeker: Seeker) -> None:
    seeker.find("培训")
    before = place(seeker)
    field = focus()
    assert isinstance(field, QLineEdit)
    QApplication.sendEvent(field, QInputMethodEvent("pei xun", []))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_F3):
        seeker.press(key)
        assert QApplication.focusWidget() is field
        assert seeker.panel.isVisible()
    assert place(seeker) == before
    done = QInputMethodEvent()
    done.setCommitString("班")
    QApplication.sendEvent(field, done)
    assert field.text() == "培训班"
    seeker.press(Qt.Key.Key_Escape)
    assert not seeker.panel.isVisible()


def test_esc_closes_the_panel_wherever_in_it_one_is(seeker: Seeker) -> None:
    seeker.find("培训", CTRL)
    head = seeker.panel.head
    controls = (head.field, head.previous, head.exactly, head.close_button, *head.scopes.values())
    for control in (*controls, seeker.panel.table):
        seeker.press(Qt.Key.Key_F, CTRL)
        control.setFocus()
        assert focus() is control
        seeker.press(Qt.Key.Key_Escape)
        assert not seeker.panel.isVisible()
        assert seeker.window.navigator.isAncestorOf(focus())


def test_findings_give_way_and_come_back(seeker: Seeker) -> None:
    findings = seeker.window.commands.review.panel
    seeker.press(Qt.Key.Key_F8)
    assert findings.isVisible()
    seeker.press(Qt.Key.Key_F, CTRL)
    assert not findings.isVisible()
    seeker.press(Qt.Key.Key_Escape)
    assert findings.isVisible()
    assert not seeker.panel.isVisible()


def test_nothing_found_is_said(seeker: Seeker) -> None:
    assert seeker.find("没有这样的词") == []
    seeker.press(Qt.Key.Key_F3)
    seeker.wait()
    assert seeker.window.status.currentMessage() == "没有找到“没有这样的词”"
    assert label(seeker.window, "当前位置")


def test_the_first_hit_is_among_what_is_shown() -> None:
    text = "一" * 40 + "培训" + "二" * 40
    shown, spans = around_first(text, [(40, 42)], 20)
    assert shown[slice(*spans[0])] == "培训"
    assert spans[0][1] < 20
    assert around_first(text, [(40, 42)], 60) == (text, [(40, 42)])


def test_a_store_that_cannot_be_read_is_said(qtbot: QtBot) -> None:
    def gone() -> AbstractContextManager[Reader]:
        raise Problem("数据文件不在了。")

    finder = Finder(gone)
    said: list[str] = []
    finder.troubled.connect(said.append)
    with qtbot.waitSignal(finder.done):
        finder.look(Query("x"), [Source("nowhere")])
    assert said == ["数据文件不在了。"]
    finder.close()


def test_the_number_of_a_hit_goes_with_the_panel(seeker: Seeker) -> None:
    seeker.find("培训")
    seeker.press(Qt.Key.Key_F3)
    assert "格，共" in seeker.window.status.currentMessage()
    seeker.press(Qt.Key.Key_F, CTRL)
    seeker.press(Qt.Key.Key_F3)
    seeker.press(Qt.Key.Key_Escape)
    assert not seeker.panel.isVisible()
    assert not seeker.window.status.currentMessage()


def place(seeker: Seeker) -> Place:
    page = seeker.window.navigator.page()
    assert isinstance(page, ProjectPage)
    found = page.current_place()
    assert found is not None
    return found


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
