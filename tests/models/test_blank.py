"""Documents in which nobody has written yet, and what fills them."""

from dataclasses import replace

import pytest
from hypothesis import assume, given

from perfdesk.io.forms import form_named
from perfdesk.models.blank import FillBlank, blank_document, blank_project, is_blank
from perfdesk.models.change import SetField
from perfdesk.models.document import Department, Document, Submission, UnreadText
from perfdesk.models.outline import completeness
from perfdesk.models.project import Unit
from perfdesk.models.same import same_content
from perfdesk.models.statement import Safeguard, Statement
from tests.strategies import documents

BLANK = blank_document(
    form_named("hebei-2024"), 2025, Department("315", "云溪区商务局"), Unit("315001")
)
PROJECT = BLANK.projects[0]


def test_a_new_document_is_blank() -> None:
    assert is_blank(BLANK)
    assert is_blank(Document())
    assert is_blank(replace(BLANK, statement=Statement(safeguards=(Safeguard(),))))


@pytest.mark.parametrize(
    ("row", "field", "content"),
    [
        ("", "statement.overall", "办好活动。"),
        (PROJECT.id, "name", "培训"),
        (PROJECT.id, "budget.other", "1"),
        (PROJECT.id, "plan.june", "50"),
        (PROJECT.id, "goals", ("提高水平。",)),
        (PROJECT.indicators[3].id, "basis", "通知"),
    ],
)
def test_any_text_makes_it_none(row: str, field: str, content: str) -> None:
    assert not is_blank(SetField(row, field, content).apply(BLANK))


def test_what_was_read_or_handed_in_is_not_blank() -> None:
    assert not is_blank(replace(BLANK, unread=(UnreadText(1, "甲"),)))
    assert not is_blank(replace(BLANK, submitted=Submission("某某", "2025-01-02T03:04:05+08:00")))


@given(documents())
def test_it_is_filled_with_all_that_was_read(document: Document) -> None:
    assume(document.department.name)
    filled = FillBlank(document).apply(BLANK)
    assert filled.id == BLANK.id
    assert same_content(filled, document)


def test_the_department_keeps_its_name_where_none_was_read() -> None:
    filled = FillBlank(Document(2025, department=Department("315"))).apply(BLANK)
    assert filled.department == BLANK.department


@pytest.mark.parametrize("name", ["hebei-2020", "hebei-2024"])
def test_a_blank_form_is_not_begun(name: str) -> None:
    form = form_named(name)
    project = blank_project(form, Unit("315001", "本级"))
    count = completeness(form, project)
    assert count.filled == 0
    first, *others = project.indicators
    nameless = replace(project, indicators=(replace(first, level2=""), *others))
    assert completeness(form, nameless).needed == count.needed + 1
    named = replace(project, name="培训经费")
    assert completeness(form, named).filled == 1


@pytest.mark.parametrize("field", ["name", "value"])
def test_what_does_not_apply_wants_nothing_more(field: str) -> None:
    form = form_named("hebei-2024")
    before = completeness(form, PROJECT)
    told = SetField(PROJECT.indicators[2].id, field, "不适用").apply(BLANK)
    now = completeness(form, told.projects[0])
    assert now.filled == before.filled + 1
    assert now.needed == before.needed - 3
