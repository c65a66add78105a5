"""What every rule is tried on: a document that breaks it, and one that just does not."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from perfdesk.io.forms import form_or_default
from perfdesk.io.rule_book import OwnRules, rule_book
from perfdesk.models.document import Document
from perfdesk.models.review.check import check
from perfdesk.models.review.finding import Finding
from perfdesk.models.review.order import path_of


@dataclass(frozen=True, slots=True)
class Case:
    """One way to break a rule, and how the same thing is just right.

    `place` is the path of the finding in the broken document; `fixed` says that it can be mended
    with one key; `own` is what an office has set otherwise.
    """

    rule: str
    broken: Document
    right: Document
    place: str
    fixed: bool = False
    own: OwnRules | None = None


@cache
def all_cases() -> tuple[Case, ...]:
    """The cases of all the tests in this folder."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("test_*.py"))
    modules = [import_module(f"tests.models.rules.{name}") for name in names]
    return tuple(case for module in modules for case in getattr(module, "CASES", ()))


def findings(document: Document, own: OwnRules | None = None) -> tuple[Finding, ...]:
    """What the rules find in a document, by the shipped book or an office's settings."""
    form = form_or_default(document.form)
    return check(form, document, rule_book(form, own or {}))


def found(document: Document, rule: str, own: OwnRules | None = None) -> list[Finding]:
    """What one rule finds in a document."""
    return [each for each in findings(document, own) if each.rule == rule]


def try_case(case: Case) -> None:
    """Try a case: the rule fires at the place and nowhere in the right one; its fix mends it."""
    hits = found(case.broken, case.rule, case.own)
    assert case.place in [path_of(case.broken, each.place) for each in hits]
    assert found(case.right, case.rule, case.own) == []
    for hit in hits:
        assert (hit.fix is not None) == case.fixed
        if hit.fix is not None:
            mended = hit.fix.change.apply(case.broken)
            before = {(each.rule, each.place) for each in findings(case.broken, case.own)}
            after = {(each.rule, each.place) for each in findings(mended, case.own)}
            assert after < before
            assert (hit.rule, hit.place) not in after
