"""Suggestions for the other cells of a row, while a word is composed, and where the list lies."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from perfdesk.models.project import Indicator
from perfdesk.models.value import IndicatorValue
from perfdesk.ui.form.value_editor import ValueEditor
from tests.ui.form.conftest import OUTPUT, PROJECT
from tests.ui.form.helped import NUMBER, ROWS, Helped, OpenHelped, wait, write
from tests.ui.statement.hands import compose, press, type_text

KEY = Qt.Key
SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


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
