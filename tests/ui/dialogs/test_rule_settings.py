from perfdesk.models.review.book_flaw import Changes
from perfdesk.models.review.finding import Severity
from perfdesk.ui.dialogs.rule_settings import RuleSettings

STANDARD: Changes = {
    "V13": {"severity": "error", "least": 80, "low": "warning"},
    "X99": {"severity": "off"},
}
NAMES = {"V13": {"least": "最低", "low": "偏低时", "unknown": "没有的"}}


def settings(**own: dict[str, int | str]) -> RuleSettings:
    return RuleSettings(STANDARD, own, NAMES)


def test_the_standard_holds_where_nothing_is_set() -> None:
    plain = settings()
    assert plain.severity("V13") is Severity.ERROR
    assert plain.severity("V08") is Severity.HINT, "a rule that nobody names is a hint"
    assert plain.severity("X99") is None
    assert plain.limits("V13") == [
        ("least", "最低", 80, 80),
        ("low", "偏低时", "warning", "warning"),
    ]
    assert plain.own() == {}


def test_what_is_set_back_to_the_standard_is_no_change() -> None:
    some = settings()
    some.set_severity("V13", Severity.HINT)
    some.set_limit("V13", "least", 85)
    assert some.own() == {"V13": {"severity": "hint", "least": 85}}
    some.set_severity("V13", Severity.ERROR)
    some.set_limit("V13", "least", 80)
    assert some.own() == {}
    assert not some.is_changed("V13")


def test_a_rule_is_switched_off_and_on_again() -> None:
    some = settings()
    some.switch("V13", on=False)
    assert some.own() == {"V13": {"severity": "off"}}
    assert some.severity("V13") is None
    some.switch("V13", on=True)
    assert some.own() == {}
    some.switch("X99", on=True)
    assert some.severity("X99") is Severity.HINT
    some.switch("X99", on=False)
    assert some.own() == {}


def test_one_rule_or_all_go_back() -> None:
    some = settings(V13={"least": 85}, V08={"severity": "off"})
    some.reset("V13")
    assert some.own() == {"V08": {"severity": "off"}}
    some.reset_all()
    assert some.own() == {}


def test_the_severity_of_a_rule_goes_before_that_of_its_cases() -> None:
    some = settings()
    assert not some.overrules("V13", "low")
    some.set_severity("V13", Severity.HINT)
    assert some.overrules("V13", "low")
    assert not some.overrules("V13", "least")


def test_settings_that_only_a_newer_program_knows_are_kept() -> None:
    some = settings(Z42={"severity": "off", "depth": 3})
    some.set_limit("V13", "least", 85)
    assert some.own() == {"Z42": {"severity": "off", "depth": 3}, "V13": {"least": 85}}
