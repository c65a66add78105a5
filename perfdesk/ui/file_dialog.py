"""Asking where files are and where they go: as the last time, at first in the documents."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtWidgets import QFileDialog, QSplitter, QToolButton, QTreeView, QWidget

from perfdesk.ui.look.icons import icon
from perfdesk.ui.settings import Settings

_READ, _WRITTEN = "import-folder", "export-folder"
_SIZE_PX = (860, 520)
_SIDE_PX = 150
_COLUMNS_PX = (300, 90, 150)
_BUTTONS = {
    "backButton": "previous",
    "forwardButton": "next",
    "toParentButton": "move-up",
    "newFolderButton": "add-folder",
    "listModeButton": "as-tiles",
    "detailModeButton": "as-list",
}
_USUAL = (
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.DesktopLocation,
    QStandardPaths.StandardLocation.HomeLocation,
)


def files_to_read(window: QWidget, settings: Settings, title: str, kinds: str) -> list[Path]:
    """Return the files that were chosen; none where the person thought better of it."""
    dialog = _dialog(window, title, _folder(settings, _READ))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(kinds)
    chosen = _chosen(dialog)
    if chosen:
        settings.set_texts(_READ, [str(chosen[0].parent)])
    return chosen


def folder_to_write(window: QWidget, settings: Settings, title: str) -> Path | None:
    """Return the folder that was chosen, None where the person thought better of it."""
    dialog = _dialog(window, title, _folder(settings, _WRITTEN))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    chosen = _chosen(dialog)
    if not chosen:
        return None
    settings.set_texts(_WRITTEN, [str(chosen[0])])
    return chosen[0]


class FileToWrite:
    """Asks what a file is to be called. `kinds` are the endings it may have, with their words.

    `told` hears a sentence where the file cannot be called so.
    """

    def __init__(
        self,
        window: QWidget,
        settings: Settings,
        kinds: Mapping[str, str],
        told: Callable[[str], object],
    ) -> None:
        self._window = window
        self._settings = settings
        self._kinds = kinds
        self._told = told

    def ask(self, title: str, name: str) -> Path | None:
        """Return the file, offered under a name with its ending; None where it was given up."""
        dialog = _dialog(self._window, title, _folder(self._settings, _WRITTEN))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(self._kinds.values()))
        dialog.filterSelected.connect(lambda kind: self._follow_kind(dialog, kind))
        ending = Path(name).suffix
        dialog.selectNameFilter(self._kinds[ending])
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(name)
        chosen = _chosen(dialog)
        if not chosen:
            return None
        path = self._whole(chosen[0], dialog.selectedNameFilter())
        if path:
            self._settings.set_texts(_WRITTEN, [str(path.parent)])
        return path

    def _whole(self, path: Path, kind: str) -> Path | None:
        if path.suffix.lower() in self._kinds:
            return path
        whole = path.with_name(path.name + self._ending_of(kind))
        if whole.exists():  # the dialog has asked about another name
            self._told(f"“{whole.name}”已存在，没有导出，请换一个名称")
            return None
        return whole

    def _follow_kind(self, dialog: QFileDialog, kind: str) -> None:
        """Let the name end as the kind of file that was just picked."""
        ending = self._ending_of(kind)
        dialog.setDefaultSuffix(ending)
        named = Path(dialog.selectedFiles()[0])
        if named.suffix.lower() in self._kinds:
            dialog.selectFile(named.with_suffix(ending).name)

    def _ending_of(self, kind: str) -> str:
        return next((e for e, each in self._kinds.items() if each == kind), next(iter(self._kinds)))


def _folder(settings: Settings, name: str) -> Path:
    """Return the folder of the last time, where there is none the first usual one there is."""
    remembered = [Path(each) for each in settings.texts(name) if each]
    usual = [Path(QStandardPaths.writableLocation(each)) for each in _USUAL]
    return next((each for each in (*remembered, *usual) if each.is_dir()), Path.home())


def _dialog(window: QWidget, title: str, folder: Path) -> QFileDialog:
    """Make a dialog: the system's own, where it has none Qt's with our icons."""
    dialog = QFileDialog(window, title, str(folder))
    dialog.resize(*_SIZE_PX)
    places = [Path(QStandardPaths.writableLocation(each)) for each in reversed(_USUAL)]
    there = [each for each in dict.fromkeys(places) if each.is_dir()]
    dialog.setSidebarUrls([QUrl("file:"), *(QUrl.fromLocalFile(str(each)) for each in there)])
    for name, drawing in _BUTTONS.items():
        if button := dialog.findChild(QToolButton, name):
            button.setIcon(icon(drawing))
    if table := dialog.findChild(QTreeView, "treeView"):
        for column, width in enumerate(_COLUMNS_PX):
            table.header().resizeSection(column, width)
        table.header().setStretchLastSection(True)
    if parts := dialog.findChild(QSplitter, "splitter"):
        parts.setSizes([_SIDE_PX, _SIZE_PX[0] - _SIDE_PX])
    return dialog


def _chosen(dialog: QFileDialog) -> list[Path]:
    """Wait for the person; return what was chosen, nothing where it was given up."""
    agreed = dialog.exec()
    dialog.deleteLater()
    return [Path(each) for each in dialog.selectedFiles()] if agreed else []
