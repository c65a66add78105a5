"""What was copied elsewhere taken in: a whole document out of Word, files of a file manager."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from perfdesk.io.forms import form_named
from perfdesk.models.blank import blank_document
from perfdesk.models.change import SetField
from perfdesk.models.document import Department
from perfdesk.models.project import Unit
from perfdesk.paths import resource_dir
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.looking import answer_with, command, report

RECORD = Path(__file__).parents[2] / "data" / "clipboard" / "word-page.html"
SAMPLE = resource_dir() / "samples" / "yunxi-commerce-2025.json"
PART_ONE = (
    "第一部分 部门整体绩效目标",
    "一、总体绩效目标",
    "推动商贸高质量发展。",
    "二、分项绩效目标",
    "（一）电商发展",
    "绩效目标：提高经营水平。",
    "绩效指标：培训人次≥600人次。",
    "三、工作保障措施",
    "（一）完善制度",
    "健全项目管理制度。",
    "第二部分 预算项目绩效目标",
)


def put(html: str = "", text: str = "", *files: Path) -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    if files:
        data.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    QGuiApplication.clipboard().setMimeData(data)


def put_whole_document() -> None:
    """A published text as Word copies it: part one in paragraphs, two projects in tables."""
    html = RECORD.read_bytes().decode()
    start, end = html.index("<!--StartFragment-->") + 20, html.index("<!--EndFragment-->")
    page = html[start:end]
    other = page.replace("乡村电商人才培训", "外贸企业服务").replace("910019R", "910020R")
    title = "<h1>315云溪区商务局2025年部门预算绩效文本</h1>"
    part_one = "".join(f"<p class=MsoNormal>{each}</p>\r\n" for each in PART_ONE)
    put(html[:start] + title + part_one + page + other + html[end:])


def paste_onto_tree(workspace: Workspace) -> None:
    view = workspace.window.tree.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("button", ["导入", "不导入"])
def test_a_document_is_shown_and_then_taken_in_in_one_step(
    empty_workspace: Workspace, qtbot: QtBot, button: str
) -> None:
    put_whole_document()
    said = answer_with(button)
    paste_onto_tree(empty_workspace)
    arrivals = empty_workspace.window.commands.documents.arrivals
    qtbot.waitUntil(lambda: bool(said) and not arrivals.busy, timeout=20_000)
    assert "从剪贴板读到 2025 年度 315云溪区商务局" in said[0]
    assert "分项目标 1 条、保障措施 1 条" in said[0]
    assert "2 个项目、10 个指标" in said[0]
    if button == "不导入":
        assert empty_workspace.session.outlines == ()
        assert not empty_workspace.session.undo_stack.can_undo()
        return
    (outline,) = empty_workspace.session.outlines
    document = empty_workspace.session.document(outline.id)
    assert document.department == Department("315", "云溪区商务局")
    assert document.statement.overall == "推动商贸高质量发展。"
    assert [each.name for each in document.projects] == ["乡村电商人才培训", "外贸企业服务"]
    assert document.projects[0].goals == (
        "培训乡村电商人才，提高经营水平。",
        "带动农产品网络销售。",
    )
    assert empty_workspace.window.navigator.key == Key(Kind.DEPARTMENT, outline.id)
    assert {row[1] for row in report(empty_workspace.window)} == {"剪贴板"}
    empty_workspace.session.undo_stack.undo()
    assert empty_workspace.session.outlines == ()


@pytest.mark.parametrize("written", [False, True])
def test_a_blank_document_of_the_year_and_department_is_filled(
    empty_workspace: Workspace, qtbot: QtBot, *, written: bool
) -> None:
    session = empty_workspace.session
    department = Department("315", "云溪区商务局")
    form = form_named("hebei-2024")
    blank = blank_document(form, 2025, department, Unit("315001", "云溪区商务局本级"))
    session.add(blank, "新建文本")
    if written:
        session.do(blank.id, SetField(blank.projects[0].id, "purpose", "用于培训。"))
    before = session.document(blank.id)
    put_whole_document()
    answer_with("导入")
    paste_onto_tree(empty_workspace)
    arrivals = empty_workspace.window.commands.documents.arrivals
    with qtbot.waitSignal(arrivals.arrived, timeout=20_000):
        pass
    assert len(session.outlines) == (2 if written else 1)
    if written:
        assert session.document(blank.id) is before
        return
    filled = session.document(blank.id)
    assert [each.name for each in filled.projects] == ["乡村电商人才培训", "外贸企业服务"]
    assert filled.statement.overall == "推动商贸高质量发展。"
    assert "原有一份空白文本，内容已填入其中" in report(empty_workspace.window)[-1][3]
    assert empty_workspace.window.navigator.key == Key(Kind.DEPARTMENT, blank.id)
    session.undo_stack.undo()
    assert session.document(blank.id) is before
    assert len(session.outlines) == 1


def test_what_is_endless_is_refused_in_one_sentence(
    empty_workspace: Workspace, qtbot: QtBot
) -> None:
    put(text="甲" * 30_000_001)
    paste_onto_tree(empty_workspace)
    qtbot.waitUntil(lambda: bool(report(empty_workspace.window)), timeout=20_000)
    assert report(empty_workspace.window)[0][3] == (
        "复制的内容太多（约 3000 万个字符），没有导入。请只复制需要的那些行，再导入。"
    )
    assert empty_workspace.session.outlines == ()


def test_the_text_of_a_document_is_taken_in_by_the_menu(
    empty_workspace: Workspace, qtbot: QtBot
) -> None:
    put(text=(resource_dir() / "samples" / "qinghekou-2020.txt").read_text(encoding="utf-8"))
    said = answer_with("导入")
    command(empty_workspace.window, "从剪贴板导入").trigger()
    qtbot.waitUntil(lambda: len(empty_workspace.session.outlines) == 1, timeout=20_000)
    assert "4 个项目、24 个指标" in said[0]


@pytest.mark.parametrize("button", ["导入", "不导入"])
def test_files_are_taken_in_if_so_wished(
    empty_workspace: Workspace, qtbot: QtBot, button: str
) -> None:
    put("", "", SAMPLE)
    said = answer_with(button)
    paste_onto_tree(empty_workspace)
    assert said == ["复制的是 1 个文件，要导入吗？"]
    arrivals = empty_workspace.window.commands.documents.arrivals
    qtbot.waitUntil(lambda: not arrivals.busy, timeout=20_000)
    assert len(empty_workspace.session.outlines) == (button == "导入")


def test_what_is_no_document_is_said(empty_workspace: Workspace, qtbot: QtBot) -> None:
    put(text="甲\t乙")
    paste_onto_tree(empty_workspace)
    qtbot.waitUntil(lambda: bool(report(empty_workspace.window)), timeout=20_000)
    assert "“剪贴板”里既没有部门整体绩效目标" in report(empty_workspace.window)[0][3]
    assert empty_workspace.session.outlines == ()


def test_an_empty_clipboard_is_said(empty_workspace: Workspace) -> None:
    QGuiApplication.clipboard().clear()
    paste_onto_tree(empty_workspace)
    assert "剪贴板里没有可以导入的内容" in empty_workspace.window.status.currentMessage()
