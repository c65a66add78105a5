"""What holds of all rules together."""

from importlib import import_module
from pathlib import Path

import pytest

from perfdesk.io.forms import all_forms
from perfdesk.io.rule_book import rule_book
from perfdesk.models.form import Form
from perfdesk.models.review.registry import all_rules
from perfdesk.models.review.rule import Rule
from tests.models.rules.cases import findings
from tests.models.rules.sound import SOUND

HERE = Path(__file__).parent


def tried_rules() -> set[str]:
    """The ids of the rules that the tests in this folder have a case for."""
    modules = [import_module(f"tests.models.rules.{path.stem}") for path in HERE.glob("test_*.py")]
    return {case.rule for module in modules for case in getattr(module, "CASES", [])}


def test_a_sound_document_is_left_in_peace() -> None:
    assert [(each.rule, each.sentence) for each in findings(SOUND)] == []


def test_every_rule_is_tried() -> None:
    assert set(all_rules()) - tried_rules() == set()


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.id)
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert all([rule.title, rule.why, rule.wrong, rule.right, rule.source])
    judges = [judge for judge in (rule.of_row, rule.of_project, rule.of_document) if judge]
    assert len(judges) == 1 or (len(judges) == 2 and rule.of_row is None)
    assert all(judge.__doc__ for judge in judges)


@pytest.mark.parametrize("form", all_forms(), ids=lambda form: form.id)
def test_the_book_speaks_of_rules_that_there_are(form: Form) -> None:
    book = rule_book(form, {})
    named = set(book.severities) | {name.partition(".")[0] for name in book.limits}
    assert named - set(all_rules()) == set()
