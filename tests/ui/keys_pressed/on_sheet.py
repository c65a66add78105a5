"""What keys do on the sheet and in the window around it."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from perfdesk.ui.tree.nodes import Kind
from tests.ui.key_names import sequences
from tests.ui.keys_pressed.world import Case, World, clipped
from tests.ui.looking import label
from tests.ui.statement.hands import type_text

GRID = 8 * 5 + 3
"""How many cells the grid of the first form has, levels that rows share counted once."""


def opens(name: str, text: Callable[[World], str]) -> Case:
    def check(world: World, key: str) -> None:
        world.go(1, name)
        world.press(key)
        assert world.editor
        assert world.typed == text(world)

    return check


def empties(world: World, key: str) -> None:
    world.go(1, "name")
    world.press(key)
    assert world.row(1).name == ""
    assert not world.editor


def gives_up(world: World, key: str) -> None:
    world.press("F2")
    type_text("甲")
    world.press(key)
    assert not world.editor
    assert world.row(0).name == "培训人次"


def types_and_moves(world: World, key: str) -> None:
    ends = ((1, "name"), (0, "description"), (1, "value"), (2, "description"))
    for sequence, end in zip(sequences(key), ends, strict=True):
        world.go(1, "description")
        type_text("甲")
        world.hit(sequence)
        assert (world.row(1).description, world.at) == ("甲", end)
        world.go(1, "description")
        world.press("F2")
        world.hit(sequence)
        assert world.is_open
        world.press("Esc")


def breaks_a_line(world: World, key: str) -> None:
    world.press("F2")
    world.press(key)
    type_text("甲")
    world.press("Enter")
    assert world.row(0).name == "培训人次\n甲"


def opens_a_list(world: World, key: str) -> None:
    world.go(1, "level2")
    world.press(key)
    assert world.editor
    assert world.editor.open_list()


def goes_between_parts(world: World, key: str) -> None:
    world.go(1, "value")
    world.press("F2")
    if key == "←":
        world.press("Home")
    world.press(key)
    part = {"←": "计算符号", "→": "计量单位"}[key]
    assert world.focused.accessibleName() == part


def tidies(world: World, key: str) -> None:
    QGuiApplication.clipboard().setText("培训 人次")
    world.press("Ctrl+V")
    world.press(key)
    assert world.row(0).name == "培训人次"


def fills(start: tuple[int, str], by: str, end: tuple[int, str]) -> Case:
    """A key repeats what is in one cell in another that is selected along with it."""

    def check(world: World, key: str) -> None:
        world.go(*start)
        world.press(by)
        world.press(key)
        texts = [getattr(world.row(row), name) for row, name in (start, end)]
        assert texts[0] == texts[1]

    return check


def changes_rows(change: int, start: int = 1) -> Case:
    def check(world: World, key: str) -> None:
        world.go(start, "name")
        count = len(world.project.indicators)
        world.press(key)
        assert len(world.project.indicators) == count + change

    return check


def moves_the_row(step: int) -> Case:
    def check(world: World, key: str) -> None:
        world.go(1, "name")
        moved = world.row(1).id
        world.press(key)
        assert world.row(1 + step).id == moved

    return check


def copies(world: World, key: str) -> None:
    world.press(key)
    assert clipped() == "培训人次"
    assert world.row(0).name == "培训人次"
    world.go(1, "name")
    world.press("Ctrl+V")
    assert world.row(1).name == "培训人次"
    assert world.row(0).name == ("" if key == "Ctrl+X" else "培训人次")


def pastes(world: World, key: str) -> None:
    QGuiApplication.clipboard().setText("乙")
    world.press(key)
    assert world.row(0).name == "乙"


def takes_last_years(world: World, key: str) -> None:
    world.press("F12")
    world.go(0, "basis")
    world.press(key)
    assert world.row(0).basis == "去年的依据"


def says(words: str) -> Case:
    def check(world: World, key: str) -> None:
        world.press(key)
        world.desk.qtbot.waitUntil(lambda: words in world.desk.said)

    return check


def searches_on(world: World, key: str) -> None:
    world.press("Ctrl+F")
    type_text("企业")
    panel = world.desk.window.commands.search.panel
    world.desk.qtbot.waitUntil(lambda: bool(panel.hits))
    world.desk.window.navigator.setFocus()
    world.press(key)
    assert "共" in world.desk.said


def goes_to_a_finding(world: World, key: str) -> None:
    world.press(key)
    assert world.desk.at[1] in ("value", "description")
    assert world.desk.at[0] != "培训人次"


def mends(world: World, key: str) -> None:
    world.go(5, "value")
    world.press(key)
    assert world.row(5).value.text != "≥100%"


def explains(world: World, key: str) -> None:
    world.go(5, "value")
    world.press(key)
    panel = world.desk.panel
    world.desk.qtbot.waitUntil(panel.isVisible)


def travels(redo: str = "") -> Case:
    def check(world: World, key: str) -> None:
        world.press("Delete")
        if redo:
            world.press("Ctrl+Z")
        world.press(key)
        assert world.row(0).name == ("" if redo else "培训人次")

    return check


def steps_to(kind: Kind, project: int) -> Case:
    def check(world: World, key: str) -> None:
        start = 1 - project
        world.desk.go(start)
        world.press(key)
        shown = world.desk.window.navigator.key
        assert (shown.kind, shown.project_id) == (kind, world.desk.document.projects[project].id)

    return check


def adds_a_project(world: World, key: str) -> None:
    world.press(key)
    assert len(world.desk.document.projects) == 3


def focuses(name: str) -> Case:
    def check(world: World, key: str) -> None:
        world.desk.window.tree.view.setFocus()
        if name == "tree":
            world.go(0, "name")
        world.press(key)
        window = world.desk.window
        there = {"tree": window.tree.view, "filter": window.tree.filter, "sheet": window.navigator}
        assert there[name] is world.focused or there[name].isAncestorOf(world.focused)

    return check


def focuses_a_field(world: World, key: str) -> None:
    world.press(key)
    world.desk.qtbot.waitUntil(lambda: isinstance(world.focused, QLineEdit))


def zooms(shown: str) -> Case:
    def check(world: World, key: str) -> None:
        if key == "Ctrl+0":
            world.press("Ctrl+Alt+=")
        world.press(key)
        assert label(world.desk.window, "显示比例") == shown

    return check


def closes(world: World, key: str) -> None:
    world.press(key)
    assert not world.desk.window.isVisible()


def leaves_the_sheet(world: World, key: str) -> None:
    world.press(key)
    assert not world.page.view.hasFocus()


def selects_the_grid(world: World, key: str) -> None:
    world.press(key)
    assert world.selected == GRID


def lists_what_it_would_mend(world: World, key: str) -> None:
    world.go(5, "value")
    world.press(key)
    world.desk.qtbot.waitUntil(lambda: bool(world.asked))


def turns(start: int, name: str, *, down: bool) -> Case:
    def check(world: World, key: str) -> None:
        world.go(start, name)
        world.press(key)
        reach = world.page.view.where.reach
        cell = world.page.view.sheet.cells.find(reach.place if reach else None)
        heading = world.page.view.sheet.cells.sheet.heading_row
        row = cell.row - heading - 1 if cell else -1
        assert row > start if down else row < start

    return check
