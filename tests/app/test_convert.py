from pathlib import Path

import pytest

from perfdesk.app import run
from perfdesk.io.interchange import read_document, write_document
from perfdesk.models.document import Document
from perfdesk.models.same import same_content
from tests.app.jobs import THIS_YEAR, Capture, Refused, document_at


@pytest.mark.parametrize("ending", [".json", ".xlsx", ".txt"])
def test_convert_writes_what_the_ending_says(
    tmp_path: Path, capsys: Capture, refused: Refused, ending: str
) -> None:
    target = tmp_path / f"绩效{ending}"
    assert run(["convert", str(THIS_YEAR), str(target)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "13 个项目，138 条指标" in said.err
    assert same_content(document_at(target), document_at(THIS_YEAR))


def test_convert_to_standard_output_writes_nothing_else_there(capsys: Capture) -> None:
    assert run(["convert", str(THIS_YEAR), "-"]) == 0
    assert capsys.readouterr().out == THIS_YEAR.read_text(encoding="utf-8")


def test_convert_takes_form_and_year_that_are_told(capsys: Capture) -> None:
    arguments = ["convert", str(THIS_YEAR), "-", "--form", "hebei-2020", "--year", "2019"]
    assert run(arguments) == 0
    document = read_document(capsys.readouterr().out)
    assert (document.form, document.year) == ("hebei-2020", 2019)


def test_convert_tells_remarks_beside_the_result(tmp_path: Path, capsys: Capture) -> None:
    source = tmp_path / "甲.json"
    source.write_text(write_document(Document(form="别县-2031")), encoding="utf-8")
    assert run(["convert", str(source), "-"]) == 0
    said = capsys.readouterr()
    assert "别县-2031" in said.err
    assert read_document(said.out).form == "别县-2031"


def test_convert_says_what_it_cannot_do_and_leaves_the_target(
    tmp_path: Path, refused: Refused
) -> None:
    target = tmp_path / "绩效.json"
    target.write_text("旧的内容", encoding="utf-8")
    bad = tmp_path / "坏.json"
    bad.write_text("{", encoding="utf-8")
    assert "没有.json" in refused(["convert", str(tmp_path / "没有.json"), str(target)])
    assert "坏.json" in refused(["convert", str(bad), str(target)])
    assert "绩效.doc" in refused(["convert", str(THIS_YEAR), str(tmp_path / "绩效.doc")])
    wrong_form = ["convert", str(THIS_YEAR), str(target), "--form", "别县-2031"]
    assert "hebei-2024" in refused(wrong_form)
    nowhere = tmp_path / "没有的" / "绩效.json"
    assert "没有的" in refused(["convert", str(THIS_YEAR), str(nowhere)])
    assert target.read_text(encoding="utf-8") == "旧的内容"
