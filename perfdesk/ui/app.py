"""Starts the window: first what the eye sees, then, right after, what keeps it safe."""

import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from perfdesk import log
from perfdesk.io.problem import Problem
from perfdesk.paths import NAME, default_store_path, settings_dir
from perfdesk.ui.frame.appearance import Appearance
from perfdesk.ui.frame.first_paint import FirstPaint
from perfdesk.ui.settings import Settings
from perfdesk.ui.text_keys import TextKeys
from perfdesk.ui.workspace import Workspace

_MUCH_GARBAGE = 10_000


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
        translate(application)
        _show(problem)
        raise

    def follow() -> None:
        seek_garbage_seldom()
        _let_ctrl_c_end()
        translate(application)
        _show_icon(application)
        workspace.complete()
        workspace.window.open_files(files)

    workspace.window.appearance_wanted.connect(appearance.choose)
    log.tell_trouble_with(workspace.window.troubled.emit)
    FirstPaint(workspace.window, follow)
    workspace.show()
    code = application.exec()
    log.tell_trouble_with(None)
    workspace.close()
    return code


def seek_garbage_seldom() -> None:
    """Leave alone what was built for the window, and seek garbage only where there may be much.

    Documents and most of what is made of them know nothing of one another in circles, so that
    nearly all goes by itself; looking for the rest holds up the window and what judges.
    """
    gc.freeze()
    gc.set_threshold(_MUCH_GARBAGE, 20, 20)
    gc.enable()


def make_application() -> QApplication:
    """Return the application: named, in Chinese, with input methods and keys that work in texts."""
    _choose_input_method()
    # Named here, as `setStyle` would load the names of all that a style can draw.
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName(NAME)
    application.setDesktopFileName("perfdesk")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    TextKeys(application)
    return application


def translate(application: QApplication) -> None:
    """Have Qt's own menus and dialogs speak Chinese, and name keys and files as we do."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    from perfdesk.ui.qt_words import QtWords

    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        application.installTranslator(translator)
    application.installTranslator(QtWords(application))


def _let_ctrl_c_end() -> None:
    """End at once on Ctrl+C, which Python does not see while Qt waits; the store can take it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _show_icon(application: QApplication) -> None:
    """Give the windows the program's icon, which is drawn in many sizes."""
    from perfdesk.ui.look.icons import application_icon

    application.setWindowIcon(application_icon())


def _show(problem: Problem) -> None:
    from PySide6.QtWidgets import QMessageBox

    QMessageBox.warning(None, "无法打开数据文件", str(problem))


def _choose_input_method() -> None:
    """Reach fcitx 5 through its IBus front end: Qt's wheels bring no fcitx plugin."""
    wanted = os.environ.get("QT_IM_MODULE", "") + os.environ.get("XMODIFIERS", "")
    if sys.platform == "linux" and "fcitx" in wanted:
        os.environ["QT_IM_MODULE"] = "ibus"
