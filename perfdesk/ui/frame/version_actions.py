"""Ctrl+S and what it offers: all is saved already, and a version can be put aside by name."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from perfdesk.io.problem import Problem
from perfdesk.models.document import Document
from perfdesk.models.years.submit import version_name
from perfdesk.ui.actions import Entry, action
from perfdesk.ui.session import Session

if TYPE_CHECKING:
    from perfdesk.ui.frame.main_window import MainWindow

_BEFORE_RESTORING = "恢复前"


class VersionActions(QObject):
    """The actions on versions. `told` carries a sentence, `troubled` one not to be missed."""

    told = Signal(str)
    troubled = Signal(str)

    def __init__(self, window: "MainWindow", session: Session, store: Path) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._store = store
        self.save = self._make("保存", self._say_saved, "Ctrl+S", "每次修改都已自动保存")
        self.keep = self._make("保存版本…", self._keep, "", "把当前内容按名称留一份底")
        self.history = self._make("版本记录…", self._show_history, "", "对比和恢复以前的版本")
        window.navigator.shown.connect(self.refresh)
        self.refresh()

    def all(self) -> list[QAction]:
        """Return what the file menu offers."""
        return [self.save, self.keep, self.history]

    def refresh(self) -> None:
        """Enable what needs a document only while one is chosen."""
        for each in (self.keep, self.history):
            each.setEnabled(bool(self._window.navigator.key.document_id))

    def _make(self, text: str, does: Callable[[], object], key: str, says: str) -> QAction:
        return action(self._window, Entry(text, does, key, "", says))

    def _say_saved(self) -> None:
        """Say that everything is on disk, since when, and offer a version."""
        state = self._window.wait_until_saved()
        if state.problem:
            self.troubled.emit(state.problem)
        elif state.pending:
            self.told.emit("磁盘较慢，正在保存…")
        else:
            when = f"（{state.saved_at:%H:%M:%S}）" if state.saved_at else ""
            self.told.emit(f"每次修改都已自动保存{when}。")
            if self.keep.isEnabled():
                self._window.status.offer("存为版本…", self._keep)

    def _document(self) -> Document | None:
        """Return the document one is in, what is being typed taken over."""
        self._window.take_over()
        document_id = self._window.navigator.key.document_id
        return self._session.document(document_id) if document_id else None

    def _keep(self) -> None:
        from perfdesk.ui.versions.name_dialog import NameDialog

        document = self._document()
        if document is None:
            return
        year = f"{document.year} 年度 " if document.year else ""
        about = f"{year}{document.department.name}，{len(document.projects)} 个项目"
        name = NameDialog(about, self._window).ask()
        if name is not None and self._put_aside(document, name or "版本"):
            self.told.emit(f"已保存版本“{name or '版本'}”，可在“版本记录”中查看")

    def keep_submitted(self, document: Document) -> bool:
        """Put a document aside as it was handed in, once; tell whether it stands there."""
        name = version_name(document.submitted) if document.submitted else ""
        return not name or self._put_aside(document, name, once=True)

    def _put_aside(self, document: Document, name: str, *, once: bool = False) -> bool:
        from perfdesk.io.versions import holds, save_version, versions_dir

        folder = versions_dir(self._store)
        try:
            if not (once and holds(folder, document, name)):
                save_version(folder, document, name, datetime.now().astimezone())
        except Problem as problem:
            self.troubled.emit(str(problem))
            return False
        return True

    def _show_history(self) -> None:
        from perfdesk.io.versions import versions_dir, versions_of
        from perfdesk.ui.versions.history_dialog import HistoryDialog

        document = self._document()
        if document is None:
            return
        folder = versions_dir(self._store)
        try:
            shelf = versions_of(folder, document.id)
        except Problem as problem:
            self.troubled.emit(str(problem))
            return
        form = self._session.form(document.id)
        chosen = HistoryDialog(form, document, shelf, folder, self._window).ask()
        if chosen:
            self._restore(document, chosen[0].name, chosen[1])

    def _restore(self, document: Document, name: str, past: Document) -> None:
        """Go back, after the present contents were put aside as well."""
        from perfdesk.models.versions.restoring import Restore

        if not self._session.may_change(document.id):
            return
        if not self._put_aside(document, _BEFORE_RESTORING):
            return
        self._session.do(document.id, Restore(past))
        self.told.emit(
            f"已恢复为版本“{name}”，按 Ctrl+Z 撤销；恢复前的内容已存为版本“{_BEFORE_RESTORING}”"
        )
