"""A rule: one small function that judges, and what the clerk is told about it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from perfdesk.models.review.finding import Fix, Group, Severity

if TYPE_CHECKING:
    from perfdesk.models.review.facts import DocumentFacts, ProjectFacts, RowFacts


class Hit(NamedTuple):
    """What a rule found, before its severity is looked up.

    `field` is the path below the row at fault: the row or project that was judged, unless
    `row`, `project` or `row_id` (of a sub-goal or safeguard) name another one. `severity` is for
    rules that know a worse and a lesser case; the rule takes it from the book, by a limit's name.
    """

    field: str
    sentence: str
    fix: Fix | None = None
    row: "RowFacts | None" = None
    project: "ProjectFacts | None" = None
    row_id: str = ""
    severity: Severity | None = None


RowJudge = Callable[["RowFacts"], Hit | None]
ProjectJudge = Callable[["ProjectFacts"], Iterable[Hit]]
DocumentJudge = Callable[["DocumentFacts"], Iterable[Hit]]
Judge = TypeVar("Judge", RowJudge, ProjectJudge, DocumentJudge)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's id and its texts in Chinese: title, why it is so, one example wrong and right.

    `source` is the regulation, the system limit or the practice that it rests on. One of the
    three judges is there: of a row, of a project, or of a whole document; a rule of projects may
    have one of documents besides.
    """

    id: str
    group: Group
    title: str
    why: str
    wrong: str
    right: str
    source: str
    of_row: RowJudge | None = None
    of_project: ProjectJudge | None = None
    of_document: DocumentJudge | None = None


RULES: dict[str, Rule] = {}
"""All rules by id, once `registry.all_rules` has read their files."""


class Text(NamedTuple):
    """What a rule tells about itself; see `Rule`."""

    title: str
    why: str
    wrong: str
    right: str
    source: str


def row_rule(rule_id: str, group: Group, text: Text) -> Callable[[RowJudge], RowJudge]:
    """Register a function that judges one indicator and returns a `Hit` or None.

    Rows that say 不适用 never reach it; see `RowFacts.applies`.
    """

    def register(judge: RowJudge) -> RowJudge:
        _register(Rule(rule_id, group, *text, of_row=judge))
        return judge

    return register


def project_rule(rule_id: str, group: Group, text: Text) -> Callable[[ProjectJudge], ProjectJudge]:
    """Register a function that judges one project and yields hits."""

    def register(judge: ProjectJudge) -> ProjectJudge:
        _register(Rule(rule_id, group, *text, of_project=judge))
        return judge

    return register


def document_rule(
    rule_id: str, group: Group, text: Text
) -> Callable[[DocumentJudge], DocumentJudge]:
    """Register a function that judges a whole document, or projects beside each other."""

    def register(judge: DocumentJudge) -> DocumentJudge:
        _register(Rule(rule_id, group, *text, of_document=judge))
        return judge

    return register


def also_of_document(rule_id: str) -> Callable[[DocumentJudge], DocumentJudge]:
    """Register a second judge of a rule of projects, for what only shows beside the others."""

    def register(judge: DocumentJudge) -> DocumentJudge:
        RULES[rule_id] = replace(RULES[rule_id], of_document=judge)
        return judge

    return register


def _register(rule: Rule) -> None:
    if rule.id in RULES:
        raise ValueError(f"two rules are called {rule.id}")
    RULES[rule.id] = rule
