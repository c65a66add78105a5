"""Opening a store in a window: at the last place, in the chosen appearance, never twice asked."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from perfdesk.models.document import Document
from perfdesk.paths import settings_dir
from perfdesk.ui.frame.appearance import Appearance
from perfdesk.ui.look import theme
from perfdesk.ui.settings import DARK, LIGHT, SYSTEM, Settings
from perfdesk.ui.tree.nodes import ROOT, Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.conftest import OpenWorkspace
from tests.ui.looking import label


def first(workspace: Workspace) -> Document:
    return workspace.session.document(workspace.session.outlines[0].id)


def leave(workspace: Workspace) -> None:
    assert workspace.window.close()
    workspace.close()


@pytest.mark.parametrize("kind", [Kind.PROJECT, Kind.STATEMENT, Kind.DEPARTMENT])
def test_one_comes_back_to_where_one_was(
    kind: Kind, workspace: Workspace, open_workspace: OpenWorkspace
) -> None:
    document = workspace.session.document(workspace.session.outlines[1].id)
    project_id = document.projects[3].id if kind is Kind.PROJECT else ""
    key = Key(kind, document.id, project_id)
    workspace.window.go_to(key)
    leave(workspace)
    again = open_workspace()
    assert again.window.navigator.key == key
    assert again.window.tree.view.current_key() == key


def test_a_place_that_is_gone_leads_to_the_nearest(
    workspace: Workspace, open_workspace: OpenWorkspace
) -> None:
    document = first(workspace)
    workspace.window.go_to(Key(Kind.PROJECT, document.id, document.projects[0].id))
    workspace.saver.remember("place", f"PROJECT {document.id} gone")
    assert workspace.saver.wait_until_saved(30)
    workspace.saver.close()
    again = open_workspace()
    assert again.window.navigator.key == Key(Kind.DEPARTMENT, document.id)


def test_a_place_nobody_understands_leads_to_a_document(
    workspace: Workspace, open_workspace: OpenWorkspace
) -> None:
    workspace.saver.remember("place", "乱码 % 1")
    assert workspace.saver.wait_until_saved(30)
    workspace.saver.close()
    assert open_workspace().window.navigator.key.kind is Kind.DEPARTMENT


def test_without_any_document_the_choices_have_the_focus(
    empty_workspace: Workspace, qtbot: QtBot
) -> None:
    window = empty_workspace.window
    assert window.navigator.key == ROOT
    window.activateWindow()
    qtbot.waitUntil(lambda: window.navigator.isAncestorOf(QApplication.focusWidget() or window))
    assert window.windowTitle() == "PerfDesk"
    assert label(window, "合计") == ""


def test_a_store_is_made_for_what_is_typed_first(
    store_path: Path, empty_workspace: Workspace, open_workspace: OpenWorkspace
) -> None:
    document = Document(2025, "hebei-2024")
    empty_workspace.session.add(document, "新建文本")
    assert empty_workspace.saver.wait_until_saved(30)
    leave(empty_workspace)
    assert store_path.exists()
    assert first(open_workspace()) == document


def test_damaged_settings_mean_the_defaults(
    filled_store: Path, open_workspace: OpenWorkspace
) -> None:
    assert filled_store.exists()
    settings_dir().mkdir(parents=True)
    (settings_dir() / "window.ini").write_bytes(b"\xff\xfe[state\nzoom=many\nappearance=7\n" * 5)
    window = open_workspace().window
    assert label(window, "显示比例") == "100%"
    assert Settings(settings_dir()).appearance == SYSTEM


def test_settings_are_remembered(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.zoom = 1.25
    settings.appearance = DARK
    settings.set_numbers("columns", [3, 1, 4])
    settings.set_texts("folder", ["D:\\文档 甲, 乙", "%20"])
    settings.write()
    again = Settings(tmp_path)
    assert again.zoom == 1.25
    assert again.appearance == DARK
    assert again.numbers("columns") == [3, 1, 4]
    assert again.texts("folder") == ["D:\\文档 甲, 乙", "%20"]


@pytest.mark.parametrize(("stored", "zoom"), [("9", 3.0), ("0", 0.5), ("nan?", 1.0), ("1.1", 1.1)])
def test_a_zoom_stays_within_reason(stored: str, zoom: float, tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text(f"[General]\nzoom={stored}\n", encoding="utf-8")
    assert Settings(tmp_path).zoom == zoom


def test_light_and_dark_are_applied_at_once_and_remembered(
    tmp_path: Path, qapp: QApplication
) -> None:
    settings = Settings(tmp_path)
    appearance = Appearance(qapp, settings)
    appearance.choose(DARK)
    assert theme.tokens() is theme.DARK
    assert qapp.palette().color(QPalette.ColorRole.Base) == theme.colour("paper")
    appearance.choose(LIGHT)
    assert theme.tokens() is theme.LIGHT
    assert settings.appearance == LIGHT


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 defines it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_everything_written_can_be_read(tokens: theme.Tokens) -> None:
    grounds = (tokens.paper, tokens.panel, tokens.label, tokens.desk, tokens.accent_ground)
    written = (tokens.ink, tokens.soft_ink)
    pairs = [(ink, ground) for ink in written for ground in grounds]
    pairs += [(tokens.on_accent, tokens.accent), (tokens.accent, tokens.paper)]
    pairs += [(tokens.error, tokens.error_ground), (tokens.error, tokens.panel)]
    pairs += [(tokens.warning, tokens.warning_ground), (tokens.done, tokens.panel)]
    poor = {pair: contrast(*pair) for pair in pairs if contrast(*pair) < 4.5}
    assert poor == {}


def test_the_window_closes_in_the_middle_of_judging(
    workspace: Workspace, samples: tuple[Document, ...]
) -> None:
    for number in range(40):
        workspace.session.add(replace(samples[0], id=f"{number}", year=1970 + number), "导入")
    assert not workspace.inspector.at_rest
    assert workspace.saver.wait_until_saved(30)
    assert workspace.window.close()
    workspace.close()
    assert [each.name for each in threading.enumerate() if each.name == "judging"] == []
