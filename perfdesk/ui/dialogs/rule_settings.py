"""How an office judges, while it is being decided: what differs from the standard, rule by rule."""

from collections.abc import Mapping

from perfdesk.models.review.book import OFF, Limit
from perfdesk.models.review.book_flaw import Changes
from perfdesk.models.review.finding import Severity

_SEVERITY = "severity"
_HINT = Severity.HINT.value


class RuleSettings:
    """Severities and limits over a `standard`; what is set back to it is no change any more.

    `names` are the limits that may be set, by rule id, with what they are called.
    """

    def __init__(
        self, standard: Changes, own: Changes, names: Mapping[str, Mapping[str, str]]
    ) -> None:
        self._standard = standard
        self._own = {rule_id: dict(entries) for rule_id, entries in own.items() if entries}
        self._names = names

    def own(self) -> Changes:
        """Return what differs from the standard, to be kept."""
        return {rule_id: dict(entries) for rule_id, entries in self._own.items()}

    def is_on(self, rule_id: str) -> bool:
        """Whether a rule is in force."""
        return self._value(rule_id, _SEVERITY) != OFF

    def severity(self, rule_id: str) -> Severity | None:
        """Return how severe a rule is, None where it is switched off."""
        value = self._value(rule_id, _SEVERITY)
        return None if value == OFF else Severity(value)

    def standard_severity(self, rule_id: str) -> Severity | None:
        """Return how severe the standard has a rule."""
        value = self._standard.get(rule_id, {}).get(_SEVERITY, _HINT)
        return None if value == OFF else Severity(value)

    def is_changed(self, rule_id: str) -> bool:
        """Whether anything about a rule differs from the standard."""
        return rule_id in self._own

    def limits(self, rule_id: str) -> list[tuple[str, str, Limit, Limit]]:
        """Return the limits that may be set: name, words, value, the standard's value."""
        standard = self._standard.get(rule_id, {})
        names = self._names.get(rule_id, {})
        return [
            (name, words, self._value(rule_id, name), standard[name])
            for name, words in names.items()
            if name in standard
        ]

    def overrules(self, rule_id: str, name: str) -> bool:
        """Whether a limit is the severity of a special case, which the rule's own goes before."""
        is_case = self._value(rule_id, name) in {each.value for each in Severity}
        return is_case and _SEVERITY in self._own.get(rule_id, {})

    def switch(self, rule_id: str, *, on: bool) -> None:
        """Put a rule in force, as severe as the standard has it, or out of force."""
        if on == self.is_on(rule_id):
            return
        standard = self.standard_severity(rule_id)
        self._set(rule_id, _SEVERITY, (standard or Severity.HINT).value if on else OFF)

    def set_severity(self, rule_id: str, severity: Severity) -> None:
        """Let a rule be so severe."""
        self._set(rule_id, _SEVERITY, severity.value)

    def set_limit(self, rule_id: str, name: str, value: Limit) -> None:
        """Set a limit of a rule."""
        self._set(rule_id, name, value)

    def reset(self, rule_id: str) -> None:
        """Judge by a rule as the standard does."""
        self._own.pop(rule_id, None)

    def reset_all(self) -> None:
        """Judge as the standard does."""
        self._own.clear()

    def _value(self, rule_id: str, name: str) -> Limit:
        standard = self._standard.get(rule_id, {}).get(name, _HINT)
        return self._own.get(rule_id, {}).get(name, standard)

    def _set(self, rule_id: str, name: str, value: Limit) -> None:
        standard = self._standard.get(rule_id, {}).get(name, _HINT)
        entries = self._own.setdefault(rule_id, {})
        if value == standard:
            entries.pop(name, None)
        else:
            entries[name] = value
        if not entries:
            del self._own[rule_id]
