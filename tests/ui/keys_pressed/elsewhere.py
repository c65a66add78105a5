"""What keys do in the statement and in the tree."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QGuiApplication

from perfdesk.models.change import SUBGOALS, Insert, Remove, Together
from perfdesk.models.sheet import Place
from perfdesk.ui.overview.page import OverviewPage
from perfdesk.ui.statement.field import Field
from perfdesk.ui.statement.past_panel import PastPanel
from perfdesk.ui.tree.nodes import Key, Kind
from tests.ui.keys_pressed.world import Case, World
from tests.ui.statement.hands import type_text


def in_statement(title: bool = False) -> Callable[[World], Field]:
    def go(world: World) -> Field:
        window = world.desk.window
        window.go_to(Key(Kind.STATEMENT, world.desk.document.id))
        fields = window.navigator.findChildren(Field)
        wanted = "分项绩效目标标题" if title else "绩效目标"
        (first, *_) = [each for each in fields if each.accessibleName() == wanted]
        first.setFocus()
        first.put_caret(at_end=True)
        return first

    return go


def goal(world: World) -> str:
    return world.desk.document.statement.subgoals[0].goal


def breaks_in_statement(world: World, key: str) -> None:
    field = in_statement()(world)
    world.press(key)
    type_text("甲")
    field.commit()
    assert goal(world).endswith("\n甲")


def changes_sections(order: list[str]) -> Case:
    def check(world: World, key: str) -> None:
        field = in_statement()(world)
        if key == "Alt+↑":
            below = world.desk.window.navigator.findChildren(Field)
            same = [each for each in below if each.accessibleName() == field.accessibleName()]
            same[1].setFocus()
        world.press(key)
        titles = [each.title for each in world.desk.document.statement.subgoals]
        assert titles == order

    return check


def tidies_in_statement(world: World, key: str) -> None:
    field = in_statement()(world)
    QGuiApplication.clipboard().setText("提高 水平")
    world.press("Ctrl+V")
    world.press(key)
    field.commit()
    assert goal(world).endswith("提高水平")


def compares_in_statement(world: World, key: str) -> None:
    in_statement()(world)
    for shown in (True, False):
        world.press(key)
        panels = world.desk.window.navigator.findChildren(PastPanel)
        assert [each.isVisible() for each in panels] == [shown]


def takes_in_statement(world: World, key: str) -> None:
    said = goal(world)
    field = in_statement()(world)
    field.selectAll()
    type_text("改过")
    field.commit()
    world.press(key)
    assert goal(world) == said, "last year's says the same"


def confirms_in_statement(left: int) -> Case:
    """A key leaves so many of two texts to be looked at, which came from last year."""

    def check(world: World, key: str) -> None:
        bring_over(world)
        world.press(key)
        assert world.desk.document.statement.unconfirmed == left

    return check


def goes_to_what_is_left(world: World, key: str) -> None:
    """A key goes to the next of two texts that came from last year, and round."""
    bring_over(world)
    first = world.desk.document.statement.subgoals[0]
    page = world.desk.window.navigator.page()
    assert page
    for field in ("title", "goal", "title"):
        world.press(key)
        assert page.current_place() == Place(first.id, field)


def bring_over(world: World) -> None:
    """Let title and goal of the first sub-goal come from last year, and stand in its goal."""
    document = world.desk.document
    first = document.statement.subgoals[0]
    carried = replace(first, carried=frozenset({"goal", "title"}))
    rows = (Remove(SUBGOALS, frozenset({first.id})), Insert(SUBGOALS, 0, (carried,)))
    world.desk.workspace.session.do(document.id, Together("带入", rows))
    in_statement()(world)


def in_tree(world: World) -> None:
    world.go(0, "name")
    world.desk.window.tree.view.setFocus()


def enters_the_page(world: World, key: str) -> None:
    in_tree(world)
    world.press(key)
    assert world.page.view.hasFocus()


def renames(world: World, key: str) -> None:
    in_tree(world)
    world.press(key)
    assert isinstance(world.focused, type(world.desk.window.tree.filter))


def removes_a_project(world: World, key: str) -> None:
    in_tree(world)
    world.press(key)
    assert len(world.desk.document.projects) == 1


def moves_a_project(world: World, key: str) -> None:
    names = [each.name for each in world.desk.document.projects]
    world.desk.go(0 if key == "Alt+↓" else 1)
    world.desk.window.tree.view.setFocus()
    world.press(key)
    assert [each.name for each in world.desk.document.projects] == names[::-1]


def in_overview(world: World, row: int = 0) -> OverviewPage:
    world.desk.window.go_to(Key(Kind.DEPARTMENT, world.desk.document.id))
    page = world.desk.window.navigator.page()
    assert isinstance(page, OverviewPage)
    page.table.selectRow(row)
    page.table.setFocus()
    return page


def opens_a_listed_project(world: World, key: str) -> None:
    in_overview(world, 1)
    world.press(key)
    shown = world.desk.window.navigator.key
    assert shown.project_id == world.desk.document.projects[1].id


def selects_all_projects(world: World, key: str) -> None:
    page = in_overview(world)
    world.press(key)
    assert len(page.table.selected_entries()) == 2


def copies_rows(world: World, key: str) -> None:
    in_overview(world)
    world.press(key)
    assert world.project.code in QGuiApplication.clipboard().text()


def removes_a_listed_project(world: World, key: str) -> None:
    page = in_overview(world)
    left = world.desk.document.projects[1]
    world.press(key)
    assert world.desk.document.projects == (left,)
    assert world.desk.window.navigator.page() is page


def moves_a_listed_project(world: World, key: str) -> None:
    names = [each.name for each in world.desk.document.projects]
    in_overview(world, 0 if key == "Alt+↓" else 1)
    world.press(key)
    assert [each.name for each in world.desk.document.projects] == names[::-1]
