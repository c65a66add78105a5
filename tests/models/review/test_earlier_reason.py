from dataclasses import replace

from perfdesk.models.document import Document
from perfdesk.models.project import Project, Unit
from perfdesk.models.review.answer import Answer
from perfdesk.models.review.finding import Finding, Severity
from perfdesk.models.review.reason import earlier_reason
from perfdesk.models.sheet import Place

UNIT = Unit("315001", "本级")
NOW = Project(code="B", name="2026年培训经费", unit=UNIT, id="now")
PAST = Project(code="A", name="2025年培训经费", unit=UNIT, id="past")


def finding(project_id: str = "now") -> Finding:
    place = Place(project_id, "purpose")
    return Finding("X99", Severity.WARNING, project_id, place, "一句话。", "purpose", "一句话。")


def year(number: int, project: Project, text: str = "") -> Document:
    """A document in which the finding was answered, if a text is given."""
    document = Document(year=number, projects=(project,))
    return Answer(finding(project.id), text).apply(document) if text else document


def test_the_same_project_of_another_year_offers_its_reason() -> None:
    found = earlier_reason(finding(), NOW, [year(2025, PAST, "按合同支付")])
    assert found
    assert (found[0], found[1].text) == (2025, "按合同支付")


def test_the_first_year_that_has_one_is_taken() -> None:
    earlier = [year(2025, PAST), year(2024, PAST, "旧的"), year(2023, PAST, "更旧的")]
    found = earlier_reason(finding(), NOW, earlier)
    assert found
    assert found[1].text == "旧的"


def test_another_project_or_other_facts_offer_nothing() -> None:
    other = replace(PAST, name="2025年设备经费")
    assert earlier_reason(finding(), NOW, [year(2025, other, "按合同支付")]) is None
    changed = replace(finding(), facts="别的话。")
    assert earlier_reason(changed, NOW, [year(2025, PAST, "按合同支付")]) is None


def test_the_statement_has_its_own() -> None:
    document = Answer(finding(""), "分项即总体").apply(Document(year=2025))
    found = earlier_reason(finding(""), None, [document])
    assert found
    assert found[1].text == "分项即总体"
    assert earlier_reason(finding(""), NOW, [document]) is None
