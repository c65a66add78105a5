"""The tree: what it shows, how it is filtered, renamed, reordered, and kept in place."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from perfdesk.io.forms import form_or_default
from perfdesk.models.change import PROJECTS, Insert, Remove, SetField
from perfdesk.models.document import Department, Document
from perfdesk.models.outline import outline
from perfdesk.models.project import Project, Unit
from perfdesk.models.statement import Safeguard
from perfdesk.ui.frame.project_actions import ProjectActions
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.session import Session
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.tree.panel import TreePanel
from tests.ui.keys import type_text

BUREAU, CENTRE = Unit("315001", "云溪区商务局本级"), Unit("315002", "云溪区会展服务中心")
NAMES = ("电子商务发展", "农贸市场改造", "招商推介活动")


class Shelf:
    """A keeper that keeps nothing."""

    def save(self, before: Document | None, after: Document | None) -> None:
        pass


def make_document(year: int) -> Document:
    projects = [Project(name=f"{year}年{name}", unit=BUREAU) for name in NAMES]
    projects.append(Project(code="13020925P0000000000X1", name="展会补贴", unit=CENTRE))
    return Document(year, "hebei-2024", Department("315", "云溪区商务局"), projects=tuple(projects))


@pytest.fixture
def document() -> Document:
    return make_document(2025)


@pytest.fixture
def session(document: Document) -> Session:
    documents = {each.id: each for each in (document, make_document(2024))}
    outlines = tuple(outline(form_or_default(o.form), o) for o in documents.values())
    return Session(Shelf(), documents.__getitem__, outlines)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    window.resize(300, 700)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def panel(session: Session, window: QMainWindow, qtbot: QtBot) -> TreePanel:
    panel = TreePanel(session, Inspector(session), window)
    window.setCentralWidget(panel)
    window.show()
    qtbot.waitExposed(window)
    return panel


@pytest.fixture
def actions(session: Session, panel: TreePanel, window: QMainWindow) -> ProjectActions:
    made = ProjectActions(session, panel.view, window)
    made.wanted.connect(panel.view.go_to)
    made.made.connect(panel.view.go_to)
    return made


def shown(panel: TreePanel) -> list[str]:
    """The labels of all nodes from the top down, each with its depth as leading blanks."""
    model = panel.view.model()

    def walk(parent: QModelIndex, depth: int) -> Iterator[str]:
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            yield " " * depth + str(index.data())
            yield from walk(index, depth + 1)

    return list(walk(QModelIndex(), 0))


def names(session: Session, document: Document) -> list[str]:
    return [each.name for each in session.document(document.id).projects]


def project_key(document: Document, at: int) -> Key:
    return Key(Kind.PROJECT, document.id, document.projects[at].id)


def test_years_departments_units_and_projects(panel: TreePanel) -> None:
    assert shown(panel)[:9] == [
        "2025 年度",
        " 315 云溪区商务局",
        "  部门整体绩效目标",
        "  315001 云溪区商务局本级",
        "   2025年电子商务发展",
        "   2025年农贸市场改造",
        "   2025年招商推介活动",
        "  315002 云溪区会展服务中心",
        "   展会补贴",
    ]
    assert shown(panel)[9] == "2024 年度"


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        ("农贸", ["2025年农贸市场改造", "2024年农贸市场改造"]),
        ("2024年 电子", ["2024年电子商务发展"]),
        ("１３０２０９２５p", ["展会补贴", "展会补贴"]),
        ("315002", ["展会补贴", "展会补贴"]),
        ("没有这样的项目", []),
    ],
)
def test_the_filter_leaves_what_contains_all_words(
    panel: TreePanel, qtbot: QtBot, wanted: str, left: list[str]
) -> None:
    type_text(panel.filter, wanted)
    qtbot.keyClick(panel.filter, Qt.Key.Key_Return)
    projects = [line.strip() for line in shown(panel) if line.startswith("   ")]
    assert projects == left
    panel.clear_filter()
    assert len(shown(panel)) == 18


def test_renaming_in_place(
    panel: TreePanel,
    actions: ProjectActions,
    session: Session,
    document: Document,
    qtbot: QtBot,
) -> None:
    panel.view.go_to(project_key(document, 1))
    actions.rename.trigger()
    editor = panel.view.viewport().findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "2025年农贸市场改造"
    editor.selectAll()
    type_text(editor, "市场改造提升")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(session, document)[1] == "市场改造提升")
    assert session.undo_stack.labels()[-1] == "修改名称"
    assert panel.view.current_key() == project_key(document, 1)


def test_renaming_a_unit_renames_it_in_all_its_projects(
    panel: TreePanel, session: Session, document: Document
) -> None:
    panel.view.go_to(Key(Kind.UNIT, document.id, unit=BUREAU))
    model = panel.view.model()
    model.setData(panel.view.currentIndex(), "315009云溪区商务局机关")
    units = [each.unit for each in session.document(document.id).projects]
    assert units == [Unit("315009", "云溪区商务局机关")] * 3 + [CENTRE]
    session.undo_stack.undo()
    assert session.document(document.id) == document


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (CENTRE.printed, f"已有预算单位“{CENTRE.printed}”"),
        ("", "不能为空"),
        ("  ", "不能为空"),
    ],
)
def test_a_unit_takes_neither_another_ones_name_nor_none(
    panel: TreePanel, session: Session, document: Document, typed: str, why: str
) -> None:
    told: list[str] = []
    panel.view.told.connect(told.append)
    panel.view.go_to(Key(Kind.UNIT, document.id, unit=BUREAU))
    panel.view.edit(panel.view.currentIndex())
    editor = panel.view.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.clear()
    type_text(editor, typed)
    panel.view.commit()
    assert len(told) == 1
    assert why in told[0]
    assert session.document(document.id) is document


def test_keys_move_delete_and_duplicate(
    panel: TreePanel,
    actions: ProjectActions,
    session: Session,
    document: Document,
    qtbot: QtBot,
) -> None:
    a, b, c = (f"2025年{name}" for name in NAMES)
    panel.view.setFocus()
    panel.view.go_to(project_key(document, 0))
    qtbot.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(session, document)[:3] == [b, a, c]
    assert panel.view.current_key() == project_key(document, 0)
    qtbot.keyClick(panel.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(session, document)[:3] == [a, b, c]
    qtbot.keyClick(panel.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(session, document)[:3] == [a, b, c], "the first stays the first"
    actions.copy.trigger()
    assert names(session, document)[:3] == [a, a, b]
    assert panel.view.current_key() != project_key(document, 0), "one goes on with the copy"
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert names(session, document)[:3] == [a, b, c]
    assert panel.view.current_key() == project_key(document, 1), "the next one is at hand"


def test_keys_move_and_delete_a_whole_unit(
    panel: TreePanel,
    actions: ProjectActions,
    session: Session,
    document: Document,
    qtbot: QtBot,
) -> None:
    panel.view.setFocus()
    panel.view.go_to(Key(Kind.UNIT, document.id, unit=CENTRE))
    assert [actions.remove.text(), actions.up.text()] == ["删除单位及其项目", "上移单位"]
    assert not actions.copy.isEnabled()
    qtbot.keyClick(panel.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert session.document(document.id).units == (CENTRE, BUREAU)
    qtbot.keyClick(panel.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert session.document(document.id).units == (CENTRE, BUREAU), "the first stays the first"
    qtbot.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert session.document(document.id) == document
    panel.view.go_to(Key(Kind.UNIT, document.id, unit=BUREAU))
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert session.document(document.id).units == (CENTRE,)
    session.undo_stack.undo()
    assert session.document(document.id) == document


def test_all_below_a_node_is_opened_and_closed(panel: TreePanel, document: Document) -> None:
    department = Key(Kind.DEPARTMENT, document.id)
    unit = Key(Kind.UNIT, document.id, unit=BUREAU)
    panel.view.open_below(Key(Kind.YEAR, year=document.year))
    assert {department, unit} <= panel.view.expanded_keys()
    panel.view.close_below(department)
    assert not {department, unit} & panel.view.expanded_keys()
    panel.view.expand_keys({department})
    assert unit not in panel.view.expanded_keys()


def test_a_new_project_stands_behind_the_current_one_with_the_forms_rows(
    panel: TreePanel, actions: ProjectActions, session: Session, document: Document
) -> None:
    panel.view.go_to(project_key(document, 0))
    actions.new.trigger()
    fresh = session.document(document.id).projects[1]
    assert fresh.unit == BUREAU
    assert [each.level2 for each in fresh.indicators] == list(
        session.form(document.id).level2_names
    )
    assert panel.view.current_key() == Key(Kind.PROJECT, document.id, fresh.id)


def test_a_new_project_of_a_department_is_its_first_units(
    panel: TreePanel, actions: ProjectActions, session: Session, document: Document
) -> None:
    panel.view.go_to(Key(Kind.DEPARTMENT, document.id))
    actions.new.trigger()
    assert session.document(document.id).projects[len(NAMES)].unit == BUREAU


def test_a_new_unit_has_a_project_and_waits_for_its_name(
    panel: TreePanel,
    actions: ProjectActions,
    session: Session,
    document: Document,
    qtbot: QtBot,
) -> None:
    panel.view.go_to(project_key(document, 0))
    actions.new_unit.trigger()
    assert session.document(document.id).projects[-1].unit == Unit("315003")
    editor = panel.view.viewport().findChild(QLineEdit)
    assert editor is not None
    type_text(editor, "315003云溪区电商中心")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    wanted = Unit("315003", "云溪区电商中心")
    qtbot.waitUntil(lambda: session.document(document.id).projects[-1].unit == wanted)
    assert panel.view.current_key() == Key(Kind.UNIT, document.id, unit=wanted)


def test_dragging_to_another_unit_moves_and_changes_the_unit(
    panel: TreePanel, session: Session, document: Document
) -> None:
    view, model = panel.view, panel.view.model()
    view.go_to(project_key(document, 0))
    dragged = model.mimeData([view.currentIndex()])
    view.go_to(Key(Kind.UNIT, document.id, unit=CENTRE))
    onto = view.currentIndex()
    move = Qt.DropAction.MoveAction
    assert model.canDropMimeData(dragged, move, 0, 0, onto)
    model.dropMimeData(dragged, move, 0, 0, onto)
    last_two = session.document(document.id).projects[-2:]
    assert [each.unit for each in last_two] == [CENTRE, CENTRE]
    assert [each.name for each in last_two] == ["2025年电子商务发展", "展会补贴"]
    assert session.undo_stack.count() == 1
    other_year = next(o for o in session.outlines if o.year == 2024)
    view.go_to(Key(Kind.UNIT, other_year.id, unit=CENTRE))
    assert not model.canDropMimeData(dragged, move, 0, 0, view.currentIndex())


def test_place_and_open_branches_outlive_rows_that_come_and_go(
    panel: TreePanel, session: Session, document: Document
) -> None:
    view = panel.view
    view.go_to(project_key(document, 1))
    other_year = next(o for o in session.outlines if o.year == 2024)
    assert not view.isExpanded(view.model().index(1, 0))
    session.do(document.id, Insert(PROJECTS, 0, (Project(name="新", unit=BUREAU),)))
    assert view.current_key() == project_key(document, 1)
    session.do(other_year.id, Remove(PROJECTS, frozenset({other_year.projects[0].id})))
    assert view.current_key() == project_key(document, 1)
    assert not view.isExpanded(view.model().index(1, 0))


def test_an_edit_is_shown_without_rebuilding_the_tree(
    panel: TreePanel, session: Session, document: Document, qtbot: QtBot
) -> None:
    model = panel.view.model()
    panel.view.go_to(project_key(document, 0))
    place = panel.view.currentIndex()
    with qtbot.assertNotEmitted(model.modelReset):
        session.do(document.id, SetField(document.projects[0].id, "name", "改名"))
    assert place.data() == "改名"


def test_a_click_chooses(panel: TreePanel, document: Document, qtbot: QtBot) -> None:
    panel.view.expandAll()
    panel.view.go_to(project_key(document, 2))
    at = panel.view.visualRect(panel.view.currentIndex()).center()
    panel.view.go_to(project_key(document, 0))
    with qtbot.waitSignal(panel.view.chosen) as chosen:
        qtbot.mouseClick(
            panel.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at.x(), at.y())
        )
    assert chosen.args == [project_key(document, 2)]


def test_the_filter_knows_pinyin_and_says_when_nothing_is_left(
    panel: TreePanel, qtbot: QtBot
) -> None:
    panel.complete()
    type_text(panel.filter, "zhbt")
    qtbot.keyClick(panel.filter, Qt.Key.Key_Return)
    left = [each.strip() for each in shown(panel)]
    assert "展会补贴" in left
    assert not any(name in each for each in left for name in NAMES)
    panel.filter.setFocus()
    panel.filter.clear()
    type_text(panel.filter, "xyzq")
    qtbot.keyClick(panel.filter, Qt.Key.Key_Return)
    assert not panel.view.model().rowCount()
    (said,) = [each for each in panel.view.findChildren(QLabel) if each.isVisible()]
    assert said.text() == "没有找到“xyzq”\n按 Esc 显示全部"
    panel.filter.setFocus()
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert panel.view.model().rowCount()
    assert not said.isVisible()


def test_a_project_and_part_one_say_how_much_is_still_to_be_looked_at(
    panel: TreePanel, session: Session, document: Document
) -> None:
    project = replace(document.projects[0], id="new", carried=frozenset({"name", "purpose"}))
    safeguard = Safeguard("督导", "按月调度", carried=frozenset({"title", "text"}))
    statement = replace(document.statement, safeguards=(safeguard,), carried=frozenset({"overall"}))
    begun = replace(document, id="begun", year=2026, projects=(project,), statement=statement)
    session.add(begun, "新建")

    def said(key: Key) -> str:
        panel.view.go_to(key)
        return str(panel.view.currentIndex().data(Qt.ItemDataRole.ToolTipRole))

    assert "3 栏待核对" in said(Key(Kind.STATEMENT, "begun"))
    assert "2 格待核对" in said(Key(Kind.PROJECT, "begun", "new"))
    session.do("begun", SetField(safeguard.id, "text", "改过"))
    assert "2 栏待核对" in said(Key(Kind.STATEMENT, "begun"))
    assert session.outline("begun").unconfirmed == 4


def test_one_sees_when_keys_go_to_the_tree(
    panel: TreePanel, document: Document, qtbot: QtBot
) -> None:
    panel.view.go_to(project_key(document, 1))
    panel.filter.setFocus()
    elsewhere = panel.view.viewport().grab().toImage()
    panel.view.setFocus()
    assert panel.view.viewport().grab().toImage() != elsewhere
    panel.filter.setFocus()
    qtbot.waitUntil(lambda: panel.view.viewport().grab().toImage() == elsewhere)
