"""The rule book: how severe each rule is, what its limits are, and the words it knows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from perfdesk.models.review.finding import Severity
from perfdesk.models.review.registry import all_rules
from perfdesk.models.review.rule import Rule
from perfdesk.models.review.words import Words

Made = TypeVar("Made")
Limit = int | float | str
OFF = "off"
"""In place of a severity: the rule is switched off."""


@dataclass(frozen=True)
class RuleBook:
    """What an office judges by: the standard, changed by the year's form and by its settings.

    A rule that `severities` does not name is a hint; None switches it off. `limits` are named
    `N02.sentence`. `own` is what the office set otherwise: rule id -> `severity` and limits.
    """

    severities: Mapping[str, Severity | None]
    limits: Mapping[str, Limit]
    words: Words
    own: Mapping[str, Mapping[str, Limit]] = field(default_factory=dict)

    def severity(self, rule_id: str) -> Severity | None:
        """Return how severe a rule is, None where it is switched off."""
        return self.severities.get(rule_id, Severity.HINT)

    def limit(self, name: str) -> int:
        """Return a limit that is a whole number. Raises KeyError where the book has none."""
        return int(self.limits[name])

    def case(self, name: str) -> Severity:
        """Return the severity of a rule's special case, a limit such as `V10.cost = "error"`.

        Where the office has set the rule's severity itself, that holds for all its cases.
        """
        rule_id = name.partition(".")[0]
        if "severity" in self.own.get(rule_id, ()) and (own := self.severity(rule_id)):
            return own
        return Severity(str(self.limits[name]))

    def worked_out(self, make: Callable[["RuleBook"], Made]) -> Made:
        """Return what a rule makes of the book, such as a table of limits, made only once."""
        made = self._made.get(make)
        if made is None:
            made = self._made[make] = make(self)
        return cast("Made", made)

    @cached_property
    def _made(self) -> dict[object, object]:
        return {}

    @cached_property
    def in_force(self) -> tuple[tuple[Rule, Severity], ...]:
        """The rules that are not switched off, each with its severity."""
        severities = ((rule, self.severity(rule.id)) for rule in all_rules().values())
        return tuple((rule, severity) for rule, severity in severities if severity is not None)

    @cached_property
    def of_rows(self) -> tuple[tuple[Rule, Severity], ...]:
        """The rules in force that judge an indicator."""
        return tuple(each for each in self.in_force if each[0].of_row)

    @cached_property
    def of_projects(self) -> tuple[tuple[Rule, Severity], ...]:
        """The rules in force that judge a project."""
        return tuple(each for each in self.in_force if each[0].of_project)

    @cached_property
    def of_documents(self) -> tuple[tuple[Rule, Severity], ...]:
        """The rules in force that judge a document as a whole."""
        return tuple(each for each in self.in_force if each[0].of_document)
