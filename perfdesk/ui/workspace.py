"""One store opened in a window: what is read at once, and what follows after the first paint."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from perfdesk.io.store.glance import Glance, NeedsOpening, NoStore
from perfdesk.io.store.rest import Rest
from perfdesk.models.document import Document
from perfdesk.models.outline import DocumentOutline
from perfdesk.ui.frame.main_window import MainWindow
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.saver import Saver, SaveState
from perfdesk.ui.session import Session
from perfdesk.ui.settings import Settings
from perfdesk.ui.tree.nodes import Key, Kind, nearest_key

if TYPE_CHECKING:
    from perfdesk.ui.drafts import Drafts
    from perfdesk.ui.suggesting import Suggesting

_PLACE = "place"
_SETTLED_MS = 1000  # who stays so long on a page is at work there


class Workspace(QObject):
    """Reads the store with the least that is needed and shows the place one was at last.

    Raises Problem where the store cannot be read; nothing has been changed then.
    """

    def __init__(self, path: Path, settings: Settings) -> None:
        super().__init__()
        self._path = path
        self._rest = Rest(path)
        outlines, place = _look(path, self._rest)
        self.saver = Saver(path, self)
        self.session = Session(self.saver, self._load, outlines, self)
        self.inspector = Inspector(self.session, self, lambda: Glance(path))
        self.window = MainWindow(self.session, self.inspector, self.saver, settings)
        self.suggesting: Suggesting | None = None
        self._drafts: Drafts | None = None
        self._settings = settings
        self._place = place
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SETTLED_MS)
        self._pause.timeout.connect(self._remember_place)
        self.window.navigator.shown.connect(self._pause.start)
        self._opened = self._reading = False
        self.saver.opened.connect(self._on_opened)
        self.saver.state_changed.connect(self._on_state)

    def show(self) -> None:
        """Show the window, at the place where one was last."""
        self.window.show()  # the system is busy with it while the page is made
        self.window.go_to(_key(self._place, self.session.outlines))
        self.window.navigator.setFocus()

    def complete(self) -> None:
        """Make what the first paint did not wait for.

        The store is opened for writing in a thread of its own; edits made meanwhile wait for it.
        In another one the projects are read that nobody has looked at yet. Once edits are safe,
        everything is judged in a third one, and then it is learned what can be suggested.
        """
        from perfdesk.ui.drafts import Drafts
        from perfdesk.ui.suggesting import Suggesting

        self.window.complete()
        self._drafts = Drafts(self.session, self.saver, self.window)
        self.saver.start()
        if self.session.outlines:
            threading.Thread(target=self._rest.read, name="outlines", daemon=True).start()
        self.suggesting = Suggesting(self.session, self._settings, self, lambda: Glance(self._path))
        self.window.navigator.suggest_with(self.suggesting)

    def close(self) -> None:
        """Remember the place, save what is left and let go of the store."""
        self._reading = True  # the store may be open only now, and nothing is to begin any more
        if self.suggesting:
            self.suggesting.close()
        if self._drafts:
            self._drafts.close()
        self.inspector.close()
        self._remember_place()
        self.saver.close()

    def _remember_place(self) -> None:
        """Keep where one is, so that also a killed program comes back to it."""
        key = self.window.navigator.key
        place = f"{key.kind.name} {key.document_id} {key.project_id}"
        if place != self._place:
            self._place = place
            self.saver.remember(_PLACE, place)

    def _load(self, document_id: str) -> Document:
        with Glance(self._path) as glance:
            return glance.load(document_id)

    def _on_opened(self) -> None:
        self._opened = True
        self._read_everything()

    def _read_everything(self) -> None:
        """Begin what reads all documents; the store comes first, as an edit may wait for it."""
        if self.suggesting and not self._reading:
            self._reading = True
            self.inspector.rested.connect(self._learn)
            self.inspector.start()

    def _learn(self) -> None:
        """Begin to learn once all is judged: two at a time would slow each other and the window."""
        self.inspector.rested.disconnect(self._learn)
        if self.suggesting:
            self.suggesting.start()

    def _on_state(self, state: SaveState) -> None:
        """Tell at once when the store cannot be written at all, before much is typed."""
        if not state.problem or self._opened:
            return
        self._read_everything()
        from PySide6.QtWidgets import QMessageBox  # late: nearly never needed

        self._opened = True
        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("暂时不能保存")
        box.setText(state.problem)
        box.setInformativeText("可以查看和导出，修改会留在内存中并不断重试保存。")
        box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton("退出", QMessageBox.ButtonRole.RejectRole)
        box.buttonClicked.connect(lambda button: self.window.close() if button is leave else None)
        box.open()


def _look(path: Path, rest: Rest) -> tuple[tuple[DocumentOutline, ...], str]:
    """Read what is listed and the last place; an old or cut-off store is mended first."""
    try:
        with Glance(path) as glance:
            place = glance.recall(_PLACE)
            return glance.sketch(_parts(place)[1], rest.projects), place
    except NoStore:
        return (), ""
    except NeedsOpening:
        from perfdesk.io.store.store import Store  # late: costs a tenth of the start

        Store.open(path).close()
        return _look(path, rest)


def _parts(place: str) -> tuple[str, str, str]:
    """Part a remembered place into kind, document and project."""
    kind, document_id, project_id = (*place.split(" "), "", "", "")[:3]
    return kind, document_id, project_id


def _key(place: str, outlines: tuple[DocumentOutline, ...]) -> Key:
    """Return the node one was at last, or the nearest that is still there."""
    kind, document_id, project_id = _parts(place)
    plain = {each.name: each for each in (Kind.PROJECT, Kind.STATEMENT, Kind.DEPARTMENT)}
    key = Key(plain.get(kind, Kind.DEPARTMENT), document_id, project_id)
    return nearest_key(key, outlines)
