"""The real window on documents of one's choice, with hands that press keys and a camera."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QPoint,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QAction, QFontDatabase, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from perfdesk.io.interchange import read_document
from perfdesk.io.store.store import Store
from perfdesk.models.document import Document
from perfdesk.models.sheet import Place
from perfdesk.paths import resource_dir, settings_dir
from perfdesk.ui.app import make_application, translate
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.frame.appearance import Appearance
from perfdesk.ui.look import theme
from perfdesk.ui.settings import Settings
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.keys import type_text

SAMPLES = resource_dir() / "samples"
_PAUSE_MS = 250
_PATIENCE_MS = 30_000
_PALETTE = 256
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class Desk:
    """One store opened in the window, to be worked on as a clerk does."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.window = workspace.window
        self.folder = workspace.saver.path.parent

    def document(self, year: int) -> Document:
        """Return the first document of a year."""
        session = self.workspace.session
        found = next(each for each in session.outlines if each.year == year)
        return session.document(found.id)

    def go(self, kind: Kind, year: int, project: int = 0) -> None:
        """Show the page of a year, or of its first document or one of that one's projects."""
        if kind is Kind.YEAR:
            self.window.go_to(Key(kind, year=year))
        else:
            document = self.document(year)
            project_id = document.projects[project].id if kind is Kind.PROJECT else ""
            self.window.go_to(Key(kind, document.id, project_id))
        self.settle()

    def go_to_cell(self, year: int, project: int, row: int, field: str) -> None:
        """Show a project's form and go to a cell of its indicators."""
        self.go(Kind.PROJECT, year, project)
        self.enter_page()
        page = self.window.navigator.page()
        if isinstance(page, ProjectPage):
            indicator = self.document(year).projects[project].indicators[row]
            page.view.where.go_to(Place(indicator.id, field))

    def enter_page(self) -> None:
        """Leave the tree for the page, as Enter does."""
        self.window.navigator.setFocus()

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = _NO_MODIFIER) -> None:
        """Press keys one after the other, wherever the focus is."""
        for key in keys:
            QTest.keyClick(_focus(), key, modifier)

    def write(self, text: str) -> None:
        """Type a text, wherever the focus goes meanwhile."""
        for character in text:
            type_text(_focus(), character)

    def command(self, text: str) -> QAction:
        """Return the action of the menus that is called so, dots at its end aside."""
        found = (a for a in self.window.findChildren(QAction) if a.text().rstrip("…") == text)
        return next(found)

    def settle(self) -> None:
        """Let the window paint what has changed."""
        loop = QEventLoop()  # QTest.qWait would hold up Python's other threads
        QTimer.singleShot(_PAUSE_MS, loop.quit)
        loop.exec()

    def wait_until(self, come_true: Callable[[], bool]) -> None:
        """Let the window work until something has come true. Raises TimeoutError."""
        for _ in range(_PATIENCE_MS // _PAUSE_MS):
            if come_true():
                return
            self.settle()
        raise TimeoutError("the window did not get there")

    def picture(self) -> QImage:
        """Return the window as it is seen, with whatever has popped up over it."""
        self.settle()
        whole = self.window.grab()
        painter = QPainter(whole)
        corner = self.window.mapToGlobal(QPoint())
        for each in QApplication.topLevelWidgets():
            if each.isVisible() and each is not self.window:
                at = each.mapToGlobal(QPoint()) - corner
                painter.drawPixmap(at, each.grab())
                painter.setPen(theme.colour("line"))
                painter.drawRect(each.rect().translated(at).adjusted(-1, -1, 0, 0))
        painter.end()
        return _few_colours(whole.toImage())


def application() -> QApplication:
    """Return the application, without a cursor that blinks, and quiet about what is usual."""
    qInstallMessageHandler(_tell)
    made = make_application()
    translate(made)
    made.setCursorFlashTime(0)
    return made


def has_chinese_font() -> bool:
    """Whether there is a font in which the pictures can be read."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def sample_documents() -> list[Document]:
    """Read the documents that 打开示例 brings."""
    paths = sorted(SAMPLES.glob("*.json"), reverse=True)
    return [read_document(path.read_text(encoding="utf-8")) for path in paths]


@contextmanager
def open_desk(
    store: Path, documents: Sequence[Document], size: tuple[int, int], appearance: str
) -> Iterator[Desk]:
    """Put documents into a new store and open it in a window of `size` pixels at 100 %."""
    if documents:
        with closing(Store.open(store)) as opened:
            for document in documents:
                opened.save(None, document)
    settings = Settings(settings_dir())
    look = Appearance(_running(), settings)
    look.choose(appearance)
    workspace = Workspace(store, settings)
    workspace.window.setWindowState(Qt.WindowState.WindowNoState)
    workspace.window.resize(*size)
    workspace.show()
    workspace.window.activateWindow()
    QTest.qWaitForWindowActive(workspace.window)
    workspace.complete()
    desk = Desk(workspace)
    desk.settle()
    yield desk
    workspace.window.close()
    workspace.close()
    workspace.window.deleteLater()


def _few_colours(image: QImage) -> QImage:
    """Return an image in 256 colours, which makes a third of a file.

    Half of them are those of its grounds and letters, half are near to all others that occur.
    """
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(plain.constBits()).cast("I"))
    exact = dict.fromkeys(colour for colour, _ in counts.most_common(_PALETTE // 2))
    coarse: Counter[int] = Counter()
    for colour, count in counts.items():
        coarse[0xFF000000 | (colour & 0xF0F0F0) | (colour & 0xF0F0F0) >> 4] += count
    palette = [*exact, *(c for c, _ in coarse.most_common(_PALETTE // 2) if c not in exact)]
    return plain.convertToFormat(
        QImage.Format.Format_Indexed8, palette, Qt.ImageConversionFlag.ThresholdDither
    )


def _tell(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Hand on what Qt complains of, but for wishes that offscreen nobody can fulfil."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


def _running() -> QApplication:
    running = QApplication.instance()
    if not isinstance(running, QApplication):
        raise RuntimeError("the application is made first")
    return running


def _focus() -> QWidget:
    widget = QApplication.focusWidget()
    if widget is None:
        raise RuntimeError("nothing in the window has the focus")
    return widget
