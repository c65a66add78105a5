"""Replacing with a preview: what is ticked changes, as one step, what was handed in does not."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from perfdesk.models.change import SetField
from perfdesk.models.document import Submission
from perfdesk.models.search.found import find_in
from perfdesk.models.search.query import Query
from perfdesk.models.value import IndicatorValue
from perfdesk.models.years.submit import Submit
from perfdesk.ui.search.hit import SUBMITTED, Column
from perfdesk.ui.search.hits_model import HitsModel
from tests.ui.search.conftest import CTRL, SHIFT, Seeker

SUBMISSION = Submission("张三", "2024-11-20T16:30:00+08:00")


def begin(seeker: Seeker, old: str, new: str) -> None:
    """Press Ctrl+H and fill in both fields."""
    seeker.press(Qt.Key.Key_H, CTRL)
    seeker.write(old)
    seeker.press(Qt.Key.Key_Tab)
    while not seeker.panel.head.by.hasFocus():
        seeker.press(Qt.Key.Key_Tab)
    seeker.write(new)
    seeker.wait()


def model(seeker: Seeker) -> HitsModel:
    found = seeker.panel.table.model()
    assert isinstance(found, HitsModel)
    return found


def shown(seeker: Seeker, column: Column) -> list[str]:
    table = model(seeker)
    return [str(table.index(row, column).data()) for row in range(table.rowCount())]


def press_button(seeker: Seeker, text: str) -> None:
    head = seeker.panel.head
    button = next(each for each in (head.replace, head.replace_all) if each.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_all_ticked_texts_change_as_one_step(seeker: Seeker) -> None:
    begin(seeker, "培训", "研修")
    before = seeker.document()
    after = shown(seeker, Column.AFTER)
    assert all("研修" in text and "培训" not in text for text in after)
    assert seeker.document() is before, "a preview changes nothing"
    press_button(seeker, "全部替换")
    project = seeker.document().projects[0]
    assert list(find_in(Query("培训"), seeker.document(), project.id)) == []
    assert seeker.document().projects[1] is before.projects[1], "only this form was asked for"
    assert seeker.workspace.session.undo_stack.count() == 1
    seeker.workspace.session.undo_stack.undo()
    assert seeker.document() == before


def test_what_is_not_ticked_stays(seeker: Seeker) -> None:
    begin(seeker, "培训", "研修")
    seeker.press(Qt.Key.Key_Down)
    seeker.press(Qt.Key.Key_Down)
    left = seeker.panel.hits[1]
    seeker.press(Qt.Key.Key_Space)
    assert left not in model(seeker).chosen()
    press_button(seeker, "全部替换")
    project = seeker.document().projects[0]
    standing = [f.written for f in find_in(Query("培训"), seeker.document(), project.id)]
    assert standing == [left.written]


def test_a_click_takes_the_tick_and_gives_it_back(seeker: Seeker) -> None:
    begin(seeker, "培训", "研修")
    table = seeker.panel.table
    box = table.visualRect(model(seeker).index(0, Column.TICK)).center()
    total = len(seeker.panel.hits)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert len(model(seeker).chosen()) == total - 1
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert len(model(seeker).chosen()) == total
    seeker.panel.head.all.click()
    assert model(seeker).chosen() == []
    assert not seeker.panel.head.replace_all.isEnabled()


def test_one_after_the_other(seeker: Seeker) -> None:
    begin(seeker, "培训", "研修")
    first, second = seeker.panel.hits[:2]
    press_button(seeker, "替换此处")
    seeker.wait()
    assert first.written.text not in seeker.texts()
    assert seeker.panel.hit is not None
    assert seeker.panel.hit.key == second.key
    assert seeker.workspace.session.undo_stack.count() == 1


def test_a_value_is_split_anew(seeker: Seeker) -> None:
    begin(seeker, "人次", "人")
    press_button(seeker, "全部替换")
    values = [row.value for row in seeker.document().projects[0].indicators]
    assert IndicatorValue("≥600人", "≥", "600", "人") in values


def test_nothing_is_replaced_until_what_is_looked_for_now_is_listed(seeker: Seeker) -> None:
    begin(seeker, "人次", "人")
    before, head = seeker.document(), seeker.panel.head
    head.field.setText("次")
    head.by.setText("")
    assert not seeker.panel.at_rest
    for button in (head.replace_all, head.replace):
        assert not button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert seeker.document() is before
    seeker.wait()
    assert head.replace_all.isEnabled()
    assert head.replace.isEnabled()


def test_the_list_stays_where_it_is_while_something_else_changes(seeker: Seeker) -> None:
    seeker.press(Qt.Key.Key_F, CTRL | SHIFT)
    begin(seeker, "云溪区", "云河区")
    bar = seeker.panel.table.verticalScrollBar()
    seeker.panel.table.pick_row(0)
    bar.setValue(bar.maximum() // 2)
    seen = bar.value()
    assert seen > 0
    document = seeker.document()
    change = SetField(document.projects[0].id, "purpose", "别的事")
    for step in (
        lambda: seeker.workspace.session.do(document.id, change),
        seeker.workspace.session.undo_stack.undo,
    ):
        step()
        assert not seeker.panel.at_rest
        seeker.wait()
        assert bar.value() == seen


def test_all_years_change_as_one_step(seeker: Seeker) -> None:
    seeker.press(Qt.Key.Key_F, CTRL | SHIFT)
    begin(seeker, "云溪区", "云河区")
    before = seeker.document(0), seeker.document(1)
    press_button(seeker, "全部替换")
    assert [list(find_in(Query("云溪区"), seeker.document(at))) for at in (0, 1)] == [[], []]
    seeker.workspace.session.undo_stack.undo()
    assert (seeker.document(0), seeker.document(1)) == before


def test_what_was_handed_in_is_shown_and_left_alone(seeker: Seeker, qtbot: QtBot) -> None:
    old = seeker.document(1)
    seeker.workspace.session.do(old.id, Submit(SUBMISSION))
    submitted = replace(old, submitted=SUBMISSION)
    seeker.press(Qt.Key.Key_F, CTRL | SHIFT)
    begin(seeker, "云溪区", "云河区")
    said = shown(seeker, Column.AFTER)
    locked = [hit.home.locked for hit in seeker.panel.hits]
    assert any(locked)
    assert [text == SUBMITTED for text in said] == locked
    assert "已上报，不替换" in seeker.panel.head.count.text()
    press_button(seeker, "全部替换")
    done = seeker.window.status.currentMessage()
    assert done == (
        f"已替换 {locked.count(False)} 格，{locked.count(True)} 格已上报、没有替换，按 Ctrl+Z 撤销"
    )
    assert seeker.document(1) == submitted
    assert list(find_in(Query("云溪区"), seeker.document(0))) == []


def test_only_what_became_another_text_is_counted(seeker: Seeker) -> None:
    """`≥` and `>=` are the same value: putting one for the other changes nothing there."""
    begin(seeker, "≥", ">=")
    values = sum(hit.written.place.field == "value" for hit in seeker.panel.hits)
    assert values > 0
    before = seeker.document()
    press_button(seeker, "全部替换")
    others = len(seeker.panel.hits) - values
    said = f"已替换 {others} 格，按 Ctrl+Z 撤销" if others else "没有需要替换的内容"
    assert seeker.window.status.currentMessage() == said
    assert [each.indicators for each in seeker.document().projects] == [
        each.indicators for each in before.projects
    ]


def test_what_was_handed_in_meanwhile_is_counted_as_left(seeker: Seeker) -> None:
    begin(seeker, "培训", "研修")
    found = len(seeker.panel.hits)
    old = seeker.document()
    seeker.workspace.session.do(old.id, Submit(SUBMISSION))
    submitted = replace(old, submitted=SUBMISSION)
    press_button(seeker, "全部替换")
    said = seeker.window.status.currentMessage()
    assert said == f"没有需要替换的内容，{found} 格已上报、没有替换"
    assert seeker.document() == submitted
