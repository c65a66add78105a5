"""A workspace as a clerk has it: a store with documents, opened in the real window."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from perfdesk.io.interchange import read_document
from perfdesk.io.store.store import Store
from perfdesk.models.document import Document
from perfdesk.paths import resource_dir, settings_dir
from perfdesk.ui.settings import Settings
from perfdesk.ui.text_keys import TextKeys
from perfdesk.ui.workspace import Workspace

OpenWorkspace = Callable[[], Workspace]
SIZE = (1440, 900)


@pytest.fixture(scope="session")
def samples() -> tuple[Document, ...]:
    """The sample documents, 2025 first."""
    paths = sorted((resource_dir() / "samples").glob("*.json"), reverse=True)
    return tuple(read_document(path.read_text(encoding="utf-8")) for path in paths)


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    """Where the store of this test lies; nothing is there yet."""
    return tmp_path / "文档" / "store.sqlite"


@pytest.fixture
def filled_store(store_path: Path, samples: tuple[Document, ...]) -> Path:
    """A store that holds the sample documents."""
    with closing(Store.open(store_path)) as store:
        for document in samples:
            store.save(None, document)
    return store_path


@pytest.fixture(scope="session", autouse=True)
def nothing_copied(qapp: QApplication) -> Iterator[None]:
    """Without a screen Qt lets go of what was copied only after Python has gone, and crashes."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session", autouse=True)
def text_keys(qapp: QApplication) -> TextKeys:
    """Texts hear the keys that they hear in the program."""
    return TextKeys(qapp)


@pytest.fixture(autouse=True)
def pointer_away(qapp: QApplication) -> None:
    """The mouse points at nothing; tests leave it wherever they clicked last."""
    del qapp
    QCursor.setPos(10_000, 10_000)


@pytest.fixture
def open_workspace(store_path: Path, qtbot: QtBot) -> Iterator[OpenWorkspace]:
    """Opens the window on the store, as often as the test starts the program."""
    opened: list[Workspace] = []

    def open_one() -> Workspace:
        settings = Settings(settings_dir())
        first = settings.state("geometry").isEmpty()
        workspace = Workspace(store_path, settings)
        opened.append(workspace)
        workspace.show()
        if first:  # on a screen as small as Qt has it without one, the window is maximized
            workspace.window.showNormal()
            workspace.window.resize(*SIZE)
        qtbot.waitExposed(workspace.window)
        workspace.complete()
        return workspace

    yield open_one
    for workspace in opened:
        workspace.window.hide()
        workspace.window.deleteLater()
        workspace.close()
    # Between tests no event loop runs that would do it, and every window left makes all slower.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def workspace(filled_store: Path, open_workspace: OpenWorkspace) -> Workspace:
    """The window on the sample documents."""
    assert filled_store.exists()
    return open_workspace()


@pytest.fixture
def empty_workspace(open_workspace: OpenWorkspace) -> Workspace:
    """The window on a store that is only just made."""
    return open_workspace()
