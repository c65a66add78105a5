from dataclasses import replace

import pytest

from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.sound import EQUIPMENT, SOUND, TRAINING, code, with_project

OLD = code("13020924P00315010001")
NAME = "projects[0].name"
CARRIED = "支付外聘教师课酬，为上年结转资金。"

CASES = [
    Case(
        "C04",
        with_project(code=OLD, name="2024年外贸业务培训经费"),
        with_project(code=OLD, name="2024年外贸业务培训经费", purpose=CARRIED),
        "projects[0].code",
    ),
    Case(
        "C05",
        with_project(name="2024年外贸业务培训经费"),
        with_project(code=OLD, name="2024年外贸业务培训经费"),
        NAME,
    ),
    Case(
        "C06",
        with_project(code=OLD, name="2024年外贸业务培训经费"),
        with_project(code=OLD, name="2024年外贸业务培训经费", purpose=CARRIED),
        NAME,
    ),
    Case("C07", with_project(name="外贸业务培训经费"), SOUND, NAME),
    Case("C07", with_project(name="2025外贸业务培训经费"), SOUND, NAME),
    Case("C07", with_project(name=""), SOUND, NAME),
    Case(
        "C09",
        with_project(EQUIPMENT, name=TRAINING.name),
        with_project(EQUIPMENT, name=TRAINING.name + "（二期）"),
        "projects[1].name",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


@pytest.mark.parametrize(
    "name",
    [
        "2024—2025年采暖季供热补贴",
        "2023-2027年外贸规划编制费",
        "2025年兑现2024年度外贸奖励资金",
        "2019年度宣传资料印制尾款",
        "购置2000亩土地测绘费",
        "外贸业务培训经费",
    ],
)
def test_names_whose_year_needs_no_explaining(name: str) -> None:
    document = with_project(name=name)
    assert found(document, "C05") + found(document, "C06") == []


def test_the_years_are_named() -> None:
    document = with_project(name="2024年外贸业务培训经费")
    assert "2024年" in found(document, "C05")[0].sentence
    assert "2025年" in found(document, "C05")[0].sentence
    assert "2025年度" in found(document, "C06")[0].sentence


def test_a_project_carried_over_is_told_the_same_every_year() -> None:
    document = with_project(code=OLD, name="2024年外贸业务培训经费")
    newer = code("13020925P00315010001")
    moved = with_project(code=newer, name="2025年外贸业务培训经费")
    moved = replace(moved, year=2026)
    for rule in ("C04", "C06"):
        assert found(document, rule)[0].facts == found(moved, rule)[0].facts


def test_no_year_is_compared_where_the_document_has_none() -> None:
    document = replace(with_project(code=OLD, name="2024年培训经费"), year=0)
    assert found(document, "C04") + found(document, "C06") == []


def test_a_year_later_in_the_name_is_a_year() -> None:
    assert found(with_project(name="提前下达2025年外贸业务培训经费"), "C07") == []


def test_a_missing_name_is_worse_than_one_without_a_year() -> None:
    missing, yearless = (found(with_project(name=n), "C07")[0] for n in ("", "培训经费"))
    assert missing.severity.rank < yearless.severity.rank


def test_the_same_name_in_another_unit_is_no_double() -> None:
    other = replace(EQUIPMENT.unit, code="315002")
    assert found(with_project(EQUIPMENT, name=TRAINING.name, unit=other), "C09") == []
