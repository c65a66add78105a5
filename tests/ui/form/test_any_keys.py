"""Whatever keys and clicks come, in any order: nothing breaks, and undo brings everything back."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from perfdesk.ui.form.metrics import PADDING_X
from tests.ui.form.conftest import Desk, OpenDesk
from tests.ui.statement import hands
from tests.ui.stepping import go_to_step

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
MOVES = (
    *(KEY.Key_Return, KEY.Key_Tab, KEY.Key_Backtab, KEY.Key_Escape, KEY.Key_F2),
    *(KEY.Key_Left, KEY.Key_Right, KEY.Key_Up, KEY.Key_Down, KEY.Key_Home, KEY.Key_End),
    *(KEY.Key_Delete, KEY.Key_Backspace, KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_Space),
)
COMMANDS = (
    *(KEY.Key_Plus, KEY.Key_Minus, KEY.Key_A, KEY.Key_C, KEY.Key_V, KEY.Key_X, KEY.Key_D),
    *(KEY.Key_R, KEY.Key_Apostrophe, KEY.Key_Semicolon, KEY.Key_Down, KEY.Key_Right),
    *(KEY.Key_Z, KEY.Key_Return, KEY.Key_Home, KEY.Key_End),
)
TEXTS = ("甲", "≥90%", "12月31日前", "效益", "1.甲\n2.乙", "长" * 60, "3\t4\n5\t6", "2")
CLIPS = ("甲", "1\t2\t3\n4\t5\t6\n", '"一\n二"\t三', "\t\t\n\t", "效益指标\t乙\n\t丙")


def press(_desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTimer.singleShot(0, agree)  # a paste that leaves something out asks first
    hands.press(key, modifier)


def agree() -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        QTest.keyClick(dialog, KEY.Key_Return)


def fill_in(_desk: Desk, text: str, leave: Qt.Key) -> None:
    hands.type_text(text)
    hands.press(leave)


def compose(_desk: Desk, text: str) -> None:
    hands.compose(text)


def clip(_desk: Desk, text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def click(desk: Desk, x: int, y: int, modifier: Qt.KeyboardModifier) -> None:
    QTest.mouseClick(desk.viewport, LEFT, modifier, QPoint(x, y))


def double_click(desk: Desk, x: int, y: int) -> None:
    QTest.mouseDClick(desk.viewport, LEFT, NONE, QPoint(x, y))


def drag(desk: Desk, x: int, y: int, to_x: int, to_y: int) -> None:
    QTest.mouseMove(desk.viewport, QPoint(x, y))
    QTest.mousePress(desk.viewport, LEFT, NONE, QPoint(x, y))
    QTest.mouseMove(desk.viewport, QPoint(to_x, to_y))
    QTest.mouseRelease(desk.viewport, LEFT, NONE, QPoint(to_x, to_y))


def zoom(desk: Desk, factor: float) -> None:
    desk.page.set_zoom(factor)


def travel(desk: Desk, index: int) -> None:
    go_to_step(desk.session.undo_stack, min(index, desk.session.undo_stack.count()))


def any_of(
    function: Callable[..., None], *choices: st.SearchStrategy[Any]
) -> st.SearchStrategy[Any]:
    return st.tuples(st.just(function), *choices)


X, Y = st.integers(0, 1150), st.integers(0, 800)
MODIFIERS = st.sampled_from([NONE, NONE, SHIFT, CONTROL, ALT])
STEPS = st.one_of(
    any_of(press, st.sampled_from(MOVES), MODIFIERS),
    any_of(press, st.sampled_from(COMMANDS), st.sampled_from([CONTROL, CONTROL | SHIFT])),
    any_of(fill_in, st.sampled_from(TEXTS), st.sampled_from(MOVES)),
    any_of(fill_in, st.sampled_from(TEXTS), st.sampled_from([KEY.Key_Return, KEY.Key_Tab])),
    any_of(compose, st.sampled_from(["pin", ""])),
    any_of(clip, st.sampled_from(CLIPS)),
    any_of(click, X, Y, MODIFIERS),
    any_of(double_click, X, Y),
    any_of(drag, X, Y, X, Y),
    any_of(zoom, st.sampled_from([0.8, 1.0, 1.5])),
    any_of(travel, st.integers(0, 9)),
)


def check(desk: Desk) -> None:
    """The cursor stands in the sheet, the sheet shows the document, and every text fits."""
    cells, layout = desk.view.sheet.cells, desk.view.sheet_layout
    assert desk.view.where.cell in cells.editable
    assert desk.view.sheet.project is desk.document.project("project")
    assert layout.cells is cells
    for cell in cells.sheet.cells:
        rect, shown = layout.rect(cell), layout.shown(cell)
        if shown.text and cell != desk.view.editing.cell:
            inner = rect.width() - 2 * layout.metrics.px(PADDING_X)
            letters = layout.metrics.set(shown.text, cell.role, inner, shown.strong)
            assert letters.height <= rect.height()


# The page is opened anew for each example, inside the test.
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.lists(STEPS, min_size=20, max_size=50))
def test_any_keys(open_desk: OpenDesk, steps: list[tuple[Any, ...]]) -> None:
    desk = open_desk()
    before = desk.document
    for take, *how in steps:
        if QApplication.focusWidget() is None:
            desk.page.activateWindow()  # nobody does that behind a question without a screen
            desk.view.setFocus()
            QApplication.processEvents()
        take(desk, *how)
        check(desk)
    desk.page.commit()
    after, stack = desk.document, desk.session.undo_stack
    done = stack.index()
    go_to_step(stack, 0)
    check(desk)
    assert desk.document == before
    go_to_step(stack, done)
    check(desk)
    assert desk.document == after
    desk.page.hide()
