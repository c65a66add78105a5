"""Judges what is being written: knows every finding, and tells when something is new."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from perfdesk.models.document import Document
from perfdesk.models.reason import Reason
from perfdesk.models.review.counts import NOTHING, Counts, answer_to
from perfdesk.models.sheet import Place
from perfdesk.ui.session import Session

if TYPE_CHECKING:  # nothing is judged before the first paint
    from perfdesk.models.project import Project
    from perfdesk.models.review.book import RuleBook
    from perfdesk.models.review.finding import Finding
    from perfdesk.models.review.verdict import Verdict
    from perfdesk.ui.judging import Books, Judging, Outcome
    from perfdesk.ui.reader import OpenReader

__all__ = ["Counts", "Inspector"]

_PAUSE_MS = 200
_AT_ONCE = 5


class Inspector(QObject):
    """Holds the findings of the session's documents, once it was started.

    `changed(document_id)` comes when findings, or the reasons given to them, are others than
    before. Whoever asks for a document that has not been judged yet gets nothing, and
    `changed` when it has. `rested` comes when there is nothing left to judge. Of documents that
    nobody asks for, only the numbers of findings are kept; `open_reader` is how those are read
    that nobody has opened.

    An edited project is judged at once, a document across its projects after a pause, in a
    thread.
    """

    changed = Signal(str)
    rested = Signal()

    def __init__(
        self,
        session: Session,
        parent: QObject | None = None,
        open_reader: "OpenReader | None" = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._open_reader = open_reader
        self._judging: Judging | None = None
        self._books: Books | None = None
        self._asked: set[str] = set()
        self._verdicts: dict[str, Verdict] = {}
        self._tallies: dict[str, Mapping[str, Counts]] = {}
        self._sums: dict[str, Counts] = {}
        self._edited: set[str] = set()
        self._wished = 0
        self._done = -1
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._judge_edited)
        session.changed.connect(self._follow)

    def start(self) -> None:
        """Judge what is asked for, then everything else in the workspace; once, in its time."""
        from perfdesk.ui.judging import Books, Judging

        self._books = self._books or Books()
        self._judging = Judging(self._open_reader, self)
        self._judging.judged.connect(self._take)
        self._judging.rested.connect(self._rest)
        self._judge_everything()

    def close(self) -> None:
        """End the thread; nothing is judged any more."""
        self._pause.stop()
        if self._judging:
            self._judging.judged.disconnect(self._take)
            self._judging.rested.disconnect(self._rest)
            self._judging.close()
            self._judging = None

    @property
    def at_rest(self) -> bool:
        """Whether everything that there is has been judged."""
        return self._wished == self._done and not self._pause.isActive()

    # --- what was found

    def findings(self, document_id: str) -> "tuple[Finding, ...]":
        """Return what was found in a document, worst first, then in the order of the form."""
        verdict = self._verdict(document_id)
        return verdict.findings() if verdict else ()

    def of_project(self, document_id: str, project_id: str) -> "tuple[Finding, ...]":
        """Return what was found in one project, or where `project_id` is empty in part one."""
        verdict = self._verdict(document_id)
        return verdict.of_project(project_id) if verdict else ()

    def at(self, document_id: str, place: Place) -> "tuple[Finding, ...]":
        """Return what was found in the cell that shows a place, worst first."""
        verdict = self._verdict(document_id)
        return verdict.at(place) if verdict else ()

    def counts(self, document_id: str, project_id: str | None = None) -> Counts:
        """Count the findings of a document, of one project, or of part one (empty id)."""
        verdict, tally = self._verdicts.get(document_id), self._tallies.get(document_id)
        if verdict and (tally is None or project_id in verdict.own):
            return verdict.counts(project_id)
        if project_id is None:
            return self._sums.get(document_id, NOTHING)
        return tally.get(project_id, NOTHING) if tally else NOTHING

    def has_judged(self, document_id: str) -> bool:
        """Whether a document has been judged as it stands; where it has not, it will be."""
        verdict = self._verdict(document_id)
        return verdict is not None and not verdict.unjudged

    def reason(self, document_id: str, finding: "Finding") -> Reason | None:
        """Return the reason that the clerk gave to a finding, or None."""
        document = self._session.document(document_id)
        if not finding.project_id:
            return answer_to(finding, document.statement.reasons)
        project = document.project(finding.project_id)
        return answer_to(finding, project.reasons) if project else None

    def book(self, document_id: str) -> "RuleBook":
        """Return the rule book that a document is judged by."""
        if self._books is None:
            from perfdesk.ui.judging import Books

            self._books = Books()
        return self._books.of(self._session.form(document_id))

    def judge_anew(self) -> None:
        """Judge everything again, as the rule book has changed; until then all stays as it is."""
        from perfdesk.ui.judging import Books

        self._books = Books()
        for verdict in self._verdicts.values():
            verdict.expire()
        if self._judging:
            self._judging.forget()
            self._judge_everything()

    # --- asking for more

    def _verdict(self, document_id: str) -> "Verdict | None":
        """Return the verdict on a document; where there is none, have one made."""
        if document_id not in self._asked:
            self._asked.add(document_id)
            self._ask([document_id], whole=True)
        return self._verdicts.get(document_id)

    def _judge_everything(self) -> None:
        others = (each.id for each in self._session.outlines if each.id not in self._asked)
        self._ask(self._asked, whole=True)
        self._ask(others, whole=False)

    def _ask(self, document_ids: Iterable[str], *, whole: bool) -> None:
        """Have documents judged in the thread, as they stand now."""
        if self._judging is None or self._books is None:
            return
        from perfdesk.ui.judging import Wish

        opened = {each.id: each for each in self._session.opened()}
        wishes = []
        for each in document_ids:
            verdict = self._verdicts.get(each)
            own = dict(verdict.own) if verdict else {}
            wishes.append(Wish(each, self._books, opened.get(each), own, whole))
        self._wished += 1
        self._judging.ask(wishes)

    # --- keeping up

    def _follow(self, before: Document | None, after: Document | None) -> None:
        """Judge what an edit touched at once, the rest after a pause."""
        if after is None:
            if before is not None:
                self._forget(before.id)
            return
        if self._judging is None:
            return
        self._judging.give_way()
        if before is None and after.id not in self._asked:
            self._ask([after.id], whole=False)
        else:
            self._asked.add(after.id)
            if self._judge_edit(before, after):
                self.changed.emit(after.id)

    def _judge_edit(self, before: Document | None, after: Document) -> bool:
        """Judge the edited projects of a document; tell whether that is news."""
        verdict = self._verdicts.get(after.id)
        if verdict is None:
            from perfdesk.models.review.verdict import Verdict

            verdict = self._verdicts[after.id] = Verdict(after)
        news = verdict.move_on(after)
        known = {id(each) for each in before.projects} if before else set()
        edited = [each for each in after.projects if id(each) not in known]
        if len(edited) <= _AT_ONCE:
            judged = [self._judge_project(verdict, each) for each in edited]
            news = news or any(judged)
        if verdict.unjudged:
            self._ask([after.id], whole=True)
        else:
            self._edited.add(after.id)
            self._pause.start()
        return news

    def _judge_project(self, verdict: "Verdict", project: "Project") -> bool:
        """Judge a project in the window's thread, unless the rules are still being loaded."""
        document = verdict.document
        form = self._session.form(document.id)
        book = self._books.known(form) if self._books else None
        if book is None:
            return False
        from perfdesk.models.review.check import check_one
        from perfdesk.ui.judging import found_by

        return verdict.put_own(project, found_by(lambda: check_one(form, document, project, book)))

    def _judge_edited(self) -> None:
        edited, self._edited = self._edited, set()
        self._ask(edited, whole=True)

    def _take(self, outcome: "Outcome") -> None:
        """Take over what was found in the thread, unless it is no longer about what stands."""
        document_id = outcome.wish.document_id
        gone = self._session.find_outline(document_id) is None
        if gone or outcome.wish.books is not self._books:
            return
        if outcome.verdict:
            self._take_verdict(document_id, outcome.verdict)
        elif document_id not in self._asked and outcome.tally != self._tallies.get(document_id):
            news = bool(outcome.tally) or document_id in self._tallies
            self._tallies[document_id] = outcome.tally
            self._sums[document_id] = Counts.of_all(outcome.tally.values())
            if news:
                self.changed.emit(document_id)

    def _take_verdict(self, document_id: str, verdict: "Verdict") -> None:
        before = self._verdicts.get(document_id)
        opened = self._opened(document_id)
        if opened is not None and verdict.document is not opened:
            if document_id not in self._edited:
                self._ask([document_id], whole=True)
            return
        self._verdicts[document_id] = verdict
        self._tallies.pop(document_id, None)
        self._sums.pop(document_id, None)
        if before is None or not verdict.agrees_with(before):
            self.changed.emit(document_id)

    def _rest(self, count: int) -> None:
        self._done = count
        if self._wished == count:
            self.rested.emit()

    def _forget(self, document_id: str) -> None:
        for known in (self._verdicts, self._tallies, self._sums):
            known.pop(document_id, None)
        self._asked.discard(document_id)
        self._edited.discard(document_id)

    def _opened(self, document_id: str) -> Document | None:
        """Return a document as it stands in the session, None where it is only stored."""
        opened = self._session.opened()
        return next((each for each in opened if each.id == document_id), None)
