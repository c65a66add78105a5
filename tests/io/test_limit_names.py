from perfdesk.io.limit_names import limit_names
from perfdesk.io.rule_book import standard_rules
from perfdesk.models.review.finding import Severity

SEVERITIES = {severity.value for severity in Severity}


def test_every_name_is_of_a_limit_that_there_is() -> None:
    named = {(rule, limit) for rule, names in limit_names().items() for limit in names}
    there = {(rule, limit) for rule, limits in standard_rules().items() for limit in limits}
    assert named - there == set()


def test_every_number_and_every_special_case_can_be_set() -> None:
    wanted = {
        (rule, limit)
        for rule, limits in standard_rules().items()
        for limit, value in limits.items()
        if limit != "severity" and (not isinstance(value, str) or value in SEVERITIES)
    }
    named = {(rule, limit) for rule, names in limit_names().items() for limit in names}
    assert wanted - named == set()
