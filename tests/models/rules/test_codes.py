from dataclasses import replace

import pytest

from perfdesk.models.code import ALPHABET, LENGTH
from perfdesk.models.document import Department, Document
from perfdesk.models.project import Unit
from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.sound import EQUIPMENT, SOUND, TRAINING, code, with_project

FIRST = "projects[0].code"
RIGHT = TRAINING.code


def with_codes(*codes: str, unit: Unit = TRAINING.unit) -> Document:
    """A document of projects that differ in code and name."""
    projects = [
        replace(TRAINING, id=f"p{n}", code=each, name=f"2025年第{n}项业务经费", unit=unit)
        for n, each in enumerate(codes)
    ]
    return replace(SOUND, projects=tuple(projects))


def coded(regions: str, constant: int = 30) -> list[str]:
    """Codes of 130209 (a) and 130290 (b), a letter each, that a constant bears out."""
    codes = [
        code(f"{'130209' if letter == 'a' else '130290'}25P0031501{number:04}")
        for number, letter in enumerate(regions)
    ]
    shift = 30 - constant
    return [each[:-1] + ALPHABET[(ALPHABET.index(each[-1]) - shift) % 31] for each in codes]


CASES = [
    Case("C01", with_project(code=""), SOUND, FIRST),
    Case("C01", with_project(code=RIGHT[:-1]), SOUND, FIRST),
    Case("C01", with_project(code=RIGHT + "0"), SOUND, FIRST),
    Case("C01", with_project(code=RIGHT[:15] + "-" + RIGHT[16:]), SOUND, FIRST),
    Case("C01", with_project(code=RIGHT[:15] + "V" + RIGHT[16:]), SOUND, FIRST),
    Case("C01", with_project(code="1.30209E+20"), SOUND, FIRST),
    Case(
        "C01",
        with_project(code="130209251234567000000"),
        with_project(code="130209251234567000001"),
        FIRST,
    ),
    Case("C01", with_project(code=f" {RIGHT[:8]} {RIGHT[8:]}"), SOUND, FIRST, fixed=True),
    Case("C01", with_project(code=RIGHT.lower()), SOUND, FIRST, fixed=True),
    Case("C01", with_project(code=RIGHT[:9] + "O" + RIGHT[10:]), SOUND, FIRST, fixed=True),
    Case("C01", with_project(EQUIPMENT, code=RIGHT), SOUND, "projects[1].code"),
    Case("C02", with_project(code=RIGHT[:-1] + "X"), SOUND, FIRST),
    Case(
        "C03",
        with_codes(*coded("baaa")),
        with_codes(*coded("baa")),
        FIRST,
    ),
    Case(
        "C10",
        with_project(unit=Unit("316001", "云溪区文旅局本级")),
        with_project(unit=Unit("315002", "云溪区会展服务中心")),
        "projects[0].unit.code",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


def said(project_code: str) -> str:
    return found(with_project(code=project_code), "C01")[0].sentence


def test_a_code_that_a_spreadsheet_spoiled_is_told_so() -> None:
    assert "Excel" in said("1.30209E+20")
    assert "Excel" in said("130209251234567000000")
    assert "20位" in said(RIGHT[:-1])


def test_a_letter_that_codes_do_not_use_is_named_with_the_digit_it_looks_like() -> None:
    assert "“O”" in said(RIGHT[:9] + "O" + RIGHT[10:])
    assert "“0”" in said(RIGHT[:9] + "O" + RIGHT[10:])
    assert "数字" not in said(RIGHT[:15] + "V" + RIGHT[16:])


def test_a_lookalike_is_put_right_only_where_the_check_character_bears_it_out() -> None:
    wrong = RIGHT[:9] + "O" + RIGHT[10:-1] + "X"
    assert found(with_project(code=wrong), "C01")[0].fix is None


@pytest.mark.parametrize("other", ["1" * 21, "34010022T000000423157", "SVZIO0250000000000001"])
def test_codes_of_other_provinces_only_need_their_length(other: str) -> None:
    document = with_project(code=other)
    assert len(other) == LENGTH
    assert [rule for rule in ("C01", "C02", "C03", "C07") if found(document, rule)] == []


def test_no_code_is_asked_for_where_the_form_has_none() -> None:
    document = replace(with_project(code=""), form="hebei-2020")
    assert found(document, "C01") == []


def test_one_form_filled_in_twice_is_told_as_one_slip() -> None:
    document = replace(SOUND, projects=(TRAINING, replace(TRAINING, id="again")))
    assert "两份" in found(document, "C01")[0].sentence
    assert found(document, "C09") == []


def test_no_code_is_no_double() -> None:
    document = with_codes("", "", "")
    assert [each.sentence for each in found(document, "C01") if "相同" in each.sentence] == []


def test_the_check_character_that_would_fit_is_named() -> None:
    sentence = found(with_project(code=RIGHT[:-1] + "X"), "C02")[0].sentence
    assert f"应为“{RIGHT[-1]}”" in sentence
    assert "可能" in sentence


def test_a_region_whose_codes_agree_on_another_constant_is_believed() -> None:
    codes = coded("aaa", constant=7)
    assert found(with_codes(*codes), "C02") == []
    assert len(found(with_codes(codes[0]), "C02")) == 1
    mistyped = codes[2][:-1] + ("0" if codes[2][-1] != "0" else "1")
    assert [f.project_id for f in found(with_codes(*codes[:2], mistyped), "C02")] == ["p2"]


def test_a_unit_of_mixed_regions_has_no_region() -> None:
    assert found(with_codes(*coded("aaabbb")), "C03") == []


def test_a_wrong_unit_is_told_once_for_all_its_projects() -> None:
    document = with_codes(*coded("aaa"), unit=Unit("316001", "云溪区文旅局本级"))
    assert [f.project_id for f in found(document, "C10")] == ["p0"]
    assert found(replace(document, department=Department("", "文旅局")), "C10") == []


def test_a_project_without_a_unit_belongs_to_no_wrong_department() -> None:
    assert found(with_project(unit=Unit()), "C10") == []
