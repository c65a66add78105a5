"""What CONTRIBUTING.md shows is a rule that works, with a case that tries it."""

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from perfdesk.models.review import rule, sources
from perfdesk.models.review.facts import RowFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.registry import all_rules
from tests.models.rules import sound
from tests.models.rules.cases import Case, try_case

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
ONE_SCREEN = 55


@pytest.fixture
def shown() -> Iterator[list[str]]:
    """The pieces of code in the page; what they register is forgotten afterwards."""
    all_rules()
    known = dict(rule.RULES)
    yield [dedent(piece) for piece in re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)]
    rule.RULES.clear()
    rule.RULES.update(known)
    all_rules.cache_clear()


def test_the_rule_it_shows_passes_the_case_it_shows(shown: list[str]) -> None:
    names: dict[str, Any] = {
        "Group": Group,
        "RowFacts": RowFacts,
        "Case": Case,
        **vars(rule),
        **vars(sources),
        **vars(sound),
    }
    new_rule, case = shown
    exec(new_rule, names)
    all_rules.cache_clear()
    try_case(eval(case, names))


def test_it_fits_on_one_screen() -> None:
    assert len(TEXT.splitlines()) <= ONE_SCREEN
