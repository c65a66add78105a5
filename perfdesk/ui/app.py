"""Starts the window: first what the eye sees, then, right after, what keeps it safe."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox

from perfdesk.io.problem import Problem
from perfdesk.paths import NAME, default_store_path, settings_dir
from perfdesk.ui.appearance import Appearance
from perfdesk.ui.icons import application_icon
from perfdesk.ui.settings import Settings
from perfdesk.ui.workspace import Workspace


def run(store: Path | None, files: list[Path]) -> int:
    """Show the window on a store, the user's own where none is named, and import `files`.

    Returns the exit code. Raises Problem, once it was shown, where the store cannot be read.
    """
    application = make_application()
    settings = Settings(settings_dir())
    appearance = Appearance(application, settings)
    try:
        workspace = Workspace(store or default_store_path(), settings)
    except Problem as problem:
        QMessageBox.warning(None, "无法打开数据文件", str(problem))
        raise
    workspace.window.appearance_wanted.connect(appearance.choose)
    workspace.window.show()
    QTimer.singleShot(0, workspace.begin_saving)
    workspace.window.open_files(files)
    code = application.exec()
    workspace.close()
    return code


def make_application() -> QApplication:
    """Return the application: named, in Chinese, with an input method that works."""
    _choose_input_method()
    application = QApplication(sys.argv[:1])
    application.setApplicationName(NAME)
    application.setDesktopFileName("perfdesk")
    application.setWindowIcon(application_icon())
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        application.installTranslator(translator)
    return application


def _choose_input_method() -> None:
    """Reach fcitx 5 through its IBus front end: Qt's wheels bring no fcitx plugin."""
    wanted = os.environ.get("QT_IM_MODULE", "") + os.environ.get("XMODIFIERS", "")
    if sys.platform == "linux" and "fcitx" in wanted:
        os.environ["QT_IM_MODULE"] = "ibus"
