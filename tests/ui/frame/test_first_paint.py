"""What the first paint waits for, and what comes right after it."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from perfdesk.ui.frame.first_paint import FirstPaint
from perfdesk.ui.workspace import Workspace
from tests.conftest import ROOT

HEAVY = {"sqlalchemy", "pydantic", "openpyxl", "platformdirs"}
LATE = {
    "perfdesk.io.rule_book",
    "perfdesk.models.review.check",
    "perfdesk.models.review.finding",
    "perfdesk.models.review.registry",
    "perfdesk.ui.form.editors",
    "perfdesk.ui.frame.commands",
    "perfdesk.ui.judging",
    "perfdesk.ui.look.marks",
    "perfdesk.ui.remarks",
}
LOOK = """
import sys
from pathlib import Path
from perfdesk.paths import settings_dir
from perfdesk.ui.app import make_application
from perfdesk.ui.settings import Settings
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace

application = make_application()
workspace = Workspace(Path(sys.argv[1]), Settings(settings_dir()))
workspace.show()
document = workspace.session.outlines[0]
workspace.window.go_to(Key(Kind.PROJECT, document.id, document.projects[0].id))
application.processEvents()
print(*sys.modules)
"""


def test_tree_and_form_are_seen_without_what_is_heavy(filled_store: Path) -> None:
    command = [sys.executable, "-c", LOOK, str(filled_store)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    loaded = set(done.stdout.split())
    assert "perfdesk.ui.form.sheet_view" in loaded
    assert HEAVY.isdisjoint(loaded)
    assert LATE.isdisjoint(loaded)


def test_what_can_be_asked_for_is_there_once_the_window_is_complete(workspace: Workspace) -> None:
    texts = {each.text() for each in workspace.window.findChildren(QAction)}
    assert {"退出", "撤销", "新建项目"} <= texts


def test_it_follows_once_and_after_the_paint(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    followed: list[bool] = []
    FirstPaint(window, lambda: followed.append(window.isVisible()))
    assert followed == []
    window.show()
    qtbot.waitUntil(lambda: followed == [True])
    window.repaint()
    qtbot.wait(0)
    assert followed == [True]
