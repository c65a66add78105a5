"""Where one is asked for files: in the documents at first, where one was the last time after."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from perfdesk.ui.file_dialog import FileToWrite, files_to_read, folder_to_write
from perfdesk.ui.settings import Settings
from tests.ui.looking import AGAIN_MS, choose_file

KINDS = {".xlsx": "Excel 工作簿 (*.xlsx)", ".txt": "公开文本 (*.txt)"}
Ask = Callable[[QWidget, Settings], object]
ASKED: list[Ask] = [
    lambda window, settings: files_to_read(window, settings, "导入", "所有文件 (*)"),
    lambda window, settings: folder_to_write(window, settings, "另存到文件夹"),
    lambda window, settings: FileToWrite(window, settings, KINDS, print).ask("导出", "甲.xlsx"),
]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody's home, with a folder for what is on the desktop only."""
    home = tmp_path / "张三"
    (home / "Desktop").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    return home


def folder_shown(asked: Callable[[], object]) -> Path:
    """Where the dialog that comes stands; it is given up."""
    seen: list[Path] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            seen.append(Path(dialog.directory().path()))
            dialog.reject()
        else:
            QTimer.singleShot(AGAIN_MS, look)

    QTimer.singleShot(0, look)
    assert not asked()
    return seen[0]


def usual(kind: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(kind))


@pytest.mark.parametrize("ask", ASKED)
def test_at_first_it_stands_among_the_documents(
    window: QWidget, home: Path, tmp_path: Path, ask: Ask
) -> None:
    settings = Settings(tmp_path / "settings")
    desktop = usual(QStandardPaths.StandardLocation.DesktopLocation)
    documents = usual(QStandardPaths.StandardLocation.DocumentsLocation)
    assert folder_shown(lambda: ask(window, settings)) == desktop == home / "Desktop"
    documents.mkdir()
    assert folder_shown(lambda: ask(window, settings)) == documents == home / "Documents"


def test_it_comes_back_to_the_folder_of_the_last_time(
    window: QWidget, home: Path, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "settings")
    folder = home / "报送"
    folder.mkdir()
    (folder / "上年.txt").write_text("上年的", encoding="utf-8")
    choose_file(str(folder / "上年.txt"))
    assert files_to_read(window, settings, "导入", "所有文件 (*)") == [folder / "上年.txt"]
    read, _, written = ASKED
    assert folder_shown(lambda: read(window, settings)) == folder
    assert folder_shown(lambda: written(window, settings)) == home / "Desktop"
    choose_file(str(folder))
    assert folder_to_write(window, settings, "导出到文件夹") == folder
    assert folder_shown(lambda: written(window, settings)) == folder
