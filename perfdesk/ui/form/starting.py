"""Beginning the project that is shown from a template, or from another project."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from perfdesk.models.change import Change
from perfdesk.ui.form.beginnings import Beginning, Beginnings
from perfdesk.ui.form.sheet_view import SheetView


class Starting(QObject):
    """Fills what is empty in the project of a sheet, in one step of undo.

    `beginnings` are what there is to begin from, once that is known; `told` says what was done.
    """

    told = Signal(str)

    def __init__(self, view: SheetView, do: Callable[[Change], None]) -> None:
        super().__init__(view)
        self.beginnings: Beginnings | None = None
        self._view = view
        self._do = do

    def begin(self, beginning: Beginning) -> None:
        """Fill in what is empty from a template or from another project."""
        self._view.editing.commit()
        project = self._view.sheet.project
        change = self.beginnings.change(beginning, project) if self.beginnings else None
        self._view.setFocus()
        if change:
            self._do(change)
            self.told.emit(f"已参照“{beginning.name}”填写空白的内容，按 Ctrl+Z 撤销")
        else:
            self.told.emit(f"“{beginning.name}”已经不在了，没有填写")

    def pick(self) -> None:
        """Let something be picked that the project shall begin from."""
        self._view.editing.commit()
        if self._view.sheet.read_only:
            self._view.locked.emit()
        elif self.beginnings:
            self._pick(self.beginnings.all(self._view.sheet.project), "参照项目或模板填写")

    def pick_template(self) -> None:
        """Let a template be picked that the project shall begin from."""
        self._view.editing.commit()
        if self.beginnings:
            self._pick(self.beginnings.templates(), "用模板填写")

    def _pick(self, beginnings: Sequence[Beginning], title: str) -> None:
        from perfdesk.ui.form.beginning_picker import BeginningPicker

        picker = BeginningPicker(beginnings, title, self._view.window())
        picker.picked.connect(self.begin)
        picker.finished.connect(picker.deleteLater)
        picker.open()
