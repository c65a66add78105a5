"""Suggestions while one types in the grid: when they show, what takes them, what they fill in."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from perfdesk.models.document import Department, Document
from perfdesk.models.project import Indicator, Project
from perfdesk.models.value import IndicatorValue
from perfdesk.paths import settings_dir
from perfdesk.ui.form.hint_list import HintList
from perfdesk.ui.form.value_editor import ValueEditor
from perfdesk.ui.settings import Settings
from perfdesk.ui.suggesting import Suggesting
from tests.ui.form.conftest import OUTPUT, PROJECT, Desk, OpenDesk, indicator
from tests.ui.statement.hands import compose, focused, press, type_text

KEY = Qt.Key
SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
NUMBER, QUALITY = "数量指标", "质量指标"

LAST_YEAR = replace(
    PROJECT,
    id="last-year",
    name="2024年电子商务发展专项资金",
    indicators=(
        indicator("l1", OUTPUT, NUMBER, "直播培训场次", "实际举办的场次", "≥24场", "《培训方案》"),
        indicator("l2", OUTPUT, NUMBER, "站点数量", "建成的站点", "2024年12月底前", "《规划》"),
        indicator("l3", OUTPUT, QUALITY, "站点验收合格率", "合格站点占比", "≥95%", "《合同》"),
    ),
)
OTHER = Project(
    name="2024年商贸流通补助",
    id="other",
    indicators=(
        indicator("o1", OUTPUT, NUMBER, "补贴企业户数", "获得补贴的企业数", "≥30户", "《办法》"),
    ),
)
PAST = Document(
    2024, "hebei-2024", Department("315", "云溪区商务局"), projects=(LAST_YEAR, OTHER), id="past"
)
ROWS = (
    replace(PROJECT.indicators[0], id="row1"),
    Indicator(OUTPUT, NUMBER, id="row2"),
    Indicator(OUTPUT, QUALITY, id="row3"),
    Indicator("", "", id="row4"),
)


@dataclass
class Helped:
    """A desk that has a memory."""

    desk: Desk
    suggesting: Suggesting

    @property
    def shown(self) -> HintList | None:
        """The list of suggestions, where one is seen."""
        lists = self.desk.page.window().findChildren(HintList)
        return next((each for each in lists if each.isVisible()), None)

    @property
    def names(self) -> list[str]:
        """What the list says, from top to bottom; nothing where there is no list."""
        shown = self.shown
        return [shown.item(row).text() for row in range(shown.count())] if shown else []

    def picked(self) -> str | None:
        """What is picked out in the list."""
        hint = self.shown.highlighted_hint() if self.shown else None
        return hint.text if hint else None


OpenHelped = Callable[..., Helped]


@pytest.fixture
def open_helped(open_desk: OpenDesk, qtbot: QtBot) -> OpenHelped:
    def opened(project: Project | None = None, **how: object) -> Helped:
        desk = open_desk(project or replace(PROJECT, indicators=ROWS), **how)
        suggesting = Suggesting(desk.session, Settings(settings_dir()))
        desk.page.suggest_with(suggesting)
        with qtbot.waitSignal(suggesting.ready):
            suggesting.start()
        desk.session.add(PAST, "导入")
        return Helped(desk, suggesting)

    return opened


@pytest.fixture
def helped(open_helped: OpenHelped) -> Helped:
    return open_helped()


def wait() -> None:
    """Let what waits for the paint happen."""
    QApplication.processEvents()


def write(text: str) -> None:
    type_text(text)
    wait()


def test_typing_a_name_shows_what_fits(helped: Helped) -> None:
    helped.desk.go("row2", "name")
    write("站点")
    assert helped.names[0] == "站点数量"
    assert helped.picked() is None


@pytest.mark.parametrize("typed", ["zhib", "zhibo", "zbpx"])
def test_pinyin_finds_it(helped: Helped, typed: str) -> None:
    helped.desk.go("row2", "name")
    write(typed)
    assert helped.names[0] == "直播培训场次"


def test_initials_find_the_library(helped: Helped) -> None:
    helped.desk.go("row3", "name")
    write("yshgl")
    assert "验收合格率" in helped.names


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Tab])
def test_a_suggestion_fills_the_row_in_one_step(helped: Helped, key: Qt.Key) -> None:
    desk = helped.desk
    steps = desk.session.undo_stack.count()
    desk.go("row2", "name")
    type_text("zbpx")
    press(KEY.Key_Down)
    press(key)
    row = desk.row("row2")
    assert (row.name, row.description, row.basis) == (
        "直播培训场次",
        "实际举办的场次",
        "《培训方案》",
    )
    assert row.value == IndicatorValue("≥24场", "≥", "24", "场")
    assert (row.level1, row.level2) == (OUTPUT, NUMBER)
    assert desk.session.undo_stack.count() == steps + 1
    assert desk.at() == ("row2", "value")
    assert desk.view.hasFocus()
    assert helped.shown is None
    desk.undo()
    assert desk.row("row2") == ROWS[1]


def test_enter_goes_on_to_the_next_name(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    type_text("zbpx")
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    type_text("30")
    press(KEY.Key_Return)
    assert desk.row("row2").value.text == "≥30场"
    assert desk.at() == ("row3", "name")


def test_the_year_moves_on(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    type_text("站点数量")
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    assert desk.row("row2").value.text == "2025年12月底前"


def test_a_row_without_level_gets_the_suggestions(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row4", "name")
    type_text("站点验收")
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    assert (desk.row("row4").level1, desk.row("row4").level2) == (OUTPUT, QUALITY)


def test_filled_cells_are_kept(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row1", "name")
    type_text("zbpx")
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    assert desk.row("row1") == replace(ROWS[0], name="直播培训场次")


def test_shift_enter_takes_the_whole_row(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row1", "name")
    type_text("zbpx")
    press(KEY.Key_Down)
    press(KEY.Key_Return, SHIFT)
    row = desk.row("row1")
    assert (row.description, row.value.text) == ("实际举办的场次", "≥24场")


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Tab])
def test_what_is_typed_is_never_changed_unless_one_chooses(helped: Helped, key: Qt.Key) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    write("站点数")
    assert helped.names
    press(key)
    assert desk.row("row2") == replace(ROWS[1], name="站点数")
    assert helped.shown is None


def test_going_back_up_leaves_the_typing(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    write("站点")
    press(KEY.Key_Down)
    assert helped.picked() == "站点数量"
    press(KEY.Key_Up)
    assert helped.picked() is None
    write("数")
    press(KEY.Key_Return)
    assert desk.row("row2").name == "站点数"


def test_typing_on_lets_go_of_what_was_picked(helped: Helped) -> None:
    helped.desk.go("row2", "name")
    write("站")
    press(KEY.Key_Down)
    write("点")
    assert helped.names
    assert helped.picked() is None


def test_escape_closes_the_list_and_then_the_cell(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    write("站点")
    press(KEY.Key_Escape)
    assert helped.shown is None
    assert focused() is desk.editor.focusProxy()
    write("数")
    assert helped.shown is None
    press(KEY.Key_Escape)
    assert desk.view.editing.editor is None
    assert desk.row("row2") == ROWS[1]


@pytest.mark.parametrize("close", [(KEY.Key_Escape, None), (KEY.Key_Up, ALT)])
def test_alt_down_opens_the_list_of_the_level(
    helped: Helped, close: tuple[Qt.Key, Qt.KeyboardModifier | None]
) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    press(KEY.Key_Down, ALT)
    assert set(helped.names[:2]) == {"站点数量", "直播培训场次"}
    assert helped.picked() == helped.names[0]
    press(close[0], close[1] or Qt.KeyboardModifier.NoModifier)
    assert helped.shown is None
    press(KEY.Key_Down, ALT)
    first = helped.picked()
    press(KEY.Key_Tab)
    assert desk.row("row2").name == first


def test_f2_suggests_nothing_before_one_types(helped: Helped) -> None:
    helped.desk.go("row1", "name")
    press(KEY.Key_F2)
    wait()
    assert helped.shown is None
    press(KEY.Key_Backspace)
    wait()
    assert helped.names


def test_a_click_takes_a_suggestion_and_pointing_at_it_does_not(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    write("zbpx")
    shown = helped.shown
    assert shown
    point = shown.visualItemRect(shown.item(0)).center()
    QTest.mouseMove(shown.viewport(), point)
    assert helped.picked() is None
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert desk.row("row2").value.text == "≥24场"
    assert desk.at() == ("row2", "value")


def test_nothing_is_suggested_where_that_is_switched_off(helped: Helped) -> None:
    helped.suggesting.while_typing = False
    helped.desk.go("row2", "name")
    write("站点")
    press(KEY.Key_Down)
    assert helped.shown is None
    press(KEY.Key_Down, ALT)
    assert helped.names[0] == "站点数量"


def test_what_other_rows_have_is_not_suggested(helped: Helped) -> None:
    helped.desk.go("row2", "name")
    write("培训人次")
    assert "培训人次" not in helped.names


class TestComposing:
    """An input method shows letters that are not words yet: they count as pinyin."""

    def test_letters_are_searched_as_they_come(self, helped: Helped) -> None:
        helped.desk.go("row2", "name")
        for letters in ("z", "zh", "zhi'bo"):
            compose(letters)
        wait()
        assert helped.names[0] == "直播培训场次"

    @pytest.mark.parametrize(
        "key", [KEY.Key_Down, KEY.Key_Return, KEY.Key_Tab, KEY.Key_Escape, KEY.Key_Up]
    )
    @pytest.mark.parametrize("opened", [False, True])
    def test_no_key_is_taken_from_it(self, helped: Helped, key: Qt.Key, *, opened: bool) -> None:
        desk = helped.desk
        desk.go("row2", "name")
        if opened:
            press(KEY.Key_F2)
        compose("zhibo")
        wait()
        press(key)
        assert helped.picked() is None
        assert desk.view.editing.editor is not None
        assert desk.row("row2") == ROWS[1]
        assert helped.names[0] == "直播培训场次"

    def test_words_and_letters_together_fall_back_on_the_words(self, helped: Helped) -> None:
        helped.desk.go("row2", "name")
        type_text("直播")
        compose("peixun")
        wait()
        assert helped.names[0] == "直播培训场次"

    def test_a_chosen_word_goes_on_being_searched(self, helped: Helped) -> None:
        helped.desk.go("row2", "name")
        compose("zhibo")
        write("直播")
        assert helped.names[0] == "直播培训场次"
        press(KEY.Key_Down)
        press(KEY.Key_Return)
        assert helped.desk.row("row2").basis == "《培训方案》"

    def test_given_up_it_leaves_nothing(self, helped: Helped) -> None:
        helped.desk.go("row2", "name")
        compose("zhibo")
        wait()
        compose("")
        assert helped.shown is None
        assert helped.desk.row("row2") == ROWS[1]


class TestContents:
    """Cells beside a name that was used before."""

    @pytest.fixture
    def named(self, open_helped: OpenHelped) -> Helped:
        row = Indicator(OUTPUT, NUMBER, "直播培训场次", id="row2")
        return open_helped(replace(PROJECT, indicators=(ROWS[0], row)))

    @pytest.mark.parametrize(
        ("field", "content"), [("description", "实际举办的场次"), ("basis", "《培训方案》")]
    )
    def test_what_stood_there_before_is_offered(
        self, named: Helped, field: str, content: str
    ) -> None:
        desk = named.desk
        desk.go("row2", field)
        press(KEY.Key_Down, ALT)
        assert named.names[0] == content
        press(KEY.Key_Return)
        assert getattr(desk.row("row2"), field) == content

    def test_typing_a_basis_finds_it(self, named: Helped) -> None:
        named.desk.go("row2", "basis")
        write("fangan")
        press(KEY.Key_Down)
        press(KEY.Key_Tab)
        assert named.desk.row("row2").basis == "《培训方案》"

    def test_values_are_offered_whole(self, named: Helped) -> None:
        desk = named.desk
        desk.go("row2", "value")
        press(KEY.Key_Down, ALT)
        assert named.names == ["≥24场"]
        press(KEY.Key_Return)
        assert desk.row("row2").value == IndicatorValue("≥24场", "≥", "24", "场")

    def test_a_bare_number_takes_sign_and_unit_by_habit(self, named: Helped) -> None:
        desk = named.desk
        desk.go("row2", "value")
        type_text("30")
        press(KEY.Key_Return)
        assert desk.row("row2").value == IndicatorValue("≥30场", "≥", "30", "场")

    def test_signs_and_units_begin_with_the_usual_ones(self, named: Helped) -> None:
        desk = named.desk
        desk.go("row2", "value")
        type_text("3")
        editor = desk.editor
        assert isinstance(editor, ValueEditor)
        press(KEY.Key_Right)
        editor.unit.selectAll()
        press(KEY.Key_Down)
        press(KEY.Key_Return)
        assert desk.row("row2").value.unit == "场"

    def test_without_anything_to_choose_it_says_so(self, open_helped: OpenHelped) -> None:
        helped = open_helped(replace(PROJECT, indicators=(Indicator(OUTPUT, NUMBER, id="row1"),)))
        helped.desk.go("row1", "description")
        press(KEY.Key_Down, ALT)
        assert helped.desk.view.editing.editor is None
        assert helped.desk.told == ["这一格没有可供选择的内容，请直接输入"]


class TestPlace:
    """Where the list lies."""

    @pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
    @pytest.mark.parametrize("row", ["row1", "row4"])
    @pytest.mark.parametrize("size", [(1180, 820), (760, 420)])
    def test_it_covers_neither_the_cell_nor_leaves_the_window(
        self, open_helped: OpenHelped, zoom: float, row: str, size: tuple[int, int]
    ) -> None:
        helped = open_helped(zoom=zoom, size=size)
        desk = helped.desk
        desk.go(row, "name")
        press(KEY.Key_Down, ALT)
        wait()
        shown = helped.shown
        assert shown
        window = desk.page.window()
        field = desk.editor.focusProxy()
        assert field
        edited = QRect(field.mapTo(window, QPoint()), field.size())
        assert window.rect().contains(shown.geometry())
        assert not shown.geometry().intersects(edited)


def test_an_edit_elsewhere_leaves_the_list_in_place(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    write("站点")
    desk.session.undo_stack.undo()
    assert focused() is desk.editor.focusProxy()
    write("数")
    press(KEY.Key_Return)
    assert desk.row("row2").name == "站点数"


def test_a_missing_level_brings_the_best_suggestion_along(open_helped: OpenHelped) -> None:
    helped = open_helped(replace(PROJECT, indicators=ROWS[:2]))
    desk = helped.desk
    buttons = desk.page.findChildren(QPushButton)
    next(each for each in buttons if each.text() == f"＋ {QUALITY}").click()
    row = desk.project.indicators[2]
    assert (row.level2, desk.at()) == (QUALITY, (row.id, "name"))
    assert helped.picked() == "站点验收合格率"
    press(KEY.Key_Tab)
    assert desk.row(row.id).basis == "《合同》"
    assert desk.at() == (row.id, "value")


def test_control_enter_fills_what_was_typed(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    press(KEY.Key_Down, SHIFT)
    write("站点")
    press(KEY.Key_Return, CONTROL)
    assert [desk.row(each).name for each in ("row2", "row3")] == ["站点", "站点"]
