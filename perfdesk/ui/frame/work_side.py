"""The right side of the window: the page, notices above it, panels below it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from perfdesk.ui.frame.navigator import Navigator
from perfdesk.ui.panel import Panel
from perfdesk.ui.session import Session

if TYPE_CHECKING:
    from perfdesk.ui.frame.submitted_banner import SubmittedBanner


class WorkSide(QWidget):
    """Gives everything around the page its place.

    `reopen_wanted` where the document that is shown was handed in, and is to be opened again.
    """

    reopen_wanted = Signal()

    def __init__(self, navigator: Navigator, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._banner: SubmittedBanner | None = None
        self._room: QWidget | None = None
        self._notices: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._middle = QSplitter(Qt.Orientation.Vertical, self)
        self._middle.addWidget(navigator)
        self._middle.setHandleWidth(1)
        self._column.addWidget(self._middle)

    def add_above(self, notice: QWidget) -> None:
        """Give a notice its place above the page."""
        self._notices.insert(0, notice)
        self._column.insertWidget(0, notice)

    def add_below(self, panel: QWidget) -> None:
        """Give a panel its place below the page."""
        self._middle.addWidget(panel)
        self._middle.setStretchFactor(0, 1)
        self._middle.setCollapsible(0, False)

    def parts(self) -> list[QWidget]:
        """Return what stands here, from the top down."""
        below = (self._middle.widget(at) for at in range(self._middle.count()))
        return [*self._notices, *below]

    def commit(self) -> None:
        """Take over what is being typed in a panel."""
        for part in self.parts():
            if isinstance(part, Panel):
                part.commit()

    def keep_room(self, height: int) -> None:
        """Keep the room of a panel that will be open, so that the page does not jump for it."""
        self._room = QWidget(self._middle)
        self._room.setFixedHeight(height)
        self._middle.addWidget(self._room)

    def let_room_go(self) -> None:
        """Give the room that was kept to the page, or to what it was kept for."""
        if self._room:
            self._room.hide()  # and nothing is painted before what it was kept for shows
            self._room.deleteLater()
            self._room = None

    def show_document(self, document_id: str) -> None:
        """Say above the page that its document was handed in, where it was."""
        outline = self._session.find_outline(document_id)
        submitted = outline is not None and outline.submitted
        if submitted and self._banner is None:
            from perfdesk.ui.frame.submitted_banner import SubmittedBanner

            self._banner = SubmittedBanner(self)
            self._banner.reopen_wanted.connect(self.reopen_wanted)
            self._session.refused.connect(self._banner.call)
            self.add_above(self._banner)
        if self._banner:
            document = self._session.document(document_id) if submitted else None
            self._banner.show_submission(document.submitted if document else None)
