from dataclasses import replace

import pytest

from perfdesk.models.change import copy_of
from perfdesk.models.document import Document, Submission, UnreadText
from perfdesk.models.project import Indicator, Project
from perfdesk.models.reason import Reason
from perfdesk.models.same import same_content
from perfdesk.models.statement import Safeguard, Statement, SubGoal

REASONS = (Reason("V21", "成本指标·培训成本", "比预算少0.01万元", "四舍五入"),)
PROJECT = Project(name="培训", indicators=(Indicator(name="培训人次"),), reasons=REASONS)
DOCUMENT = Document(
    2025, statement=Statement("促进消费", (SubGoal("一"),), (Safeguard("二"),)), projects=(PROJECT,)
)


def test_ids_are_no_matter() -> None:
    statement = replace(
        DOCUMENT.statement, subgoals=(SubGoal("一"),), safeguards=(Safeguard("二"),)
    )
    other = replace(Document(2025), statement=statement, projects=(copy_of(PROJECT),))
    assert other != DOCUMENT
    assert same_content(other, DOCUMENT)


@pytest.mark.parametrize(
    "other",
    [
        replace(DOCUMENT, year=2024),
        replace(DOCUMENT, unread=(UnreadText(1, "附注"),)),
        replace(DOCUMENT, projects=(PROJECT, PROJECT)),
        replace(DOCUMENT, projects=(replace(PROJECT, indicators=()),)),
        replace(DOCUMENT, projects=(replace(PROJECT, reasons=()),)),
        replace(DOCUMENT, projects=(replace(PROJECT, carried=frozenset({"name"})),)),
        replace(DOCUMENT, statement=replace(DOCUMENT.statement, carried=frozenset({"overall"}))),
        replace(DOCUMENT, submitted=Submission("张三", "2026-11-20T16:30:00+08:00")),
        replace(DOCUMENT, statement=replace(DOCUMENT.statement, reasons=REASONS)),
    ],
)
def test_anything_that_is_said_otherwise_counts(other: Document) -> None:
    assert not same_content(other, DOCUMENT)
