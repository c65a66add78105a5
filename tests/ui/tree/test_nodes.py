"""The nodes of the tree: made when they are asked for, and the same whenever they are."""

from dataclasses import replace

import pytest

from perfdesk.io.forms import form_named
from perfdesk.models.change import SetField
from perfdesk.models.document import Department, Document
from perfdesk.models.outline import Completeness, DocumentOutline, Unseen, outline
from perfdesk.models.project import Project, Unit
from perfdesk.models.review.counts import NOTHING, Counts
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.ui.tree.node_delegate import progress_text
from perfdesk.ui.tree.nodes import ROOT, Key, Kind, Node, build, key_of_difference

UNIT = Unit("315001", "本级")


def outlined(year: int, *names: str) -> DocumentOutline:
    projects = tuple(Project(name=name, unit=UNIT) for name in names)
    document = Document(year, "hebei-2024", Department("315", "商务局"), projects=projects)
    return outline(form_named("hebei-2024"), document)


def texts(node: Node, kind: Kind) -> list[str]:
    return [each.text for each in node.walk() if each.key.kind is kind]


def test_nothing_is_made_before_it_is_asked_for() -> None:
    root = build([outlined(2025, "培训", "会展"), outlined(2024, "培训")])
    assert [each.text for each in root.walk_made()] == ["", "2025 年度", "2024 年度"]
    assert all(year.has_children for year in root.children)
    assert texts(root.children[0], Kind.PROJECT) == ["培训", "会展"]
    assert [each.key.kind for each in root.children[1].walk_made()] == [Kind.YEAR]


def test_how_far_a_document_is_needs_no_look_at_its_projects() -> None:
    def look() -> tuple[()]:
        raise AssertionError("nobody asked for them")

    unseen = Unseen(Completeness(3, 10), 0, look)
    known = outlined(2025)
    hidden = DocumentOutline(
        known.id, known.year, known.form, known.department, Completeness(1, 2), unseen
    )
    (year,) = build([hidden]).children
    assert (year.completeness, year.children[0].completeness) == (Completeness(4, 12),) * 2


def test_a_parent_is_as_far_as_all_it_holds() -> None:
    root = build([outlined(2025, "培训", "", "会展"), outlined(2025, "培训")])
    for node in root.walk():
        if node.children and node.parent:
            assert node.completeness == Completeness.of_all(
                each.completeness for each in node.children
            )


def test_filtered_is_what_contains_the_words() -> None:
    outlines = [outlined(2025, "培训", "会展"), outlined(2024, "会展")]
    assert texts(build(outlines, "培训"), Kind.PROJECT) == ["培训"]
    assert texts(build(outlines, "2024"), Kind.PROJECT) == ["会展"]
    assert texts(build(outlines, "没有"), Kind.YEAR) == []


def test_projects_without_a_name_are_told_apart_by_code_or_number() -> None:
    document = outlined(2025, "", "培训", "")
    (first, named, last) = document.projects
    coded = replace(document, projects=(replace(first, code="13P"), named, last))
    assert texts(build([coded]), Kind.PROJECT) == [
        *("（未命名项目 13P）", "培训", "（未命名项目 3）")
    ]


def test_letters_find_what_is_spelled_so() -> None:
    outlines = [outlined(2025, "2025年农村饮水维修", "会展"), outlined(2024, "会展")]
    assert texts(build(outlines, "ncys"), Kind.PROJECT) == ["2025年农村饮水维修"]
    assert texts(build(outlines, "huizhan"), Kind.PROJECT) == ["会展", "会展"]


def test_a_year_is_handed_in_once_all_of_it_is() -> None:
    one, other = outlined(2025, "培训"), outlined(2025, "会展")
    done = replace(one, submitted=True)
    assert not build([done, other]).children[0].submitted
    assert build([done, replace(other, submitted=True)]).children[0].submitted


@pytest.mark.parametrize(
    ("filled", "needed", "text"), [(0, 0, ""), (0, 9, "0%"), (8, 9, "88%"), (9, 9, "✓")]
)
def test_progress_in_words(filled: int, needed: int, text: str) -> None:
    assert progress_text(Node(ROOT, "", Completeness(filled, needed)), NOTHING) == text


def test_a_tick_is_for_what_is_left_to_nobody() -> None:
    node = Node(ROOT, "", Completeness(9, 9))
    assert progress_text(node, Counts(1, 0, 0, 0)) == "100%"
    assert progress_text(node, Counts(0, 3, 3, 0)) == "✓"
    node.unconfirmed = 1
    assert progress_text(node, NOTHING) == "100%"
    node.submitted = True
    assert progress_text(node, Counts(1, 0, 0, 0)) == "已上报"


def test_where_an_undo_leads() -> None:
    document = Document(2025, projects=(Project(name="培训"), Project(name="会展")))
    renamed = SetField(document.projects[1].id, "name", "改名").apply(document)
    assert key_of_difference(document, renamed) == Key(
        Kind.PROJECT, document.id, document.projects[1].id
    )
    parts = Statement("总", (SubGoal(),), (Safeguard(),))
    assert key_of_difference(document, replace(document, statement=parts)) == Key(
        Kind.STATEMENT, document.id
    )
    assert key_of_difference(None, document) == Key(Kind.DEPARTMENT, document.id)
    assert key_of_difference(document, None) is None
