"""The book that documents are judged by: standard, form and office, and the words of all three."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from perfdesk.io import rule_book as rule_books
from perfdesk.io.forms import form_named
from perfdesk.io.problem import Problem
from perfdesk.io.rule_book import OwnRules, own_rules, rule_book, words, write_own_rules
from perfdesk.models.form import Form
from perfdesk.models.review.book import Limit, RuleBook
from perfdesk.models.review.finding import Severity
from perfdesk.paths import own_words_dir, settings_dir
from tests.conftest import ExpectLog

FORM = replace(form_named("hebei-2024"), rules={})
STANDARD = rule_book(FORM, {})


def form_with(**rules: Mapping[str, Limit]) -> Form:
    return replace(FORM, rules=rules)


def is_standard(book: RuleBook) -> bool:
    """Whether a book judges as the standard does."""
    return (book.severities, book.limits, book.own) == (STANDARD.severities, STANDARD.limits, {})


def kept_settings(text: str) -> Path:
    """The file of the office's settings, holding this."""
    settings_dir().mkdir(parents=True)
    path = settings_dir() / "rules.json"
    path.write_text(text, encoding="utf-8")
    return path


class TestLayers:
    """The standard is changed by the form, both by the office."""

    def test_the_standard_alone(self) -> None:
        assert STANDARD.severity("V08") is Severity.WARNING
        assert STANDARD.limit("V05.unit") == 10
        assert STANDARD.own == {}

    def test_a_form_changes_the_standard(self) -> None:
        form = form_with(V08={"severity": "error"}, V05={"unit": 20}, V04={"severity": "off"})
        book = rule_book(form, {})
        assert book.severity("V08") is Severity.ERROR
        assert book.severity("V04") is None
        assert book.limit("V05.unit") == 20
        assert book.severity("V05") is STANDARD.severity("V05")
        assert book.own == {}

    def test_an_office_changes_both(self) -> None:
        form = form_with(V08={"severity": "off"}, V05={"unit": 20})
        own: OwnRules = {
            "V08": {"severity": "hint"},
            "V05": {"unit": 12},
            "V04": {"severity": "off"},
        }
        book = rule_book(form, own)
        assert book.severity("V08") is Severity.HINT
        assert book.severity("V04") is None
        assert book.limit("V05.unit") == 12
        assert book.own == own

    def test_a_rule_switched_off_is_not_in_force(self) -> None:
        in_force = [rule.id for rule, _ in STANDARD.in_force]
        without = rule_book(FORM, {"V08": {"severity": "off"}})
        assert "V08" in in_force
        assert [rule.id for rule, _ in without.in_force] == [i for i in in_force if i != "V08"]

    def test_what_a_newer_program_knows_is_no_matter(self) -> None:
        rules: OwnRules = {"Z99": {"severity": "error", "most": 3}, "V08": {"strict": 1}}
        for book in (rule_book(form_with(**rules), {}), rule_book(FORM, rules)):
            assert {rule.id for rule, _ in book.in_force} == {
                rule.id for rule, _ in STANDARD.in_force
            }

    def test_a_special_case_has_a_severity_of_its_own(self) -> None:
        """Unless the office set that of the rule: it means all of it."""
        assert STANDARD.severity("V05") is Severity.ERROR
        assert STANDARD.case("V05.readable") is Severity.HINT
        for own, severity in (
            ({"severity": "error"}, Severity.ERROR),
            ({"readable": "warning"}, Severity.WARNING),
            ({"severity": "error", "readable": "warning"}, Severity.ERROR),
            ({"unit": 12}, Severity.HINT),
        ):
            assert rule_book(FORM, {"V05": own}).case("V05.readable") is severity


class TestSettings:
    """What the office has set is read from its file, and written to it."""

    def test_where_there_are_none_the_standard_holds(self) -> None:
        assert own_rules() == {}
        assert is_standard(rule_book(FORM))

    def test_what_is_written_is_read_and_judged_by(self) -> None:
        own: OwnRules = {"V08": {"severity": "off"}, "V05": {"unit": 20, "severity": "error"}}
        write_own_rules(own)
        assert own_rules() == own
        assert rule_book(FORM).severity("V08") is None
        assert rule_book(FORM).limit("V05.unit") == 20
        write_own_rules({})
        assert is_standard(rule_book(FORM))

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "{",
            "[]",
            '"off"',
            '{"V08": "off"}',
            '{"V08": {"severity": "serious"}}',
            '{"V08": {"severity": true}}',
            '{"V08": {"severity": null}}',
            '{"V05": {"unit": "十"}}',
            '{"V05": {"unit": [10]}}',
            '{"V05": {"unit": NaN}}',
            '{"V05": {"readable": "off"}}',
            '{"V08": {"severity": "off"}, "V05": {"unit": true}}',
            "[" * 100_000,
        ],
    )
    def test_a_damaged_file_counts_as_none_and_the_log_says_so(
        self, text: str, expect_log: ExpectLog
    ) -> None:
        path = kept_settings(text)
        expect_log(r"rules\.json are not readable")
        assert is_standard(rule_book(FORM))
        assert path.read_text(encoding="utf-8") == text

    def test_a_file_in_another_encoding_counts_as_none(self, expect_log: ExpectLog) -> None:
        kept_settings("").write_bytes('{"V08": {"原因": "无"}}'.encode("gb18030"))
        expect_log(r"rules\.json are not readable")
        assert own_rules() == {}

    def test_what_a_newer_program_has_set_is_kept_for_it(self) -> None:
        newer = {"Z99": {"severity": "hint", "most": 0.5}}
        kept_settings(json.dumps(newer))
        assert own_rules() == newer

    def test_where_the_disk_refuses_it_is_told(self) -> None:
        settings_dir().parent.mkdir(parents=True)
        settings_dir().write_text("别的文件", encoding="utf-8")
        with pytest.raises(Problem, match="settings"):
            write_own_rules({"V08": {"severity": "off"}})


class TestWords:
    """The office's own words are added to the shipped ones."""

    @pytest.fixture(autouse=True)
    def anew(self) -> Iterator[None]:
        """The tables are read once; here, once more for each test."""
        words.cache_clear()
        yield
        words.cache_clear()

    def kept(self, text: str, table: str = "names") -> None:
        own_words_dir().mkdir(parents=True)
        (own_words_dir() / f"{table}.toml").write_text(text, encoding="utf-8")

    def test_the_shipped_tables_hold(self) -> None:
        assert "rate" in words().names.kinds_of("培训合格率")
        assert "percent" in words().units.kinds_of("%")

    def test_own_words_are_added_to_a_kind(self) -> None:
        self.kept('[rate]\nends = ["达成度"]\nnot_equals = ["合格率"]')
        kinds = words().names.kinds_of
        assert "rate" in kinds("目标达成度")
        assert "rate" in kinds("培训合格率")
        assert "rate" not in kinds("合格率")

    def test_an_own_kind_stands_beside_the_shipped_ones(self) -> None:
        self.kept('[landmark]\nwhat = "本县说法"\nhas = ["地标"]')
        assert "landmark" in words().names.kinds_of("地标产品数量")
        assert "rate" in words().names.kinds_of("培训合格率")

    def test_they_are_judged_by(self) -> None:
        self.kept('[not_applicable]\nequals = ["本年不考核"]', "values")
        assert "not_applicable" in rule_book(FORM).words.values.kinds_of("本年不考核")

    @pytest.mark.parametrize(
        "text",
        [
            "[rate",
            "rate = 1",
            "[rate]",
            '[rate]\nends = "达成度"',
            '[rate]\nends = ["达成度", 1]',
            '[rate]\nends = ["达成度", ""]',
            '[rate]\nhas = [" "]',
            '[rate]\nendings = ["达成度"]',
            '[rate]\nends = ["达成度"]\n[landmark]\nendings = ["地标"]',
        ],
    )
    def test_a_wrong_file_is_left_out_as_a_whole_and_the_log_says_so(
        self, text: str, expect_log: ExpectLog
    ) -> None:
        self.kept(text)
        expect_log(r"names\.toml are not readable")
        kinds = words().names.kinds_of
        assert "rate" not in kinds("目标达成度")
        assert "rate" in kinds("培训合格率")

    def test_a_file_in_another_encoding_is_left_out(self, expect_log: ExpectLog) -> None:
        self.kept("")
        (own_words_dir() / "names.toml").write_bytes('[rate]\nends = ["达成度"]'.encode("gb18030"))
        expect_log(r"names\.toml are not readable")
        assert "rate" not in words().names.kinds_of("目标达成度")

    def test_the_standard_and_the_words_are_read_once(self) -> None:
        assert words() is words()
        assert rule_books.standard_rules() is rule_books.standard_rules()
