"""Next year's document is offered where there is none yet, and not before its time."""

from perfdesk.models.document import Department
from perfdesk.models.outline import Completeness, DocumentOutline
from perfdesk.models.years.due import due


def outlined(year: int, code: str = "315", name: str = "") -> DocumentOutline:
    nothing = Completeness()
    return DocumentOutline(
        f"{code}{name}{year}", year, "hebei-2024", Department(code, name), nothing, ()
    )


def ids(*outlines: DocumentOutline, budget_year: int = 2026) -> list[str]:
    return [each.id for each in due(outlines, budget_year)]


def test_the_last_document_of_a_department_is_gone_on_from() -> None:
    assert ids(outlined(2024), outlined(2025), outlined(2023)) == ["3152025"]


def test_where_the_following_year_is_there_nothing_is_due() -> None:
    assert ids(outlined(2025), outlined(2026)) == []


def test_nobody_is_early() -> None:
    assert ids(outlined(2025), budget_year=2025) == []
    assert ids(outlined(2025), budget_year=2026) == ["3152025"]


def test_every_department_has_its_own_years() -> None:
    found = ids(outlined(2025), outlined(2026), outlined(2025, "400"), outlined(2024, "322"))
    assert found == ["4002025", "3222024"]


def test_departments_without_a_code_are_told_apart_by_name() -> None:
    named = [outlined(2025, "", "商务局"), outlined(2024, "", "发改局")]
    assert ids(*named) == ["商务局2025", "发改局2024"]


def test_a_document_without_a_year_is_followed_by_none() -> None:
    assert ids(outlined(0)) == []
