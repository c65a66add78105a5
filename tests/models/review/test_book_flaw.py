import pytest

from perfdesk.models.review.book import Limit
from perfdesk.models.review.book_flaw import flaws_of_rules

STANDARD: dict[str, dict[str, Limit]] = {
    "N02": {"severity": "warning", "sentence": 15, "share": 0.5, "long": "error"},
    "T04": {"dimensions": "quantity quality"},
}


@pytest.mark.parametrize(
    ("entries", "flaw"),
    [
        ({"severity": "serious"}, "severity 只能是 error、warning、hint 或 off，现为“serious”"),
        ({"severity": 1}, "severity 只能是 error、warning、hint 或 off，现为“1”"),
        ({"long": "off"}, "long 只能是 error、warning、hint，现为“off”"),
        ({"long": 3}, "long 只能是 error、warning、hint，现为“3”"),
        ({"sentence": "十五"}, "sentence 应为数字，现为“十五”"),
        ({"share": float("inf")}, "share 应为数字，现为“inf”"),
        ({"other": float("nan")}, "other 应为数字，现为“nan”"),
        (
            {"sentence": "长" * 50},
            "sentence 应为数字，现为“长长长长长长长长长长长长长长长长长长长长”",
        ),
    ],
)
def test_what_cannot_be_judged_by_is_named(entries: dict[str, Limit], flaw: str) -> None:
    assert [*flaws_of_rules({"N02": entries}, STANDARD)] == [f"rules.N02.{flaw}"]


def test_a_text_limit_stays_one() -> None:
    flaws = flaws_of_rules({"T04": {"dimensions": 4}}, STANDARD)
    assert [*flaws] == ["rules.T04.dimensions 应为文本，现为“4”"]


def test_every_flaw_is_told() -> None:
    changes = {"N02": {"sentence": "x", "long": "y"}, "T04": {"severity": "z"}}
    assert len([*flaws_of_rules(changes, STANDARD)]) == 3


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"N02": {}},
        {"N02": {"severity": "off", "sentence": 20, "share": 1, "long": "hint"}},
        {"N02": {"sentence": 12.5}},
        {"T04": {"dimensions": ""}},
        {"T04": {"severity": "error", "a newer limit": "any"}},
        {"Z99": {"severity": "hint", "most": 3, "of": "words"}},
    ],
)
def test_what_can_be_judged_by_is_none(changes: dict[str, dict[str, Limit]]) -> None:
    assert [*flaws_of_rules(changes, STANDARD)] == []
