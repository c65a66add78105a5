"""Judges documents in a thread of its own, giving way to the window at every edit."""

import logging
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from perfdesk.io.forms import form_or_default
from perfdesk.io.problem import Problem
from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.review.counts import Counts, count, count_severities
from perfdesk.ui.reader import OpenReader, Reader

if TYPE_CHECKING:  # the rules are loaded in the thread
    from perfdesk.models.review.book import RuleBook
    from perfdesk.models.review.facts import ProjectFacts
    from perfdesk.models.review.finding import Finding
    from perfdesk.models.review.verdict import Own, Verdict

Anything = TypeVar("Anything")
_TURN_SECONDS = 0.000_5  # a tenth of Python's own: the window asks for its turn many times a key
_MOMENT_SECONDS = 0.03
_PATIENCE_SECONDS = 5.0  # a disk may hang

_log = logging.getLogger(__name__)
_mistakes: set[str] = set()


class Books:
    """The rule books in force, each made when first asked for; for any thread.

    When the rules are set otherwise there are new `Books`.
    """

    def __init__(self) -> None:
        self._made: dict[str, RuleBook] = {}

    def known(self, form: Form) -> "RuleBook | None":
        """Return the book for a form where it has been made."""
        return self._made.get(form.id)

    def of(self, form: Form) -> "RuleBook":
        """Return the book for a form."""
        if form.id not in self._made:
            from perfdesk.io.rule_book import rule_book

            book = rule_book(form)
            _ = book.of_rows, book.of_projects, book.of_documents  # loads the rules
            self._made[form.id] = book
        return self._made[form.id]


class Wish(NamedTuple):
    """A document that is to be judged: as it stands now, or where it is None as it is stored.

    `own` are the projects that have been judged already; unless it is wished `whole`, only the
    findings' numbers are kept.
    """

    document_id: str
    books: Books
    document: Document | None = None
    own: "Own" = {}  # noqa: RUF012 - nobody writes into a mapping
    whole: bool = False


class Outcome(NamedTuple):
    """What came of a wish: a verdict where it is whole, else counts by project where not 0."""

    wish: Wish
    verdict: "Verdict | None"
    tally: Mapping[str, Counts]


class Judging(QObject):
    """A thread that judges first what is wished whole, then one by one what waits.

    `judged(outcome)` comes for each document; a newer wish for the same one ends what is under
    way without an outcome, and so does a document that cannot be read. `rested(count)` comes
    when there is nothing to do, after so many calls of `ask`.
    """

    judged = Signal(object)
    rested = Signal(int)

    def __init__(self, open_reader: OpenReader | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_reader = open_reader
        self._reader: Reader | None = None
        self._resources = ExitStack()
        self._wishes: dict[str, Wish] = {}
        self._waiting: deque[Wish] = deque()
        self._asked = 0
        self._rest_until = 0.0
        self._changed = threading.Condition()
        self._closing = False
        sys.setswitchinterval(_TURN_SECONDS)
        self._thread = threading.Thread(target=self._work, name="judging", daemon=True)
        self._thread.start()

    def ask(self, wishes: Iterable[Wish]) -> None:
        """Judge documents: whole ones next, where a newer wish takes the place of an older."""
        with self._changed:
            self._asked += 1
            for wish in wishes:
                if wish.whole:
                    self._wishes[wish.document_id] = wish
                else:
                    self._waiting.append(wish)
            self._changed.notify()

    def give_way(self) -> None:
        """Hold back for the moment in which an edit is shown."""
        self._rest_until = time.monotonic() + _MOMENT_SECONDS

    def forget(self) -> None:
        """Leave what has not been begun."""
        with self._changed:
            self._wishes.clear()
            self._waiting.clear()

    def close(self) -> None:
        """Leave everything that is not done, and end the thread."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(_PATIENCE_SECONDS)

    # --- in the thread

    def _work(self) -> None:
        with self._resources:
            while wish := self._next():
                self._try(wish)

    def _next(self) -> Wish | None:
        while True:
            with self._changed:
                if self._closing:
                    return None
                if self._wishes or self._waiting:
                    return self._first_wish() or self._waiting.popleft()
                asked = self._asked
            self._reader = None
            self._resources.close()  # nobody shall find the file in use for nothing
            self.rested.emit(asked)
            with self._changed:
                self._changed.wait_for(lambda: self._wishes or self._waiting or self._closing)

    def _first_wish(self) -> Wish | None:
        first = next(iter(self._wishes), None)
        return self._wishes.pop(first) if first is not None else None

    def _try(self, wish: Wish) -> None:
        try:
            outcome = self._judge(wish)
        except (_Obsolete, KeyError, Problem):
            return  # what cannot be read any more, the saver tells
        self.judged.emit(outcome)

    def _judge(self, wish: Wish) -> Outcome:
        from perfdesk.models.review.check import check_across
        from perfdesk.models.review.facts import DocumentFacts, ProjectFacts, Setting

        document = wish.document or self._load(wish.document_id)
        form = form_or_default(document.form)
        setting = Setting(form, wish.books.of(form), document.year, document.department)
        facts: list[ProjectFacts] = []
        found: list[Sequence[Finding]] = []
        counted: list[Counts] = []
        for project in document.projects:
            self._breathe(wish)
            each = ProjectFacts(setting, project)
            facts.append(each)
            if wish.whole:
                found.append(_found_in(each, wish.own))
            else:
                counted.append(_counts_in(each))
        self._breathe(wish)
        together = DocumentFacts(setting, document, tuple(facts))
        across = found_by(partial(check_across, together))
        for each in facts:  # they go at once, instead of all together when garbage is sought
            each.rows = each.live = ()
        if wish.whole:
            return Outcome(wish, *_whole(document, found, across))
        return Outcome(wish, None, _tally(document, counted, across))

    def _load(self, document_id: str) -> Document:
        if self._reader is None:
            if self._open_reader is None:
                raise KeyError(document_id)
            self._reader = self._resources.enter_context(self._open_reader())
        return self._reader.load(document_id)

    def _breathe(self, wish: Wish) -> None:
        """Let the window go on, and do what it wishes meanwhile. Raises _Obsolete."""
        if self._closing or wish.document_id in self._wishes:
            raise _Obsolete
        while (rest := self._rest_until - time.monotonic()) > 0:
            time.sleep(rest)
        if not wish.whole and self._wishes:
            with self._changed:
                first = self._first_wish()
            if first:
                self._try(first)


def found_by(check: Callable[[], Iterable[Anything]]) -> Sequence[Anything]:
    """Return what a check finds; nothing where a rule has a mistake, which the log tells once."""
    try:
        return tuple(check())
    except Exception as error:  # noqa: BLE001 - must neither end the thread nor disturb a clerk
        if (mistake := repr(error)) not in _mistakes:
            _mistakes.add(mistake)
            _log.exception("not judged")
        return ()


class _Obsolete(Exception):
    """Raised inside work that nobody waits for any more."""


def _found_in(facts: "ProjectFacts", own: "Own") -> "Sequence[Finding]":
    """Return what a project shows by itself, judging it unless that has been done."""
    from perfdesk.models.review.check import check_project

    known = own.get(facts.project.id)
    if known and known[0] is facts.project:
        return known[1]
    return found_by(partial(check_project, facts))


def _counts_in(facts: "ProjectFacts") -> Counts:
    """Count what a project shows by itself; what was found is told only where it was answered."""
    from perfdesk.models.review.check import check_project, severities_in

    if reasons := facts.project.reasons:
        return count(found_by(partial(check_project, facts)), reasons)
    return count_severities(found_by(partial(severities_in, facts)))


def _whole(
    document: Document, own: "Iterable[Iterable[Finding]]", across: "Iterable[Finding]"
) -> "tuple[Verdict, dict[str, Counts]]":
    from perfdesk.models.review.verdict import Verdict

    verdict = Verdict(document)
    for project, findings in zip(document.projects, own, strict=True):
        verdict.put_own(project, findings)
    verdict.put_across(across)
    return verdict, verdict.tally()


def _tally(
    document: Document, own: Iterable[Counts], across: "Iterable[Finding]"
) -> dict[str, Counts]:
    grouped: dict[str, list[Finding]] = {}
    for finding in across:
        grouped.setdefault(finding.project_id, []).append(finding)
    counted = {"": count(grouped.get("", ()), document.statement.reasons)}
    for project, counts in zip(document.projects, own, strict=True):
        more = count(grouped.get(project.id, ()), project.reasons)
        counted[project.id] = Counts.of_all((counts, more)) if any(more) else counts
    return {key: _shared(counts) for key, counts in counted.items() if any(counts)}


@lru_cache(maxsize=4096)
def _shared(counts: Counts) -> Counts:
    """Return the same numbers as one value, however many projects have them."""
    return counts
