"""说明: what a clerk says to a finding that is right as it stands, kept with what it is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """The clerk's answer to a finding; it holds while `rule`, `subject` and `facts` are the same.

    They are those of a `Finding`, which name no id and no year: the reason finds its finding
    again after an export and an import, and in next year's document.
    """

    rule: str
    subject: str
    facts: str
    text: str
