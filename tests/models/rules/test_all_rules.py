"""What holds of all rules together."""

import pytest

from perfdesk.io.forms import all_forms
from perfdesk.io.rule_book import rule_book
from perfdesk.models.form import Form
from perfdesk.models.review.registry import all_rules
from perfdesk.models.review.rule import Rule
from tests.models.rules.cases import all_cases, findings
from tests.models.rules.sound import SOUND


def test_a_sound_document_is_left_in_peace() -> None:
    assert [(each.rule, each.sentence) for each in findings(SOUND)] == []


def test_every_rule_is_tried() -> None:
    assert set(all_rules()) - {case.rule for case in all_cases()} == set()


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
