"""Keeps on disk what is being typed in an open editor, and brings it back after a kill."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from perfdesk.models.document import Document
from perfdesk.models.draft import Draft, Fate, fate
from perfdesk.models.sheet import Place
from perfdesk.ui.page import Page
from perfdesk.ui.saver import Saver
from perfdesk.ui.session import Session
from perfdesk.ui.tree.nodes import Key, Kind

if TYPE_CHECKING:
    from perfdesk.ui.frame.draft_notice import DraftNotice
    from perfdesk.ui.frame.main_window import MainWindow

_LOOK_MS = 500
_LONGEST_MS = 4000


class Drafts(QObject):
    """Looks now and then at the editor that is open, and never at a key.

    What has changed is kept once one pauses in typing, and at the latest every few seconds. It is
    forgotten when the editor is left, after the edit that this makes is on disk. Drafts that a
    killed program left behind go back into their cells, or are offered where something newer
    stands there; those stay on disk until the person is done with them.
    """

    def __init__(self, session: Session, saver: Saver, window: "MainWindow") -> None:
        super().__init__(window)
        self._session = session
        self._saver = saver
        self._window = window
        self._begun = False
        self._page: Page | None = None
        self._seen: Draft | None = None
        self._kept: Draft | None = None
        self._behind = QElapsedTimer()
        self._offered: list[Draft] = []
        self._notice: DraftNotice | None = None
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._on_look)
        # Written at once, it would hold up the painting of the key that leaves the editor.
        self._forget = QTimer(self, interval=_LOOK_MS, singleShot=True)
        self._forget.timeout.connect(self._write)
        window.navigator.made.connect(self._watch)
        for page in window.navigator.pages():
            self._watch(page)
        saver.opened.connect(self._begin)

    def close(self) -> None:
        """Forget now what was to be forgotten soon; the saver closes next."""
        if self._forget.isActive():
            self._write()

    def _watch(self, page: Page) -> None:
        page.writing.connect(lambda writing: self._on_writing(page if writing else None))

    def _on_writing(self, page: Page | None) -> None:
        self._page = page
        self._seen = None
        self._behind.start()
        if page is None:
            self._look.stop()
            self._keep(None)
        elif self._begun:  # else it would take the place of what was left behind
            self._look.start()

    def _on_look(self) -> None:
        draft = self._page.draft() if self._page else None
        if draft and not draft.text.strip():
            draft = None  # nothing would be lost, and nothing must be emptied by it
        paused = draft == self._seen
        self._seen = draft
        if draft == self._kept:
            self._behind.start()
        elif paused or self._behind.hasExpired(_LONGEST_MS):
            self._keep(draft)

    def _keep(self, draft: Draft | None) -> None:
        if draft == self._kept:
            return
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        self._kept = replace(draft, at=now) if draft else None
        self._behind.start()
        if draft:
            self._write()
        else:
            self._forget.start()

    def _write(self) -> None:
        self._forget.stop()
        self._saver.keep_drafts([*self._offered, *([self._kept] if self._kept else [])])

    # --- after a kill

    def _begin(self) -> None:
        """Bring back what was found; nobody who types already is taken away from it."""
        back: list[Draft] = []
        for draft in self._saver.found:
            becomes = fate(draft, self._document(draft))
            goes_back = becomes is Fate.GOES_BACK and not self._page
            if goes_back and self._put_back(draft):
                back.append(draft)
            elif becomes is not Fate.IS_THERE:
                self._offered.append(draft)
        if self._saver.found:
            self._write()
            self._session.changed.connect(self._on_changed)
        if back:
            self._shown_notice().say_put_back(back[-1])
        else:
            self._offer_next()
        self._begun = True
        if self._page:
            self._look.start()

    def _on_changed(self) -> None:
        """Let the notice say what is true after an edit; what was put back is no longer news."""
        if self._notice and self._notice.isVisible():
            self._offer_next()

    def _document(self, draft: Draft) -> Document | None:
        there = self._session.find_outline(draft.document_id)
        return self._session.document(draft.document_id) if there else None

    def _put_back(self, draft: Draft) -> bool:
        """Go to the place of a draft and put it in; tell whether it could be."""
        document = self._document(draft)
        key = _page_of(document, draft.place) if document else None
        if key is None or not self._window.go_to_place(key, draft.place):
            return False
        page = self._window.navigator.page()
        self._window.navigator.setFocus()
        return page is not None and page.put_back(draft)

    def _offer_next(self) -> None:
        if self._offered:
            draft = self._offered[0]
            becomes = fate(draft, self._document(draft))
            self._shown_notice().offer(draft, becomes, len(self._offered) - 1)
        elif self._notice:
            self._notice.hide()

    def _take_offered(self) -> None:
        """Put the offered draft into its cell after all."""
        if self._put_back(self._offered[0]):
            self._dismiss()
        else:
            self._window.status.tell("这一处已不在文本中，可以复制后粘贴到别处")

    def _dismiss(self) -> None:
        """Be done with the draft that is offered, and offer the next."""
        del self._offered[0]
        self._write()
        self._offer_next()

    def _shown_notice(self) -> "DraftNotice":
        if self._notice is None:
            from perfdesk.ui.frame.draft_notice import DraftNotice

            self._notice = DraftNotice()
            self._notice.put_wanted.connect(self._take_offered)
            self._notice.dismissed.connect(self._dismiss)
            self._notice.seen.connect(self._offer_next)
            self._notice.told.connect(self._window.status.tell)
            self._window.work.add_above(self._notice)
        return self._notice


def _page_of(document: Document, place: Place) -> Key | None:
    """Return the page that shows a place of a project, None where it is gone."""
    for project in document.projects:
        if place.row_id in (project.id, *(row.id for row in project.indicators)):
            return Key(Kind.PROJECT, document.id, project.id)
    return None
