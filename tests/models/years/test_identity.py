"""Which projects are taken for the same one going on, and which for money carried over."""

import pytest

from perfdesk.models.project import Project
from perfdesk.models.years.identity import same_project, seems_carried_over


@pytest.mark.parametrize(
    ("name", "code", "carried_over"),
    [
        ("2024年展位补助", "", True),
        ("展位补助（2024年）", "", True),
        ("2024展位补助", "", True),
        ("二〇二四年展位补助", "", True),
        ("2025年结转展位补助", "", True),
        ("2022-2023年展位补助", "", True),
        ("展位补助", "99990124P000000000021", True),
        ("2025年展位补助", "99990124P000000000021", False),
        ("2024-2026年三年行动", "", False),
        ("2025年展位补助", "99990125P000000000021", False),
        ("展位补助", "99990125P000000000021", False),
        ("展位补助", "", False),
        ("", "", False),
    ],
)
def test_money_of_another_year_is_told_by_its_name_or_its_code(
    name: str, code: str, carried_over: bool
) -> None:
    assert seems_carried_over(Project(code, name), 2025) is carried_over


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024年展位补助", "2025年展位补助"),
        ("展位补助（2024年）", "展位补助（2025年）"),
        ("二〇二四年展位补助", "二〇二五年展位补助"),
        ("２０２４年度展位补助", "２０２５年度展位补助"),
        ("24年度展位补助", "25年度展位补助"),
    ],
)
def test_a_project_goes_on_under_another_year_in_its_name(one: str, other: str) -> None:
    assert same_project(Project("", one), Project("", other))
    assert not same_project(Project("", one), Project("", f"{other}尾款"))
