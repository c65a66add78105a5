from dataclasses import replace

from perfdesk.io.forms import form_named
from perfdesk.io.rule_book import rule_book
from perfdesk.models.change import SetField, Together
from perfdesk.models.document import Document
from perfdesk.models.review.finding import Finding
from perfdesk.models.review.mend import Edit, Judge, edits_by
from perfdesk.models.value import IndicatorValue
from tests.models.rules.cases import found
from tests.models.rules.sound import EQUIPMENT, TRAINING, with_row

FORM = form_named("hebei-2024")
JUDGE = Judge(FORM, rule_book(FORM, {}))


def two_slips() -> Document:
    """A document in which two projects promise at least all of what there is."""
    document = with_row("质量指标", value="≥100%")
    other = document.projects[1].indicators[1]
    row = replace(other, value=IndicatorValue.read("≥100%"))
    rows = document.projects[1].indicators
    project = replace(document.projects[1], indicators=(rows[0], row, *rows[2:]))
    return replace(document, projects=(document.projects[0], project))


def slips(document: Document) -> list[Finding]:
    return found(document, "V08")


def test_what_still_stands_is_found_again() -> None:
    document = two_slips()
    first, second = slips(document)
    assert JUDGE.found_again(document, first) == first
    mended = first.fix.change.apply(document) if first.fix else document
    assert JUDGE.found_again(mended, first) is None
    assert JUDGE.found_again(mended, second) == second


def test_a_finding_of_a_project_that_is_gone_is_not_found_again() -> None:
    document = two_slips()
    first, _ = slips(document)
    assert JUDGE.found_again(replace(document, projects=document.projects[1:]), first) is None


def test_all_of_a_kind_are_mended_one_after_the_other() -> None:
    document = two_slips()
    changes = JUDGE.mends(document, slips(document))
    assert len(changes) == 2
    assert slips(Together("", changes).apply(document)) == []


def test_a_cell_that_was_changed_meanwhile_is_left_alone() -> None:
    document = two_slips()
    before = slips(document)
    row = document.projects[0].indicators[2]
    changed = SetField(row.id, "value", IndicatorValue.read("≥98%")).apply(document)
    changes = JUDGE.mends(changed, before)
    place = replace(before[1].place, field="value")
    assert [edits_by(FORM, changed, change) for change in changes] == [
        (Edit(place, "≥100%", "100%"),)
    ]


def test_the_same_finding_twice_is_mended_once() -> None:
    document = two_slips()
    first, _ = slips(document)
    assert len(JUDGE.mends(document, [first, first])) == 1


def test_edits_name_each_text_that_differs() -> None:
    document = with_row("质量指标")
    project, row = TRAINING, TRAINING.indicators[0]
    change = Together(
        "",
        (
            SetField(row.id, "name", "参训人次"),
            SetField(row.id, "basis", row.basis),
            SetField(project.id, "goals", ("第一条", "第二条")),
            SetField(project.id, "budget.total", "61.00"),
            SetField("", "statement.overall", "新的总体目标"),
        ),
    )
    texts = [
        (edit.place.field, edit.before, edit.after) for edit in edits_by(FORM, document, change)
    ]
    assert texts[0] == ("name", "培训人次", "参训人次")
    assert [text[0] for text in texts] == ["name", "goals", "budget.total", "statement.overall"]
    assert texts[1][2] == "1.第一条\n2.第二条"
    assert EQUIPMENT.id not in [edit.place.row_id for edit in edits_by(FORM, document, change)]
