"""Edits the texts of an indicator's row, with suggestions below: name, description and basis."""

from collections.abc import Sequence

from PySide6.QtGui import QHideEvent, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from perfdesk.models.change import Change
from perfdesk.models.document import Content
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Place
from perfdesk.models.suggest.suggestion import Suggestion
from perfdesk.ui.form.advice import Hint
from perfdesk.ui.form.editors import Opened, TextEditor
from perfdesk.ui.form.edits import content_of, fill_places, row_of
from perfdesk.ui.form.leave import Leave
from perfdesk.ui.form.metrics import Metrics
from perfdesk.ui.form.offering import Offering


class SuggestingEditor(TextEditor):
    """A text field that suggests what stood in such cells before."""

    def __init__(self, opened: Opened, metrics: Metrics, parent: QWidget) -> None:
        super().__init__(opened, metrics, parent)
        self.offering = Offering(self.field, self, metrics, self._ask)
        self.offering.while_typing = opened.advice is not None and opened.advice.while_typing
        self.offering.taken.connect(self.take)
        self.field.key_taken = self._take_key
        self.grown.connect(self.offering.place)

    def start(self, typed: str | None) -> None:
        super().start(typed)
        if typed:
            self.offering.follow_typing()

    def open_list(self) -> bool:
        return self.offering.open()

    def take(self, hint: Hint, leave: Leave) -> None:
        """Take a suggestion for the cell's text, and leave the cell."""
        self.field.start(str(hint.content))
        self.field.document().setModified(True)
        self.offering.close()
        self.leaving.emit(leave)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.offering.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.offering.place()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.offering.close()

    def _ask(self, typed: str) -> Sequence[Hint]:
        opened = self.opened
        if opened.advice is None:
            return ()
        hints = opened.advice.hints(opened.form, opened.project, opened.place, typed)
        return [each for each in hints if each.content != self.field.text()]

    def _take_key(self, event: QKeyEvent) -> bool:
        return self.offering.take_key(event)


class NameEditor(SuggestingEditor):
    """Edits an indicator's name; a suggestion that is taken fills in its row."""

    def __init__(self, opened: Opened, metrics: Metrics, parent: QWidget) -> None:
        super().__init__(opened, metrics, parent)
        self.offering.for_letters = True
        self._whole = False
        self.taken: Suggestion | None = None
        """The suggestion that was taken."""
        self.kept = ""
        """What that left as it was, in words."""

    def start(self, typed: str | None) -> None:
        fills = "填入空格，Shift+Enter 整行替换" if self._own() else "整行填入"
        self.offering.does = fills
        super().start(typed)

    def take(self, hint: Hint, leave: Leave) -> None:
        """Take a suggestion for the row; with Shift+Enter also over what is filled in."""
        self.taken, self._whole = hint.suggestion, leave is Leave.UP
        self.leaving.emit(Leave.TAKEN)

    def row_contents(self, project: Project) -> dict[Place, Content]:
        """Return what the suggestion that was taken puts into the cells of the row."""
        advice, row_id = self.opened.advice, self.opened.place.row_id
        if advice is None or self.taken is None:
            return {}
        form = self.opened.form
        contents = advice.row_with(form, project, row_id, self.taken, whole=self._whole)
        whole = advice.row_with(form, project, row_id, self.taken, whole=True)
        row = row_of(project, row_id)
        kept = {
            place.field
            for place, content in whole.items()
            if row and place not in contents and content_of(row, place.field) != content
        }
        self.kept = "、".join(each.heading for each in form.grid if each.field in kept)
        advice.remember(contents)
        return contents

    def rest(self, project: Project) -> Change | None:
        advice, opened = self.opened.advice, self.opened
        if advice is None or self.taken is None:
            return None
        row_id = opened.place.row_id
        contents = advice.row_with(opened.form, project, row_id, self.taken, whole=True)
        advice.remember(contents)
        return fill_places(opened.form, project, contents, "整行替换")

    def remark(self) -> str:
        return f"原有的{self.kept}没有改动" if self.kept else ""

    def _own(self) -> tuple[str, ...]:
        row = row_of(self.opened.project, self.opened.place.row_id)
        advice = self.opened.advice
        return advice.own(row) if advice and isinstance(row, Indicator) else ()

    def _ask(self, typed: str) -> Sequence[Hint]:
        opened = self.opened
        if opened.advice is None:
            return ()
        return opened.advice.hints(opened.form, opened.project, opened.place, typed)
