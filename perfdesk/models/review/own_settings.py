"""What an office judges otherwise than the standard and the year's form, in words."""

from collections.abc import Iterator
from typing import NamedTuple

from perfdesk.models.review.book import RuleBook
from perfdesk.models.review.registry import all_rules
from perfdesk.models.review.rule import Rule

_SEVERITY = "severity"


class OwnSetting(NamedTuple):
    """A rule that the office has set otherwise, and how: 已停用, 级别设为“强制”."""

    rule: Rule
    words: str


def own_settings(book: RuleBook) -> tuple[OwnSetting, ...]:
    """Return the rules that the office has set otherwise, in the order of their ids.

    Settings for rules that only a newer program knows change nothing here and are left out.
    """
    changed = (rule for rule_id, rule in all_rules().items() if book.own.get(rule_id))
    return tuple(OwnSetting(rule, "，".join(_words(book, rule.id))) for rule in changed)


def _words(book: RuleBook, rule_id: str) -> Iterator[str]:
    severity = book.severity(rule_id)
    if severity is None:
        yield "已停用"
        return
    names = book.own[rule_id].keys()
    if _SEVERITY in names:
        yield f"级别设为“{severity.word}”"
    if names - {_SEVERITY}:
        yield "限值另行设定"
