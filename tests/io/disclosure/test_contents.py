"""A table of contents repeats the headings; it is no content, and hides none."""

from dataclasses import replace

import pytest

from perfdesk.io.disclosure import read_text
from perfdesk.models.same import same_content
from tests.io.disclosure.inventions import bureau
from tests.io.disclosure.printing import Shape, published


@pytest.mark.parametrize(
    "tail", [" ", "\t{page}", "…………{page}", "......{page}", "    {page}", " - {page} -"]
)
@pytest.mark.parametrize("parts", ["two lines", "one line", "none"])
def test_a_table_of_contents_is_no_content(tail: str, parts: str) -> None:
    reading = read_text(published(bureau(), Shape(contents=tail, parts=parts)), "x")
    assert same_content(reading.document, bureau())
    assert reading.remarks == ()


def test_a_table_of_contents_without_its_title() -> None:
    text = published(bureau(), Shape(contents="\t{page}")).replace("目  录\n", "")
    assert same_content(read_text(text, "x").document, bureau())


def test_contents_that_name_chapters_which_are_not_there_are_kept() -> None:
    text = "目录\n一、部门职责……1\n二、收支情况……2\n" + published(bureau())
    document = read_text(text, "x").document
    assert [each.text for each in document.unread] == ["一、部门职责……1\n二、收支情况……2"]
    assert same_content(replace(document, unread=()), bureau())


def test_a_line_that_looks_like_one_of_contents_is_text() -> None:
    """It ends like one, and its words come again, but it stands among other text."""
    text = published(bureau()).replace(
        "全年完成重点河道治理任务", "河道治理  3\n　　全年完成重点河道治理任务"
    )
    statement = read_text(text, "x").document.statement
    assert "\n河道治理  3\n" in statement.overall
    assert statement.subgoals[0].title == "河道治理"
